import type { Message } from '../../words/catalogue.ts'
import { t, tn, tOf } from '../../words/say.ts'
import type { Consent, Guardian } from '../types.ts'
import { MOST_GUARDIANS } from '../limits.ts'
import { folded } from '../names/text.ts'
import type { ConsentField, Problem, UnderstoodPupil, UnderstoodRow } from './types.ts'

/**
 * Lines that speak of one person become one row: exports with a line for each contact, and plain repetitions. Two children
 * of one name stay two when their pupil numbers differ, and when they stand in two classes: each class may be taken by itself.
 * With `anyClass` (several classes taken into one) only the number tells them apart.
 */
export function joined(
  rows: readonly UnderstoodRow[],
  problems: Problem[],
  across: 'sameClass' | 'anyClass' = 'sameClass',
): readonly UnderstoodRow[] {
  const kept: UnderstoodRow[] = []
  const places = new Map<string, number[]>()
  for (const row of rows) {
    const key = `${row.kind} ${folded(`${row.firstName} ${row.lastName}`)}`
    const sameName = places.get(key) ?? []
    const at = sameName.find((place) => {
      const other = kept[place]
      return other !== undefined && samePerson(other, row, across)
    })
    if (at === undefined) {
      const first = kept[sameName[0] ?? -1]
      if (first !== undefined) problems.push(sameNameProblem(row, first))
      places.set(key, [...sameName, kept.length])
      kept.push(row)
      continue
    }
    const before = kept[at]
    if (before !== undefined) kept[at] = join(before, row, problems)
  }
  return kept
}

function sameNameProblem(row: UnderstoodRow, first: UnderstoodRow): Problem {
  const name = `${row.firstName} ${row.lastName}`.trim()
  const about = { line: row.line, severity: 'warning' } as const
  if (inOtherClasses(row, first) && differ(row, first) !== true) {
    return {
      ...about,
      code: 'otherClass',
      message: t(
        '{name} is also in line {line}, in the class {className}. Taken into each of the two classes; where both are taken as one, as one person.',
        { name, line: first.line, className: first.className },
      ),
    }
  }
  return {
    ...about,
    code: 'sameName',
    message: t(
      '{name} is also in line {line}, with another number: taken as two people. In a meeting their names can’t be told apart.',
      { name, line: first.line },
    ),
  }
}

function inOtherClasses(a: UnderstoodRow, b: UnderstoodRow): boolean {
  return a.className !== '' && b.className !== '' && a.className !== b.className
}

/** Whether the numbers say that they are two; undefined where they say nothing. */
function differ(a: UnderstoodRow, b: UnderstoodRow): boolean | undefined {
  if (a.ref !== '' && b.ref !== '') return a.ref !== b.ref
  if (a.kind === 'pupil' && b.kind === 'pupil' && a.number !== '' && b.number !== '')
    return a.number !== b.number
  return undefined
}

function samePerson(a: UnderstoodRow, b: UnderstoodRow, across: 'sameClass' | 'anyClass'): boolean {
  if (differ(a, b) === true) return false
  return across === 'anyClass' || !inOtherClasses(a, b)
}

function join(a: UnderstoodRow, b: UnderstoodRow, problems: Problem[]): UnderstoodRow {
  const lines = [...a.lines, ...b.lines]
  const say = (code: 'duplicateRow' | 'joinedRows', message: string) =>
    problems.push({ line: b.line, code, severity: 'warning', message })
  const name = `${b.firstName} ${b.lastName}`.trim()
  if (a.kind !== 'pupil' || b.kind !== 'pupil') {
    say(
      'duplicateRow',
      t('{name} is already in line {line}; this line adds nothing.', { name, line: a.line }),
    )
    return { ...a, lines }
  }
  const fresh = b.guardians.filter((one) => !a.guardians.some((other) => sameGuardian(one, other)))
  if (fresh.length > 0)
    say(
      'joinedRows',
      tn(
        '{name} is already in line {line}; a guardian was added from this line.|{name} is already in line {line}; guardians were added from this line.',
        fresh.length,
        { name, line: a.line },
      ),
    )
  else
    say(
      'duplicateRow',
      t('{name} is already in line {line}; taken as one pupil.', { name, line: a.line }),
    )
  return {
    ...a,
    lines,
    preferredName: a.preferredName || b.preferredName,
    className: a.className || b.className,
    number: a.number || b.number,
    guardians: [...a.guardians, ...fresh].slice(0, MOST_GUARDIANS),
    aliases: [...new Set([...a.aliases, ...b.aliases])],
    unsaid: a.unsaid.filter((field) => b.unsaid.includes(field)),
    consentVideo: bothConsents(a, b, 'consentVideo', problems),
    consentRecording: bothConsents(a, b, 'consentRecording', problems),
  }
}

const DIFFERS = {
  consentVideo: '{name} has a yes and a no to video (see line {line}); the no counts.',
  consentRecording: '{name} has a yes and a no to recording (see line {line}); the no counts.',
} as const satisfies Readonly<Record<ConsentField, Message>>

/** Where two lines disagree, the no counts. */
function bothConsents(
  a: UnderstoodPupil,
  b: UnderstoodPupil,
  field: ConsentField,
  problems: Problem[],
): Consent {
  const [one, two] = [a[field], b[field]]
  if (one === two || two === 'unknown') return one
  if (one === 'unknown') return two
  problems.push({
    line: b.line,
    code: 'consentDiffers',
    severity: 'warning',
    message: tOf(DIFFERS[field], { name: `${b.firstName} ${b.lastName}`, line: a.line }),
  })
  return 'no'
}

function sameGuardian(a: Guardian, b: Guardian): boolean {
  return (
    folded(`${a.firstName} ${a.lastName}`) === folded(`${b.firstName} ${b.lastName}`) &&
    folded(a.title) === folded(b.title)
  )
}
