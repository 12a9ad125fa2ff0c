import { describe, expect, it } from 'vitest'
import type { LessonRecord, RecordPerson } from '../../lib/record/types.ts'
import { toCpomsText } from '../../lib/record/cpoms.ts'
import { toCsv } from '../../lib/record/csv.ts'
import { toEventsCsv } from '../../lib/record/eventsCsv.ts'
import { recordFile, type RecordFormat } from '../../lib/record/files.ts'
import { parseRecord, toJson } from '../../lib/record/json.ts'
import { printModel } from '../../lib/record/print.ts'
import { redacted } from '../../lib/record/redact.ts'
import {
  CLOSED,
  LessonTale,
  MINUTE,
  OPEN,
  SECOND,
  TEN,
  YEAR_4,
} from '../vectors/lessons/builder.ts'

const row = (record: LessonRecord, name: string): RecordPerson => {
  const found = record.people.find((one) => one.name === name)
  if (found === undefined) throw new Error(`${name} is not in the record`)
  return found
}
const begun = () =>
  new LessonTale().prepared().at(-3).arrives('amelia', 'Amelia Potter').arrives('dev', 'Dev Shah')

describe('the record of a lesson', () => {
  it('has date, start, end and length (EG-40)', () => {
    const record = begun().at(42).ends().record()
    expect(record).toMatchObject({
      startedAt: TEN - 5 * MINUTE,
      endedAt: TEN + 42 * MINUTE,
      lengthMinutes: 47,
      endReason: 'endedForAll',
      interrupted: false,
      plannedStartAt: TEN,
      className: 'Year 4 Maths',
      schoolName: 'Both policies together',
      packId: 'combined',
    })
  })
  it('ends an interrupted lesson at its last proof of life', () => {
    const tale = begun().at(20).add({ type: 'proofOfLife' })
    const endedAt = tale.now
    const record = tale.at(300).add({ type: 'ended', reason: 'interrupted', endedAt }).record()
    expect(record).toMatchObject({
      interrupted: true,
      endedAt: TEN + 20 * MINUTE,
      lengthMinutes: 25,
    })
    expect(row(record, 'Dev Shah').stays).toEqual([
      { from: TEN - 3 * MINUTE, to: TEN + 20 * MINUTE },
    ])
  })
  it('is a record so far while the lesson runs', () => {
    expect(begun().at(10).record()).toMatchObject({
      endReason: 'running',
      endedAt: TEN + 10 * MINUTE,
      lengthMinutes: 15,
    })
  })
  it('has no length when the clock was set back, never a negative one', () => {
    const record = begun()
      .at(-60)
      .add({ type: 'ended', reason: 'left', endedAt: TEN - 60 * MINUTE })
      .record()
    expect(record.lengthMinutes).toBe(0)
    expect(record.people.every((one) => one.minutesPresent === 0)).toBe(true)
  })
  it('goes over midnight and through the end of summer time by the time that passed', () => {
    // 25 October 2026: at 02:00 BST the clocks go back to 01:00 GMT.
    const start = Date.UTC(2026, 9, 24, 23, 30)
    const tale = new LessonTale(start)
      .prepared()
      .after(120 * MINUTE)
      .ends()
    expect(tale.record()).toMatchObject({ startedAt: start, lengthMinutes: 120 })
  })
  it('knows a lesson to which nobody came', () => {
    const record = new LessonTale().prepared().at(15).ends().record()
    expect(record.people.map((one) => one.name)).toEqual(['Ms Sara Khan'])
    expect(record.notSeen).toHaveLength(4)
    const empty = new LessonTale().at(5).ends('left').record()
    expect(empty.people).toEqual([])
  })
  it('is the same every time', () => {
    const tale = begun().at(30).ends()
    expect(tale.record()).toEqual(tale.record())
    expect(toJson(tale.record())).toBe(toJson(tale.record()))
  })
})

describe('people in the record', () => {
  it('puts all devices of one child into one row, overlapping stays once', () => {
    const tale = begun()
      .at(5)
      .arrives('dev2', 'Dev Shah')
      .at(8)
      .leaves('dev')
      .at(20)
      .arrives('mum', 'Mrs Shah')
      .at(30)
      .ends()
    const dev = row(tale.record(), 'Dev Shah')
    expect(dev).toMatchObject({
      kind: 'pupil',
      personId: 'dev',
      shown: ['Dev Shah', 'Mrs Shah'],
      minutesPresent: 33,
      stays: [{ from: TEN - 3 * MINUTE, to: TEN + 30 * MINUTE }],
    })
    expect(tale.record().people.filter((one) => one.personId === 'dev')).toHaveLength(1)
  })
  it('leaves gaps out of the minutes', () => {
    const tale = begun()
      .at(10)
      .leaves('dev')
      .at(14)
      .arrives('dev', 'Dev Shah')
      .at(20)
      .leaves('dev')
      .at(30)
      .ends()
    expect(row(tale.record(), 'Dev Shah')).toMatchObject({
      minutesPresent: 19,
      lastSeenAt: TEN + 20 * MINUTE,
    })
    expect(row(tale.record(), 'Dev Shah').stays).toHaveLength(2)
  })
  it('counts camera minutes, not beyond the stay', () => {
    const tale = begun()
      .at(7)
      .camera('dev', 'off')
      .at(17)
      .camera('dev', 'on')
      .at(20)
      .leaves('dev')
      .at(30)
      .ends()
    expect(row(tale.record(), 'Dev Shah')).toMatchObject({
      minutesPresent: 23,
      minutesCameraOn: 13,
    })
  })
  it('names a child who came by a parent’s account', () => {
    const tale = new LessonTale().prepared().at(-3).arrives('mum', 'Mrs Shah').at(30).ends()
    expect(row(tale.record(), 'Dev Shah')).toMatchObject({
      kind: 'guardian',
      shown: ['Mrs Shah'],
      arrival: 'onTime',
    })
    expect(tale.record().notSeen.map((one) => one.name)).not.toContain('Dev Shah')
  })
  it('judges the arrival by the first knock', () => {
    const tale = new LessonTale()
      .prepared()
      .at(-6)
      .knocks('k1', 'Amelia Potter')
      .at(-3)
      .knocks('k2', 'Dev Shah')
      .at(2)
    tale
      .knockGone('k1', 'Amelia Potter')
      .knockGone('k2', 'Dev Shah')
      .arrives('a', 'Amelia Potter')
      .arrives('d', 'Dev Shah')
      .at(4)
      .arrives('b', 'Ben Okoro')
      .at(30)
      .ends()
    const record = tale.record()
    expect(
      ['Amelia Potter', 'Dev Shah', 'Ben Okoro'].map((name) => row(record, name).arrival),
    ).toEqual(['early', 'onTime', 'late'])
    expect(row(record, 'Amelia Potter')).toMatchObject({
      arrivedAt: TEN - 6 * MINUTE,
      firstSeenAt: TEN + 2 * MINUTE,
    })
  })
  it('does not count a knock that was turned away as the arrival', () => {
    const tale = new LessonTale().prepared().at(-4).knocks('k1', 'Amelia Potter').at(-3)
    tale.add({
      type: 'command',
      command: { kind: 'deny', key: 'k1', name: 'Amelia Potter' },
      outcome: { result: 'done', steps: [] },
    })
    tale.knockGone('k1', 'Amelia Potter', 'denied').at(19).knocks('k1', 'Amelia Potter')
    tale.at(20).arrives('a', 'Amelia Potter').knockGone('k1', 'Amelia Potter').at(30).ends()
    const record = tale.record()
    expect(row(record, 'Amelia Potter')).toMatchObject({
      arrival: 'late',
      arrivedAt: TEN + 19 * MINUTE,
      firstSeenAt: TEN + 20 * MINUTE,
    })
    expect(record.knocks.map((one) => one.how)).toEqual(['denied', 'admitted'])
  })
  it('does not take an offered match for the child', () => {
    const tale = begun()
      .matched('x', 'pupil', 'ben', { confidence: 0.8, reasons: ['closeSpelling'] })
      .arrives('x', 'Bem Okoro')
      .at(30)
      .ends()
    const record = tale.record()
    expect(row(record, 'Bem Okoro')).toMatchObject({ kind: 'ambiguous', perhaps: 'Ben Okoro' })
    expect(record.notSeen.find((one) => one.name === 'Ben Okoro')).toEqual({
      name: 'Ben Okoro',
      certain: false,
      personId: 'ben',
    })
  })
  it('keeps two strangers of one name apart when they were there together, and joins one who came back', () => {
    const back = begun()
      .arrives('x', 'Gary')
      .at(2)
      .leaves('x')
      .at(5)
      .arrives('y', 'Gary')
      .at(30)
      .ends()
      .record()
    expect(back.people.filter((one) => one.name === 'Gary')).toHaveLength(1)
    const two = begun().arrives('x', 'Gary').at(2).arrives('y', 'Gary').at(30).ends().record()
    expect(two.people.filter((one) => one.name === 'Gary')).toHaveLength(2)
  })
  it('never merges an impostor into the child they copy', () => {
    const tale = begun()
      .arrives('x', 'Gary')
      .at(5)
      .renames('x', 'Gary', 'Amelia Potter')
      .matched('x', 'duplicate', 'amelia')
      .at(30)
      .ends()
    const rows = tale.record().people.filter((one) => one.shown.includes('Amelia Potter'))
    expect(rows.map((one) => one.kind)).toEqual(['pupil', 'duplicate'])
    expect(rows[1]?.renames).toEqual([{ at: TEN + 5 * MINUTE, from: 'Gary', to: 'Amelia Potter' }])
  })
  it('gives a copy’s minutes to nobody where the copy came first', () => {
    const record = new LessonTale()
      .prepared()
      .matched('x', 'duplicate', 'amelia')
      .at(-3)
      .arrives('x', 'Amelia')
      .at(10)
      .arrives('amelia', 'Amelia Potter')
      .at(30)
      .ends()
      .record()
    const rows = record.people.filter((one) => one.name.startsWith('Amelia'))
    expect(rows).toMatchObject([
      { kind: 'pupil', personId: 'amelia', minutesPresent: 20, arrival: 'late' },
      { kind: 'duplicate', shown: ['Amelia'], minutesPresent: 33 },
    ])
  })
  it('lists staff first, then pupils in register order', () => {
    const tale = begun()
      .arrives('x', 'Gary')
      .arrives('ben', 'Ben Okoro')
      .arrives('lee', 'Tom Lee')
      .at(30)
      .ends()
    expect(tale.record().people.map((one) => one.name)).toEqual([
      'Ms Sara Khan',
      'Mr Tom Lee',
      'Amelia Potter',
      'Dev Shah',
      'Ben Okoro',
      'Gary',
    ])
  })
  it('tells rooms with question, answer and the all-clear', () => {
    const tale = begun()
      .at(11)
      .room('dev', 'bedroom')
      .prompts()
      .after(20 * SECOND)
      .answers('room', 'askToMove')
      .at(13)
      .room('dev', 'fine')
      .at(30)
      .ends()
    expect(row(tale.record(), 'Dev Shah').rooms).toEqual([
      { at: TEN + 11 * MINUTE, verdict: 'bedroom', answer: 'askToMove' },
      { at: TEN + 13 * MINUTE, verdict: 'fine', answer: '' },
    ])
  })
})

describe('absence', () => {
  const gone = (record: LessonRecord) =>
    record.notSeen.filter((one) => one.certain).map((one) => one.name)
  it('is certain only when the list was complete to the end', () => {
    expect(gone(begun().at(30).ends().record())).toEqual(['Ben Okoro', 'Zofia Kowalska'])
    expect(
      gone(
        begun()
          .at(10)
          .health('people', { level: 'partial', why: 'panelClosed' })
          .at(30)
          .ends()
          .record(),
      ),
    ).toEqual([])
  })
  // T-24
  it('is not certain when the list was partial for a while in the middle', () => {
    const tale = begun()
      .at(10)
      .health('people', { level: 'partial', why: 'panelClosed' })
      .at(15)
      .health('people', { level: 'complete' })
      .at(30)
      .ends()
    expect(gone(tale.record())).toEqual([])
  })
  it('forgives the minutes until the panel was opened and the page that goes away', () => {
    const tale = new LessonTale()
      .at(-3.5)
      .prepared()
      .arrives('amelia', 'Amelia Potter')
      .at(30)
      .health('people', { level: 'blind', why: 'pageNotRecognised' })
      .after(3 * SECOND)
      .ends()
    expect(gone(tale.record())).toEqual(['Dev Shah', 'Ben Okoro', 'Zofia Kowalska'])
  })
  it('is not certain while somebody unknown may be the child', () => {
    expect(gone(begun().arrives('x', 'iPad (2)').at(30).ends().record())).toEqual([])
  })
  it('goes by the last reading when the journal is not at hand', () => {
    expect(gone(begun().at(30).ends().record(false))).toEqual(['Ben Okoro', 'Zofia Kowalska'])
    expect(
      gone(
        begun().health('people', { level: 'blind', why: 'notInCall' }).at(30).ends().record(false),
      ),
    ).toEqual([])
  })
  it('tells how the reading was through the lesson', () => {
    const tale = begun().at(10).health('chat', { level: 'blind', why: 'panelClosed' }).at(30).ends()
    expect(tale.record().healthThrough?.chat).toEqual({
      complete: 15 * MINUTE,
      partial: 0,
      blind: 20 * MINUTE,
      why: [{ level: 'blind', why: 'panelClosed', ms: 20 * MINUTE }],
      parts: [{ from: TEN + 10 * MINUTE, to: TEN + 30 * MINUTE, level: 'blind' }],
    })
  })
  it('does not count time in which the page said nothing as read', () => {
    const proven = begun().after(MINUTE).add({ type: 'proofOfLife' })
    const since = proven.now
    const tale = proven
      .at(30)
      .health('chat', { level: 'partial', why: 'panelClosed' })
      .at(32)
      .ends()
    const record = tale.record()
    const silent = TEN + 30 * MINUTE - since
    expect(record.healthThrough?.chat.why).toEqual([
      { level: 'blind', why: 'pageSilent', ms: silent },
      { level: 'partial', why: 'panelClosed', ms: 2 * MINUTE },
    ])
    expect(record.healthThrough?.people.blind).toBe(silent)
    // Who came and went meanwhile is not known: nobody is called absent.
    expect(record.notSeen.every((one) => !one.certain)).toBe(true)
    for (const time of Object.values(record.healthThrough ?? {}))
      expect(time.complete + time.partial + time.blind).toBe(record.endedAt - record.startedAt)
  })
  it('says which client it was and by which selectors it was read, in every file', () => {
    const record = begun()
      .add({ type: 'readBy', variant: 'meet-2026', looks: { asOf: '2026-09-27', from: 'shipped' } })
      .at(10)
      .add({ type: 'readBy', variant: 'meet-2026', looks: { asOf: '2026-11-20', from: 'file' } })
      .at(30)
      .ends()
      .record()
    expect(record.readBy?.map((one) => one.looks?.from)).toEqual(['shipped', 'file'])
    const said =
      'Google Meet, layout of 2026, selectors of 2026-09-27 (the extension’s own); 10:10 Google Meet, layout of 2026, selectors of 2026-11-20 (from a file)'
    expect(toCsv(record)).toContain(said)
    const section = printModel(record).sections.find((one) => one.title.startsWith('How well'))
    expect(section?.rows.at(-1)?.join(' ')).toContain(said)
    const read = parseRecord(toJson(record))
    expect('record' in read && read.record.readBy).toEqual(record.readBy)
  })
  it('a record from before the pack was kept is still read', () => {
    const { readBy: _, ...old } = begun().at(30).ends().record()
    expect(parseRecord(JSON.stringify(old))).toHaveProperty('record')
    expect(toCsv(old)).toContain('How well read')
  })
})

describe('what was done', () => {
  it('has the lock, its attempts and its evidence', () => {
    const tale = begun()
      .at(5)
      .add({ type: 'command', command: { kind: 'lock' }, outcome: { result: 'guided', steps: [] } })
      .after(20 * SECOND)
      .access(CLOSED)
    expect(tale.record().lock).toEqual({
      dueAt: TEN + 5 * MINUTE,
      doneAt: TEN + 5 * MINUTE + 20 * SECOND,
      evidence: 'The access badge says “This call is restricted”.',
      attempts: [{ at: TEN + 5 * MINUTE, result: 'guided' }],
      reopenedAt: [],
      locked: [
        {
          from: TEN + 5 * MINUTE + 20 * SECOND,
          to: TEN + 5 * MINUTE + 20 * SECOND,
          knownBy: 'The access badge says “This call is restricted”.',
        },
      ],
      reopened: [],
    })
    expect(tale.at(9).access(OPEN).record().lock).toMatchObject({
      doneAt: TEN + 5 * MINUTE + 20 * SECOND,
      evidence: 'The access badge says “This call is restricted”.',
      reopenedAt: [TEN + 9 * MINUTE],
    })
    expect(begun().record().lock).toMatchObject({
      evidence: 'The access badge says “This call is open to anyone”.',
    })
  })
  it('quotes a site’s own sentence with one full stop', () => {
    const shown = { ...CLOSED, label: 'This meeting is locked. No one can join.' }
    expect(begun().at(5).access(shown).record().lock.evidence).toBe(
      'The access badge says “This meeting is locked. No one can join”.',
    )
  })
  it('names people in prompts, knocks and notes', () => {
    const tale = begun()
      .at(4)
      .prompts()
      .at(6)
      .arrives('x', 'Gary')
      .prompts()
      .add({ type: 'note', about: 'dev', text: 'Tired today.' })
      .knocks('k', 'Ben Okoro', true)
      .at(30)
      .ends()
    const record = tale.record()
    expect(record.prompts.find((one) => one.kind === 'lockSoon')?.about).toEqual([
      'Ben Okoro',
      'Zofia Kowalska',
    ])
    expect(record.prompts.find((one) => one.kind === 'unknownPerson')?.about).toEqual(['Gary'])
    expect(record.notes).toEqual([
      { at: TEN + 6 * MINUTE, about: 'Dev Shah', text: 'Tired today.' },
    ])
    expect(record.knocks).toEqual([
      {
        at: TEN + 6 * MINUTE,
        name: 'Ben Okoro',
        late: true,
        how: 'unknown',
        policy: 'EG-24: after the lock nobody else joins',
      },
    ])
  })
  it('does not say of a child who was taken out for now that they dropped out (CW-6)', () => {
    const back = (held: boolean) => {
      const tale = begun().at(2)
      if (held) tale.add({ type: 'held', id: 'dev', name: 'Dev Shah', why: 'noAdult' })
      return tale.leaves('dev').at(4).knocks('k', 'Dev Shah').prompts().at(30).ends().record()
    }
    const asked = (record: LessonRecord) =>
      record.prompts.filter((one) => one.kind === 'droppedPupil')[0]
    expect(asked(back(true))).toMatchObject({ how: 'held' })
    expect(asked(back(false))).toMatchObject({ about: ['Dev Shah'] })
    expect(asked(back(false))?.how).toBeUndefined()
    for (const kept of [back(true), redacted(back(true), [])]) {
      const texts = [toCpomsText(kept), toEventsCsv(kept), JSON.stringify(printModel(kept))]
      for (const text of texts) {
        expect(text).toContain('Asks to come in again after a hold')
        expect(text).not.toContain('Dropped out')
      }
      expect(parseRecord(toJson(kept))).toMatchObject({ record: kept })
    }
    expect(toCpomsText(back(false))).toContain('Dropped out')
  })
  it('does not look at the end as if somebody who was taken out were still there (EG-25)', () => {
    const tale = begun().at(2).arrives('x', 'Otter.ai Notetaker')
    const of = (record: LessonRecord) => record.checks.find((one) => one.clause === 'CW-1')?.what
    expect(of(tale.record())).toBe('Not on the register — in the call: Otter.ai Notetaker.')
    tale.at(4).leaves('x')
    expect(of(tale.record())).not.toContain('Otter')
    tale.at(30).ends()
    expect(of(tale.record())).toBe(
      'Not on the register — had been in the call: Otter.ai Notetaker.',
    )
  })
  it('has every clause of the pack with its state', () => {
    const record = begun().ticks('EG-9', 'said it').at(30).ends().record()
    expect(record.checks).toHaveLength(58)
    expect(record.checks.find((one) => one.clause === 'EG-9')).toMatchObject({
      state: 'confirmed',
      what: 'said it',
    })
    expect(record.checks.find((one) => one.clause === 'EG-3')).toMatchObject({
      state: 'todo',
      what: '',
    })
  })
  it('stands without a class and without a pack', () => {
    const tale = new LessonTale()
      .register(undefined)
      .teacher()
      .arrives('x', 'Amelia Potter')
      .at(10)
      .ends()
    expect(tale.record()).toMatchObject({ className: '', notSeen: [] })
    expect(parseRecord(toJson(tale.record()))).toHaveProperty('record')
  })
})

describe('an adult with the child (CW-5)', () => {
  const adult = (seen: boolean, id = 'amelia') => ({ type: 'adultSeen', id, seen }) as const
  const recheck = () => begun().at(1).add(adult(true)).at(25).add(adult(true))
  it('keeps the first look when it is looked again, in every form', () => {
    const record = recheck().at(30).ends().record()
    const amelia = row(record, 'Amelia Potter')
    expect(amelia).toMatchObject({
      adultSeenAt: TEN + MINUTE,
      adultLastSeenAt: TEN + 25 * MINUTE,
      adultLooks: [
        { at: TEN + MINUTE, seen: true },
        { at: TEN + 25 * MINUTE, seen: true },
      ],
    })
    expect(JSON.stringify(printModel(record))).toContain('"10:01, again 10:25"')
    const log = toEventsCsv(record)
    expect(log).toContain('"2026-11-20 10:01:00","Adult seen","Amelia Potter"')
    expect(log).toContain('"2026-11-20 10:25:00","Adult seen","Amelia Potter"')
    expect(toCsv(record)).toContain('"2026-11-20 10:25:00"')
    expect(parseRecord(toJson(record))).toHaveProperty('record')
  })
  it('keeps the time of the entry itself when it is looked again', () => {
    const tale = new LessonTale().prepared().at(-3).knocks('k1', 'Amelia Potter')
    tale.arrives('amelia', 'Amelia Potter').knockGone('k1', 'Amelia Potter')
    tale.at(1).add(adult(true)).at(25).add(adult(true)).ends()
    expect(tale.record().entries?.[0]?.adultSeenAt).toBe(TEN + MINUTE)
  })
  it('counts nothing that was taken back, and still says that it was', () => {
    const record = recheck().at(26).add(adult(false)).at(30).ends().record()
    const amelia = row(record, 'Amelia Potter')
    expect(amelia.adultSeenAt).toBeUndefined()
    expect(amelia.adultLastSeenAt).toBeUndefined()
    expect(toEventsCsv(record)).toContain('"Adult seen: taken back","Amelia Potter"')
    const again = recheck().at(26).add(adult(false)).at(28).add(adult(true)).ends().record()
    expect(row(again, 'Amelia Potter').adultSeenAt).toBe(TEN + 28 * MINUTE)
    expect(JSON.stringify(printModel(again))).toContain('"10:28"')
  })
  it('has the first look of two devices, and the last', () => {
    const record = begun()
      .arrives('tablet', 'Amelia Potter')
      .at(2)
      .add(adult(true, 'tablet'))
      .at(22)
      .add(adult(true))
      .ends()
      .record()
    expect(row(record, 'Amelia Potter')).toMatchObject({
      adultSeenAt: TEN + 2 * MINUTE,
      adultLastSeenAt: TEN + 22 * MINUTE,
    })
  })
})

describe('what the site keeps of the call (EG-21)', () => {
  const notice = (state: 'yes' | 'no', what: 'recording' | 'transcription' = 'recording') =>
    ({ type: 'notice', what, state }) as const
  it('stands in every form with its times, also where everybody had agreed and nothing was asked', () => {
    const record = begun()
      .add(notice('no'), notice('no', 'transcription'))
      .at(5)
      .add(notice('yes'))
      .at(10)
      .add(notice('no'))
      .at(20)
      .add(notice('yes', 'transcription'))
      .at(30)
      .ends()
      .record()
    expect(record.notices).toEqual([
      {
        what: 'recording',
        last: 'no',
        seen: [{ from: TEN + 5 * MINUTE, to: TEN + 10 * MINUTE }],
      },
      {
        what: 'transcription',
        last: 'yes',
        seen: [{ from: TEN + 20 * MINUTE, to: TEN + 30 * MINUTE }],
      },
      { what: 'noteTaking', last: 'unknown', seen: [] },
    ])
    const words = 'recording 10:05 to 10:10; transcription 10:20 to 10:30'
    expect(toCsv(record)).toContain(`"${words}"`)
    expect(JSON.stringify(printModel(record).facts)).toContain(words)
    expect(toEventsCsv(record)).toContain('"Seen to be on: recording"')
    expect(toCpomsText(record)).toContain('10:10 Seen to be off again: recording')
    expect(parseRecord(toJson(record))).toHaveProperty('record')
  })
  it('is not called none where the meeting shows nothing either way', () => {
    const fact = (record: LessonRecord) =>
      printModel(record).facts.find((one) => one.label === 'Recorded by the site')?.value
    expect(fact(begun().ends().record())).toBe('the meeting does not show it')
    expect(fact(begun().add(notice('no')).ends().record())).toBe('none seen')
    const { notices: _, ...older } = begun().ends().record()
    expect(fact(older)).toBeUndefined()
  })
})

describe('a very large lesson', () => {
  it('is whole in every form, with names and with initials: 250 people, 3 hours (how fast: npm run bench)', () => {
    const pupils = Array.from({ length: 250 }, (_, i) => ({
      ...(YEAR_4.pupils[0] ?? pupilMissing()),
      id: `p${i}`,
      firstName: 'Child',
      lastName: `Number${i}`,
    }))
    const tale = new LessonTale().register({ ...YEAR_4, pupils }).prepared()
    for (let i = 0; i < 250; i += 1) tale.arrives(`d${i}`, `Child Number${i}`)
    for (let minute = 1; minute < 180; minute += 6) {
      tale.at(minute)
      for (let i = minute % 5; i < 250; i += 5)
        tale.camera(`d${i}`, minute % 12 === 1 ? 'off' : 'on')
    }
    tale.at(180).ends()
    const record = tale.record()
    expect(record.people).toHaveLength(251)
    for (const one of [record, redacted(record, [])]) {
      const rows = (format: RecordFormat) => recordFile([one], format).text.split('\n').length
      // Its head and everybody; of the log at least one line for each who came in.
      expect(rows('csv')).toBeGreaterThanOrEqual(252)
      expect(rows('log')).toBeGreaterThan(251)
      expect(rows('cpoms')).toBeGreaterThan(10)
      expect(parseRecord(recordFile([one], 'json').text)).toHaveProperty('record')
      expect(printModel(one).timeline.rows).toHaveLength(251)
    }
  })
})

function pupilMissing(): never {
  throw new Error('the register of the test is empty')
}
