import type { Consent, Guardian } from '../types.ts'
import { folded } from '../names/text.ts'
import { cellOf, quoted } from './cells.ts'
import { consentOf, roleOf } from './consent.ts'
import type { Layout } from './layout.ts'
import { guardiansIn, nameParts } from './people.ts'
import type { Row } from './table.ts'
import type {
  Field,
  GuardianPart,
  Problem,
  ProblemCode,
  RecognisedColumn,
  UnderstoodRow,
} from './types.ts'

/** What a row says, or nothing where it could not be taken; the problems say why. */
export interface ReadRow {
  readonly row?: UnderstoodRow
  readonly problems: readonly Problem[]
}

const NAME_FIELDS: ReadonlySet<string> = new Set(['firstName', 'lastName', 'fullName'])

/** Reads one row by the columns of the file. */
export function readRow(row: Row, layout: Layout): ReadRow {
  const problems: Problem[] = []
  const complain = (
    severity: Problem['severity'],
    code: ProblemCode,
    message: string,
    column?: RecognisedColumn,
  ) => {
    problems.push({
      line: row.line,
      code,
      severity,
      message,
      ...(column === undefined ? {} : { column: column.header }),
    })
  }
  const refuse = (code: ProblemCode, message: string): ReadRow => {
    complain('error', code, message)
    return { problems }
  }
  if (row.broken)
    return refuse(
      'brokenQuotes',
      'A quotation mark opens and never closes in this line. The line was left out.',
    )
  const width = layout.columns.length
  const extra = row.cells.slice(width).filter((cell) => cell.trim() !== '')
  if (extra.length > 0) {
    return refuse(
      'moreCells',
      `This line has ${row.cells.length} cells but there are ${width} headings, so it is not clear what belongs where (an unquoted comma?). The line was left out.`,
    )
  }
  const filled = row.cells.filter((cell) => cell.trim() !== '').length
  const values = new Map<Field, string>()
  const aliases: string[] = []
  const guardians = new Map<number, Partial<Record<GuardianPart, string>>>()
  for (const column of layout.columns) {
    const { field, index } = column
    if (field === undefined) continue
    // Several guardians in one cell often stand on a line each.
    const raw = row.cells[index] ?? ''
    const cell = cellOf(field.endsWith('.name') ? raw.trim().replace(/\s*\n\s*/g, '; ') : raw)
    if (cell.formula) {
      if (NAME_FIELDS.has(field))
        return refuse(
          'formulaCell',
          `The name is a formula (${quoted(row.cells[index] ?? '')}), which is never run or kept. The line was left out.`,
        )
      complain(
        'warning',
        'formulaCell',
        `${quoted(row.cells[index] ?? '')} is a formula, which is never run or kept. The cell was left empty.`,
        column,
      )
      continue
    }
    if (cell.tooLong)
      complain('warning', 'tooLong', `The cell is longer than 200 characters and was cut.`, column)
    if (cell.text === '') continue
    if (field === 'shownAs') aliases.push(cell.text)
    else {
      const guardian = /^guardian(\d+)\.(\w+)$/.exec(field)
      if (guardian === null) values.set(field, cell.text)
      else {
        const number = Number(guardian[1])
        guardians.set(number, {
          ...guardians.get(number),
          [guardian[2] as GuardianPart]: cell.text,
          ...relationFromHeading(layout, index),
        })
      }
    }
  }

  const parts = namesOf(values)
  if (parts.firstName === '' && parts.lastName === '') {
    return refuse('emptyName', 'There is no name in this line. The line was left out.')
  }
  if (!/\p{L}/u.test(parts.firstName + parts.lastName)) {
    return refuse(
      'notAName',
      `${quoted(`${parts.firstName} ${parts.lastName}`.trim())} has no letters and can't be a name. The line was left out.`,
    )
  }
  if (filled === 1 && width > 2 && (parts.firstName === '' || parts.lastName === '')) {
    return refuse(
      'notAPerson',
      `Only one cell is filled (${quoted(parts.firstName || parts.lastName)}); this looks like a heading or a total, not a person. The line was left out.`,
    )
  }
  if (
    row.cells.length < width &&
    width - row.cells.length > 0 &&
    lastNeeded(layout) >= row.cells.length
  ) {
    complain(
      'warning',
      'fewerCells',
      `This line has ${row.cells.length} cells where the headings have ${width}; what is missing was left empty.`,
    )
  }
  const hasTwo =
    layout.columns.some((column) => column.field === 'lastName') || values.has('fullName')
  if (hasTwo && (parts.firstName === '' || parts.lastName === '')) {
    complain(
      'warning',
      'oneNameOnly',
      `${quoted(parts.firstName || parts.lastName)} has no ${parts.firstName === '' ? 'first' : 'last'} name. It was taken as it is.`,
    )
  }

  const kinds = [roleOf(values.get('role') ?? ''), roleOf(values.get('job') ?? '')]
  const role =
    kinds.find((kind) => kind === 'staff' || kind === 'pupil') ??
    (kinds[0] === undefined ? undefined : 'blank')
  if (role === undefined) {
    return refuse(
      'roleNotUnderstood',
      `The role ${quoted(values.get('role') ?? '')} is neither staff nor pupil. The line was left out.`,
    )
  }
  const common = {
    line: row.line,
    lines: [row.line],
    firstName: parts.firstName,
    lastName: parts.lastName,
    className: classOf(values),
    ref: values.get('ref') ?? '',
    aliases,
  }
  if (role === 'staff') {
    const job =
      [values.get('job') ?? '', values.get('role') ?? ''].find(
        (text) => text !== '' && folded(text) !== 'staff',
      ) ?? ''
    return { row: { ...common, kind: 'staff', title: parts.title, role: job }, problems }
  }
  const consent = (field: 'consentVideo' | 'consentRecording'): Consent => {
    const text = values.get(field) ?? ''
    const said = consentOf(text)
    if (!said.understood) {
      complain(
        'warning',
        'consentNotUnderstood',
        `${quoted(text)} is not a clear yes or no. ${parts.firstName} ${parts.lastName} counts as “not known”.`,
        columnOf(layout, field),
      )
    }
    return said.consent
  }
  const people = guardiansOf(guardians, layout, complain)
  return {
    row: {
      ...common,
      kind: 'pupil',
      number: values.get('number') ?? '',
      preferredName: parts.preferredName === parts.firstName ? '' : parts.preferredName,
      guardians: people,
      consentVideo: consent('consentVideo'),
      consentRecording: consent('consentRecording'),
    },
    problems,
  }
}

function relationFromHeading(layout: Layout, index: number): { relation?: string } {
  const relation = layout.relations.get(index)
  return relation === undefined ? {} : { relation }
}

function columnOf(layout: Layout, field: Field): RecognisedColumn | undefined {
  return layout.columns.find((column) => column.field === field)
}

/** Index of the last column that is used. */
function lastNeeded(layout: Layout): number {
  return layout.columns.findLastIndex((column) => column.field !== undefined)
}

function namesOf(values: ReadonlyMap<Field, string>): {
  title: string
  firstName: string
  lastName: string
  preferredName: string
} {
  const first = values.get('firstName') ?? ''
  const last = values.get('lastName') ?? ''
  const whole = values.get('fullName') ?? ''
  const title = values.get('title') ?? ''
  const preferred = values.get('preferredName') ?? ''
  if (first !== '' || last !== '')
    return { title, firstName: first, lastName: last, preferredName: preferred }
  const parts = nameParts(whole)
  return {
    title: title || parts.title,
    firstName: parts.firstName,
    lastName: parts.lastName,
    preferredName: preferred || parts.preferredName,
  }
}

function classOf(values: ReadonlyMap<Field, string>): string {
  const year = values.get('year') ?? ''
  return (
    values.get('className') ??
    values.get('regGroup') ??
    (/^\d{1,2}$/.test(year) ? `Year ${year}` : year)
  )
}

function guardiansOf(
  found: ReadonlyMap<number, Partial<Record<GuardianPart, string>>>,
  layout: Layout,
  complain: (
    severity: Problem['severity'],
    code: ProblemCode,
    message: string,
    column?: RecognisedColumn,
  ) => void,
): readonly Guardian[] {
  const guardians: Guardian[] = []
  for (const [number, parts] of [...found].sort(([a], [b]) => a - b)) {
    const { firstName = '', lastName = '', title = '', relation = '', phone = '' } = parts
    if (/^\d(?:[.,]\d+)?e\+?\d+$/i.test(phone)) {
      complain(
        'warning',
        'phoneBroken',
        `${quoted(phone)} is a phone number that a spreadsheet has shortened; its digits are lost. Format the column as text and export again.`,
        columnOf(layout, `guardian${number}.phone`),
      )
    }
    if (firstName !== '' || lastName !== '') {
      guardians.push({ firstName, lastName, title, relation, phone })
      continue
    }
    if (parts.name === undefined) {
      if (phone !== '' || title !== '' || relation !== '')
        guardians.push({ firstName, lastName, title, relation, phone })
      continue
    }
    const column = columnOf(layout, `guardian${number}.name`)
    const { guardians: people, split } = guardiansIn(parts.name)
    if (people.length === 0)
      complain(
        'warning',
        'guardianNotUnderstood',
        `${quoted(parts.name)} could not be read as a name.`,
        column,
      )
    if (split)
      complain(
        'warning',
        'guardiansSplit',
        `${quoted(parts.name)} was read as ${people.length} people.`,
        column,
      )
    // Phone and relation belong to one of several; to whom is not known, so the first keeps them only when alone.
    guardians.push(
      ...people.map((person, at) => ({
        ...person,
        title: person.title || (at === 0 ? title : ''),
        relation: person.relation || (split ? '' : relation),
        phone: split && at > 0 ? '' : phone,
      })),
    )
  }
  return guardians
}
