import { describe, expect, it } from 'vitest'
import {
  classMapOf,
  fileNameOfAll,
  overviewOf,
  overviewOfPupil,
  recordFile,
  RECORD_FORMATS,
  redactedAll,
  toOverviewCsv,
} from '../../lib/record/index.ts'
import type { LessonRecord } from '../../lib/record/types.ts'
import { withSets } from '../../lib/register/sets.ts'
import type { Register } from '../../lib/register/types.ts'
import { LessonTale, MINUTE, pupil, TEN, YEAR_4 } from '../vectors/lessons/builder.ts'

const DAY = 86_400_000

const first = () =>
  new LessonTale()
    .prepared()
    .at(-3)
    .arrives('amelia', 'Amelia Potter')
    .at(10)
    .arrives('dev', 'Mrs Shah')
    .room('dev', 'bedroom')
    .prompts()
    .at(30)
    .ends()
    .record()
const second = () =>
  new LessonTale(TEN + DAY)
    .register({ ...YEAR_4, pupils: [...YEAR_4.pupils.slice(1), pupil('mo', 'Mo', 'Rahman')] })
    .prepared()
    .arrives('dev', 'Dev Shah')
    .add({ type: 'adultSeen', id: 'dev', seen: true })
    .after(20 * MINUTE)
    .ends()
    .record()

/** Amelia is there all through, Ben leaves as the computer falls asleep at ten. */
const slept = (minutes: number): LessonRecord => {
  const tale = new LessonTale()
    .prepared()
    .arrives('amelia', 'Amelia Potter')
    .arrives('ben', 'Ben Okoro')
  for (let minute = -4; minute <= 0; minute += 1) tale.at(minute).add({ type: 'proofOfLife' })
  tale.at(minutes).add({ type: 'proofOfLife' }).leaves('ben')
  for (let minute = 1; minute <= 10; minute += 1)
    tale.at(minutes + minute).add({ type: 'proofOfLife' })
  return tale.ends().record()
}
/** A lesson with a class of its own, in which Amelia Potter is seen. */
const withClass = (register: Register, days: number): LessonRecord =>
  new LessonTale(TEN + days * DAY)
    .register(register)
    .prepared()
    .add({
      type: 'classChosen',
      registerId: register.id,
      className: register.name,
      packId: 'combined',
      packVersion: '1',
    })
    .arrives('lee', 'Mr Tom Lee')
    .after(MINUTE)
    .arrives('a', 'Amelia Potter')
    .after(20 * MINUTE)
    .ends()
    .record()
const YEAR_3: Register = {
  ...YEAR_4,
  id: 'y3',
  name: 'Year 3',
  pupils: [pupil('amelia', 'Amelia', 'Potter')],
}
const SET: Register = {
  ...YEAR_4,
  id: 'set',
  name: 'Maths set 2',
  pupils: [],
  members: [
    { registerId: 'y3', pupilId: 'amelia' },
    { registerId: 'y4', pupilId: 'ben' },
  ],
}
const inYear3 = () => withClass(YEAR_3, 0)
const inYear4 = () => withClass(YEAR_4, 1)
const inSet = () => {
  const lent = withSets([YEAR_3, YEAR_4, SET]).find((one) => one.id === 'set')
  if (lent === undefined) throw new Error('The set is one of them.')
  return withClass(lent, 2)
}

describe('several lessons side by side', () => {
  it('count each pupil over the lessons for which they were on the register', () => {
    const overview = overviewOf([second(), first()])
    expect(overview.className).toBe('Year 4 Maths')
    expect(overview.lessons.map((one) => one.startedAt)).toEqual([TEN - 5 * MINUTE, TEN + DAY])
    expect(overview.lessons[0]).toMatchObject({ seen: 2, notSeen: 2, late: 1, rooms: 1 })
    const of = (name: string) => overview.pupils.find((one) => one.name === name)
    expect(of('Dev Shah')).toMatchObject({
      attended: 2,
      of: 2,
      // The second lesson was planned for the day before: whoever was there at the first look is not called late for it.
      late: 1,
      minutes: 40,
      rooms: 1,
      adultSeen: 1,
      cameraShare: 1,
    })
    expect(of('Amelia Potter')).toMatchObject({ attended: 1, of: 1, minutes: 33 })
    expect(of('Amelia Potter')?.lessons.map((one) => one.is)).toEqual(['here', 'notExpected'])
    expect(of('Ben Okoro')).toMatchObject({ attended: 0, of: 2 })
    expect(of('Mo Rahman')?.lessons.map((one) => one.is)).toEqual(['notExpected', 'absent'])
    const dev = of('Dev Shah')
    expect(dev && overviewOfPupil(overview, dev).map((one) => one.was.share)).toEqual([20 / 35, 1])
  })
  it('say of a lesson that was not wholly seen that it counts in part', () => {
    const cut = new LessonTale().prepared().at(10).ends('interrupted').record()
    expect(overviewOf([cut, first()]).lessons.map((one) => one.inPart)).toEqual([true, false])
  })
  it('count the time that nobody watched neither as there nor as away', () => {
    const overview = overviewOf([slept(40)])
    const of = (name: string) => overview.pupils.find((one) => one.name === name)
    // From 09:55 to 10:50; nobody watched from 10:00 to 10:40.
    expect(of('Amelia Potter')?.lessons[0]).toMatchObject({ is: 'here', share: 1 })
    expect(of('Ben Okoro')?.lessons[0]?.share).toBeCloseTo(5 / 15)
    const states = (name: string) =>
      classMapOf(overview)
        .rows.find((row) => row.name === name)
        ?.cells.map((cell) => cell.is)
    expect(states('Amelia Potter')).toEqual(['full'])
    expect(states('Ben Okoro')).toEqual(['part'])
    expect(toOverviewCsv(overview)).toContain('"2026-11-20 09:55 (seen in part)"')
    expect(classMapOf(overview).lessons[0]?.when).toBe('20 November 2026, 09:55 (seen in part)')
  })
  it('say of nobody how long they were there where no time was watched', () => {
    const record = slept(40)
    const { startedAt: from, endedAt: to } = record
    const overview = overviewOf([{ ...record, unwatched: [{ from, to }] }])
    const amelia = overview.pupils.find((one) => one.name === 'Amelia Potter')
    expect(amelia?.lessons[0]).not.toHaveProperty('share')
    const map = classMapOf(overview)
    expect(map.rows.find((row) => row.name === 'Amelia Potter')?.cells[0]).toEqual({
      is: 'unwatched',
      sign: '~',
      words: 'there, not known for how long',
    })
    expect(map.used.map((cell) => cell.is)).toContain('unwatched')
    const row = toOverviewCsv(overview)
      .split('\r\n')
      .find((one) => one.startsWith('"Amelia Potter"'))
    expect(row).toMatch(/"there, not known for how long"$/u)
  })
  it('take no less than all of a lesson that was too short to count in minutes', () => {
    const short = new LessonTale()
      .prepared()
      .arrives('amelia', 'Amelia Potter')
      .after(1.9 * MINUTE)
      .ends()
    expect(overviewOf([short.record()]).pupils[0]?.lessons[0]?.share).toBe(1)
    const none = new LessonTale().prepared().arrives('amelia', 'Amelia Potter').ends()
    expect(overviewOf([none.record()]).pupils[0]?.lessons[0]?.share).toBe(1)
  })
  it('become a table with one row per pupil and a column per lesson', () => {
    const rows = toOverviewCsv(overviewOf([first(), second()])).split('\r\n')
    expect(rows[0]).toContain('"2026-11-20 09:55","2026-11-21 10:00"')
    expect(rows.find((row) => row.includes('Ben Okoro'))).toContain('"0","2","0","0","0","0","0"')
    expect(rows.find((row) => row.includes('Ben Okoro'))).toMatch(/"absent","absent"$/)
  })
  it('with initials name nobody, and one child has the same ones in every lesson', () => {
    const overview = overviewOf([first(), second()], true)
    expect(JSON.stringify(overview.pupils.map((one) => one.name))).toBe(
      '["A. P.","B. O.","D. S.","M. R.","Z. K."]',
    )
    const covered = redactedAll([first(), second()], [])
    const dev = covered.map(
      (one) =>
        one.people.find((person) => person.kind !== 'self' && person.name.startsWith('D.'))?.name,
    )
    expect(dev).toEqual(['D. S.', 'D. S.'])
  })
  it('keep children of one name in two classes apart, and know a child of a set as that of its class', () => {
    const overview = overviewOf([inYear3(), inYear4(), inSet()])
    const amelias = overview.pupils.filter((one) => one.name.startsWith('Amelia Potter'))
    expect(amelias.map((one) => [one.name, one.lessons.map(({ is }) => is)])).toEqual([
      ['Amelia Potter (Year 3)', ['here', 'notExpected', 'late']],
      ['Amelia Potter (Year 4 Maths)', ['notExpected', 'late', 'notExpected']],
    ])
    expect(new Set(overview.pupils.map((one) => one.key)).size).toBe(overview.pupils.length)
    expect(overview.pupils.map((one) => one.name)).toContain('Ben Okoro')
    const rows = toOverviewCsv(overview).split('\r\n')
    expect(rows.find((row) => row.startsWith('"Amelia Potter (Year 3)"'))).toContain('"2","2"')
    const covered = overviewOf([inYear3(), inYear4(), inSet()], true)
    expect(covered.pupils.map((one) => one.name).filter((name) => name.startsWith('A.'))).toEqual([
      'A. P.',
      'A. P. (2)',
    ])
  })
  it('go by the id alone where a record of an earlier version does not say of which class it is', () => {
    const [one, other] = [inYear3(), inYear4()].map(
      ({ registerId: _, ...record }): LessonRecord => record,
    )
    if (one === undefined || other === undefined) throw new Error('There are two records.')
    const amelias = overviewOf([one, other]).pupils.filter((pupil) =>
      pupil.name.startsWith('Amelia'),
    )
    expect(amelias).toHaveLength(1)
  })
  it('are empty without lessons', () => {
    expect(overviewOf([])).toEqual({ className: '', lessons: [], pupils: [] })
  })
})

describe('files to be saved', () => {
  it('have a name by day, class and form', () => {
    const names = RECORD_FORMATS.map((format) => recordFile([first()], format).name)
    expect(names).toEqual([
      '2026-11-20 Year 4 Maths 10-00.csv',
      '2026-11-20 Year 4 Maths 10-00 log.csv',
      '2026-11-20 Year 4 Maths 10-00.json',
      '2026-11-20 Year 4 Maths 10-00 CPOMS.txt',
    ])
    expect(recordFile([first(), second()], 'csv').name).toBe(
      '2026-11-20 to 2026-11-21 Year 4 Maths 2 lessons.csv',
    )
    expect(fileNameOfAll([first(), { ...second(), className: 'Other' }], 'json')).toBe(
      '2026-11-20 to 2026-11-21 2 lessons.json',
    )
  })
  it.each(RECORD_FORMATS)('hold every lesson that was chosen: %s', (format) => {
    const { text } = recordFile([first(), second()], format)
    expect(text).toContain('Amelia Potter')
    expect(text).toContain(format === 'json' ? 'Mo Rahman' : '2026-11-21')
  })
})
