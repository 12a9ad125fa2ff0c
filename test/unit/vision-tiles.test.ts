import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  DEFAULT_SAMPLER_POLICY as POLICY,
  glanceDone,
  lookBegun,
  lookDone,
  nextSample,
  seeTiles,
  startSampling,
} from '../../lib/vision/tiles.ts'
import type { SamplerState, SeenTile } from '../../lib/vision/tiles.ts'

const NOBODY: ReadonlySet<string> = new Set()
const tile = (id: string, binding = `${id} a`): SeenTile => ({ id, binding })
const crowd = (count: number) => Array.from({ length: count }, (_, index) => tile(`p${index}`))

interface Run {
  readonly looks: Map<string, number[]>
  readonly glances: number
  readonly state: SamplerState
}

/** Plays the sampler against a clock; each look takes `lookMs`. `sees` gives the tiles at a time. */
function play(
  sees: (now: number) => readonly SeenTile[],
  forMs: number,
  { lookMs = 12, attention = NOBODY, changedAt = new Map<string, number>() } = {},
): Run {
  let now = 0
  let state = startSampling(now)
  const looks = new Map<string, number[]>()
  const noticed = new Set<string>()
  let glances = 0
  while (now < forMs) {
    const seen = sees(now)
    state = seeTiles(state, seen, now)
    const next = nextSample(state, seen, attention, now)
    if (next.do === 'wait') {
      expect(next.ms).toBeGreaterThan(0)
      now += Math.min(next.ms, 1000)
      continue
    }
    const isNew = (changedAt.get(next.id) ?? Infinity) <= now && !noticed.has(next.id)
    if (isNew) noticed.add(next.id)
    if (next.do === 'look') {
      looks.set(next.id, [...(looks.get(next.id) ?? []), now])
      state = lookBegun(state, next.id, now)
      now += lookMs
      state = lookDone(state, next.id, isNew)
    } else {
      glances += 1
      now += 1
      state = glanceDone(state, next.id, isNew, now)
    }
  }
  return { looks, glances, state }
}

const gaps = (at: readonly number[]) => at.slice(1).map((value, index) => value - (at[index] ?? 0))

describe('which tile is looked at next', () => {
  it('leaves a new camera a moment, gathers, then looks rarely', () => {
    const { looks } = play(() => [tile('amy')], 60_000)
    const at = looks.get('amy') ?? []
    expect(at[0]).toBeGreaterThanOrEqual(POLICY.settleMs)
    expect(at[0]).toBeLessThan(POLICY.settleMs + 50)
    const between = gaps(at)
    for (const gap of between.slice(0, POLICY.gatherLooks - 1))
      expect(gap).toBeLessThan(POLICY.gatherMs + 100)
    for (const gap of between.slice(POLICY.gatherLooks))
      expect(gap).toBeGreaterThanOrEqual(POLICY.calmMs)
  })

  it('gives all of a class of thirty, whose cameras come on at once, four looks within twelve seconds', () => {
    const tiles = crowd(30)
    const { looks } = play(() => tiles, 20_000)
    for (const { id } of tiles) expect(looks.get(id)?.[3], id).toBeLessThan(12_000)
  })

  it('looks at a calm class of thirty within one or two looks a second', () => {
    const tiles = crowd(30)
    const { looks, glances } = play(() => tiles, 120_000)
    const late = [...looks.values()].flat().filter((at) => at > 60_000)
    expect(late.length / 60).toBeLessThan(2)
    expect(glances / 120).toBeLessThan(9)
  })

  it('never passes its allowance', () => {
    const tiles = crowd(200)
    const { looks } = play(() => tiles, 30_000, { lookMs: 1 })
    const all = [...looks.values()].flat().sort((a, b) => a - b)
    for (let from = 0; from < 29_000; from += 500) {
      const inOneSecond = all.filter((at) => at >= from && at < from + 1000).length
      expect(inOneSecond).toBeLessThanOrEqual(POLICY.looksPerSecond + POLICY.burst)
    }
  })

  it('looks more often while a prompt about the room is open', () => {
    const { looks } = play(() => [tile('amy')], 60_000, { attention: new Set(['amy']) })
    for (const gap of gaps(looks.get('amy') ?? []))
      expect(gap).toBeLessThanOrEqual(POLICY.attentionMs + 100)
  })

  it('looks at once, and gathers anew, when the scene changed', () => {
    const tiles = crowd(10)
    const { looks } = play(() => tiles, 60_000, { changedAt: new Map([['p4', 40_000]]) })
    const after = (looks.get('p4') ?? []).filter((at) => at >= 40_000)
    expect(after[0]).toBeLessThanOrEqual(40_000 + POLICY.glanceMs + 300)
    expect(after.filter((at) => at < 52_000).length).toBeGreaterThanOrEqual(POLICY.gatherLooks - 1)
  })

  it('waits again when a tile is re-used for another picture source', () => {
    const { looks } = play((now) => [tile('amy', now < 30_000 ? 'a' : 'b')], 40_000)
    const after = (looks.get('amy') ?? []).filter((at) => at >= 30_000)
    expect(after[0]).toBeGreaterThanOrEqual(30_000 + POLICY.settleMs)
    expect(after.length).toBeGreaterThanOrEqual(POLICY.gatherLooks)
  })

  it('keeps its place through a flicker of the layout, and begins anew after a camera was off for long', () => {
    const flicker =
      play((now) => (now > 20_000 && now < 22_000 ? [] : [tile('amy')]), 30_000).looks.get('amy') ??
      []
    expect(flicker.filter((at) => at > 21_000).length).toBeLessThanOrEqual(2)
    const off =
      play((now) => (now > 10_000 && now < 20_000 ? [] : [tile('amy')]), 35_000).looks.get('amy') ??
      []
    expect(off.filter((at) => at > 20_000).length).toBeGreaterThanOrEqual(POLICY.gatherLooks)
  })

  it('does with one throttled tick a second what it can', () => {
    let now = 0
    let state = startSampling(now)
    const tiles = crowd(30)
    let looks = 0
    for (now = 0; now < 30_000; now += 1000) {
      state = seeTiles(state, tiles, now)
      // The reply to a frame starts the next step, so one tick can carry several looks.
      for (
        let next = nextSample(state, tiles, NOBODY, now);
        next.do !== 'wait';
        next = nextSample(state, tiles, NOBODY, now)
      ) {
        state =
          next.do === 'look'
            ? lookDone(lookBegun(state, next.id, now), next.id, false)
            : glanceDone(state, next.id, false, now)
        if (next.do === 'look') looks += 1
      }
    }
    expect(looks).toBeGreaterThan(100)
  })

  it('waits where there is nobody to look at', () => {
    expect(nextSample(startSampling(0), [], NOBODY, 0).do).toBe('wait')
  })

  it('looks at everybody, whatever comes and goes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 60 }),
        (count, lookMs) => {
          const tiles = crowd(count)
          const { looks } = play(() => tiles, 40_000, { lookMs })
          expect(looks.size).toBe(count)
        },
      ),
      { numRuns: 15 },
    )
  })
})
