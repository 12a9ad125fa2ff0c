import { t, tn } from '../../words/say.ts'
import type { Guardian } from '../types.ts'
import { quoted } from './cells.ts'
import type { Layout } from './layout.ts'
import { guardiansIn, nameParts } from './people.ts'
import type { Field, GuardianPart, Problem, ProblemCode, RecognisedColumn } from './types.ts'

export function columnOf(layout: Layout, field: Field): RecognisedColumn | undefined {
  return layout.columns.find((column) => column.field === field)
}

/** Index of the last column that is used. */
export function lastNeeded(layout: Layout): number {
  return layout.columns.findLastIndex((column) => column.field !== undefined)
}

export function namesOf(values: ReadonlyMap<Field, string>): {
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

export function classOf(values: ReadonlyMap<Field, string>): string {
  const year = values.get('year') ?? ''
  return (
    values.get('className') ??
    values.get('regGroup') ??
    (/^\d{1,2}$/.test(year) ? `Year ${year}` : year)
  )
}

export function guardiansOf(
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
    const { firstName = '', lastName = '', title = '', relation = '' } = parts
    let { phone = '' } = parts
    if (/^\d(?:[.,]\d+)?e\+?\d+$/i.test(phone)) {
      complain(
        'warning',
        'phoneBroken',
        t(
          '{text} is a phone number that a spreadsheet has shortened; its digits are lost, so it was left empty. Format the column as text and export again.',
          { text: quoted(phone) },
        ),
        columnOf(layout, `guardian${number}.phone`),
      )
      phone = ''
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
        t('{text} could not be read as a name.', { text: quoted(parts.name) }),
        column,
      )
    if (split)
      complain(
        'warning',
        'guardiansSplit',
        tn('{text} was read as {n} person.|{text} was read as {n} people.', people.length, {
          text: quoted(parts.name),
        }),
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
