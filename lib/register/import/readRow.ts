import { t } from '../../words/say.ts'
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
      t('A quotation mark opens and never closes in this line. The line was left out.'),
    )
  const width = layout.columns.length
  const extra = row.cells.slice(width).filter((cell) => cell.trim() !== '')
  if (extra.length > 0) {
    return refuse(
      'moreCells',
      t(
        'This line has {n} cells but there are {width} headings, so it is not clear what belongs where (an unquoted comma?). The line was left out.',
        { n: row.cells.length, width },
      ),
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
          t('The name is a formula ({text}), which is never run or kept. The line was left out.', {
            text: quoted(row.cells[index] ?? ''),
          }),
        )
      complain(
        'warning',
        'formulaCell',
        t('{text} is a formula, which is never run or kept. The cell was left empty.', {
          text: quoted(row.cells[index] ?? ''),
        }),
        column,
      )
      continue
    }
    if (cell.tooLong)
      complain(
        'warning',
        'tooLong',
        t('The cell is longer than 200 characters and was cut.'),
        column,
      )
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
    return refuse('emptyName', t('There is no name in this line. The line was left out.'))
  }
  if (!/\p{L}/u.test(parts.firstName + parts.lastName)) {
    return refuse(
      'notAName',
      t('{text} has no letters and can’t be a name. The line was left out.', {
        text: quoted(`${parts.firstName} ${parts.lastName}`.trim()),
      }),
    )
  }
  if (filled === 1 && width > 2 && (parts.firstName === '' || parts.lastName === '')) {
    return refuse(
      'notAPerson',
      t(
        'Only one cell is filled ({text}); this looks like a heading or a total, not a person. The line was left out.',
        { text: quoted(parts.firstName || parts.lastName) },
      ),
    )
  }
  // Mark books have a line for the dates and one for the points of each task. Who has an id is a person all the same.
  const half = parts.firstName === '' || parts.lastName === ''
  const isKnown = values.has('ref') || values.has('number')
  if (half && !isKnown && isLabel(parts.firstName + parts.lastName)) {
    return refuse(
      'notAPerson',
      t('{text} is a label of the list, not a person. The line was left out.', {
        text: quoted(parts.firstName || parts.lastName),
      }),
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
      t(
        'This line has {n} cells where the headings have {width}; what is missing was left empty.',
        { n: row.cells.length, width },
      ),
    )
  }
  const hasTwo =
    layout.columns.some((column) => column.field === 'lastName') || values.has('fullName')
  if (hasTwo && (parts.firstName === '' || parts.lastName === '')) {
    complain(
      'warning',
      'oneNameOnly',
      parts.firstName === ''
        ? t('{text} has no first name. It was taken as it is.', { text: quoted(parts.lastName) })
        : t('{text} has no last name. It was taken as it is.', { text: quoted(parts.firstName) }),
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
      t('The role {text} is neither staff nor pupil. The line was left out.', {
        text: quoted(values.get('role') ?? ''),
      }),
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
        t('{text} is not a clear yes or no. {name} counts as “not known”.', {
          text: quoted(text),
          name: `${parts.firstName} ${parts.lastName}`.trim(),
        }),
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
      t('There are {n} parents and carers in this line; the first {most} were taken.', {
        n: people.length,
        most: MOST_GUARDIANS,
      }),
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
