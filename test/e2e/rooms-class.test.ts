import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SHIPPED_VERDICT_POLICY } from '../../lib/vision/shipped.ts'
import {
  DEFAULT_SAMPLER_POLICY,
  lookBegun,
  lookDone,
  nextSample,
  seeTiles,
  startSampling,
} from '../../lib/vision/tiles.ts'
import type { RoomReading } from '../../lib/vision/types.ts'
import { updateVerdict } from '../../lib/vision/verdict.ts'
import type { VerdictState } from '../../lib/vision/verdict.ts'
import { worthAnotherLook } from '../../lib/vision/worth.ts'
import { setStage } from './support/browser.ts'
import type { Stage } from './support/browser.ts'
import { beginLesson } from './support/lesson.ts'
import type { RunningLesson } from './support/lesson.ts'
import { ask } from './support/panel.ts'
import { median } from '../support/median.ts'
import { announce } from '../support/tally.ts'
import { followReadings, readings, until } from './support/rooms.ts'
import { chooseThirty, joinThirty } from './support/thirty.ts'

/**
 * A class of thirty in the simulated call, six of them in drawn bedrooms, all coming in at once. The promise is a prompt for all
 * six within twelve seconds of the camera coming on (they took 6.5 to 8 s where nothing else ran, 7 to 13 s beside other work of low priority), and
 * the median has to keep it. It does not where another browser draws on the same two cores (12.6 to 13.1 s).
 * The last one may take longer here: two cores draw, send and show thirty pictures by themselves, which on a laptop thirty
 * computers do, and where they are busy with other work as well the sampler looks more rarely, on purpose (`coreShare`), one tile
 * after the other; so the last of thirty waits longest. What each took is printed.
 */
const BUDGET_MS = 12_000
const WORST_MS = 3 * BUDGET_MS
const LESSON_MS = 45 * 60_000
/** Readings of each child that the accelerated lesson is played from. */
const ENOUGH = 8
/** A computer that looks slowly looks more rarely (`coreShare`): they took 90 s, and once more than 150. */
const PATIENCE_MS = 300_000

describe('a class of thirty, six in a bedroom', () => {
  let stage: Stage
  let lesson: RunningLesson
  let sessionId = ''
  const bedrooms = new Map<string, string>()
  const others = new Map<string, string>()
  const cameraOn = new Map<string, number>()
  const idOf = new Map<string, string>()

  beforeAll(async () => {
    stage = await setStage()
    lesson = await beginLesson(stage, { params: { video: 'canvas' } })
    const { panel } = lesson
    sessionId = await chooseThirty(panel)
    await followReadings(panel)
  })
  afterAll(async () => {
    await stage?.close()
  })

  const roomPromptsSoFar = async () => {
    const record = await ask(lesson.panel, 'record', { sessionId })
    // The record names people; the call's ids tell them apart here.
    return (record?.prompts ?? [])
      .filter((prompt) => prompt.kind === 'room')
      .map(({ at, about }) => ({ at, about: about.map((name) => idOf.get(name) ?? name) }))
  }

  it('is prompted for all six soon after their cameras come on', async () => {
    const { sim, meeting, panel } = lesson
    await meeting.bringToFront()
    const joined = await joinThirty(sim)
    for (const [id, one] of joined) {
      ;(one.isBedroom ? bedrooms : others).set(id, one.room)
      idOf.set(one.name, id)
      cameraOn.set(id, one.at)
    }
    const wanted = [...bedrooms.keys()]
    const prompted = async () => new Set((await roomPromptsSoFar()).flatMap((one) => one.about))
    await until(`prompts for ${[...bedrooms.values()].join(', ')}`, WORST_MS * 2, async () => {
      const found = await prompted()
      return wanted.every((id) => found.has(id))
    }).catch(async (late: unknown) => {
      const found = await prompted()
      const missed = wanted.filter((id) => !found.has(id))
      const seen = await readings(panel)
      const scores = missed.map((id) => [
        bedrooms.get(id),
        ...seen
          .filter((one) => one.participantId === id)
          .map((one) => one.reading.scores.bedroom.toFixed(2)),
      ])
      throw new Error(`${String(late)} Missed, with their scores: ${JSON.stringify(scores)}`)
    })
    const prompts = await roomPromptsSoFar()
    const took = wanted.map((id) => {
      // Who is prompted for again later was prompted for in time the first time.
      const first = prompts.filter((prompt) => prompt.about.includes(id)).map(({ at }) => at)
      return Math.min(...first) - (cameraOn.get(id) ?? NaN)
    })
    const seconds = (ms: number) => (ms / 1000).toFixed(1)
    announce(
      `Thirty cameras at once, six in a bedroom: prompted after ${took
        .toSorted((a, b) => a - b)
        .map(seconds)
        .join(
          ', ',
        )} s (median ${seconds(median(took))} s, promised ${seconds(BUDGET_MS)} s; worst ${seconds(Math.max(...took))} s, allowed ${seconds(WORST_MS)} s)`,
    )
    expect(took).toHaveLength(6)
    expect(median(took)).toBeLessThan(BUDGET_MS)
    expect(Math.max(...took)).toBeLessThan(WORST_MS)
    const wrong = (await roomPromptsSoFar()).flatMap((one) =>
      one.about.filter((id) => !bedrooms.has(id)).map((id) => others.get(id)),
    )
    expect(wrong).toEqual([])
  })

  it(
    'is not prompted for any of the other 24 in 45 minutes',
    async () => {
      const { panel } = lesson
      const of = async () => {
        const seen = await readings(panel)
        return new Map(
          [...others.keys()].map((id) => [
            id,
            seen.filter((one) => one.participantId === id).map((one) => one.reading),
          ]),
        )
      }
      await until('enough readings of everybody', PATIENCE_MS, async () =>
        [...(await of()).values()].every((list) => list.length >= ENOUGH),
      ).catch(async (late: unknown) => {
        const counts = [...(await of())].map(([id, list]) => `${others.get(id)}: ${list.length}`)
        throw new Error(`${String(late)} So far: ${counts.join(', ')}.`)
      })
      // Live, as far as the test has waited.
      const wrong = (await roomPromptsSoFar()).flatMap((one) =>
        one.about.filter((id) => !bedrooms.has(id)).map((id) => others.get(id)),
      )
      expect(wrong).toEqual([])
      // No clock drives page, worker and offscreen page together: the rest is played here, from what the model said of these very
      // tiles, through the product's own sampler and verdict.
      const private45 = playOn(await of())
      expect(private45.map((id) => others.get(id))).toEqual([])
    },
    PATIENCE_MS + 60_000,
  )
})

/** Forty-five minutes of these tiles; whoever was called private at any time. */
function playOn(seen: ReadonlyMap<string, readonly RoomReading[]>): readonly string[] {
  const verdicts = new Map<string, VerdictState>()
  const looks = new Map<string, number>()
  const called = new Set<string>()
  const tiles = [...seen.keys()].map((id) => ({ id, binding: id }))
  const nobody = new Set<string>()
  let now = 0
  let state = startSampling(now)
  let looked = 0
  while (now < LESSON_MS) {
    state = seeTiles(state, tiles, now)
    const next = nextSample(state, tiles, nobody, now, {
      ...DEFAULT_SAMPLER_POLICY,
      glanceMs: LESSON_MS,
    })
    if (next.do !== 'look') {
      now += next.do === 'wait' ? Math.min(next.ms, 1000) : 1000
      continue
    }
    const list = seen.get(next.id) ?? []
    const nth = looks.get(next.id) ?? 0
    looks.set(next.id, nth + 1)
    // Forwards and backwards through what was seen.
    const turn = nth % Math.max(1, 2 * list.length - 2)
    const reading = list[turn < list.length ? turn : 2 * list.length - 2 - turn]
    state = lookBegun(state, next.id, now)
    now += 20
    if (reading === undefined) continue
    looked += 1
    const verdict = updateVerdict(verdicts.get(next.id), reading, now, SHIPPED_VERDICT_POLICY)
    verdicts.set(next.id, verdict)
    if (verdict.verdict === 'bedroom' || verdict.verdict === 'bathroom') called.add(next.id)
    state = lookDone(state, next.id, false, worthAnotherLook(reading))
  }
  // Each at least every twenty seconds: a lesson in which nobody was looked at would prove nothing.
  expect(looked).toBeGreaterThan((LESSON_MS / DEFAULT_SAMPLER_POLICY.calmMs) * seen.size * 0.9)
  return [...called]
}
