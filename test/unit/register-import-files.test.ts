import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { applyClasses, applyImport, idsFromNames, previewImport } from '../../lib/register/index.ts'
import type { Guardian, ImportPreview, Register } from '../../lib/register/index.ts'
import expected from '../vectors/imports/expected.json' with { type: 'json' }

/*
 * Files in the shape of what schools export, with made-up names: encodings, line ends and all. `expected.json` says for each
 * what is understood, line by line, and what is said about it.
 */

const folder = new URL('../vectors/imports/', import.meta.url)
const files = readdirSync(folder).filter((name) => /\.(?:csv|tsv|txt)$/.test(name))
const read = (name: string) => previewImport(readFileSync(new URL(name, folder)))

const person = (one: { title?: string; firstName: string; lastName: string }) =>
  [one.title ?? '', one.firstName, one.lastName].filter((part) => part !== '').join(' ')
const guardian = (one: Guardian) =>
  [person(one), one.relation, one.phone].filter((part) => part !== '').join(', ')

/** A preview in words, as it stands in expected.json. */
function inWords(preview: ImportPreview) {
  return {
    encoding: preview.encoding,
    delimiter: preview.delimiter,
    headerLine: preview.headerLine,
    columns: Object.fromEntries(
      preview.columns.map((column) => [column.header, column.field ?? column.how]),
    ),
    people: preview.rows.map((row) => {
      const parts = [`lines ${row.lines.join('+')}: ${row.kind} ${person(row)}`, row.className]
      if (row.kind === 'staff')
        return [...parts, row.role].filter((part) => part !== '').join(' | ')
      return [
        ...parts,
        row.preferredName === '' ? '' : `known as ${row.preferredName}`,
        ...row.guardians.map(guardian),
        `video ${row.consentVideo}, recording ${row.consentRecording}`,
      ]
        .filter((part) => part !== '')
        .join(' | ')
    }),
    said: preview.problems.map((one) => `line ${one.line}: ${one.severity} ${one.code}`),
    counts: preview.counts,
  }
}

describe('files in the shape of school exports', () => {
  it('are all expected', () => {
    expect(Object.keys(expected).toSorted()).toEqual(files.toSorted())
  })

  it.each(files)('%s', (name) => {
    expect(inWords(read(name))).toEqual(expected[name as keyof typeof expected])
  })

  it.each(files)(
    '%s leaves the register that is there as it is, and is the same a second time',
    (name) => {
      const preview = read(name)
      const there = Object.freeze({ id: 'r', name: 'Mine', pupils: [], staff: [], updatedAt: 1 })
      const once = applyImport(preview, there, idsFromNames()).register
      expect(there.pupils).toEqual([])
      const frozen = JSON.stringify(once)
      const again = applyImport(preview, once, idsFromNames())
      expect([again.added, again.changed, again.missing, again.emptied]).toEqual([[], [], [], []])
      expect(JSON.stringify(again.register)).toBe(frozen)
    },
  )
})

describe('where the file is empty', () => {
  const there: Register = applyImport(
    previewImport(
      'First name,Last name,Known as,Parent 1 name,Parent 1 phone,Parent 2 name,Video consent\n' +
        'Dev,Shah,D,Priya Shah,0771,Raj Shah,Yes\nMei,Ng,,Wei Ng,0772,,No\n',
    ),
    undefined,
    idsFromNames(),
  ).register
  const file = previewImport(
    'First name,Last name,Known as,Parent 1 name,Parent 1 phone,Parent 2 name,Video consent\n' +
      'Dev,Shah,,Priya Shah,,,\nMei,Ng,,,,,pending\n',
  )

  it('keeps what the class has, and says what is kept', () => {
    const result = applyImport(file, there, idsFromNames())
    const [dev, mei] = result.register.pupils
    expect(dev).toEqual(there.pupils[0])
    // "Pending" is said; an empty cell is not.
    expect(mei).toEqual({ ...there.pupils[1], consentVideo: 'unknown' })
    expect(
      result.changed.map((one) => [one.line, one.changes.map((change) => change.what)]),
    ).toEqual([[3, ['Consent to video']]])
    expect(
      result.emptied.map((one) => [one.name, one.line, one.changes.map((change) => change.what)]),
    ).toEqual([
      ['Dev Shah', 2, ['Known as', 'Parents and carers', 'Consent to video']],
      ['Mei Ng', 3, ['Parents and carers']],
    ])
  })

  it('erases it where the teacher says that the file is right', () => {
    const { register, emptied } = applyImport(file, there, idsFromNames(), { whereEmpty: 'erase' })
    expect(register.pupils[0]).toMatchObject({
      preferredName: '',
      consentVideo: 'unknown',
      guardians: [{ firstName: 'Priya', phone: '' }],
    })
    expect(register.pupils[1]?.guardians).toEqual([])
    expect(emptied).toHaveLength(2)
  })

  it('never erases what the file has no column for', () => {
    const bare = previewImport('First name,Last name\nDev,Shah\nMei,Ng\n')
    const result = applyImport(bare, there, idsFromNames(), { whereEmpty: 'erase' })
    expect(result.register.pupils).toEqual(there.pupils)
    expect(result.emptied).toEqual([])
  })

  it('adds a parent whom it names and keeps the one whom it does not', () => {
    const other = previewImport('First name,Last name,Parent 1 name\nDev,Shah,Mrs Anita Shah\n')
    const { register } = applyImport(other, there, idsFromNames())
    expect(register.pupils[0]?.guardians.map((one) => one.firstName)).toEqual([
      'Priya',
      'Raj',
      'Anita',
    ])
  })
})

// Large texts on a busy computer take their time.
describe('too much', { timeout: 120_000 }, () => {
  const reasons = (text: string) =>
    previewImport(text).problems.map((one) => [one.code, one.message])

  it.each([
    ['lines', `Name\n${'A B\n'.repeat(210_000)}`, /210,00\d lines; at most 100,000/],
    ['letters in one line', `Name\n${'x'.repeat(1_100_000)}`, /more than a million letters/],
    ['cells', `Name\n${`${','.repeat(9000)}\n`.repeat(1000)}`, /more than 8,000,000 cells/],
  ])('%s: refused with a sentence, and nothing taken', (_, text, wanted) => {
    expect(reasons(text)).toEqual([['tooLarge', expect.stringMatching(wanted)]])
  })

  it('60 MB and more are refused before they are looked at', () => {
    const preview = previewImport(new Uint8Array(61 * 1024 * 1024))
    expect(preview.problems.map((one) => one.message)).toEqual([
      'The file has 61 MB; a list of a whole school has a few. It was not read.',
    ])
    expect(preview.rows).toEqual([])
  })

  it('50,000 lines of a trust are read, told apart by class, and say how far they are', () => {
    const lines = Array.from(
      { length: 50_000 },
      (_, i) => `First${word(i)},Last${word(i * 7)},Class ${i % 1700},Mr & Mrs Last,yes`,
    )
    const heard: number[] = []
    const preview = previewImport(
      `First name,Last name,Class,Parent name,Video consent\n${lines.join('\n')}\n`,
      {},
      (done) => heard.push(done),
    )
    expect(preview.counts).toEqual({ read: 50_000, pupils: 50_000, staff: 0, notTaken: 0 })
    expect(preview.classNames).toHaveLength(1700)
    expect(heard.length).toBeGreaterThan(50)
    expect(heard).toEqual(heard.toSorted((a, b) => a - b))
    expect(heard.at(-1)).toBeLessThanOrEqual(1)
    const [first] = applyClasses(preview, [], idsFromNames())
    expect(first?.register.pupils).toHaveLength(30)
  })
})

/** A different word for each number. */
function word(n: number): string {
  return n < 26 ? String.fromCharCode(97 + n) : word(Math.floor(n / 26) - 1) + word(n % 26)
}
