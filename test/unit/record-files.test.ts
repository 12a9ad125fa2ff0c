import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { cell, csvFile, guard, unguard } from '../../lib/record/cells.ts'
import {
  fileName,
  parseRecord,
  printModel,
  toCsv,
  toEventsCsv,
  toJson,
} from '../../lib/record/index.ts'
import { LessonTale, MINUTE, SECOND, TEN } from '../vectors/lessons/builder.ts'
import { anyText } from '../vectors/lessons/text.ts'

const lesson = () =>
  new LessonTale()
    .prepared()
    .at(-3)
    .arrives('amelia', 'Amelia Potter')
    .arrives('dev', 'Mrs Shah')
    .at(11)
    .room('dev', 'bedroom')
    .prompts()
    .answers('room', 'askToMove')
    .at(13)
    .room('dev', 'fine')
    .at(20)
    .arrives('x', '=HYPERLINK("http://evil","Gary")')
    .at(30)
    .ends()

function parse(csv: string): string[][] {
  const { data, errors } = Papa.parse<string[]>(csv.replace(/^\ufeff/u, ''), {
    delimiter: ',',
    skipEmptyLines: false,
    newline: '\r\n',
  })
  expect(errors).toEqual([])
  return data.slice(0, -1)
}
/** What a spreadsheet could take for a formula, also behind spaces and at the start of a line inside the cell. */
const FORMULA = /(?:^|[\r\n])[\s\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠]/u

describe('cells', () => {
  it.each([
    '=1+1',
    '+44',
    '-2',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    ' =1',
    '\u00a0=1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    'ok\n=1',
    'ok\r\n  @x',
    '\u200b=1',
    "'=1",
    "''=1",
  ])('make %j harmless and reversible', (text) => {
    expect(guard(text)).not.toMatch(FORMULA)
    expect(guard(text)).not.toBe(text)
    expect(unguard(guard(text))).toBe(text)
  })
  it.each(['Amelia', "O'Neil", "'Tis", 'a=b', '2 - 1', 'a\nb', ''])('leave %j as it is', (text) => {
    expect(guard(text)).toBe(text)
  })
  // T-18
  it('come back from a file exactly, whatever they hold', () => {
    const risky = fc.string({
      unit: fc.constantFrom(
        '=',
        '+',
        '-',
        '@',
        "'",
        '"',
        ',',
        ';',
        '\r',
        '\n',
        '\t',
        ' ',
        '\u00a0',
        '\u200b',
        '＝',
        'a',
        '1',
        '😀',
      ),
    })
    fc.assert(
      fc.property(
        fc.array(fc.oneof(risky, anyText(20)), { minLength: 1, maxLength: 5 }),
        (texts) => {
          const [row] = parse(csvFile([texts]))
          expect(row?.map(unguard)).toEqual(texts.map((one) => one.toWellFormed()))
          for (const found of row ?? []) expect(found).not.toMatch(FORMULA)
        },
      ),
      { numRuns: 200 },
    )
  })
  it('are always in quotes, so that no country’s separator splits them', () => {
    expect(cell('a;=1')).toBe('"a;=1"')
    expect(cell('say "hi"')).toBe('"say ""hi"""')
    expect(cell(12)).toBe('"12"')
  })
})

describe('the CSV of a lesson', () => {
  it('has one row per person and one per pupil not seen, all as wide as the head', () => {
    const rows = parse(toCsv(lesson().record()))
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([38]))
    expect(rows.slice(1).map((row) => row[8])).toEqual([
      'Ms Sara Khan',
      'Amelia Potter',
      'Dev Shah',
      `'=HYPERLINK("http://evil","Gary")`,
      'Ben Okoro',
      'Zofia Kowalska',
    ])
    expect(toCsv(lesson().record()).startsWith('\ufeff"Date","Class"')).toBe(true)
    expect(toCsv(lesson().record()).endsWith('\r\n')).toBe(true)
  })
  it('has the facts of the lesson in every row', () => {
    const [head, , second] = parse(toCsv(lesson().record()))
    const row = Object.fromEntries((head ?? []).map((name, i) => [name, second?.[i]]))
    expect(row).toMatchObject({
      Date: '2026-11-20',
      Class: 'Year 4 Maths',
      Site: 'Google Meet',
      'Planned start': '2026-11-20 10:00',
      Start: '2026-11-20 09:55',
      End: '2026-11-20 10:30',
      'Length (min)': '35',
      Name: 'Amelia Potter',
      Arrival: 'On time',
      'Minutes present': '33',
    })
  })
  it('calls nobody absent who is only not seen', () => {
    expect(toCsv(lesson().record())).toContain('Not seen (not certain)')
    expect(toCsv(lesson().record())).not.toContain('Absent')
  })
  it('has one row also when nobody came', () => {
    const rows = parse(toCsv(new LessonTale().register(undefined).at(10).ends('left').record()))
    expect(rows).toHaveLength(2)
    expect(rows[1]?.[11]).toBe('Nobody was seen')
  })
  it('shows the day where a lesson goes over midnight', () => {
    const tale = new LessonTale(Date.UTC(2026, 10, 20, 23, 50))
      .prepared()
      .after(30 * MINUTE)
      .ends()
    const [, row] = parse(toCsv(tale.record()))
    expect(row?.slice(4, 6)).toEqual(['2026-11-20 23:50', '2026-11-21 00:20'])
  })
  it('has the wall clock of the lesson’s own zone, and UTC for a zone that is none', () => {
    expect(
      parse(toCsv(new LessonTale(Date.UTC(2026, 5, 19, 9, 0)).at(10).ends().record()))[1]?.[4],
    ).toBe('2026-06-19 10:00')
    expect(parse(toCsv(new LessonTale(TEN, 'Mars/Base').ends().record()))[1]?.[4]).toBe(
      '2026-11-20 10:00',
    )
  })
})

describe('the log of a lesson', () => {
  it('has everything in order of time', () => {
    const rows = parse(toEventsCsv(lesson().record())).slice(1)
    expect(rows.map((row) => row[0])).toEqual(rows.map((row) => row[0]).sort())
    expect(rows[0]?.[1]).toBe('Lesson began')
    expect(rows.at(-1)?.[1]).toBe('Lesson ended')
    expect(
      rows.some(
        (row) =>
          row[1] === 'Answer to: Room may be a bedroom or bathroom' &&
          row[2] === 'Dev Shah' &&
          row[3] === 'asked to move',
      ),
    ).toBe(true)
  })
})

describe('the JSON of a lesson', () => {
  it('comes back the same', () => {
    const record = lesson().record()
    expect(parseRecord(toJson(record))).toEqual({ record })
    expect(parseRecord(`\ufeff${toJson(record)}`)).toEqual({ record })
  })
  it('keeps what a later version added', () => {
    const more = { ...lesson().record(), weather: 'rain' }
    expect(parseRecord(JSON.stringify(more))).toEqual({ record: more })
  })
  it('is refused with place and reason', () => {
    const errors = (json: string) => {
      const read = parseRecord(json)
      return 'errors' in read ? read.errors : []
    }
    expect(errors('{"schema":')[0]?.message).toMatch(/cut off/)
    expect(errors(JSON.stringify({ ...lesson().record(), schemaVersion: 2 }))[0]?.message).toMatch(
      /newer version \(2\)/,
    )
    expect(errors(JSON.stringify({ ...lesson().record(), lengthMinutes: -1 }))[0]?.path).toBe(
      'lengthMinutes',
    )
    expect(errors('[]').length).toBeGreaterThan(0)
    expect(errors('null').length).toBeGreaterThan(0)
  })
})

describe('the printed page', () => {
  it('has a timeline within 0 and 1, with the lock line', () => {
    const { timeline } = printModel(lesson().record())
    const bars = timeline.rows.flatMap((row) => [...row.stays, ...row.cameraOn])
    expect(bars.length).toBeGreaterThan(3)
    for (const { from, to } of bars) {
      expect(from).toBeGreaterThanOrEqual(0)
      expect(to).toBeLessThanOrEqual(1)
      expect(from).toBeLessThanOrEqual(to)
    }
    expect(timeline.lockDue).toBeCloseTo(10 / 35)
    expect(timeline.plannedStart).toBeCloseTo(5 / 35)
    expect(timeline.locked).toEqual([])
    expect(timeline.ticks[0]).toEqual({ at: 0, label: '09:55' })
    expect(
      timeline.rows.find((row) => row.name === 'Dev Shah')?.marks.map((one) => one.label),
    ).toEqual(['may be a bedroom', 'fine'])
    expect(timeline.rows.find((row) => row.name === 'Amelia Potter')?.spoken).toBe(
      'Amelia Potter: in the call 09:57 to 10:30; camera on for 33 of 33 minutes',
    )
  })
  it('has as many cells in each row as heads, and leaves empty parts out', () => {
    const { sections, title, when } = printModel(lesson().record())
    expect(title).toBe('Year 4 Maths')
    expect(when).toBe('2026-11-20 09:55 to 10:30')
    for (const section of sections) {
      expect(section.rows.length).toBeGreaterThan(0)
      for (const row of section.rows) expect(row).toHaveLength(section.heads.length)
    }
    expect(sections.find((one) => one.title === 'The policy, clause by clause')?.rows).toHaveLength(
      58,
    )
  })
  it('says so when the clocks changed', () => {
    const tale = new LessonTale(Date.UTC(2026, 9, 25, 0, 30)).after(60 * MINUTE).ends()
    expect(printModel(tale.record()).facts.find((one) => one.label === 'Length')?.value).toMatch(
      /60 min \(the clocks changed/,
    )
    expect(printModel(lesson().record()).facts.find((one) => one.label === 'Length')?.value).toBe(
      '35 min',
    )
  })
  it('draws a lesson of no length', () => {
    const { timeline } = printModel(new LessonTale().teacher().ends('left').record())
    expect(timeline.rows[0]?.stays).toEqual([{ from: 0, to: 0 }])
    expect(timeline.ticks.length).toBeGreaterThan(0)
  })
})

describe('file names', () => {
  const named = (className: string, ext = 'csv', part = '') =>
    fileName(
      { startedAt: TEN - 2 * MINUTE, plannedStartAt: TEN, timeZone: 'Europe/London', className },
      ext,
      part,
    )
  it('have day, class and planned start', () => {
    expect(named('Year 4 Maths')).toBe('2026-11-20 Year 4 Maths 10-00.csv')
    expect(named('Year 4 Maths', 'csv', 'log')).toBe('2026-11-20 Year 4 Maths 10-00 log.csv')
    expect(
      fileName({ startedAt: TEN + 5 * SECOND, timeZone: 'Europe/London', className: '' }, 'json'),
    ).toBe('2026-11-20 10-00.json')
  })
  it('hold nothing that a system could misread', () => {
    expect(named('../../etc/passwd')).toBe('2026-11-20 etc passwd 10-00.csv')
    expect(named('4A: "Maths" <b>|?*\\ CON\u202egpj')).toBe(
      '2026-11-20 4A Maths b CON gpj 10-00.csv',
    )
    expect(named('Élèves Łódź')).toBe('2026-11-20 Élèves Łódź 10-00.csv')
    fc.assert(
      fc.property(anyText(300), fc.string(), (name, ext) => {
        const file = named(name, ext)
        expect(file).not.toMatch(
          /[<>:"/\\|?*\u0000-\u001f\u202a-\u202e\u2066-\u2069]|[. ]\.[a-z0-9]+$|\.\./iu,
        )
        expect([...file].length).toBeLessThan(140)
      }),
    )
  })
})
