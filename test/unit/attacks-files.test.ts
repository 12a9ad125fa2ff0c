import fc from 'fast-check'
import Papa from 'papaparse'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { readContent } from '../../lib/backup/content.ts'
import { NotOpened, open } from '../../lib/backup/seal.ts'
import { concernText } from '../../lib/concern/text.ts'
import { judgePack } from '../../lib/platforms/judgePack.ts'
import { formatRules, parsePackText } from '../../lib/protocol/pack.ts'
import { packById } from '../../lib/protocol/packs/index.ts'
import { clockText, dayText } from '../../lib/protocol/time.ts'
import {
  fileName,
  overviewOf,
  parseRecord,
  printModel,
  toCpomsText,
  toCsv,
  toCsvOfAll,
  toEventsCsv,
  toEventsCsvOfAll,
  toJson,
  toOverviewCsv,
} from '../../lib/record/index.ts'
import {
  applyImport,
  exportRegister,
  exportRegisters,
  exportSet,
  idsFromNames,
  previewImport,
} from '../../lib/register/index.ts'
import type { Register } from '../../lib/register/index.ts'
import { parseRegister } from '../../lib/register/schema.ts'
import { longDate, monthName, plainDate, shortDate } from '../../lib/words/dates.ts'
import { withoutUnseen } from '../../lib/words/unseen.ts'
import { HOSTILE, RUNS } from '../support/hostile.ts'
import { announce, tally } from '../support/tally.ts'
import { LessonTale, TEN, YEAR_4, pupil } from '../vectors/lessons/builder.ts'
import { anyText } from '../vectors/lessons/text.ts'

/** What turns a line round or can't be seen: in plain text nothing holds it to the name that it stands in. */
const UNSEEN =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u

/** Hostile texts in every field of every file that goes out, and hostile files that come in. */
const repelled = tally()
afterAll(() => announce(repelled.summary('attacks by files repelled')))

afterEach(() => {
  expect(Object.keys(Object.prototype)).toEqual([])
  expect(({} as Record<string, unknown>)['attacked']).toBeUndefined()
})

/** A class in which the same hostile text stands everywhere. */
function hostileClass(text: string): Register {
  const shown = text.slice(0, 200)
  return {
    ...YEAR_4,
    name: shown,
    pupils: [
      pupil('amelia', 'Amelia', 'Potter', { aliases: [shown] }),
      pupil('p', shown, shown, {
        preferredName: shown,
        aliases: [shown, `${shown}2`],
        guardians: [
          { title: shown, firstName: shown, lastName: shown, relation: shown, phone: shown },
        ],
      }),
    ],
    staff: [
      { id: 's', firstName: shown, lastName: shown, title: shown, role: shown, aliases: [shown] },
    ],
  }
}

/** A lesson in which it stands everywhere where a page or a person can put text. */
function hostileLesson(text: string): LessonTale {
  const tale = new LessonTale().register(hostileClass(text))
  tale.prepared()
  tale.add({
    type: 'classChosen',
    registerId: 'y4',
    className: text,
    packId: 'combined',
    packVersion: '1',
  })
  tale.at(-2).arrives('x', text, { decorations: [text] })
  tale.arrives('amelia', 'Amelia Potter')
  tale.at(1).renames('amelia', 'Amelia Potter', text)
  tale.knocks('k', text, true)
  tale.at(2).knockGone('k', text)
  tale.add(
    { type: 'note', about: text, text },
    { type: 'ticked', clause: 'CW-1', on: true, note: text },
    { type: 'visitorExpected', shown: text, note: text },
    { type: 'held', id: 'x', name: text, why: 'other' },
    { type: 'chatFlag', lineId: 'c', sender: text, kinds: ['phone'], masked: text },
    {
      type: 'access',
      access: { state: 'unknown', askToJoin: 'unknown', seenAt: 'badge', label: text },
    },
    { type: 'emergency', step: 'opened', note: text },
    {
      type: 'command',
      command: { kind: 'remove', id: 'x', name: text },
      outcome: { result: 'done', steps: [{ step: text, result: 'done' }], evidence: text },
    },
  )
  tale.room('x', 'bedroom').prompts()
  return tale.at(20).ends()
}

function cellsOf(csv: string): readonly (readonly string[])[] {
  const { data, errors } = Papa.parse<string[]>(csv.replace(/^\ufeff/u, ''), {
    delimiter: ',',
    newline: '\r\n',
  })
  expect(errors.filter(({ code }) => code !== 'UndetectableDelimiter')).toEqual([])
  return data.slice(0, -1)
}

function expectHarmless(csv: string): void {
  const rows = cellsOf(csv)
  expect(new Set(rows.map((row) => row.length)).size).toBe(1)
  for (const found of rows.flat()) expect(found).not.toMatch(RUNS)
}

const EXPORTS: readonly (readonly [string, (text: string) => string])[] = [
  ['the record', (text) => toCsv(hostileLesson(text).record())],
  ['the log', (text) => toEventsCsv(hostileLesson(text).record())],
  [
    'several records',
    (text) => toCsvOfAll([hostileLesson(text).record(), new LessonTale().prepared().record()]),
  ],
  ['several logs', (text) => toEventsCsvOfAll([hostileLesson(text).record()])],
  ['the overview', (text) => toOverviewCsv(overviewOf([hostileLesson(text).record()]))],
  ['a class', (text) => exportRegister(hostileClass(text))],
  [
    'all classes',
    (text) =>
      exportRegisters([hostileClass(text), { ...YEAR_4, id: 'b', name: `${text.slice(0, 90)} b` }]),
  ],
  [
    'a set',
    (text) => {
      const home = hostileClass(text)
      const members = home.pupils.map(({ id }) => ({ registerId: home.id, pupilId: id }))
      return exportSet({ ...home, id: 'set', pupils: [], members }, [home])
    },
  ],
]

describe('no spreadsheet runs anything of', () => {
  it.each(EXPORTS)('%s', (_what, make) => {
    for (const text of HOSTILE) {
      expectHarmless(make(text))
      repelled.count('text in a CSV file')
    }
  })
  // T-18
  it.each(EXPORTS)('%s, whatever text is put in', (_what, make) => {
    const lead = fc.constantFrom('', "'", ' ', '\n', '\u00a0', '\u200b', '\t', '\r')
    const sign = fc.constantFrom('=', '+', '-', '@', '＝', '＠', '', '"', ';')
    const text = fc.tuple(lead, sign, anyText(12)).map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, (one) => expectHarmless(make(one))),
      { numRuns: 60 },
    )
  })
  it('a class that came back from its own file is the same class', () => {
    for (const text of HOSTILE.map((one) => `x${one.replace(/\s+/gu, ' ').trim().slice(0, 60)}`)) {
      const given = { ...hostileClass(text), staff: [] }
      const back = applyImport(previewImport(exportRegister(given)), undefined, idsFromNames())
      expect(back.register.pupils).toHaveLength(2)
    }
  })
})

describe('a text that is markup stays text', () => {
  // T-19
  it('in JSON, in the printed page’s model and in the note to copy', () => {
    for (const text of HOSTILE) {
      const record = hostileLesson(text).record()
      const read = parseRecord(toJson(record))
      expect(read).toEqual({ record: JSON.parse(toJson(record)) as unknown })
      expect(toCpomsText(record)).not.toMatch(UNSEEN)
      const leaves: unknown[] = []
      const walk = (value: unknown): void => {
        if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk)
        else leaves.push(value)
      }
      walk(printModel(record))
      // Only texts, numbers and truths: nothing that a page could take for an element.
      for (const leaf of leaves)
        expect(['string', 'number', 'boolean', 'undefined']).toContain(typeof leaf)
      repelled.count('text in a record')
    }
  })
  // T-19
  it('and the note of a concern says what was written, as it was written', () => {
    for (const text of HOSTILE) {
      const note = concernText({
        ref: 'C-1',
        at: TEN,
        timeZone: 'Europe/London',
        writer: text,
        about: text,
        category: 'other',
        happenedAt: TEN,
        where: text,
        present: text,
        facts: text,
        words: text,
        actions: text,
        told: text,
        opinion: text,
      })
      expect(note).toContain(
        withoutUnseen(text.replace(/\r\n?|[\u0085\u2028\u2029]/gu, '\n').replaceAll('\t', ' ')),
      )
      expect(note).not.toMatch(UNSEEN)
      repelled.count('text in a concern')
    }
  })
  // T-19
  it('a file’s name can’t lead anywhere', () => {
    for (const className of [
      ...HOSTILE,
      '../../etc/passwd',
      'C:\\Windows',
      'CON',
      'a/b',
      'x\u0000.exe',
    ]) {
      const name = fileName(
        { startedAt: TEN, timeZone: 'Europe/London', className },
        'csv',
        className.slice(0, 20),
      )
      expect(name).toMatch(/^2026-11-20 .*\.csv$/u)
      expect(name).not.toMatch(/[/\\:*?"<>|\p{Cc}\u200b-\u200f\u202a-\u202e]|\.\./u)
      expect(name.length).toBeLessThan(200)
      repelled.count('file name')
    }
  })
})

/** Refused in words for a person, not by falling over. */
async function refusesBackup(read: () => unknown): Promise<boolean> {
  try {
    await read()
    return false
  } catch (failure) {
    return failure instanceof NotOpened && failure.message !== ''
  }
}

/** JSON that tries to be more than data. */
const POISON = [
  '{"__proto__":{"attacked":1}}',
  '{"constructor":{"prototype":{"attacked":1}}}',
  '[]',
  'null',
  '"x"',
  '1e999',
  '{',
  '',
  '\u0000',
  `${'['.repeat(5000)}${']'.repeat(5000)}`,
  `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`,
]

/** Numbers of JSON, and none that a calendar has. */
const HOSTILE_TIMES = [1e300, -1e300, 8.64e15 + 1, Number.MAX_SAFE_INTEGER, -1]

/** A lesson as it stands in a backup. */
const BACKED_UP = {
  row: {
    sessionId: 'lesson',
    platform: 'meet',
    code: 'abc-defg-hij',
    startedAt: TEN,
    endedAt: TEN + 1_800_000,
    interrupted: false,
    className: 'Year 4 Maths',
    people: 3,
  },
  journal: [{ event: { seq: 0, at: TEN, type: 'proofOfLife' } }],
}

function backupOf(parts: { readonly lessons: unknown; readonly registers: unknown }): string {
  return JSON.stringify({
    schema: 'lesson-steward/backup-content',
    version: 1,
    settings: {},
    ...parts,
  })
}

describe('a file that is not what it says', () => {
  // T-20
  it.each([
    ['a record', (text: string) => 'errors' in parseRecord(text)],
    ['a file of rules', (text: string) => 'errors' in parsePackText(text)],
    ['a selector pack', (text: string) => judgePack(text, 'meet').is === 'bad'],
    [
      'a class',
      (text: string) => {
        let value: unknown
        try {
          value = JSON.parse(text)
        } catch {
          value = text
        }
        return !parseRegister(value).ok
      },
    ],
    ['a backup', (text: string) => refusesBackup(() => open(text, 'correct horse battery staple'))],
    ['what a backup holds', (text: string) => refusesBackup(() => readContent(text))],
  ])('is refused as %s, with reasons and in time', async (_what, refuses) => {
    for (const text of POISON) {
      const before = performance.now()
      expect(await refuses(text)).toBe(true)
      expect(performance.now() - before).toBeLessThan(2000)
      repelled.count('poisoned file')
    }
  })

  // T-20
  it('is refused whole: rules with one poisoned part are no rules', () => {
    const good = JSON.parse(formatRules(packById('combined'))) as Record<string, unknown>
    expect('pack' in parsePackText(JSON.stringify(good))).toBe(true)
    const texts = [
      JSON.stringify({ ...good, extra: 1 }),
      JSON.stringify(good).replace('{', '{"__proto__":{"locks":false},'),
      JSON.stringify({ ...good, id: 'x'.repeat(100_001) }),
    ]
    for (const text of texts) {
      const read = parsePackText(text)
      // A key "__proto__" of JSON is an own key that the schema does not know; it must never be taken for the object's prototype.
      if ('pack' in read) expect(Object.getPrototypeOf(read.pack)).toBe(Object.prototype)
      else expect(read.errors.length).toBeGreaterThan(0)
      repelled.count('poisoned file')
    }
  })

  it('is refused part by part: a backup’s good lesson comes in beside hostile ones, which are counted', () => {
    const lesson = (row: object, more: object = {}) => ({
      row: { ...BACKED_UP.row, ...row },
      journal: BACKED_UP.journal,
      ...more,
    })
    const kept = (change: object) => ({ pack: { ...packById('combined'), ...change } })
    const hostile = [
      ...HOSTILE_TIMES.flatMap((at) => [lesson({ startedAt: at }), lesson({ endedAt: at })]),
      ...HOSTILE_TIMES.map((at) => lesson({ register: { ...YEAR_4, updatedAt: at } })),
      lesson({ people: 1e300 }),
      lesson({ people: Number.MAX_SAFE_INTEGER }),
      lesson({ people: -1 }),
      lesson(kept({ lockAfterMinutes: 1e300 })),
      lesson(kept({ retentionDays: -1e300 })),
      lesson(kept({ earlyWindowMinutes: { from: 0, to: 1e308 } })),
      lesson({ sessionId: '' }),
      lesson({}, { journal: [] }),
    ]
    const registers = HOSTILE_TIMES.flatMap((at) => [
      { ...YEAR_4, updatedAt: at },
      { ...YEAR_4, archivedAt: at },
    ])
    const read = readContent(backupOf({ lessons: [lesson({}), ...hostile], registers }))
    expect(read.lessons.map((one) => one.row.sessionId)).toEqual([BACKED_UP.row.sessionId])
    expect(read.registers).toEqual([])
    expect(read.unreadable).toEqual({
      registers: registers.length,
      lessons: hostile.length,
      concerns: 0,
    })
    repelled.count('poisoned part of a backup', hostile.length + registers.length)
  })

  it('a backup’s keys of objects change no object, and are not taken along', () => {
    const poisoned = backupOf({ lessons: [BACKED_UP], registers: [YEAR_4] })
      .replaceAll('"row":{', '"row":{"__proto__":{"attacked":1},"constructor":{"attacked":1},')
      .replace('"registers":[{', '"registers":[{"__proto__":{"attacked":1},')
      .replace('"schema":', '"__proto__":{"attacked":1},"schema":')
    const { lessons, registers } = readContent(poisoned)
    for (const one of [...lessons.map(({ row }) => row), ...registers]) {
      expect(Object.getPrototypeOf(one)).toBe(Object.prototype)
      expect(Object.hasOwn(one, '__proto__')).toBe(false)
      expect(Object.hasOwn(one, 'constructor')).toBe(false)
      repelled.count('poisoned part of a backup')
    }
    expect(lessons).toHaveLength(1)
  })

  it('a moment that no calendar has is still written, wherever it came from', () => {
    for (const at of [...HOSTILE_TIMES, Number.NaN, Number.POSITIVE_INFINITY])
      for (const zone of ['Europe/London', 'Pacific/Kiritimati', 'Pacific/Midway', 'No/Where'])
        for (const write of [longDate, shortDate, plainDate, monthName, clockText, dayText]) {
          expect(write(at, zone)).not.toMatch(/NaN|Invalid|undefined/u)
          repelled.count('moment beyond the calendar')
        }
  })

  // T-20
  it('a list of names that holds formulas and keys of objects makes a class that is harmless again', () => {
    const rows = HOSTILE.map((text) => `"${text.replaceAll('"', '""').slice(0, 300)}","Shah"`)
    const csv = [
      'First name,Last name',
      '__proto__,constructor',
      'toString,hasOwnProperty',
      ...rows,
    ].join('\r\n')
    const preview = previewImport(csv)
    const { register } = applyImport(preview, undefined, idsFromNames())
    expect(parseRegister(register).ok).toBe(true)
    expectHarmless(exportRegister(register))
    repelled.count('poisoned file', rows.length)
  })
})
