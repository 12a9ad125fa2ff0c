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
  worked,
} from '../../lib/vision/tiles.ts'
import type { SamplerState, SeenTile } from '../../lib/vision/tiles.ts'
import { DEFAULT_VERDICT_POLICY } from '../../lib/vision/verdict.ts'

const NOBODY: ReadonlySet<string> = new Set()
const tile = (id: string, binding = `${id} a`): SeenTile => ({ id, binding })
const crowd = (count: number) => Array.from({ length: count }, (_, index) => tile(`p${index}`))

interface Run {
  readonly looks: Map<string, number[]>
  readonly glances: number
  readonly state: SamplerState
}

interface How {
  readonly lookMs?: number
  readonly attention?: ReadonlySet<string>
  readonly changedAt?: ReadonlyMap<string, number>
  /** Tiles whose picture is worth another look. */
  readonly worth?: ReadonlySet<string>
  /** Tiles that never give a picture. */
  readonly broken?: ReadonlySet<string>
  /** Tiles whose every look shows another scene. */
  readonly restless?: ReadonlySet<string>
}

/** Plays the sampler against a clock; each look takes `lookMs`. `sees` gives the tiles at a time. */
function play(
  sees: (now: number) => readonly SeenTile[],
  forMs: number,
  {
    lookMs = 12,
    attention = NOBODY,
    changedAt = new Map(),
    worth = NOBODY,
    broken = NOBODY,
    restless = NOBODY,
  }: How = {},
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
      const sceneChanged = isNew || restless.has(next.id)
      if (!broken.has(next.id)) state = lookDone(state, next.id, sceneChanged, worth.has(next.id))
      state = worked(state, lookMs, now)
    } else {
      glances += 1
      now += 1
      state = worked(glanceDone(state, next.id, isNew, now), 1, now)
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

  it('knows how many looks a verdict needs', () => {
    expect(POLICY.verdictLooks).toBeGreaterThanOrEqual(DEFAULT_VERDICT_POLICY.minReadings)
    expect(POLICY.gatherLooks).toBeGreaterThanOrEqual(POLICY.verdictLooks)
  })

  // What a look costs: a good laptop, a school's laptop, and two cores that draw thirty videos in software beside it.
  it.each([
    [15, 4_000],
    [60, 5_000],
    [120, 8_000],
    [200, 12_000],
  ])(
    'makes a verdict on six bedrooms in a class of thirty possible, at %d ms a look, within %d ms of their cameras',
    (lookMs, withinMs) => {
      const tiles = crowd(30)
      // All come on within a second; six bedrooms, and six fine rooms that look a little like one.
      const cameOn = new Map(tiles.map(({ id }, index) => [id, Math.round((index * 1000) / 29)]))
      const worth = new Set(tiles.filter((_, index) => index % 5 < 2).map(({ id }) => id))
      const bedrooms = tiles.filter((_, index) => index % 5 === 0)
      expect([worth.size, bedrooms.length]).toEqual([12, 6])
      const { looks } = play(
        (now) => tiles.filter(({ id }) => (cameOn.get(id) ?? 0) <= now),
        110_000,
        { lookMs, worth },
      )
      const took = bedrooms.map(
        ({ id }) =>
          (looks.get(id)?.[POLICY.verdictLooks - 1] ?? Infinity) + lookMs - (cameOn.get(id) ?? 0),
      )
      expect(Math.max(...took)).toBeLessThan(withinMs)
      // The others wait, but are not forgotten.
      for (const { id } of tiles)
        expect(looks.get(id)?.[POLICY.verdictLooks - 1], id).toBeLessThan(100_000)
    },
  )

  it('does not look at one picture twice within less than it takes to move', () => {
    const { looks } = play(() => [tile('amy')], 10_000, { worth: new Set(['amy']) })
    for (const gap of gaps(looks.get('amy') ?? []).slice(0, POLICY.gatherLooks - 1)) {
      expect(gap).toBeGreaterThanOrEqual(POLICY.soonMs)
      expect(gap).toBeLessThan(POLICY.soonMs + 100)
    }
  })

  it('looks at a calm class of thirty within one or two looks a second', () => {
    const tiles = crowd(30)
    const { looks, glances } = play(() => tiles, 120_000)
    const late = [...looks.values()].flat().filter((at) => at > 60_000)
    expect(late.length / 60).toBeLessThan(2)
    expect(glances / 120).toBeLessThan(9)
  })

  it('never passes its looks per second', () => {
    const tiles = crowd(200)
    const { looks } = play(() => tiles, 30_000, { lookMs: 1 })
    const all = [...looks.values()].flat().sort((a, b) => a - b)
    for (let from = 0; from < 29_000; from += 500) {
      const inOneSecond = all.filter((at) => at >= from && at < from + 1000).length
      expect(inOneSecond).toBeLessThanOrEqual(POLICY.looksPerSecond + POLICY.burst)
    }
  })

  it.each([5, 40, 200])(
    'takes no more than its share of a core, at %d ms a look, of pictures that never rest',
    (lookMs) => {
      const tiles = crowd(30)
      const ids = new Set(tiles.map(({ id }) => id))
      const { looks } = play(() => tiles, 100_000, { lookMs, restless: ids, worth: ids })
      const spent = [...looks.values()].flat().length * lookMs
      expect(spent).toBeLessThan(POLICY.savedMs + 100_000 * POLICY.coreShare + 2 * lookMs)
      expect(looks.size).toBe(30)
    },
  )

  it('looks rarely at a tile that gives no picture, and as usual once it does', () => {
    const { looks } = play(() => [tile('amy')], 120_000, { broken: new Set(['amy']) })
    const at = looks.get('amy') ?? []
    expect(at.length).toBeLessThan(16)
    expect(Math.max(...gaps(at))).toBeLessThanOrEqual(POLICY.calmMs)
    const others = crowd(20)
    const beside = play(() => [...others, tile('amy')], 20_000, { broken: new Set(['amy']) })
    for (const { id } of others) expect(beside.looks.get(id)?.length, id).toBeGreaterThanOrEqual(4)
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
