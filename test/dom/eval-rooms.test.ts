import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { FULL } from '../support/full.ts'
import { tar } from '../support/tarFile.ts'
import { drawnPictures, evalByNpm, evalRooms, resultSchema } from './support/evalRooms.ts'
import type { Ended, Picture } from './support/evalRooms.ts'
import { readCard, readVectors } from './support/vectors.ts'

/**
 * The command that measures the room model, as it is called, on a handful of drawn pictures. What the figures are worth is not
 * looked at: whether they are those of these pictures is. What its parts compute is in the unit tests of `eval-…`.
 */
let folder = ''
let pictures: readonly Picture[] = []
const TORN = { 'bedroom/torn.jpg': 'no picture at all', 'kitchen/empty.webp': '' }

const put = (name: string, body: string | Buffer): string => {
  const file = join(folder, name)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, body)
  return file
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lesson-steward-eval-rooms-'))
  pictures = await drawnPictures()
  for (const { name, body } of pictures) put(`set/${name}`, body)
  for (const [name, body] of Object.entries(TORN)) put(`set/${name}`, body)
})
afterAll(() => rmSync(folder, { recursive: true }))

type Result = z.infer<typeof resultSchema>
const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0)

/** The area under the curve, pair by pair. */
function areaOf(positives: readonly number[], negatives: readonly number[]): number {
  const won = positives.flatMap((one) =>
    negatives.map((other) => (one > other ? 1 : one === other ? 0.5 : 0)),
  )
  return sumOf(won) / won.length
}

describe('eval-rooms on a folder', () => {
  let ended: Ended
  let result: Result
  beforeAll(async () => {
    ended = await evalByNpm(join(folder, 'set'), '--json')
    result = resultSchema.parse(JSON.parse(ended.out))
  })

  it('names what can’t be read, goes on, and ends with 1', () => {
    expect(ended.code).toBe(1)
    expect([...result.unreadable].sort()).toEqual(Object.keys(TORN))
    expect(result.pictures).toBe(pictures.length)
  })

  it('has a row for each picture, by name, with a score for each class', () => {
    expect(result.scores.map(({ name }) => name).sort()).toEqual(
      pictures.map(({ name }) => name).sort(),
    )
    for (const { name, scores, mirrorScores } of result.scores) {
      for (const one of [scores, mirrorScores]) {
        expect(Object.keys(one).sort(), name).toEqual([...result.classes].sort())
        expect(sumOf(Object.values(one)), name).toBeCloseTo(1, 2)
      }
    }
  })

  it('says what each label counts as: any other room than a bedroom or a bathroom is common', () => {
    expect(result.labels).toEqual({
      'Living room': { count: 2, as: 'common' },
      bathroom: { count: 1, as: 'bathroom' },
      bedroom: { count: 3, as: 'bedroom' },
      dark: { count: 1, as: 'unclear' },
      kitchen: { count: 2, as: 'common' },
      plain: { count: 2, as: 'plain' },
    })
  })

  it('counts each picture once, under its class and what the model said first', () => {
    const { confusion, classes, scores } = result
    expect(sumOf(classes.flatMap((truth) => Object.values(confusion[truth] ?? {})))).toBe(
      pictures.length,
    )
    const said = (row: Result['scores'][0]) =>
      classes.toSorted((a, b) => (row.scores[b] ?? 0) - (row.scores[a] ?? 0))[0] ?? ''
    for (const truth of classes) {
      const mine = scores.filter((row) => row.truth === truth)
      for (const one of classes)
        expect(confusion[truth]?.[one], `${truth} called ${one}`).toBe(
          mine.filter((row) => said(row) === one).length,
        )
      expect(result.accuracy[truth], truth).toBeCloseTo(
        mine.filter((row) => said(row) === truth).length / mine.length,
      )
    }
    expect(result.overall).toBeCloseTo(
      scores.filter((row) => said(row) === row.truth).length / scores.length,
    )
  })

  it('has the area under the curve and both recalls of these very scores', () => {
    const bedroomOf = (test: (truth: string) => boolean) =>
      result.scores.flatMap(({ truth, scores }) => (test(truth) ? [scores['bedroom'] ?? NaN] : []))
    const bedrooms = bedroomOf((truth) => truth === 'bedroom')
    const against = [
      [result.bedroomAgainstCommon, bedroomOf((truth) => truth === 'common')],
      [result.bedroomAgainstAll, bedroomOf((truth) => truth !== 'bedroom')],
    ] as const
    for (const [curve, others] of against) {
      expect(curve).toMatchObject({ positives: bedrooms.length, negatives: others.length })
      expect(curve.auc).toBeCloseTo(areaOf(bedrooms, others))
      // So few others that one would be more than five in a hundred: none may pass.
      const found = bedrooms.filter((score) => score > Math.max(...others)).length
      expect(curve.recallAt5?.recall).toBeCloseTo(found / bedrooms.length)
      expect(curve.recallAt1?.recall).toBeCloseTo(found / bedrooms.length)
    }
    const { bedroomAt, found } = result.atThreshold
    expect(found).toBeCloseTo(bedrooms.filter((one) => one >= bedroomAt).length / bedrooms.length)
  })

  it('is of the file that ships, near the training framework, with the time of a frame', async () => {
    const [card, vectors] = await Promise.all([readCard(), readVectors()])
    expect(result.model.sha256).toBe(card.sha256)
    expect(result.atThreshold.bedroomAt).toBe(card.bedroomAt)
    expect(result.largestDifferenceFromTraining).toBeLessThanOrEqual(vectors.tolerance)
    const times = result.scores.map(({ ms }) => ms).sort((a, b) => a - b)
    expect(result.msPerFrame).toBe(times[Math.floor(times.length / 2)])
  })

  it('prints the same of a tar, in words, and ends with 0', async () => {
    const entries = pictures.map(({ name, body }) => ({ name: `rooms/${name}`, body }))
    const { code, out } = await evalRooms(put('set.tar', tar(entries)))
    expect(code).toBe(0)
    expect(out).toContain(`set.tar: ${pictures.length} pictures`)
    expect(out).toContain('Living room 2 → common')
    const { auc, recallAt5, recallAt1 } = result.bedroomAgainstCommon
    expect(out).toContain(
      `bedroom against common rooms (3 / 4): AUC ${auc?.toFixed(3)}, recall ${recallAt5?.recall.toFixed(3)} at 5 % false positives, ${recallAt1?.recall.toFixed(3)} at 1 %`,
    )
    expect(out).toContain(`overall accuracy ${(result.overall * 100).toFixed(1)} %`)
    for (const truth of result.classes) {
      const counts = result.classes.map((said) => String(result.confusion[truth]?.[said]))
      const percent = ((result.accuracy[truth] ?? NaN) * 100).toFixed(1)
      expect(out).toMatch(new RegExp(`^${[truth, ...counts, percent].join('\\s+')} %$`, 'm'))
    }
    expect(out).toMatch(/\d ms a frame/)
    expect(out).not.toContain('Could not be read')
  })
})

describe('eval-rooms that can not begin', () => {
  it('says why in a sentence, and ends with 2', async () => {
    mkdirSync(join(folder, 'bare/bedroom'), { recursive: true })
    put('notes/bedroom.jpg', 'a picture without a label')
    put('diary.tar', 'Dear diary, '.repeat(100))
    const set = join(folder, 'set')
    const cases: readonly (readonly [readonly string[], RegExp])[] = [
      [[], /Usage: npm run -s eval-rooms/],
      [[join(folder, 'nowhere')], /does not exist/],
      [[join(folder, 'bare')], /No labelled pictures in "bare": expected label\/name\.jpg/],
      [[join(folder, 'notes')], /No labelled pictures in "notes"/],
      [[join(folder, 'diary.tar')], /"diary\.tar" is not a tar archive/],
      [[set, '--limit', '0'], /--limit takes a whole number above 0/],
      [[set, '--model', join(folder, 'none.tflite')], /There is no model file "none\.tflite"/],
    ]
    for (const [args, why] of cases) {
      const { code, out, err } = await evalRooms(...args)
      expect(code, err).toBe(2)
      expect(out).toBe('')
      expect(err).toMatch(why)
      expect(err, 'no stack').not.toMatch(/^\s+at /m)
    }
  })

  // A third browser for one sentence.
  it.runIf(FULL)('is said too where not one picture can be read', async () => {
    const file = put('torn.tar', tar([{ name: 'bedroom/1.jpg', body: 'x' }]))
    const { code, err } = await evalRooms(file, '--json')
    expect(code).toBe(2)
    expect(err).toContain('None of the 1 pictures could be read.')
  })
})
