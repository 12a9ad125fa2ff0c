import { describe, expect, it } from 'vitest'
import {
  classMapOf,
  overviewOf,
  readingSparks,
  stripOf,
  type LessonRecord,
} from '../../lib/record/index.ts'
import { LessonTale, MINUTE, TEN } from '../vectors/lessons/builder.ts'

const DAY = 86_400_000

const plain = () =>
  new LessonTale().prepared().at(0).arrives('amelia', 'Amelia Potter').at(30).ends().record()

/** A record with its facts put in by hand: from 10:00 to 11:00. */
const record = (more: Partial<LessonRecord>): LessonRecord => ({
  ...plain(),
  startedAt: TEN,
  endedAt: TEN + 60 * MINUTE,
  lengthMinutes: 60,
  knocks: [],
  prompts: [],
  unwatched: [],
  ...more,
})
const at = (minutes: number): number => TEN + minutes * MINUTE

describe('a lesson as one line', () => {
  it('has the lock, the late knocks and the prompts where they were, and says them', () => {
    const strip = stripOf(
      record({
        lock: {
          dueAt: at(6),
          evidence: '',
          attempts: [],
          reopenedAt: [at(30)],
          locked: [
            { from: at(6), to: at(30) },
            { from: at(36), to: at(60) },
          ],
        },
        knocks: [
          { at: at(1), name: 'Dev', late: false, how: 'admitted' },
          { at: at(15), name: 'Gary', late: true, how: 'admitted' },
        ],
        prompts: [{ at: at(45), kind: 'room', about: [], answer: '', by: '' }],
        unwatched: [{ from: at(50), to: at(70) }],
      }),
    )
    expect(strip).toEqual({
      locked: [
        { from: 0.1, to: 0.5 },
        { from: 0.6, to: 1 },
      ],
      lockDue: 0.1,
      lateKnocks: [0.25],
      prompts: [0.75],
      unwatched: [{ from: 50 / 60, to: 1 }],
      damaged: false,
      lacking: false,
      spoken:
        '60 minutes: locked at 10:06; 1 late knock at 10:15; 1 prompt at 10:45; not watched all the time',
    })
  })

  it('says that no lock was seen, counts where there are many, names nobody', () => {
    const strip = stripOf(
      record({
        lock: { evidence: '', attempts: [], reopenedAt: [] },
        knocks: [1, 2, 3, 4].map((n) => ({ at: at(n), name: 'Gary', late: true, how: 'left' })),
      }),
    )
    expect(strip.spoken).toBe('60 minutes: no lock seen; 4 late knocks; no prompt')
    expect(JSON.stringify(strip)).not.toContain('Gary')
  })

  it('says that its journal is damaged', () => {
    const lock = { evidence: '', attempts: [], reopenedAt: [] }
    const of = (check: 'intact' | 'changed' | 'missing') =>
      stripOf(record({ lock, journal: { events: 3, head: '', check } }))
    expect(of('intact').damaged).toBe(false)
    expect(of('missing').damaged).toBe(true)
    expect(of('changed').spoken).toMatch(/; the journal is damaged$/)
  })

  it('says that entries can’t be read where nothing else is wrong', () => {
    const lock = { evidence: '', attempts: [], reopenedAt: [] }
    const journal = { events: 3, head: '', check: 'intact', unreadable: 1, unread: [{ seq: 2 }] }
    const strip = stripOf(record({ lock, journal: { ...journal, check: 'intact' } }))
    expect(strip).toMatchObject({ damaged: false, lacking: true })
    expect(strip.spoken).toMatch(/; some entries can’t be read$/)
  })

  it('takes the one lock of an older record, and a lesson of no length', () => {
    const lock = { doneAt: at(30), evidence: '', attempts: [], reopenedAt: [] }
    expect(stripOf(record({ lock })).locked).toEqual([{ from: 0.5, to: 1 }])
    expect(stripOf(record({ lock, endedAt: TEN })).locked).toEqual([{ from: 1, to: 1 }])
  })
})

describe('how well each thing could be read', () => {
  const whole = { complete: 60 * MINUTE, partial: 0, blind: 0 }
  const all = { people: whole, lobby: whole, cameras: whole, chat: whole, lock: whole }

  it('is a line of steps without a gap', () => {
    const people = {
      complete: 45 * MINUTE,
      partial: 0,
      blind: 15 * MINUTE,
      parts: [
        { from: at(0), to: at(6), level: 'blind' as const },
        { from: at(30), to: at(39), level: 'blind' as const },
      ],
    }
    const sparks = readingSparks(record({ healthThrough: { ...all, people } }))
    expect(sparks).toHaveLength(5)
    expect(sparks[0]?.steps).toEqual([
      { from: 0, to: 0.1, level: 'blind' },
      { from: 0.1, to: 0.5, level: 'complete' },
      { from: 0.5, to: 0.65, level: 'blind' },
      { from: 0.65, to: 1, level: 'complete' },
    ])
    expect(sparks[0]?.spoken).toContain('10:00 to 10:06 not at all; 10:30 to 10:39 not at all')
    expect(sparks[1]?.steps).toEqual([{ from: 0, to: 1, level: 'complete' }])
  })

  it('is not drawn where a record does not say when', () => {
    const { healthThrough: _, ...rest } = record({})
    expect(readingSparks(rest)).toEqual([])
    const chat = { complete: 0, partial: 0, blind: 60 * MINUTE }
    const drawn = readingSparks(record({ healthThrough: { ...all, chat } }))
    expect(drawn.map((one) => one.topic)).not.toContain('Chat')
  })
})

describe('a class over a term', () => {
  it('has a cell for each pupil and lesson, told by sign and words, under months and days', () => {
    const late = new LessonTale(TEN + 14 * DAY)
      .prepared()
      .arrives('lee', 'Mr Tom Lee')
      .after(MINUTE)
      .arrives('amelia', 'Amelia Potter')
      .after(30 * MINUTE)
      .ends()
      .record()
    const map = classMapOf(overviewOf([late, plain()]))
    expect(map.months).toEqual([
      { key: '2026-11', name: 'November', count: 1 },
      { key: '2026-12', name: 'December', count: 1 },
    ])
    expect(map.lessons.map((one) => one.when)).toEqual([
      '20 November 2026, 09:55',
      '4 December 2026, 10:00',
    ])
    const amelia = map.rows.find((row) => row.name === 'Amelia Potter')
    expect(amelia?.cells.map((cell) => cell.sign)).toEqual(['•', 'L'])
    expect(map.rows.every((row) => row.cells.length === 2)).toBe(true)
    const signs = map.used.map((cell) => cell.sign)
    expect(new Set(signs).size).toBe(signs.length)
  })

  it('tells a short stay from a whole one', () => {
    const short = new LessonTale()
      .prepared()
      .at(-4)
      .arrives('amelia', 'Amelia Potter')
      .at(5)
      .leaves('amelia')
      .at(30)
      .ends()
      .record()
    const map = classMapOf(overviewOf([short]))
    expect(map.rows.find((row) => row.name === 'Amelia Potter')?.cells[0]).toMatchObject({
      is: 'part',
      sign: '½',
    })
  })
})
