import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { againstGoals } from '../../scripts/eval-rooms/goals.mjs'
import {
  areaUnderCurve,
  median,
  ofTwoLooks,
  recallAt,
  summarise,
  summariseTwoLooks,
} from '../../scripts/eval-rooms/measure.mjs'

/** Few different scores, so that ties are common. */
const score = fc.integer({ min: 0, max: 12 }).map((tenth) => tenth / 12)
const scores = fc.array(score, { minLength: 1, maxLength: 40 })

describe('the area under the curve', () => {
  it('is how often a positive beats a negative, ties counting half, pair by pair', () => {
    fc.assert(
      fc.property(scores, scores, (positives, negatives) => {
        let won = 0
        for (const one of positives)
          for (const other of negatives) won += one > other ? 1 : one === other ? 0.5 : 0
        expect(areaUnderCurve(positives, negatives)).toBeCloseTo(
          won / (positives.length * negatives.length),
          10,
        )
      }),
    )
  })

  it('turns over with the sides, and does not change with a rising scale', () => {
    fc.assert(
      fc.property(scores, scores, (positives, negatives) => {
        const area = areaUnderCurve(positives, negatives) ?? NaN
        expect(areaUnderCurve(negatives, positives)).toBeCloseTo(1 - area, 10)
        const stretched = (values: number[]) => values.map((value) => Math.exp(3 * value) - 7)
        expect(areaUnderCurve(stretched(positives), stretched(negatives))).toBeCloseTo(area, 10)
      }),
    )
  })

  it.each([
    [[0.9, 0.8], [0.1, 0.2], 1],
    [[0.1], [0.9], 0],
    [[0.5, 0.5], [0.5], 0.5],
    [[0.9, 0.1], [0.5], 0.5],
  ])('of %j against %j is %d', (positives, negatives, area) => {
    expect(areaUnderCurve(positives, negatives)).toBe(area)
  })

  it('is none without both kinds', () => {
    expect(areaUnderCurve([], [0.1])).toBeNull()
    expect(areaUnderCurve([0.1], [])).toBeNull()
  })
})

describe('recall at a rate of false positives', () => {
  it('is the best that any threshold can do', () => {
    const rate = fc.constantFrom(0, 0.01, 0.05, 0.1, 0.25, 0.5, 1)
    fc.assert(
      fc.property(rate, scores, scores, (allowed, positives, negatives) => {
        const thresholds = [...positives, ...negatives, Infinity]
        const best = Math.max(
          ...thresholds
            .filter(
              (from) =>
                negatives.filter((one) => one >= from).length <= allowed * negatives.length + 1e-9,
            )
            .map((from) => positives.filter((one) => one >= from).length / positives.length),
        )
        expect(recallAt(allowed, positives, negatives)?.recall).toBeCloseTo(best, 10)
      }),
    )
  })

  it('keeps its promise at the threshold it names', () => {
    fc.assert(
      fc.property(scores, scores, (positives, negatives) => {
        const { recall, above } = recallAt(0.05, positives, negatives) ?? { recall: -1, above: 0 }
        const passing = negatives.filter((one) => one > above).length
        expect(passing).toBeLessThanOrEqual(0.05 * negatives.length)
        expect(positives.filter((one) => one > above).length / positives.length).toBe(recall)
      }),
    )
  })

  it('lets no tie slip through', () => {
    // Twenty negatives may let one through; the two best are alike, so none may pass with a positive of their score.
    const negatives = [0.8, 0.8, ...Array.from({ length: 18 }, () => 0.1)]
    expect(recallAt(0.05, [0.8, 0.9], negatives)).toEqual({ recall: 0.5, above: 0.8 })
    expect(recallAt(0.1, [0.8, 0.9, 0.05], negatives)?.recall).toBeCloseTo(2 / 3)
  })

  it('lets everything through where every negative may pass, and is none without both kinds', () => {
    expect(recallAt(1, [0, 0.5], [0.9])).toEqual({ recall: 1, above: -Infinity })
    expect(recallAt(0.05, [], [0.1])).toBeNull()
    expect(recallAt(0.05, [0.1], [])).toBeNull()
  })

  it('counts a rate that is a whole number of negatives as that number', () => {
    // 0.29 × 100 is 28.999999999999996 to a computer.
    const negatives = Array.from({ length: 100 }, (_, index) => index / 100)
    expect(recallAt(0.29, [0.705], negatives)?.recall).toBe(1)
    expect(recallAt(0.28, [0.705], negatives)?.recall).toBe(0)
  })
})

describe('the median', () => {
  it('has as many above it as below', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 1 }),
        (values) => {
          const mid = median(values) ?? NaN
          const below = values.filter((one) => one < mid).length
          const above = values.filter((one) => one > mid).length
          expect(Math.max(below, above)).toBeLessThanOrEqual(values.length / 2)
        },
      ),
    )
  })
  it('leaves the list as it was, and is none of nothing', () => {
    const values = [3, 1, 2]
    expect(median(values)).toBe(2)
    expect(values).toEqual([3, 1, 2])
    expect(median([4, 1, 2, 3])).toBe(2.5)
    expect(median([])).toBeNull()
  })
})

const CLASSES = ['bedroom', 'bathroom', 'common', 'plain', 'unclear']
function row(truth: string, said: string, bedroom = 0) {
  const scores: Record<string, number> = Object.fromEntries(CLASSES.map((one) => [one, 0.1]))
  scores['bedroom'] = bedroom
  scores[said] = said === 'bedroom' ? Math.max(bedroom, 0.6) : 0.95
  return { truth, scores }
}

describe('the summary', () => {
  const rows = [
    row('bedroom', 'bedroom', 0.9),
    row('bedroom', 'common', 0.7),
    row('common', 'common', 0.2),
    row('common', 'bedroom', 0.8),
    row('plain', 'plain', 0.05),
  ]
  const summary = summarise(rows, CLASSES, 0.75)

  it('counts what was said of what', () => {
    expect(summary.confusion['bedroom']).toMatchObject({ bedroom: 1, common: 1, plain: 0 })
    expect(summary.confusion['common']).toMatchObject({ bedroom: 1, common: 1 })
    expect(summary.accuracy).toEqual({ bedroom: 0.5, common: 0.5, plain: 1 })
    expect(summary.overall).toBe(3 / 5)
  })

  it('sets bedrooms against common rooms, and against everything else', () => {
    expect(summary.bedroomAgainstCommon).toMatchObject({ positives: 2, negatives: 2, auc: 0.75 })
    expect(summary.bedroomAgainstAll).toMatchObject({ positives: 2, negatives: 3 })
    expect(summary.bedroomAgainstAll.auc).toBeCloseTo(5 / 6)
  })

  it('says what the shipped threshold does', () => {
    expect(summary.atThreshold).toEqual({ bedroomAt: 0.75, found: 0.5, falseAlarms: 1 / 3 })
  })

  it('claims nothing of no pictures', () => {
    const empty = summarise([], CLASSES, 0.75)
    expect(empty.overall).toBeNull()
    expect(empty.accuracy).toEqual({})
    expect(empty.bedroomAgainstCommon.auc).toBeNull()
    expect(empty.atThreshold).toEqual({ bedroomAt: 0.75, found: null, falseAlarms: null })
  })
})

describe('two looks', () => {
  const chance = fc.double({ min: 0, max: 1, noNaN: true })

  it('give a score between the two, the same in either order, and that of both where they agree', () => {
    fc.assert(
      fc.property(chance, chance, (one, other) => {
        const both = ofTwoLooks(one, other)
        expect(both).toBeCloseTo(ofTwoLooks(other, one), 12)
        expect(both).toBeGreaterThanOrEqual(Math.min(one, other) - 1e-5)
        expect(both).toBeLessThanOrEqual(Math.max(one, other) + 1e-5)
        expect(ofTwoLooks(one, one)).toBeCloseTo(one, 5)
      }),
    )
  })

  it('meet half way on the scale of log-odds', () => {
    expect(ofTwoLooks(0.9, 0.1)).toBeCloseTo(0.5, 6)
    expect(ofTwoLooks(0.99, 0.5)).toBeCloseTo(1 / (1 + Math.sqrt(1 / 99)), 4)
  })

  it('are summed up as single looks are, and can be better than either', () => {
    const looked = (truth: string, one: number, mirrored: number) => ({
      ...row(truth, truth, one),
      scores: { bedroom: one },
      mirrorScores: { bedroom: mirrored },
    })
    const rows = [
      looked('bedroom', 0.9, 0.4),
      looked('bedroom', 0.4, 0.9),
      looked('common', 0.6, 0.1),
      looked('plain', 0.1, 0.2),
    ]
    const { bedroomAgainstCommon, bedroomAgainstAll } = summariseTwoLooks(rows)
    expect(bedroomAgainstCommon).toMatchObject({ positives: 2, negatives: 1, auc: 1 })
    expect(bedroomAgainstAll).toMatchObject({ positives: 2, negatives: 2, auc: 1 })
    expect(summarise(rows, ['bedroom', 'common', 'plain'], 0.5).bedroomAgainstCommon.auc).toBe(0.5)
    expect(summariseTwoLooks([]).bedroomAgainstAll.auc).toBeNull()
  })
})

describe('the goals', () => {
  const goals = { 'tiles-test': { auc: 0.92, recallAt5: 0.65 }, file: { bytes: 1000 } }
  const result = (auc: number | null, bytes: number) => ({
    source: 'tiles-test.tar',
    bedroomAgainstCommon: { auc, recallAt5: { recall: 0.7 }, recallAt1: null },
    model: { bytes },
    msPerFrame: 3,
  })

  it('are met or missed, by how much, and never met by a figure that is not there', () => {
    expect(againstGoals(goals, result(0.9, 1001))).toMatchObject([
      { figure: 'AUC', met: false, missedBy: expect.closeTo(0.02) },
      { figure: 'recall at 5 %', met: true, missedBy: 0 },
      { figure: 'bytes', met: false, missedBy: 1 },
    ])
    expect(againstGoals(goals, result(null, 1000)).map(({ figure }) => figure)).toEqual([
      'recall at 5 %',
      'bytes',
    ])
  })

  it('of half the time is met by half, as a browser’s clock gives it, and by no more', () => {
    const half = { file: { shareOfBesideTime: 0.5 } }
    const timed = (msPerFrame: number) =>
      againstGoals(half, {
        ...result(null, 10),
        msPerFrame,
        besideMs: 6.5999999940395355,
      })
    expect(timed(3.3000000044703484)).toMatchObject([{ met: true, missedBy: 0 }])
    expect(timed(3.4)).toMatchObject([{ met: false }])
  })

  it('of another set are not asked for', () => {
    const other = { ...result(0.1, 10), source: 'mine' }
    expect(againstGoals(goals, other).map(({ figure }) => figure)).toEqual(['bytes'])
  })
})
