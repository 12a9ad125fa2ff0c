import { describe, expect, it } from 'vitest'
import {
  parseRecord,
  printModel,
  redacted,
  toCpomsText,
  toCsv,
  toEventsCsv,
  toJson,
} from '../../lib/record/index.ts'
import { LessonTale, MINUTE, SECOND, TEN, YEAR_4 } from '../vectors/lessons/builder.ts'

/** What happens a second time is asked about a second time; what only seems to is not. */

const fromTen = () => new LessonTale(TEN).prepared()
const both = () => fromTen().arrives('amelia', 'Amelia Potter').arrives('dev', 'Dev Shah')
const single = () => fromTen().register({ ...YEAR_4, pupils: YEAR_4.pupils.slice(0, 1) })
const shares = (tale: LessonTale, on: boolean, id = 'amelia') =>
  tale.add({ type: 'presenting', id, on }).prompts()
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

describe('a colleague who leaves again', () => {
  it('EG-37 asks at each departure of a one-to-one call, but not for a dropped line', () => {
    const tale = single().arrives('lee', 'Tom Lee').arrives('amelia', 'Amelia Potter')
    tale.arrives('mum', 'Jo Other').at(10).leaves('lee').prompts()
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
  it('EG-5 is excused by its reason for the whole lesson', () => {
    const tale = both().at(4).prompts().ticks('EG-5', 'Mr Lee is ill').prompts()
    tale.at(6).arrives('lee', 'Tom Lee').prompts().at(15).leaves('lee').at(30).prompts()
    expect(open(tale, 'fewStaff')).toEqual([])
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
})
