import type {
  Field,
  ImportPreview,
  Mapping,
  Problem,
  UnderstoodRow,
} from '../../lib/register/index.ts'

/** One line of the file as it is shown before anything is taken. */
export interface ImportLine {
  readonly line: number
  /** Absent where the line is not taken. */
  readonly row?: UnderstoodRow
  readonly problems: readonly Problem[]
}

/** What was understood and what was not, by line: every understood row and every line that something is said about. */
export function importLines(preview: ImportPreview): readonly ImportLine[] {
  const lines = new Map<number, { row?: UnderstoodRow; problems: Problem[] }>()
  const at = (line: number) => {
    const there = lines.get(line) ?? { problems: [] }
    lines.set(line, there)
    return there
  }
  for (const row of preview.rows) at(row.line).row = row
  for (const problem of preview.problems)
    if (problem.line > 0) at(problem.line).problems.push(problem)
  return [...lines].sort(([a], [b]) => a - b).map(([line, rest]) => ({ line, ...rest }))
}

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
  ...[1, 2].flatMap((n): (readonly [Field, string])[] => [
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
    // One field in two columns can't be; the column chosen last keeps it.
    if (holds !== undefined && (column.index === index || holds !== field))
      mapping[column.index] = holds
  }
  return mapping
}

export function isField(value: string): value is Field {
  return (
    FIELD_WORDS.some(([field]) => field === value) ||
    /^guardian\d+\.|^(regGroup|year|ref)$/u.test(value)
  )
}
