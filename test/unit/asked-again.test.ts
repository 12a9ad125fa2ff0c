import { describe, expect, it } from 'vitest'
import { describePrompt } from '../../lib/protocol/wording.ts'
import type { SessionEventBody } from '../../lib/session/events.ts'
import {
  parseRecord,
  printModel,
  redacted,
  toCpomsText,
  toCsv,
  toEventsCsv,
  toJson,
} from '../../lib/record/index.ts'
import { keyOf } from '../../lib/session/prompts.ts'
import { LessonTale, MINUTE, SECOND, TEN, YEAR_4 } from '../vectors/lessons/builder.ts'

/** What happens a second time is asked about a second time; what only seems to is not. */

const fromTen = () => new LessonTale(TEN).prepared()
const both = () => fromTen().arrives('amelia', 'Amelia Potter').arrives('dev', 'Dev Shah')
const single = () => fromTen().register({ ...YEAR_4, pupils: YEAR_4.pupils.slice(0, 1) })
const shares = (tale: LessonTale, on: boolean, id = 'amelia') =>
  tale.add({ type: 'presenting', id, on }).prompts()
type Kept = Extract<SessionEventBody, { type: 'notice' }>['what']
const keeps = (tale: LessonTale, state: 'yes' | 'no', what: Kept = 'recording') =>
  tale.add({ type: 'notice', what, state }).prompts()
const asked = (tale: LessonTale, kind: string) =>
  tale.state().prompts.filter((prompt) => prompt.kind === kind)
const open = (tale: LessonTale, kind: string) =>
  asked(tale, kind).filter((prompt) => prompt.answer === undefined)
const check = (tale: LessonTale, id: string) =>
  tale.evaluate().checklist.find((one) => one.clause.id === id)?.state

describe('a pupil who shares again (EG-31)', () => {
  const once = () => {
    const tale = shares(both().at(10), true).answers('presenting', 'seen')
    return shares(tale.at(12), false)
  }

  it('is asked about again', () => {
    const tale = shares(once().at(20), true)
    expect(open(tale, 'presenting')).toMatchObject([{ about: ['amelia'] }])
  })
  it('is not, where a reading missed the share for a moment', () => {
    const tale = shares(both().at(10), true).answers('presenting', 'seen')
    shares(tale.after(MINUTE), false)
    shares(tale.after(5 * SECOND), true)
    expect(asked(tale, 'presenting')).toHaveLength(1)
  })
  it('is asked about again after they were gone, however soon', () => {
    const tale = shares(both().at(10), true).answers('presenting', 'remove')
    tale
      .leaves('amelia')
      .prompts()
      .after(10 * SECOND)
      .arrives('amelia', 'Amelia Potter')
      .prompts()
    expect(open(shares(tale, true), 'presenting')).toHaveLength(1)
  })
  it('is told of in the end where the second share was not answered', () => {
    const tale = shares(shares(once().at(20), true).at(31), false)
    expect(check(tale.at(45).ends(), 'EG-31')).toEqual({
      is: 'problem',
      what: 'Presented, not staff, and it was not answered: Amelia Potter.',
      about: ['amelia'],
    })
    const answered = shares(once().at(20), true).answers('presenting', 'seen')
    expect(check(answered.at(45).ends(), 'EG-31')).toMatchObject({
      is: 'seen',
      what: 'Somebody other than staff presented; it was answered each time.',
    })
  })
  it('is told of also by a journal in which nobody was asked the second time', () => {
    const tale = once().at(20).add({ type: 'presenting', id: 'amelia', on: true })
    tale.at(31).add({ type: 'presenting', id: 'amelia', on: false })
    expect(check(tale.at(45).ends(), 'EG-31')).toMatchObject({ is: 'problem', about: ['amelia'] })
  })
})

describe('a call that is recorded again (EG-21)', () => {
  const withBen = () => both().arrives('ben', 'Ben Okoro').at(10)
  const stopped = () =>
    keeps(keeps(withBen(), 'yes').answers('recording', 'seen').after(MINUTE), 'no')

  it('is asked about again, by name and where it can’t be told who is there', () => {
    expect(open(keeps(stopped().at(20), 'yes'), 'recording')).toMatchObject([{ about: ['ben'] }])
    const tale = keeps(both().at(10).pack('combined', { recording: 'never' }), 'yes')
    keeps(tale.answers('recording', 'seen').after(MINUTE), 'no')
    expect(open(keeps(tale.at(20), 'yes'), 'recording')).toMatchObject([{ about: [] }])
  })
  it('is not, where the sign was missed for a moment or the list is read in part', () => {
    const tale = stopped()
    keeps(tale.after(5 * SECOND), 'yes')
    expect(asked(tale, 'recording')).toHaveLength(1)
    tale.health('people', { level: 'partial', why: 'panelClosed' }).prompts()
    tale.after(MINUTE).health('people', { level: 'complete' }).prompts()
    expect(asked(tale, 'recording')).toHaveLength(1)
  })
  it('is judged apart from one that is transcribed, and said so', () => {
    const tale = keeps(withBen(), 'yes').answers('recording', 'seen').after(MINUTE)
    keeps(tale, 'yes', 'transcription')
    const [second] = open(tale, 'recording')
    expect(second).toMatchObject({ about: ['ben'] })
    const finding = tale
      .evaluate()
      .findings.find((one) => one.key === keyOf(second?.promptId ?? ''))
    const text = describePrompt('recording', ['Ben Okoro'], { state: tale.state(), finding })
    expect(text.title).toBe('This call is being transcribed, without permission for Ben Okoro')
    const told = tale.record().prompts.filter(({ kind }) => kind === 'recording')
    expect(told.map(({ how }) => how)).toEqual([undefined, 'transcription'])
    expect(toCpomsText(tale.record())).toContain('10:11 Transcription (Ben Okoro): no answer')
  })
  it('asks again too when the meeting takes notes again', () => {
    const tale = keeps(both().at(10), 'yes', 'noteTaking').answers('noteTaker', 'seen')
    keeps(tale.after(MINUTE), 'no', 'noteTaking')
    expect(open(keeps(tale.at(20), 'yes', 'noteTaking'), 'noteTaker')).toHaveLength(1)
  })
})

describe('“I’ll stop it”', () => {
  const promised = (what: Kept = 'recording') =>
    keeps(both().arrives('ben', 'Ben Okoro').at(10), 'yes', what).answers(
      what === 'noteTaking' ? 'noteTaker' : 'recording',
      'seen',
    )

  it.each([
    ['recording', 'recording'],
    ['transcription', 'recording'],
    ['noteTaking', 'noteTaker'],
  ] as const)('is looked at once more after some minutes, and only once: %s', (what, kind) => {
    const tale = promised(what)
      .after(2 * MINUTE)
      .prompts()
    expect(asked(tale, kind)).toHaveLength(1)
    tale.after(MINUTE).prompts()
    expect(open(tale, kind)).toHaveLength(1)
    tale
      .answers(kind, 'seen')
      .after(20 * MINUTE)
      .prompts()
    expect(asked(tale, kind)).toHaveLength(2)
  })
  it('says when it was promised', () => {
    const tale = promised()
      .after(3 * MINUTE)
      .prompts()
    const finding = tale.evaluate().findings.find((one) => one.kind === 'recording')
    const text = describePrompt('recording', ['Ben Okoro'], { state: tale.state(), finding })
    expect(text.body).toBe(
      'At 10:10 you said that you would stop it, and the meeting still shows it. Stop it now, if you can.',
    )
  })
  it('is not, where it was stopped or its sign is gone', () => {
    const over = keeps(promised().after(MINUTE), 'no')
      .after(5 * MINUTE)
      .prompts()
    expect(asked(over, 'recording')).toHaveLength(1)
    const hidden = promised()
      .after(MINUTE)
      .add({ type: 'notice', what: 'recording', state: 'yes', hidden: true })
    hidden.after(5 * MINUTE).prompts()
    expect(asked(hidden, 'recording')).toHaveLength(1)
    // Nobody said that it is off: whoever comes in now is told of all the same.
    hidden.arrives('strange', 'Whoever').prompts()
    expect(open(hidden, 'recording')).toMatchObject([{ about: ['strange'] }])
  })
  it('counts a sign that comes back after long as recorded again', () => {
    const sign = (tale: LessonTale, hidden: boolean) =>
      tale
        .add({
          type: 'notice',
          what: 'recording',
          state: 'yes',
          ...(hidden ? { hidden: true as const } : {}),
        })
        .prompts()
    const tale = sign(promised().after(MINUTE), true)
    expect(open(sign(tale.after(15 * MINUTE), false), 'recording')).toHaveLength(1)
  })
  it('does not follow other answers of that kind up', () => {
    const tale = shares(both().at(10), true).answers('presenting', 'seen')
    tale.after(30 * MINUTE).prompts()
    expect(asked(tale, 'presenting')).toHaveLength(1)
  })
})

describe('a colleague who leaves again', () => {
  it('EG-37 asks at each departure of a one-to-one call, but not for a dropped line', () => {
    const tale = single().arrives('lee', 'Tom Lee').arrives('amelia', 'Amelia Potter')
    tale.arrives('mum', 'Jo Other').at(10).leaves('lee').prompts()
    tale.after(20 * SECOND).prompts()
    expect(open(tale, 'fewStaff')).toEqual([])
    tale.after(10 * SECOND).prompts()
    expect(open(tale, 'fewStaff')).toHaveLength(1)
    tale.answers('fewStaff', 'seen').at(12).arrives('lee', 'Tom Lee').prompts()
    tale
      .at(20)
      .leaves('lee')
      .prompts()
      .after(20 * SECOND)
      .prompts()
    expect(asked(tale, 'fewStaff')).toHaveLength(1)
    tale
      .after(5 * SECOND)
      .arrives('lee', 'Tom Lee')
      .prompts()
      .at(25)
      .leaves('lee')
      .prompts()
    tale.after(30 * SECOND).prompts()
    expect(open(tale, 'fewStaff')).toHaveLength(1)
    expect(asked(tale, 'fewStaff')).toHaveLength(2)
  })
  it('EG-5 asks again only where one who was there has left for good', () => {
    const tale = both().at(4).prompts().answers('fewStaff', 'seen')
    tale.at(6).arrives('lee', 'Tom Lee').prompts().at(15).leaves('lee').prompts()
    tale.at(17).prompts().arrives('lee', 'Tom Lee').prompts()
    expect(asked(tale, 'fewStaff')).toHaveLength(1)
    tale.at(30).leaves('lee').prompts().at(34).prompts()
    expect(asked(tale, 'fewStaff')).toHaveLength(1)
    tale.at(35).prompts()
    expect(open(tale, 'fewStaff')).toHaveLength(1)
    tale.answers('fewStaff', 'seen').at(50).prompts()
    expect(asked(tale, 'fewStaff')).toHaveLength(2)
  })
  it('EG-5 asks nothing at all while one only pops out, and asks where nobody ever came', () => {
    const tale = both().arrives('lee', 'Tom Lee').at(10).prompts()
    for (const minute of [10, 15, 20]) {
      tale.at(minute).leaves('lee').prompts()
      tale
        .after(20 * SECOND)
        .prompts()
        .arrives('lee', 'Tom Lee')
        .prompts()
    }
    expect(asked(tale, 'fewStaff')).toEqual([])
    tale.at(30).leaves('lee').prompts().at(34.9).prompts()
    expect(asked(tale, 'fewStaff')).toEqual([])
    tale.at(35).prompts()
    expect(open(tale, 'fewStaff')).toHaveLength(1)
    expect(open(both().at(3).prompts(), 'fewStaff')).toHaveLength(1)
  })
  it('is not one who was read for two seconds only', () => {
    const tale = both().arrives('lee', 'Tom Lee').at(10).leaves('lee').at(15).prompts()
    tale.answers('fewStaff', 'seen').at(20).arrives('lee', 'Tom Lee').prompts()
    tale
      .after(2 * SECOND)
      .leaves('lee')
      .prompts()
    tale.at(30).prompts()
    expect(asked(tale, 'fewStaff')).toHaveLength(1)
  })
  it('EG-5 is excused by its reason for the whole lesson', () => {
    const tale = both().at(4).prompts().ticks('EG-5', 'Mr Lee is ill').prompts()
    tale.at(6).arrives('lee', 'Tom Lee').prompts().at(15).leaves('lee').at(30).prompts()
    expect(open(tale, 'fewStaff')).toEqual([])
  })
})

describe('a child who is gone and is read for two seconds (EG-7, EG-24)', () => {
  it.each([
    ['goneLong', 'crossways'],
    ['droppedPupil', 'combined'],
  ] as const)('is not asked about again: %s', (kind, pack) => {
    const tale = both().pack(pack).at(10).leaves('dev').at(16).prompts().answers(kind, 'seen')
    tale.at(18).arrives('dev', 'Dev Shah').prompts()
    tale
      .after(2 * SECOND)
      .leaves('dev')
      .prompts()
    tale.at(30).prompts()
    expect(asked(tale, kind)).toHaveLength(1)
    tale.arrives('dev', 'Dev Shah').prompts().at(35).leaves('dev').prompts().at(41).prompts()
    expect(open(tale, kind)).toHaveLength(1)
  })
})

describe('a camera that blinks (EG-27)', () => {
  const off = () =>
    both().at(10).camera('amelia', 'off').at(13).prompts().answers('cameraOff', 'seen')
  const blinks = (tale: LessonTale, seconds: number) =>
    tale
      .camera('amelia', 'on')
      .prompts()
      .after(seconds * SECOND)
      .camera('amelia', 'off')
      .prompts()
  it('is not asked about again after “Fine as it is”, however often', () => {
    const tale = off()
    for (const minute of [16, 19, 22]) {
      blinks(tale.at(minute), 2)
        .at(minute + 2.5)
        .prompts()
    }
    expect(asked(tale, 'cameraOff')).toHaveLength(1)
  })
  it('is asked about again when it was on for a while', () => {
    const tale = blinks(off().at(16), 60).at(20).prompts()
    expect(open(tale, 'cameraOff')).toHaveLength(1)
  })
})

describe('the record of what happened twice', () => {
  const twice = () => {
    const tale = shares(both().at(10), true).answers('presenting', 'seen')
    shares(shares(tale.at(12), false).at(20), true).at(31)
    return shares(tale, false)
  }
  const at = (minute: number) => TEN + minute * MINUTE
  const section = (record: ReturnType<LessonTale['record']>) =>
    printModel(record).sections.find(({ title }) => title === 'Who presented')?.rows

  it('holds every share, with who and from when to when', () => {
    const record = twice().at(45).ends().record()
    expect(record.people.find((one) => one.name === 'Amelia Potter')?.presented).toEqual([
      { from: at(10), to: at(12) },
      { from: at(20), to: at(31) },
    ])
    expect(record.people.find((one) => one.name === 'Dev Shah')).not.toHaveProperty('presented')
    expect(parseRecord(toJson(record))).toEqual({ record })
  })
  it('gives every share in each of its files', () => {
    const record = twice().at(45).ends().record()
    expect(section(record)).toEqual([
      ['Amelia Potter', '10:10', '10:12'],
      ['Amelia Potter', '10:20', '10:31'],
    ])
    expect(section(redacted(record, []))?.[0]?.[0]).toBe('A. P.')
    expect(toCsv(record)).toContain('10:10–10:12; 10:20–10:31')
    const log = toEventsCsv(record)
    for (const line of [
      '10:20:00","Began to present","Amelia Potter',
      '10:31:00","Stopped presenting","Amelia Potter',
    ])
      expect(log).toContain(line)
    expect(toCpomsText(record)).toContain('- 10:20 Began to present (Amelia Potter)\n')
  })
  it('tells CPOMS nothing of a share of staff, or where anybody may present', () => {
    const staff = shares(both().arrives('lee', 'Tom Lee').at(10), true, 'lee').at(45).ends()
    expect(section(staff.record())).toEqual([['Mr Tom Lee', '10:10', '10:45']])
    expect(toCpomsText(staff.record())).not.toContain('to present')
    const anybody = shares(both().pack('combined', { presenting: 'anyone' }).at(10), true)
    expect(toCpomsText(anybody.at(45).ends().record())).not.toContain('to present')
  })
  it('holds both spans of a recording, a transcription and of notes', () => {
    const tale = both()
    const kinds = ['recording', 'transcription', 'noteTaking'] as const
    for (const [minute, state] of [
      [10, 'yes'],
      [12, 'no'],
      [20, 'yes'],
      [31, 'no'],
    ] as const)
      for (const what of kinds) keeps(tale.at(minute), state, what)
    const record = tale.at(45).ends().record()
    expect(record.notices?.map(({ seen }) => seen)).toEqual(
      kinds.map(() => [
        { from: at(10), to: at(12) },
        { from: at(20), to: at(31) },
      ]),
    )
    expect(toCsv(record)).toContain('note-taking by the site 10:10 to 10:12, 10:20 to 10:31')
    expect(toCpomsText(record)).toContain('- 10:20 Seen to be on: transcription\n')
  })
})
