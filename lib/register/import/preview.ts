import type { Consent, Guardian } from '../types.ts'
import { folded } from '../names/text.ts'
import { meaningOf } from './columns.ts'
import { decode } from './decode.ts'
import type { Decoded } from './decode.ts'
import { layoutOf, noNameColumn } from './layout.ts'
import type { Layout } from './layout.ts'
import { readRow } from './readRow.ts'
import type { Row } from './table.ts'
import type {
  ImportOptions,
  ImportPreview,
  Problem,
  UnderstoodPupil,
  UnderstoodRow,
} from './types.ts'

/** A file larger than this is no class list. */
export const MOST_BYTES = 60 * 1024 * 1024

/**
 * Reads a file (its bytes) or pasted text as a register: what was understood, line by line, and what was not and why.
 * Nothing is written and nothing throws. A file that is wrong as a whole gives no rows at all.
 */
export function previewImport(
  input: Uint8Array | string,
  options: ImportOptions = {},
): ImportPreview {
  const size = typeof input === 'string' ? input.length : input.byteLength
  if (size > MOST_BYTES)
    return nothing(
      { text: '', encoding: 'utf-8' },
      problem(
        'tooLarge',
        `The file has ${Math.round(size / 1024 / 1024)} MB; a class list has a few hundred kB. It was not read.`,
      ),
    )
  const decoded: Decoded =
    typeof input === 'string'
      ? { text: input.replace(/^\ufeff/, ''), encoding: 'utf-8' }
      : decode(input)
  if (decoded.notText !== undefined) {
    return nothing(
      decoded,
      problem(
        'notText',
        `This is ${decoded.notText}, not a list that can be read. Open it in a spreadsheet and save it as “CSV UTF-8”.`,
      ),
    )
  }
  if (decoded.text.trim() === '')
    return nothing(decoded, problem('emptyFile', 'The file is empty.'))
  if (/^\s*<(?:!doctype|html|table|\?xml)/i.test(decoded.text.slice(0, 200))) {
    return nothing(
      decoded,
      problem(
        'notText',
        'This is a web page, not a list that can be read. Open it in a spreadsheet and save it as “CSV UTF-8”.',
      ),
    )
  }
  const layout = layoutOf(decoded.text, options)
  const has = (field: string) => layout.columns.some((column) => column.field === field)
  if (layout.problems.length > 0) return nothing(decoded, layout.problems[0], layout)
  if (!has('firstName') && !has('lastName') && !has('fullName')) {
    return nothing(decoded, noNameColumn(layout, layout.rows[0]), layout)
  }
  if (layout.rows.length === 0)
    return nothing(
      decoded,
      problem('noRows', 'There are headings but no lines below them.'),
      layout,
    )
  const problems: Problem[] = [...encodingProblems(decoded, layout)]
  const read: UnderstoodRow[] = []
  let repeated = 0
  for (const row of layout.rows) {
    if (isRepeatedHeader(row, layout)) {
      repeated += 1
      problems.push({
        line: row.line,
        code: 'repeatedHeader',
        severity: 'warning',
        message: 'The headings stand here again; the line was passed over.',
      })
      continue
    }
    const one = readRow(row, layout)
    problems.push(...one.problems)
    if (one.row !== undefined) read.push(one.row)
  }
  const rows = joined(read, problems)
  const taken = rows.reduce((sum, row) => sum + row.lines.length, 0)
  return {
    encoding: decoded.encoding,
    delimiter: layout.delimiter,
    headerLine: layout.headerLine,
    columns: layout.columns,
    rows,
    problems: problems.sort((a, b) => a.line - b.line),
    classNames: [...new Set(rows.map((row) => row.className).filter((name) => name !== ''))],
    counts: {
      read: layout.rows.length - repeated,
      pupils: rows.filter((row) => row.kind === 'pupil').length,
      staff: rows.filter((row) => row.kind === 'staff').length,
      notTaken: layout.rows.length - repeated - taken,
    },
  }
}

function problem(code: Problem['code'], message: string): Problem {
  return { line: 0, code, severity: 'error', message }
}

function nothing(decoded: Decoded, why: Problem | undefined, layout?: Layout): ImportPreview {
  return {
    encoding: decoded.encoding,
    delimiter: layout?.delimiter ?? ',',
    headerLine: layout?.headerLine ?? 0,
    columns: layout?.columns ?? [],
    rows: [],
    problems: why === undefined ? [] : [why],
    classNames: [],
    counts: {
      read: layout?.rows.length ?? 0,
      pupils: 0,
      staff: 0,
      notTaken: layout?.rows.length ?? 0,
    },
  }
}

function encodingProblems({ encoding, text }: Decoded, layout: Layout): Problem[] {
  const found: Problem[] = []
  if (encoding === 'windows-1252') {
    found.push({
      line: 0,
      code: 'oldEncoding',
      severity: 'warning',
      message: 'The file is not in UTF-8; it was read as Windows-1252. Check names with accents.',
    })
  }
  if (encoding === 'mixed') {
    found.push({
      line: 0,
      code: 'mixedEncoding',
      severity: 'warning',
      message:
        'Some lines of the file are in UTF-8 and some in Windows-1252; each was read in its own. Check names with accents.',
    })
  }
  if (/\ufffd|Ã[\u0080-\u00bf©¨«¡³¶¼]|Å[\u0080-\u00bf‚]/.test(text)) {
    for (const row of layout.rows) {
      if (row.cells.some((cell) => /\ufffd|Ã[\u0080-\u00bf©¨«¡³¶¼]|Å[\u0080-\u00bf‚]/.test(cell))) {
        found.push({
          line: row.line,
          code: 'brokenLetters',
          severity: 'warning',
          message:
            'Letters in this line were broken by a program that saved the file before (“Ã©” for “é”). Export it again as UTF-8.',
        })
      }
    }
  }
  return found
}

/** Exports with page breaks print their headings again. */
function isRepeatedHeader(row: Row, layout: Layout): boolean {
  if (layout.headerLine === 0) return false
  const filled = layout.columns.filter((column) => column.header !== '')
  return (
    filled.length > 1 &&
    filled.every((column) => (row.cells[column.index] ?? '').trim() === column.header)
  )
}

/**
 * Lines that speak of one person become one row: exports with a line for each contact, and plain repetitions. Two children
 * of one name stay two when their pupil numbers differ.
 */
function joined(rows: readonly UnderstoodRow[], problems: Problem[]): readonly UnderstoodRow[] {
  const kept: UnderstoodRow[] = []
  const places = new Map<string, number[]>()
  for (const row of rows) {
    const key = `${row.kind} ${folded(`${row.firstName} ${row.lastName}`)}`
    const sameName = places.get(key) ?? []
    const at = sameName.find((place) => {
      const other = kept[place]
      return other !== undefined && samePerson(other, row)
    })
    if (at === undefined) {
      if (sameName.length > 0) {
        const first = kept[sameName[0] ?? 0]
        problems.push({
          line: row.line,
          code: 'sameName',
          severity: 'warning',
          message: `${row.firstName} ${row.lastName} is also in line ${first?.line ?? 0}, with another number: taken as two people. In a meeting their names can't be told apart.`,
        })
      }
      places.set(key, [...sameName, kept.length])
      kept.push(row)
      continue
    }
    const before = kept[at]
    if (before !== undefined) kept[at] = join(before, row, problems)
  }
  return kept
}

function samePerson(a: UnderstoodRow, b: UnderstoodRow): boolean {
  if (a.ref !== '' && b.ref !== '') return a.ref === b.ref
  if (a.kind === 'pupil' && b.kind === 'pupil' && a.number !== '' && b.number !== '')
    return a.number === b.number
  return true
}

function join(a: UnderstoodRow, b: UnderstoodRow, problems: Problem[]): UnderstoodRow {
  const lines = [...a.lines, ...b.lines]
  const say = (code: 'duplicateRow' | 'joinedRows', message: string) =>
    problems.push({ line: b.line, code, severity: 'warning', message })
  const name = `${b.firstName} ${b.lastName}`.trim()
  const otherClass = b.className !== a.className && b.className !== ''
  if (a.kind !== 'pupil' || b.kind !== 'pupil') {
    say('duplicateRow', `${name} is already in line ${a.line}; this line adds nothing.`)
    return { ...a, lines }
  }
  const fresh = b.guardians.filter((one) => !a.guardians.some((other) => sameGuardian(one, other)))
  if (fresh.length > 0)
    say(
      'joinedRows',
      `${name} is already in line ${a.line}; ${fresh.length === 1 ? 'a guardian was' : 'guardians were'} added from this line.`,
    )
  else
    say(
      'duplicateRow',
      `${name} is already in line ${a.line}${otherClass ? ` with another class (${a.className})` : ''}; taken as one pupil.`,
    )
  return {
    ...a,
    lines,
    preferredName: a.preferredName || b.preferredName,
    className: a.className || b.className,
    number: a.number || b.number,
    guardians: [...a.guardians, ...fresh],
    aliases: [...new Set([...a.aliases, ...b.aliases])],
    consentVideo: bothConsents(a, b, 'consentVideo', problems),
    consentRecording: bothConsents(a, b, 'consentRecording', problems),
  }
}

/** Where two lines disagree, the no counts. */
function bothConsents(
  a: UnderstoodPupil,
  b: UnderstoodPupil,
  field: 'consentVideo' | 'consentRecording',
  problems: Problem[],
): Consent {
  const [one, two] = [a[field], b[field]]
  if (one === two || two === 'unknown') return one
  if (one === 'unknown') return two
  problems.push({
    line: b.line,
    code: 'consentDiffers',
    severity: 'warning',
    message: `${b.firstName} ${b.lastName} has a yes and a no to ${field === 'consentVideo' ? 'video' : 'recording'} (see line ${a.line}); the no counts.`,
  })
  return 'no'
}

function sameGuardian(a: Guardian, b: Guardian): boolean {
  return (
    folded(`${a.firstName} ${a.lastName}`) === folded(`${b.firstName} ${b.lastName}`) &&
    folded(a.title) === folded(b.title)
  )
}
