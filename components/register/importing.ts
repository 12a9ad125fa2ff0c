import {
  MOST_IMPORTED,
  MOST_PUPILS,
  MOST_STAFF,
  type Field,
  type ImportPreview,
  type ImportResult,
  type Mapping,
  type Problem,
  type Register,
} from '../../lib/register/index.ts'

/** What concerns the file as a whole. */
export function fileProblems(preview: ImportPreview): readonly Problem[] {
  return preview.problems.filter((problem) => problem.line === 0)
}

/** The fields that a column can be said to hold by hand, with their words. */
export const FIELD_WORDS: readonly (readonly [Field, string])[] = [
  ['firstName', 'First name'],
  ['lastName', 'Last name'],
  ['fullName', 'Whole name'],
  ['preferredName', 'Known as'],
  ['className', 'Class'],
  ['consentVideo', 'Consent to video'],
  ['consentRecording', 'Consent to recording'],
  ['title', 'Title'],
  ['role', 'Pupil or staff'],
  ['job', 'Job of staff'],
  ['number', 'Pupil number'],
  ['shownAs', 'Also shown as'],
  ...[1, 2, 3].flatMap((n): (readonly [Field, string])[] => [
    [`guardian${n}.name`, `Parent ${n}: whole name`],
    [`guardian${n}.title`, `Parent ${n}: title`],
    [`guardian${n}.firstName`, `Parent ${n}: first name`],
    [`guardian${n}.lastName`, `Parent ${n}: last name`],
    [`guardian${n}.relation`, `Parent ${n}: relation`],
    [`guardian${n}.phone`, `Parent ${n}: phone`],
  ]),
]

/** The mapping as it stands, with one column said to hold something else (or, with undefined, nothing). */
export function remapped(preview: ImportPreview, index: number, field: Field | undefined): Mapping {
  const mapping: Record<number, Field> = {}
  for (const column of preview.columns) {
    const holds = column.index === index ? field : column.field
    // One field in two columns can't be (names as shown can); the column chosen last keeps it.
    const isFree = column.index === index || holds !== field || field === 'shownAs'
    if (holds !== undefined && isFree) mapping[column.index] = holds
  }
  return mapping
}

export function isField(value: string): value is Field {
  return (
    FIELD_WORDS.some(([field]) => field === value) ||
    /^guardian\d+\.|^(regGroup|year|ref)$/u.test(value)
  )
}

/** What the teacher took from a file: into the class that is edited, or every class of the file by itself. */
export type Taken = {
  /** The file's name, for where the import can be undone. */
  readonly source: string
  /** What was done, as a sentence. */
  readonly words: string
} & (
  | { readonly into: 'draft'; readonly register: Register }
  | { readonly into: 'classes'; readonly registers: readonly Register[] }
)

/** Why a result can't be stored; undefined where it can. */
export function tooManyWords(
  results: readonly Pick<ImportResult, 'register'>[],
): string | undefined {
  if (results.length > MOST_IMPORTED)
    return `The file has ${results.length} classes; at most ${MOST_IMPORTED} can be taken at once.`
  const large = results.find(
    ({ register }) => register.pupils.length > MOST_PUPILS || register.staff.length > MOST_STAFF,
  )?.register
  if (large === undefined) return undefined
  return large.pupils.length > MOST_PUPILS
    ? `${large.name || 'This class'} would have ${large.pupils.length} pupils; a class can hold ${MOST_PUPILS}. Take one class of the file, or export fewer.`
    : `${large.name || 'This class'} would have ${large.staff.length} staff; a class can hold ${MOST_STAFF}.`
}

/** "Amelia Potter, Dev Shah and 3 more" */
export function namesOf(people: readonly { readonly name: string }[]): string {
  const first = people.slice(0, 5).map((one) => one.name)
  return people.length > 5 ? `${first.join(', ')} and ${people.length - 5} more` : first.join(', ')
}

/** "3 added, 1 changed", and who goes where that was asked for. */
export function resultWords(results: readonly ImportResult[], removeMissing: boolean): string {
  const sum = (of: (one: ImportResult) => number) => results.reduce((all, one) => all + of(one), 0)
  const parts = [
    `${sum((one) => one.added.length)} added`,
    `${sum((one) => one.changed.length)} changed`,
  ]
  const missing = sum((one) => one.missing.length)
  if (removeMissing && missing > 0) parts.push(`${missing} removed`)
  return parts.join(', ')
}
