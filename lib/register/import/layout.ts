import { t, tn } from '../../words/say.ts'
import { headingScore, meaningOf } from './columns.ts'
import { quoted } from './cells.ts'
import { DELIMITERS, isBlank, rowsOf } from './table.ts'
import type { Row } from './table.ts'
import type {
  Delimiter,
  Field,
  ImportOptions,
  Mapping,
  Problem,
  RecognisedColumn,
} from './types.ts'

/** How a file is laid out: what parts its cells, where its headings are, what its columns hold. */
export interface Layout {
  readonly delimiter: Delimiter
  readonly headerLine: number
  readonly columns: readonly RecognisedColumn[]
  /** Rows below the headings. */
  readonly rows: readonly Row[]
  /** Relation that a column's heading says for a guardian ("Mother's name"). */
  readonly relations: ReadonlyMap<number, string>
  /** Why nothing of the file can be taken. */
  readonly problems: readonly Problem[]
  /** What somebody should know, although it can. */
  readonly remarks: readonly Problem[]
}

/** Headings are looked for this far down; exports put a school's name, a date and blank lines above them. */
const HEADER_WITHIN = 30

export function layoutOf(text: string, options: ImportOptions): Layout {
  // Excel's own hint in line 1.
  const hint = /^sep=([,;\t|])\s*\n/i.exec(text.slice(0, 8).replace(/\r\n?/g, '\n'))?.[1] as
    Delimiter | undefined
  const wanted = options.delimiter ?? hint
  const top = text.slice(0, 60_000)
  const found = (wanted === undefined ? DELIMITERS : [wanted])
    .map((delimiter) => ({
      delimiter,
      ...headerIn(rowsOf(top, delimiter, HEADER_WITHIN), options.headerLine),
    }))
    .reduce((best, one) =>
      one.known > best.known || (one.known === best.known && one.width > best.width) ? one : best,
    )
  const { delimiter } = found
  const all = rowsOf(text, delimiter)
  const headerRow =
    found.header === undefined ? undefined : all.find((row) => row.line === found.header?.line)
  const rows = all.filter(
    (row) => (headerRow === undefined || row.line > headerRow.line) && !isBlank(row),
  )
  if (options.mapping === undefined) {
    const list = listOfNames(headerRow, rows, delimiter)
    if (list !== undefined) return { delimiter, ...list }
  }
  const { columns, relations, problems } = columnsOf(headerRow, rows, options.mapping)
  return {
    delimiter,
    headerLine: headerRow?.line ?? 0,
    columns,
    rows,
    relations,
    problems,
    remarks: [],
  }
}

/**
 * The simplest list there is: a name on each line, with or without one heading above. "Potter, Amelia" is one name here: one
 * heading has one column, whatever stands between the two.
 */
function listOfNames(
  header: Row | undefined,
  rows: readonly Row[],
  delimiter: Delimiter,
): Omit<Layout, 'delimiter'> | undefined {
  const most = delimiter === ',' ? 2 : 1
  if (rows.length === 0 || rows.some((row) => row.cells.length > most)) return undefined
  if (header === undefined && rows.filter(looksLikeName).length < rows.length * 0.8)
    return undefined
  if (header !== undefined) {
    const isOne = header.cells.filter((cell) => cell.trim() !== '').length === 1
    const isName = isOne && meaningOf(header.cells.join('')).field === 'fullName'
    const isWider = rows.some((row) => row.cells.length > 1)
    if (!isName || !isWider) return undefined
  }
  const whole = rows.map((row) => ({ ...row, cells: [row.cells.join(', ')] }))
  const heading = header?.cells.join('').trim() ?? ''
  const column: RecognisedColumn = {
    index: 0,
    header: heading,
    field: 'fullName',
    how: 'heading',
    samples: samplesOf(whole, 0),
  }
  const remark: Problem = {
    line: 0,
    code: 'noHeadings',
    severity: 'warning',
    message: t('There are no headings; each line was taken as the name of a pupil.'),
  }
  return {
    headerLine: header?.line ?? 0,
    columns: [column],
    rows: whole,
    relations: new Map(),
    problems: [],
    remarks: header === undefined ? [remark] : [],
  }
}

/** "Amelia Potter", "Potter, Amelia": two to five words without digits. "Potter,Amelia" may as well be two columns. */
function looksLikeName(row: Row): boolean {
  if (row.broken || (row.cells[1] !== undefined && !row.cells[1].startsWith(' '))) return false
  const text = row.cells.map((cell) => cell.trim()).join(' ')
  if (text.length > 60 || /[\d@:=+/\\]/u.test(text)) return false
  // A lone word may be a heading that nobody knows.
  const words = text.split(/\s+/u)
  if (words.length < 2 || words.length > 5 || row.cells.some((cell) => cell.trim() === ''))
    return false
  return words.every((word) => /^[\p{L}\p{M}'’().-]+$/u.test(word)) && /[\p{Lu}\p{Lo}]/u.test(text)
}

/** The row that most looks like headings of a register, or the one asked for. */
function headerIn(
  rows: readonly Row[],
  line: number | undefined,
): { header: Row | undefined; known: number; width: number } {
  const width = Math.max(0, ...rows.map((row) => row.cells.length))
  if (line !== undefined) {
    const header = rows.find((row) => row.line === line)
    return { header, known: header === undefined ? 0 : headingScore(header.cells).known, width }
  }
  let header: Row | undefined
  let known = 0
  for (const row of rows) {
    const score = headingScore(row.cells)
    if (score.hasName && score.known > known) {
      header = row
      known = score.known
    }
  }
  return { header, known, width }
}

function columnsOf(
  header: Row | undefined,
  rows: readonly Row[],
  mapping: Mapping | undefined,
): Pick<Layout, 'columns' | 'relations' | 'problems'> {
  const problems: Problem[] = []
  const relations = new Map<number, string>()
  const width = Math.max(
    header?.cells.length ?? 0,
    mapping === undefined ? 0 : Math.max(0, ...rows.slice(0, 200).map((row) => row.cells.length)),
  )
  const meanings = Array.from({ length: width }, (_, index) =>
    meaningOf(header?.cells[index] ?? ''),
  )
  const fieldsThere = new Set(meanings.map((meaning) => meaning.field))
  const used = new Set<string>()
  const columns = meanings.map((meaning, index): RecognisedColumn => {
    const heading = header?.cells[index]?.trim() ?? ''
    const base = { index, header: heading, samples: samplesOf(rows, index) }
    if (mapping !== undefined) {
      const field = mapping[index]
      // "Mother's name" says who it is also when another column was mapped by hand.
      if (field?.startsWith('guardian') === true && meaning.relation !== undefined)
        relations.set(index, meaning.relation)
      return field === undefined ? { ...base, how: 'notUsed' } : { ...base, field, how: 'mapping' }
    }
    if (meaning.relation !== undefined) relations.set(index, meaning.relation)
    if (meaning.field === undefined) {
      return {
        ...base,
        how: meaning.how === 'notUsed' ? 'notUsed' : 'unknown',
        ...(meaning.note === undefined ? {} : { note: meaning.note }),
      }
    }
    const plainly = plainField(meaning.field, fieldsThere)
    // "Type" and "Role" side by side: the first says staff or pupil, the second what somebody does.
    const field = plainly === 'role' && used.has('role') ? 'job' : plainly
    if (field === undefined)
      return {
        ...base,
        how: 'notUsed',
        note: t('The name in daily use is taken; the legal name is left out.'),
      }
    const repeatable = field === 'shownAs'
    if (used.has(field) && !repeatable)
      return {
        ...base,
        how: 'notUsed',
        note: t('Another column is already taken for the same thing.'),
      }
    used.add(field)
    return { ...base, field, how: 'heading' }
  })
  for (const index of Object.keys(mapping ?? {}).map(Number)) {
    if (index >= width) {
      problems.push({
        line: header?.line ?? 0,
        code: 'badMapping',
        severity: 'error',
        message: tn(
          'The mapping names column {column}, but the file has {n} column.|The mapping names column {column}, but the file has {n} columns.',
          width,
          { column: index + 1 },
        ),
      })
    }
  }
  return { columns, relations, problems }
}

/** Legal names stand in where the file has no others: a child who goes by another surname must not be shown the legal one. */
function plainField(
  field: Field | 'legalFirstName' | 'legalLastName',
  there: ReadonlySet<string | undefined>,
): Field | undefined {
  if (field === 'legalFirstName') return there.has('firstName') ? undefined : 'firstName'
  if (field === 'legalLastName') return there.has('lastName') ? undefined : 'lastName'
  // The only first name that the file has is not a second one.
  const hasOther = ['firstName', 'legalFirstName', 'fullName'].some((one) => there.has(one))
  if (field === 'preferredName' && !hasOther) return 'firstName'
  return field
}

function samplesOf(rows: readonly Row[], index: number): readonly string[] {
  const samples: string[] = []
  for (const row of rows.slice(0, 50)) {
    const value = (row.cells[index] ?? '').trim()
    if (value !== '' && samples.length < 3)
      samples.push(value.length > 40 ? `${value.slice(0, 39)}…` : value)
  }
  return samples
}

/** The error for a file in which no column holds names. */
export function noNameColumn(layout: Layout, firstRow: Row | undefined): Problem {
  const names =
    layout.headerLine > 0 ? layout.columns.map((column) => column.header) : (firstRow?.cells ?? [])
  const shown = names.filter((name) => name.trim() !== '').slice(0, 8)
  return {
    line: layout.headerLine,
    code: 'noNameColumn',
    severity: 'error',
    message:
      shown.length === 0
        ? t(
            'No column with names was found. The file has no headings. A register needs columns headed “First name” and “Last name”, or one headed “Name”. If the names are in another column, map it by hand.',
          )
        : t(
            'No column with names was found. The first line with anything in it says: {list}. A register needs columns headed “First name” and “Last name”, or one headed “Name”. If the names are in another column, map it by hand.',
            { list: shown.map(quoted).join(', ') },
          ),
  }
}
