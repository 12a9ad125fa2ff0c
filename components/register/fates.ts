import type {
  ImportPreview,
  ImportResult,
  Problem,
  UnderstoodRow,
} from '../../lib/register/index.ts'
import { t } from '../../lib/words/say.ts'

/** What becomes of one line of the file: the words of the last column but one. */
export type Fate =
  | { readonly is: 'new' | 'same' | 'joined' | 'otherClass' | 'notTaken' | 'passedOver' }
  | { readonly is: 'changed'; readonly changes: readonly string[] }

/** One line of the file as it is shown before anything is taken. */
export interface ImportLine {
  readonly line: number
  /** Absent where the line holds nobody that is taken, and where it was joined into an earlier line. */
  readonly row?: UnderstoodRow
  readonly fate: Fate
  readonly problems: readonly Problem[]
}

/** What is taken in all: the result of one class, or of each class by itself. */
export type Fates = ReadonlyMap<number, Fate>

export function fatesOf(
  results: readonly Pick<ImportResult, 'added' | 'changed' | 'unchanged'>[],
): Fates {
  const fates = new Map<number, Fate>()
  for (const { added, changed, unchanged } of results) {
    for (const { line } of added) if (line !== undefined) fates.set(line, { is: 'new' })
    for (const { line } of unchanged) if (line !== undefined) fates.set(line, { is: 'same' })
    for (const { line, changes } of changed)
      if (line !== undefined) fates.set(line, { is: 'changed', changes: changes.map(changeWords) })
  }
  return fates
}

export function changeWords({
  what,
  from,
  to,
}: {
  what: string
  from: string
  to: string
}): string {
  const quoted = (text: string) => (text === '' ? t('nothing') : `“${text}”`)
  return t('{what} from {from} to {to}', { what, from: quoted(from), to: quoted(to) })
}

/** Every line that something becomes of or is said about, by its number. */
export function importLines(preview: ImportPreview, fates: Fates): readonly ImportLine[] {
  const lines = new Map<number, { row?: UnderstoodRow; fate: Fate; problems: Problem[] }>()
  const at = (line: number) => {
    const there = lines.get(line) ?? { fate: { is: 'notTaken' } as Fate, problems: [] }
    lines.set(line, there)
    return there
  }
  for (const row of preview.rows) {
    const fate = fates.get(row.line)
    const others = row.lines.filter((line) => line !== row.line)
    Object.assign(at(row.line), { row, fate: fate ?? otherwise(row, fates) })
    for (const line of others) at(line).fate = { is: 'joined' }
  }
  for (const problem of preview.problems) {
    if (problem.line <= 0) continue
    const there = at(problem.line)
    there.problems.push(problem)
    if (problem.code === 'repeatedHeader') there.fate = { is: 'passedOver' }
  }
  return [...lines].sort(([a], [b]) => a - b).map(([line, rest]) => ({ line, ...rest }))
}

/** A row that is understood and not taken: it is of another class, or the same pupil stands in a line of another class. */
function otherwise(row: UnderstoodRow, fates: Fates): Fate {
  return row.lines.some((line) => fates.has(line)) ? { is: 'joined' } : { is: 'otherClass' }
}

/** Whether a line needs a look: something is said about it, or it changes what is there. */
export function needsLook(line: ImportLine): boolean {
  if (line.fate.is === 'otherClass') return false
  return line.problems.length > 0 || line.fate.is === 'changed' || line.fate.is === 'notTaken'
}
