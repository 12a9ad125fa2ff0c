import { describe, expect, it } from 'vitest'
import {
  fileNameOfAll,
  overviewOf,
  overviewOfPupil,
  recordFile,
  RECORD_FORMATS,
  redactedAll,
  toOverviewCsv,
} from '../../lib/record/index.ts'
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
      // The second lesson was planned for the day before, so everybody was late for it.
      late: 2,
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
