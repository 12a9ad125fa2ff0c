import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  parseRecord,
  printModel,
  recordLines,
  toCpomsText,
  toCsv,
  toEventsCsv,
  toJson,
} from '../../lib/record/index.ts'
import type { LessonRecord, RecordPerson } from '../../lib/record/types.ts'
import { difference, intersection, total } from '../../lib/session/stretches.ts'
import type { Stretch } from '../../lib/session/stretches.ts'
import { CLOSED, LessonTale, MINUTE, OPEN, TEN } from '../vectors/lessons/builder.ts'

const row = (record: LessonRecord, name: string): RecordPerson => {
  const found = record.people.find((one) => one.name === name)
  if (found === undefined) throw new Error(`${name} is not in the record`)
  return found
}
const begun = () =>
  new LessonTale().prepared().at(-3).arrives('amelia', 'Amelia Potter').arrives('dev', 'Dev Shah')

describe('cameras in the record', () => {
  it('count minutes on, off, and off because staff asked for it', () => {
    const record = begun()
      .at(10)
      .room('dev', 'bedroom')
      .prompts()
      .answers('room', 'cameraOff')
      .at(12)
      .camera('dev', 'off')
      .at(20)
      .camera('dev', 'on')
      .at(25)
      .camera('dev', 'off')
      .at(30)
      .ends()
      .record()
    expect(row(record, 'Dev Shah')).toMatchObject({
      minutesCameraOn: 20,
      minutesCameraOff: 13,
      minutesCameraOffByStaff: 8,
      cameraOffByStaff: [{ from: TEN + 12 * MINUTE, to: TEN + 20 * MINUTE }],
    })
    expect(row(record, 'Amelia Potter')).toMatchObject({
      minutesCameraOff: 0,
      minutesCameraOffByStaff: 0,
    })
    const lines = recordLines(record).filter((one) => one.what === 'Camera off')
    expect(lines.map((one) => one.detail)).toEqual(['by staff instruction', ''])
    const attendance = printModel(record).sections.find((one) => one.title === 'Attendance')
    expect(attendance?.rows.find((one) => one[0] === 'Dev Shah')).toContain(
      '13, 8 of them asked for by staff',
    )
  })
  it('that can’t be told are neither on nor off', () => {
    const record = new LessonTale().prepared().joins('dev', 'Dev Shah').at(30).ends().record()
    expect(row(record, 'Dev Shah')).toMatchObject({
      minutesPresent: 35,
      minutesCameraOn: 0,
      minutesCameraOff: 0,
    })
  })
  it('are not called off when somebody only left', () => {
    const lines = recordLines(begun().at(10).leaves('dev').at(30).ends().record())
    expect(lines.some((one) => one.what === 'Went out' && one.who === 'Dev Shah')).toBe(true)
    expect(lines.some((one) => one.what === 'Camera off')).toBe(false)
  })
})

describe('coming and going in the record', () => {
  it('has each gap, how late somebody was, and how sure the match is', () => {
    const record = begun()
      .at(7)
      .arrives('ben', 'Ben Okoro')
      .at(10)
      .leaves('dev')
      .at(14)
      .arrives('dev2', 'Dev Shah')
      .at(30)
      .ends()
      .record()
    expect(row(record, 'Dev Shah').gaps).toEqual([
      { from: TEN + 10 * MINUTE, to: TEN + 14 * MINUTE },
    ])
    expect(row(record, 'Dev Shah')).toMatchObject({ minutesPresent: 29, confidence: 1 })
    expect(row(record, 'Ben Okoro')).toMatchObject({ arrival: 'late', lateMinutes: 7 })
    expect(row(record, 'Amelia Potter').lateMinutes).toBeUndefined()
    expect(toCsv(record)).toContain('"10:10–10:14"')
  })
})

describe('the lock in the record', () => {
  it('tells when it was open again, until when, and who came in', () => {
    const record = begun()
      .at(5)
      .access(CLOSED)
      .at(10)
      .leaves('dev')
      .at(11)
      .access(OPEN)
      .at(12)
      .arrives('dev2', 'Dev Shah')
      .at(13)
      .access(CLOSED)
      .at(15)
      .arrives('x', 'Gary')
      .at(20)
      .access(OPEN)
      .at(30)
      .ends()
      .record()
    const knownBy = 'The access badge says “This call is restricted”.'
    expect(record.lock.locked).toEqual([
      { from: TEN + 5 * MINUTE, to: TEN + 11 * MINUTE, knownBy },
      { from: TEN + 13 * MINUTE, to: TEN + 20 * MINUTE, knownBy },
    ])
    // Open at the end: that does not undo that it was locked, and when, and how that was known.
    expect(record.lock).toMatchObject({ doneAt: TEN + 5 * MINUTE, evidence: knownBy })
    expect(record.lock.reopened).toEqual([
      { at: TEN + 11 * MINUTE, until: TEN + 13 * MINUTE, cameIn: ['Dev Shah'] },
      { at: TEN + 20 * MINUTE, cameIn: [] },
    ])
    const { facts, timeline } = printModel(record)
    expect(facts.find((one) => one.label === 'Locked')?.value).toBe(
      '10:05, open again 10:11 to 10:13, open again 10:20',
    )
    expect(timeline.locked).toHaveLength(2)
    expect(timeline.reopened).toHaveLength(2)
  })
  const ofLock = (record: LessonRecord) =>
    recordLines(record)
      .filter((one) => /locked|open again/u.test(one.what))
      .map(({ at, what, who, detail }) => [(at - TEN) / MINUTE, what, who, detail])
  it('has a line for every lock, also where it was opened again and stayed open', () => {
    const tale = begun().at(5).access(CLOSED).at(20).access(OPEN)
    const says = 'The access badge says “This call is restricted”.'
    expect(ofLock(tale.record())).toEqual([
      [5, 'Seen locked', '', says],
      [20, 'Seen open again after the lock', '', ''],
    ])
    tale
      .at(21)
      .arrives('ben', 'Ben Okoro')
      .at(22)
      .access({ ...CLOSED, label: 'Locked' })
    const record = tale.at(30).ends().record()
    expect(ofLock(record)).toEqual([
      [5, 'Seen locked', '', says],
      [20, 'Seen open again after the lock', '', ''],
      [22, 'Seen locked again', 'Ben Okoro', 'came in; The access badge says “Locked”.'],
    ])
    const [cpoms, log] = [toCpomsText(record), toEventsCsv(record)]
    expect(cpoms).toContain(`10:05 Seen locked: ${says}`)
    expect(cpoms).toContain('10:22 Seen locked again (Ben Okoro): came in;')
    expect(log).toContain('10:05:00","Seen locked"')
    expect(parseRecord(toJson(record))).toMatchObject({ record })
  })
  it('says of a lock that no badge shows that it was seen after the click', () => {
    const done = { result: 'done', steps: [] } as const
    const tale = begun()
      .at(5)
      .add({ type: 'command', command: { kind: 'lock' }, outcome: done })
    const clicked = 'Seen in the meeting right after the click.'
    const record = tale.record()
    expect(record.lock).toMatchObject({ doneAt: TEN + 5 * MINUTE, evidence: clicked })
    expect(record.lock.locked?.map((one) => one.knownBy)).toEqual([clicked])
    // Without the journal nothing else is known of it either.
    expect(tale.record(false).lock).toMatchObject({ doneAt: TEN + 5 * MINUTE, evidence: clicked })
    // Once the badge shows it, that is what it is known by.
    expect(tale.at(6).access(CLOSED).record().lock.evidence).toContain('This call is restricted')
  })
  it('shows of a record from before each lock had its own what it has', () => {
    const record = begun().at(5).access(CLOSED).at(30).ends().record()
    const locked = record.lock.locked?.map(({ from, to }) => ({ from, to })) ?? []
    const { locked: _, ...lock } = record.lock
    expect(ofLock({ ...record, lock: { ...lock, locked } })).toEqual(ofLock(record))
    expect(ofLock({ ...record, lock })).toEqual(ofLock(record))
  })
})

describe('a laptop that sleeps for an hour in the middle', () => {
  const watched = () => {
    const tale = begun()
    for (let minute = -2; minute <= 10; minute += 1) tale.at(minute).add({ type: 'proofOfLife' })
    return tale
  }
  const slept = () =>
    watched()
      .at(70)
      .add({ type: 'proofOfLife' })
      .at(71)
      .leaves('dev')
      .at(72)
      .add({ type: 'proofOfLife' })
      .at(74)
      .ends()
      .record()
  it('is said, and the hour is nobody’s presence', () => {
    const record = slept()
    const gap = { from: TEN + 10 * MINUTE, to: TEN + 70 * MINUTE }
    expect(record.unwatched).toEqual([gap])
    expect(record.lengthMinutes).toBe(79)
    expect(row(record, 'Amelia Potter')).toMatchObject({
      minutesPresent: 17,
      minutesCameraOn: 17,
    })
    expect(row(record, 'Amelia Potter').minutesUnwatched).toBe(60)
    // The stays are what the journal says; the picture shows the hour as not watched.
    expect(row(record, 'Amelia Potter').stays).toHaveLength(1)
    const model = printModel(record)
    expect(model.facts.find((one) => one.label === 'Not watched')?.value).toContain(
      '10:10 to 11:10',
    )
    expect(model.timeline.unwatched.length).toBeGreaterThan(0)
    expect(recordLines(record).map((one) => one.what)).toContain('Nobody watched from here on')
  })
  it('calls nobody absent who may have been there meanwhile', () => {
    expect(slept().notSeen.every((one) => !one.certain)).toBe(true)
  })
})

describe('what is left of stretches', () => {
  const stretches = fc
    .uniqueArray(fc.integer({ min: 0, max: 50 }), { maxLength: 10 })
    .map((edges) => edges.toSorted((a, b) => a - b))
    .map((edges) =>
      edges.flatMap((from, i): Stretch[] => {
        const to = edges[i + 1]
        return i % 2 === 0 && to !== undefined ? [{ from, to }] : []
      }),
    )
  it('and what is taken away is the whole, and they share nothing', () => {
    fc.assert(
      fc.property(stretches, stretches, (some, others) => {
        const left = difference(some, others)
        expect(total(left) + total(intersection(some, others))).toBe(total(some))
        expect(intersection(left, others)).toEqual([])
      }),
    )
  })
})
