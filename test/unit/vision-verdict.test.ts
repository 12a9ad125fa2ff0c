import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readModelCard, verdictPolicyOf } from '../../lib/vision/card.ts'
import { SHIPPED_VERDICT_POLICY } from '../../lib/vision/shipped.ts'
import { ROOM_CLASSES } from '../../lib/vision/types.ts'
import type { RoomReading } from '../../lib/vision/types.ts'
import {
  DEFAULT_VERDICT_POLICY,
  isSilenced,
  pictureGone,
  silence,
  updateVerdict,
} from '../../lib/vision/verdict.ts'
import type { VerdictState } from '../../lib/vision/verdict.ts'
import { BLACK, dice, gridOf, readingOf } from '../support/rooms.ts'

const T0 = 1_700_000_000_000

/** Feeds one reading every `everyMs`; gives back the state after each. */
function feed(
  readings: readonly RoomReading[],
  everyMs = 1200,
  from?: VerdictState,
  at = T0,
): VerdictState[] {
  const states: VerdictState[] = []
  let state = from
  readings.forEach((reading, index) => {
    state = updateVerdict(state, reading, at + index * everyMs)
    states.push(state)
  })
  return states
}

const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index))
const last = (states: readonly VerdictState[]): VerdictState => {
  const state = states.at(-1)
  if (state === undefined) throw new Error('no state')
  return state
}

describe('a verdict over time', () => {
  it('says bedroom within four seconds of clear readings, and not on the first ones', () => {
    const states = feed(times(6, () => readingOf('bedroom', 0.85)))
    expect(states.slice(0, 3).map((state) => state.verdict)).toEqual([
      'unsure',
      'unsure',
      'bedroom',
    ])
    expect(states[2]?.readings).toBe(3)
  })

  it('is quicker where the readings are stronger, but never says anything after one', () => {
    const states = feed(times(3, () => readingOf('bedroom', 0.97)))
    expect(states.map((state) => state.verdict)).toEqual(['unsure', 'bedroom', 'bedroom'])
  })

  it('is the surer the clearer the readings, and stays below the model’s own score', () => {
    const sure = [0.85, 0.9, 0.95, 0.98].map((p) => {
      const state = last(feed(times(6, () => readingOf('bedroom', p))))
      expect(state.verdict).toBe('bedroom')
      // Bedrooms are rarer in a class than in the pictures the model learned from.
      expect(state.confidence).toBeLessThan(p)
      return state.confidence
    })
    expect(sure).toEqual(sure.toSorted((a, b) => a - b))
    expect(sure[0]).toBeGreaterThan(0.5)
  })

  it('hardly grows surer by seeing the same again and again', () => {
    const states = feed(times(60, () => readingOf('bedroom', 0.88)))
    const third = states[2]?.confidence ?? 0
    expect(last(states).confidence).toBeGreaterThanOrEqual(third)
    expect(last(states).confidence).toBeLessThan(third + 0.05)
  })

  it('says bathroom where that is clear, and asks more for it than for a bedroom', () => {
    expect(last(feed(times(5, () => readingOf('bathroom', 0.97)))).verdict).toBe('bathroom')
    expect(last(feed(times(5, () => readingOf('bathroom', 0.85)))).verdict).toBe('unsure')
  })

  it('still says private where bedroom and bathroom share the scores', () => {
    const both = readingOf('bedroom', 0.5)
    const shared = {
      ...both,
      scores: { bedroom: 0.47, bathroom: 0.43, common: 0.04, plain: 0.03, unclear: 0.03 },
    }
    expect(last(feed(times(5, () => shared))).verdict).toBe('bedroom')
  })

  it.each(['common', 'plain'] as const)('says fine of a %s room', (room) => {
    expect(last(feed(times(5, () => readingOf(room, 0.8)))).verdict).toBe('fine')
  })

  it('stays unsure while the pictures are unclear, however many', () => {
    const half = {
      ...readingOf('unclear', 0.5),
      scores: { bedroom: 0.02, bathroom: 0.02, common: 0.26, plain: 0.2, unclear: 0.5 },
    }
    for (const state of feed(times(60, () => half))) expect(state.verdict).toBe('unsure')
    for (const state of feed(times(60, () => readingOf('unclear', 0.9))))
      expect(state.verdict).toBe('unsure')
  })

  it('is not moved to bedroom by readings that lean to it only a little, however many', () => {
    const leaning = {
      ...readingOf('common', 0.4),
      scores: { bedroom: 0.55, bathroom: 0.02, common: 0.35, plain: 0.05, unclear: 0.03 },
    }
    for (const state of feed(times(300, () => leaning))) expect(state.verdict).not.toBe('bedroom')
  })

  it('does not flutter on readings around the threshold', () => {
    const roll = dice(5)
    const states = feed(
      times(200, () => readingOf(roll() < 0.75 ? 'bedroom' : 'common', 0.6 + roll() * 0.3)),
    )
    const changes = states.filter(
      (state, index) => index > 0 && state.verdict !== states[index - 1]?.verdict,
    )
    expect(changes.length).toBeLessThanOrEqual(6)
  })

  it('takes a bedroom back when the pupil hides the bed without moving the camera', () => {
    const bedroom = last(feed(times(8, () => readingOf('bedroom', 0.9))))
    const after = feed(
      times(30, () => readingOf('common', 0.85)),
      2000,
      bedroom,
      T0 + 10_000,
    )
    expect(last(after).verdict).toBe('fine')
  })

  it('is soon outweighed by another room that looked like the same scene', () => {
    const bedroom = last(feed(times(60, () => readingOf('bedroom', 0.9))))
    const after = feed(
      times(8, () => readingOf('common', 0.85)),
      1200,
      bedroom,
      T0 + 80_000,
    )
    expect(after[4]?.verdict).toBe('unsure')
    expect(last(after).verdict).toBe('fine')
    expect(last(after).sceneId).toBe(bedroom.sceneId)
  })

  it('clears by itself within ten seconds after the pupil moved', () => {
    const bedroom = last(feed(times(10, () => readingOf('bedroom', 0.9, 1))))
    const moved = feed(
      times(6, () => readingOf('common', 0.8, 2)),
      1800,
      bedroom,
      T0 + 20_000,
    )
    const fineAt = moved.findIndex((state) => state.verdict === 'fine')
    expect(fineAt).toBeGreaterThan(0)
    expect(fineAt * 1800).toBeLessThanOrEqual(10_000)
    expect(last(moved).sceneId).toBe(bedroom.sceneId + 1)
  })

  it('ignores a reading that was overtaken, but not a clock that was set back', () => {
    const state = last(feed([readingOf('bedroom', 0.9)]))
    expect(updateVerdict(state, readingOf('common', 0.9), T0 - 1)).toBe(state)
    const later = feed(
      times(6, () => readingOf('bedroom', 0.9)),
      1200,
      state,
      T0 - 3_600_000,
    )
    expect(last(later).verdict).toBe('bedroom')
  })
})

describe('scenes', () => {
  it('does not reset on one odd frame', () => {
    const bedroom = last(feed(times(6, () => readingOf('bedroom', 0.9, 1))))
    const hand = feed(
      [readingOf('unclear', 0.8, 9), readingOf('bedroom', 0.9, 1)],
      1200,
      bedroom,
      T0 + 10_000,
    )
    expect(hand.map((state) => state.verdict)).toEqual(['bedroom', 'bedroom'])
    expect(last(hand).sceneId).toBe(bedroom.sceneId)
  })

  it('"Looks fine" silences this scene and not the next', () => {
    const first = silence(last(feed(times(6, () => readingOf('bedroom', 0.9, 1)))))
    expect(isSilenced(first)).toBe(true)
    expect(first.silencedScene).toBe(first.sceneId)
    const other = last(
      feed(
        times(6, () => readingOf('bedroom', 0.9, 2)),
        1200,
        first,
        T0 + 20_000,
      ),
    )
    expect(other.verdict).toBe('bedroom')
    expect(isSilenced(other)).toBe(false)
    const back = last(
      feed(
        times(6, () => readingOf('bedroom', 0.9, 1)),
        1200,
        other,
        T0 + 40_000,
      ),
    )
    expect(back.sceneId).toBe(first.sceneId)
    expect(isSilenced(back)).toBe(true)
  })

  const bedroomIn = (scene: number, score: number, from: VerdictState | undefined, at: number) =>
    last(
      feed(
        times(6, () => readingOf('bedroom', score, scene)),
        1200,
        from,
        T0 + at * 20_000,
      ),
    )

  it('is still silent after more other scenes than are remembered', () => {
    let state = silence(bedroomIn(1, 0.9, undefined, 0))
    for (let scene = 2; scene <= 12; scene += 1) state = bedroomIn(scene, 0.9, state, scene)
    expect(isSilenced(state)).toBe(false)
    expect(isSilenced(bedroomIn(1, 0.9, state, 14))).toBe(true)
  })

  it('asks of who was asked about in vain twice only on clearer evidence, of others as before', () => {
    const once = silence(bedroomIn(1, 0.9, undefined, 0))
    const second = bedroomIn(2, 0.9, once, 1)
    expect(second.verdict).toBe('bedroom')
    const twice = silence(second)
    expect(bedroomIn(3, 0.9, twice, 2).verdict).not.toBe('bedroom')
    expect(bedroomIn(3, 0.99, twice, 2).verdict).toBe('bedroom')
    // A camera that was read as off for a moment does not begin it anew.
    expect(bedroomIn(3, 0.9, pictureGone(twice), 2).verdict).not.toBe('bedroom')
  })

  it('never gives an old number to a new scene', () => {
    let state: VerdictState | undefined
    const ids: number[] = []
    for (let scene = 1; scene <= 12; scene += 1) {
      state = last(
        feed(
          times(3, () => readingOf('common', 0.8, scene)),
          1200,
          state,
          T0 + scene * 10_000,
        ),
      )
      ids.push(state.sceneId)
    }
    expect(ids).toEqual(times(12, (index) => index))
    expect(state?.scenes.length).toBeLessThanOrEqual(DEFAULT_VERDICT_POLICY.maxScenes)
  })

  it('keeps its scene through dusk', () => {
    const states = feed(
      times(40, (index) =>
        readingOf('common', 0.8, 1, { scene: gridOf(1).map((v) => v * (1 - index * 0.02)) }),
      ),
    )
    expect(new Set(states.map((state) => state.sceneId)).size).toBe(1)
  })
})

describe('a covered lens', () => {
  it('is seen from the frame, not from the model, after three readings', () => {
    const states = feed(times(4, () => readingOf('bedroom', 0.95, 1, BLACK)))
    expect(states.map((state) => state.verdict)).toEqual(['unsure', 'unsure', 'covered', 'covered'])
  })

  it('is never silenced by "Looks fine", and ends when light comes back', () => {
    const fine = silence(last(feed(times(6, () => readingOf('bedroom', 0.9, 1)))))
    const covered = last(
      feed(
        times(3, () => readingOf('unclear', 0.9, 1, BLACK)),
        1200,
        fine,
        T0 + 10_000,
      ),
    )
    expect(covered.verdict).toBe('covered')
    expect(isSilenced(covered)).toBe(false)
    const light = feed(
      times(2, () => readingOf('bedroom', 0.9, 1)),
      1200,
      covered,
      T0 + 20_000,
    )
    expect(light.map((state) => state.verdict)).toEqual(['covered', 'bedroom'])
    expect(isSilenced(last(light))).toBe(true)
  })

  it('is not a dark room in which something can be seen', () => {
    const dark = { luma: { mean: 22, spread: 15 } }
    for (const state of feed(times(6, () => readingOf('unclear', 0.9, 1, dark))))
      expect(state.verdict).toBe('unsure')
  })

  it('is also a blank picture of one bright colour', () => {
    const blank = { luma: { mean: 180, spread: 1 }, scene: Array.from({ length: 48 }, () => 180) }
    expect(last(feed(times(3, () => readingOf('plain', 0.9, 1, blank)))).verdict).toBe('covered')
  })
})

const anyReading = fc
  .record({
    raw: fc.tuple(
      fc.double({ min: 0.001, max: 1, noNaN: true }),
      fc.double({ min: 0.001, max: 1, noNaN: true }),
      fc.double({ min: 0.001, max: 1, noNaN: true }),
      fc.double({ min: 0.001, max: 1, noNaN: true }),
      fc.double({ min: 0.001, max: 1, noNaN: true }),
    ),
    scene: fc.integer({ min: 1, max: 4 }),
    mean: fc.double({ min: 0, max: 255, noNaN: true }),
    spread: fc.double({ min: 0, max: 120, noNaN: true }),
    gap: fc.integer({ min: 0, max: 60_000 }),
  })
  .map(({ raw, scene, mean, spread, gap }) => {
    const sum = raw.reduce((a, b) => a + b, 0)
    const scores = Object.fromEntries(
      ROOM_CLASSES.map((room, i) => [room, (raw[i] ?? 0) / sum]),
    ) as RoomReading['scores']
    return {
      gap,
      reading: {
        scores,
        luma: { mean, spread },
        scene: gridOf(scene),
        modelMs: 1,
      } satisfies RoomReading,
    }
  })

describe('whatever comes', () => {
  it('stays bounded, plain JSON, and never says more than the readings allow', () => {
    fc.assert(
      fc.property(fc.array(anyReading, { maxLength: 60 }), (steps) => {
        let state: VerdictState | undefined
        let now = T0
        let highest = -1
        for (const { gap, reading } of steps) {
          now += gap
          const next = updateVerdict(state, reading, now)
          expect(next.confidence).toBeGreaterThanOrEqual(0)
          expect(next.confidence).toBeLessThanOrEqual(1)
          expect(next.scenes.length).toBeLessThanOrEqual(DEFAULT_VERDICT_POLICY.maxScenes)
          expect(next.sceneId).toBeLessThanOrEqual(highest + 1)
          expect(next.at).toBe(now)
          expect(next.weight).toBeLessThanOrEqual(DEFAULT_VERDICT_POLICY.memory + 1e-9)
          highest = Math.max(highest, next.sceneId)
          if (
            next.verdict === 'bedroom' ||
            next.verdict === 'bathroom' ||
            next.verdict === 'fine'
          ) {
            const { minReadings, strongReadings } = DEFAULT_VERDICT_POLICY
            expect(next.readings).toBeGreaterThanOrEqual(
              next.verdict === 'fine' ? minReadings : strongReadings,
            )
          }
          expect(JSON.parse(JSON.stringify(next))).toEqual(next)
          state = next
        }
      }),
      { numRuns: 200 },
    )
  })

  it('never calls a room private from unclear pictures alone', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            unclear: fc.double({ min: 0.5, max: 1, noNaN: true }),
            bedroom: fc.double({ min: 0, max: 1, noNaN: true }),
          }),
          { minLength: 1, maxLength: 60 },
        ),
        (pictures) => {
          const readings = pictures.map(({ unclear, bedroom }) => {
            const rest = 1 - unclear
            const scores = {
              bedroom: rest * bedroom,
              bathroom: rest * (1 - bedroom),
              common: 0,
              plain: 0,
              unclear,
            }
            return { ...readingOf('unclear', 0.5), scores }
          })
          for (const state of feed(readings))
            expect(['bedroom', 'bathroom', 'fine']).not.toContain(state.verdict)
        },
      ),
    )
  })

  it('begins again in a new scene, whatever was there before', () => {
    fc.assert(
      fc.property(
        fc.array(anyReading, { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 5, max: 9 }),
        (before, scene) => {
          let state: VerdictState | undefined
          let now = T0
          for (const { gap, reading } of before) {
            now += gap
            state = updateVerdict(state, reading, now)
          }
          const old = state?.sceneId
          const after = last(
            feed(
              times(2, () => readingOf('bedroom', 0.9, scene)),
              1000,
              state,
              now + 6000,
            ),
          )
          fc.pre(state !== undefined && state.readings > 0)
          expect(after.sceneId).not.toBe(old)
          // Both looks at the new scene count, none of those before.
          expect(after.readings).toBe(2)
          expect(after.weight).toBeCloseTo(2 * (1 - 0.025), 6)
          expect(['unsure', 'covered']).toContain(after.verdict)
        },
      ),
    )
  })

  it('adds up to the same in whatever order the pictures of one moment come', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.01, max: 0.98, noNaN: true }), {
          minLength: 2,
          // Beyond that the oldest fade.
          maxLength: DEFAULT_VERDICT_POLICY.memory,
        }),
        (scores) => {
          const one = last(
            feed(
              scores.map((p) => readingOf('bedroom', p)),
              0,
            ),
          )
          const other = last(
            feed(
              scores.toReversed().map((p) => readingOf('bedroom', p)),
              0,
            ),
          )
          expect(other.privateSum).toBeCloseTo(one.privateSum, 6)
          expect(other.fineSum).toBeCloseTo(one.fineSum, 6)
          expect(other.weight).toBeCloseTo(one.weight, 6)
        },
      ),
    )
  })

  it('keeps to what it said between the two steps', () => {
    // Scores whose log-odds lie between `leave` and `enter`.
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.7, max: 0.8, noNaN: true }), { minLength: 1, maxLength: 40 }),
        (scores) => {
          const middle = scores.map((p) => readingOf('bedroom', p))
          for (const state of feed(middle)) expect(state.verdict, 'from unsure').not.toBe('bedroom')
          const bedroom = last(feed(times(4, () => readingOf('bedroom', 0.95))))
          for (const state of feed(middle, 1200, bedroom, T0 + 10_000))
            expect(state.verdict, 'from bedroom').toBe('bedroom')
        },
      ),
    )
  })

  it('never calls a room private that no reading held for likely', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 0.3, noNaN: true }), { minLength: 1, maxLength: 80 }),
        (bedrooms) => {
          const readings = bedrooms.map((p) => ({
            ...readingOf('common', 0.6),
            scores: { bedroom: p, bathroom: 0.02, common: 0.58, plain: 0.35 - p, unclear: 0.05 },
          }))
          for (const state of feed(readings))
            expect(['bedroom', 'bathroom']).not.toContain(state.verdict)
        },
      ),
    )
  })
})

describe('the model card', () => {
  const card = { labels: [...ROOM_CLASSES], version: '1', sha256: '' }

  it('reads what stands beside the model', () => {
    expect(readModelCard(card).labels).toEqual([...ROOM_CLASSES])
    expect(verdictPolicyOf(readModelCard(card))).toEqual(DEFAULT_VERDICT_POLICY)
  })

  it('moves the step into "private" to the model’s own threshold', () => {
    for (const bedroomAt of [0.35, 0.57, 0.8, 0.9]) {
      const policy = verdictPolicyOf(readModelCard({ ...card, bedroomAt }))
      const after = (p: number) => {
        let state: VerdictState | undefined
        for (let i = 0; i < policy.minReadings; i += 1) {
          const reading = readingOf('bedroom', p)
          const scores = {
            bedroom: p,
            bathroom: 0,
            common: (1 - p) / 2,
            plain: (1 - p) / 2,
            unclear: 0,
          }
          state = updateVerdict(state, { ...reading, scores }, T0 + i, policy)
        }
        return state?.verdict
      }
      expect(after(bedroomAt + 0.03), `just above ${bedroomAt}`).toBe('bedroom')
      expect(after(bedroomAt - 0.03), `just below ${bedroomAt}`).not.toBe('bedroom')
    }
  })

  it('is readable as it is shipped', () => {
    expect(SHIPPED_VERDICT_POLICY.enter).toBeGreaterThan(SHIPPED_VERDICT_POLICY.leave)
  })

  it.each([
    [{}],
    [null],
    [{ ...card, labels: ['bedroom'] }],
    [{ ...card, labels: ['bedroom', 'bedroom', 'common', 'plain', 'unclear'] }],
  ])('refuses %j', (broken) => {
    expect(() => readModelCard(broken)).toThrow()
  })
})
