import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CLASS_OF_30, frameAt, playLesson, poolsOf } from '../../scripts/lesson-alarms/lesson.ts'
import { choose, dice, measure } from '../../scripts/lesson-alarms/measure.ts'
import type { Measured } from '../../scripts/lesson-alarms/measure.ts'
import { readSequences } from '../../scripts/lesson-alarms/sequences.ts'
import type { Sequences } from '../../scripts/lesson-alarms/sequences.ts'
import { ROOM_CLASSES } from '../../lib/vision/types.ts'
import type { RoomClass } from '../../lib/vision/types.ts'
import { DEFAULT_VERDICT_POLICY } from '../../lib/vision/verdict.ts'
import { readingOf } from '../support/rooms.ts'

const SECONDS = [0.8, 2, 3.2, 4.4, 5.6, 6.8, 26.8, 46.8]

/** Twelve tiles of each class; the model gives the right class `p`, or says `instead` of it. */
function tiles(p: number, instead: Partial<Record<RoomClass, RoomClass>> = {}): Sequences {
  const all = ROOM_CLASSES.flatMap((truth, kind) =>
    Array.from({ length: 12 }, (_, number) => {
      const readings = SECONDS.map(() =>
        readingOf(instead[truth] ?? truth, p, kind * 50 + number + 1),
      )
      return { truth, readings, mirrored: readings }
    }),
  )
  return { model: '0'.repeat(64), seconds: SECONDS, all }
}

const asked = { mix: CLASS_OF_30, lessons: 2, seed: 3 }

// Seconds of arithmetic on a busy machine.
describe('simulated lessons', { timeout: 60_000 }, () => {
  it('with a model that is always right: every bedroom at once, nobody else, cleared after the move', () => {
    const { falseAlarms, found, foundIn12, toAlarm, clearedIn10, wronglyCleared } = measure(
      tiles(0.97),
      0.8,
      DEFAULT_VERDICT_POLICY,
      asked,
    )
    expect({ falseAlarms, found, foundIn12, wronglyCleared }).toEqual({
      falseAlarms: 0,
      found: 1,
      foundIn12: 1,
      wronglyCleared: 0,
    })
    expect(toAlarm.ninety).toBeLessThan(6)
    expect(clearedIn10).toBeGreaterThan(0.9)
  })

  it('with a model that takes every common room for a bedroom: every one is a wrong prompt, once', () => {
    const { falseAlarms, falseAlarmsByRoom, quietLessons } = measure(
      tiles(0.97, { common: 'bedroom' }),
      0.8,
      DEFAULT_VERDICT_POLICY,
      asked,
    )
    expect(falseAlarms).toBeGreaterThanOrEqual(CLASS_OF_30.common)
    // "Looks fine" silences the scene; only somebody who moves to another such room is prompted for again.
    expect(falseAlarms).toBeLessThan(CLASS_OF_30.common * 1.5)
    expect(Object.keys(falseAlarmsByRoom)).toEqual(['common'])
    expect(quietLessons).toBe(0)
  })

  it('show the model frames and mirror images in turn: what one takes for a bedroom and the other does not is none', () => {
    const wrong = tiles(0.97, { common: 'bedroom' })
    const right = tiles(0.97)
    const all = wrong.all.map((one, index) => ({
      ...one,
      mirrored: right.all[index]?.mirrored ?? [],
    }))
    const result = measure({ ...wrong, all }, 0.8, DEFAULT_VERDICT_POLICY, asked)
    expect(result.found).toBe(1)
    expect(result.falseAlarms).toBeLessThan(1)
  })

  it('are the same with the same rolls', () => {
    const sequences = tiles(0.9)
    const once = () =>
      playLesson(sequences, poolsOf(sequences), CLASS_OF_30, DEFAULT_VERDICT_POLICY, dice(7))
    expect(once()).toEqual(once())
  })

  it('refuse a class that the file has no tile for', () => {
    const some = tiles(0.9)
    const without = { ...some, all: some.all.filter((one) => one.truth !== 'plain') }
    expect(() => measure(without, 0.8, DEFAULT_VERDICT_POLICY, asked)).toThrow(
      'no sequence of a plain background',
    )
  })

  it('play a tile backwards when its sequence is over', () => {
    const at = [0, 5.7, 6.8, 30, 46.8, 60, 92.8, 93].map((second) => frameAt(SECONDS, second))
    expect(at).toEqual([0, 4, 5, 6, 7, 6, 0, 0])
  })

  it('choose the lowest threshold that the teacher can bear', () => {
    const row = (bedroomAt: number, falseAlarms: number) =>
      ({ bedroomAt, falseAlarms }) as unknown as Measured
    const rows = [row(0.6, 1.4), row(0.7, 0.5), row(0.8, 0.1)]
    expect(choose(rows, 0.5)?.bedroomAt).toBe(0.7)
    expect(choose(rows, 0.01)?.bedroomAt).toBe(0.8)
    expect(choose([], 0.5)).toBeUndefined()
  })
})

describe('a file of sequences', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lesson-steward-sequences-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  const head = {
    format: 'lesson-steward/sequences',
    version: 1,
    model: 'a'.repeat(64),
    labels: [...ROOM_CLASSES],
    seconds: [0.8, 2],
  }
  const row = {
    truth: 'bedroom',
    scores: [
      [0.6, 0.1, 0.1, 0.1, 0.1],
      [0.7, 0, 0.1, 0.1, 0.1],
    ],
    mirrored: [
      [0.5, 0.2, 0.1, 0.1, 0.1],
      [0.4, 0.3, 0.1, 0.1, 0.1],
    ],
    mean: [100, 101],
    spread: [40, 41],
    scene: [Array<number>(48).fill(90), Array<number>(48).fill(91)],
  }
  async function written(...lines: unknown[]): Promise<string> {
    const path = join(folder, `${lines.length}-${JSON.stringify(lines).length}.jsonl`)
    await writeFile(path, lines.map((line) => JSON.stringify(line)).join('\n'))
    return path
  }

  it('is read as readings of the model', async () => {
    const { all, model, seconds } = await readSequences(await written(head, row))
    expect({ model, seconds }).toEqual({ model: head.model, seconds: [0.8, 2] })
    expect(all[0]?.truth).toBe('bedroom')
    expect(all[0]?.readings[1]).toMatchObject({
      scores: { bedroom: 0.7, bathroom: 0, common: 0.1, plain: 0.1, unclear: 0.1 },
      luma: { mean: 101, spread: 41 },
    })
    expect(all[0]?.mirrored[1]).toMatchObject({ scores: { bedroom: 0.4, bathroom: 0.3 } })
  })

  it.each([
    ['another file', [{ format: 'something' }], 'line 1'],
    ['a row of too few moments', [head, { ...row, mean: [1] }], 'line 2: 1 values where the file'],
    ['a class that is none', [head, row, { ...row, truth: 'attic' }], 'line 3'],
    ['nothing in it', [head], 'holds no sequences'],
  ])('with %s is refused with the place', async (_what, lines, said) => {
    await expect(readSequences(await written(...lines))).rejects.toThrow(said)
  })
})
