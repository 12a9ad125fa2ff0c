import type { Consent } from '../types.ts'
import { MOST_ALIASES, MOST_GUARDIANS } from '../limits.ts'
import { folded } from '../names/text.ts'
import { cellOf, quoted } from './cells.ts'
import { consentOf, isAnyAccount, isLabel, roleOf } from './consent.ts'
import type { Layout } from './layout.ts'
import { classOf, columnOf, guardiansOf, lastNeeded, namesOf } from './rowParts.ts'
import type { Row } from './table.ts'
import type {
  ConsentField,
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

const CONSENTS: readonly ConsentField[] = ['consentVideo', 'consentRecording']

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
      `${quoted(`${parts.firstName} ${parts.lastName}`.trim())} has no letters and can’t be a name. The line was left out.`,
    )
  }
  if (filled === 1 && width > 2 && (parts.firstName === '' || parts.lastName === '')) {
    return refuse(
      'notAPerson',
      `Only one cell is filled (${quoted(parts.firstName || parts.lastName)}); this looks like a heading or a total, not a person. The line was left out.`,
    )
  }
  // Mark books have a line for the dates and one for the points of each task. Who has an id is a person all the same.
  const half = parts.firstName === '' || parts.lastName === ''
  const isKnown = values.has('ref') || values.has('number')
  if (half && !isKnown && isLabel(parts.firstName + parts.lastName)) {
    return refuse(
      'notAPerson',
      `${quoted(parts.firstName || parts.lastName)} is a label of the list, not a person. The line was left out.`,
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
  // An account is a "Member" whoever it belongs to; the job says more.
  if (isAnyAccount(values.get('role') ?? '') && kinds[1] !== 'blank') kinds.reverse()
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
    aliases: aliases.slice(0, MOST_ALIASES),
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
        `${quoted(text)} is not a clear yes or no. ${`${parts.firstName} ${parts.lastName}`.trim()} counts as “not known”.`,
        columnOf(layout, field),
      )
    }
    return said.consent
  }
  const people = guardiansOf(guardians, layout, complain)
  if (people.length > MOST_GUARDIANS) {
    complain(
      'warning',
      'tooMany',
      `There are ${people.length} parents and carers in this line; the first ${MOST_GUARDIANS} were taken.`,
    )
  }
  const isEmpty = (field: ConsentField) =>
    columnOf(layout, field) !== undefined && !values.has(field)
  return {
    row: {
      ...common,
      kind: 'pupil',
      number: values.get('number') ?? '',
      preferredName: parts.preferredName === parts.firstName ? '' : parts.preferredName,
      guardians: people.slice(0, MOST_GUARDIANS),
      consentVideo: consent('consentVideo'),
      consentRecording: consent('consentRecording'),
      unsaid: CONSENTS.filter(isEmpty),
    },
    problems,
  }
}

function relationFromHeading(layout: Layout, index: number): { relation?: string } {
  const relation = layout.relations.get(index)
  return relation === undefined ? {} : { relation }
}
