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
import { t, tn } from '../../lib/words/say.ts'

/** What concerns the file as a whole. */
export function fileProblems(preview: ImportPreview): readonly Problem[] {
  return preview.problems.filter((problem) => problem.line === 0)
}

/** The fields that a column can be said to hold by hand, with their words. */
export function fieldWords(): readonly (readonly [Field, string])[] {
  return [
    ['firstName', t('First name')],
    ['lastName', t('Last name')],
    ['fullName', t('Whole name')],
    ['preferredName', t('Known as')],
    ['className', t('Class')],
    ['consentVideo', t('Consent to video')],
    ['consentRecording', t('Consent to recording')],
    ['title', t('Title')],
    ['role', t('Pupil or staff')],
    ['job', t('Job of staff')],
    ['number', t('Pupil number')],
    ['shownAs', t('Also shown as')],
    ...[1, 2, 3].flatMap((n): (readonly [Field, string])[] => [
      [`guardian${n}.name`, t('Parent {n}: whole name', { n })],
      [`guardian${n}.title`, t('Parent {n}: title', { n })],
      [`guardian${n}.firstName`, t('Parent {n}: first name', { n })],
      [`guardian${n}.lastName`, t('Parent {n}: last name', { n })],
      [`guardian${n}.relation`, t('Parent {n}: relation', { n })],
      [`guardian${n}.phone`, t('Parent {n}: phone', { n })],
    ]),
  ]
}

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
    fieldWords().some(([field]) => field === value) ||
    /^guardian\d+\.|^(regGroup|year|ref)$/u.test(value)
  )
}

/** How a source that is no file is kept with its import; it is said in the language of the page where it is shown. */
export const PASTED = 'what you pasted'

export function sourceWords(source: string): string {
  return source === PASTED ? t(PASTED) : source
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
    return tn(
      'The file has {n} class; at most {most} can be taken at once.|The file has {n} classes; at most {most} can be taken at once.',
      results.length,
      { most: MOST_IMPORTED },
    )
  const large = results.find(
    ({ register }) => register.pupils.length > MOST_PUPILS || register.staff.length > MOST_STAFF,
  )?.register
  if (large === undefined) return undefined
  return large.pupils.length > MOST_PUPILS
    ? tn(
        '{name} would have {n} pupil; a class can hold {most}. Take one class of the file, or export fewer.|{name} would have {n} pupils; a class can hold {most}. Take one class of the file, or export fewer.',
        large.pupils.length,
        { name: large.name || t('This class##would have'), most: MOST_PUPILS },
      )
    : t('{name} would have {n} staff; a class can hold {most}.', {
        name: large.name || t('This class##would have'),
        n: large.staff.length,
        most: MOST_STAFF,
      })
}

/** "Amelia Potter, Dev Shah and 3 more" */
export function namesOf(people: readonly { readonly name: string }[]): string {
  const list = people
    .slice(0, 5)
    .map((one) => one.name)
    .join(', ')
  const more = people.length - 5
  return more > 0 ? tn('{list} and {n} more|{list} and {n} more', more, { list }) : list
}

/** "3 added, 1 changed", and who goes where that was asked for. */
export function resultWords(results: readonly ImportResult[], removeMissing: boolean): string {
  const sum = (of: (one: ImportResult) => number) => results.reduce((all, one) => all + of(one), 0)
  const parts = [
    tn(
      '{n} added|{n} added',
      sum((one) => one.added.length),
    ),
    tn(
      '{n} changed|{n} changed',
      sum((one) => one.changed.length),
    ),
  ]
  const missing = sum((one) => one.missing.length)
  if (removeMissing && missing > 0) parts.push(tn('{n} removed|{n} removed', missing))
  return parts.join(', ')
}
