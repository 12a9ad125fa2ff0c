import type { Match, MatchKind, MatchReason, Register } from './types.ts'
import { CERTAIN } from './types.ts'
import words from './names/data/wording.json' with { type: 'json' }

/** Why a name was judged as it was, in plain words, and what to do next. */
export interface Explanation {
  /** One sentence: "Parent of Dev Shah", "Two pupils could be meant: Isla Campbell or Noah Campbell". */
  readonly summary: string
  /** One short phrase a reason, in order. */
  readonly reasons: readonly string[]
  /** What the teacher can do; empty where nothing is needed. */
  readonly next: string
}

const REASONS: Readonly<Record<MatchReason, string>> = words.reasons
const NEXT: Readonly<Record<MatchKind, string>> = words.next

/** Says a match in words. The wording is data (`names/data/wording.json`); names come from the register. */
export function explain(match: Match, register: Register | undefined): Explanation {
  return {
    summary: summary(match, register),
    reasons: match.reasons.map((reason) => REASONS[reason]),
    next: nextStep(match),
  }
}

export function reasonWords(reason: MatchReason): string {
  return REASONS[reason]
}

function summary(match: Match, register: Register | undefined): string {
  const person = match.personId === undefined ? undefined : personWords(match.personId, register)
  const others = match.alternatives
    .map((one) => personWords(one.personId, register))
    .filter((name) => name !== undefined)
  const certain = match.confidence >= CERTAIN
  const has = (reason: MatchReason) => match.reasons.includes(reason)
  switch (match.kind) {
    case 'self':
      return fill(person === undefined ? words.summary.self : words.summary.selfNamed, { person })
    case 'pupil':
    case 'staff':
      if (match.together !== undefined)
        return fill(words.summary.together, { list: listed(togetherNames(match, register), 'and') })
      return fill(certain ? words.summary[match.kind] : words.summary.perhaps, { person })
    case 'guardian': {
      const sentence =
        has('familyName') && !has('guardianName') ? words.summary.family : words.summary.guardian
      const own = guardianWords(match, register)
      if (certain && own !== undefined) return fill(words.summary.guardianNamed, { person, ...own })
      return fill(certain ? sentence : words.summary.perhapsGuardian, { person })
    }
    case 'ambiguous':
      if (match.together !== undefined) {
        const sentence = has('guardianName')
          ? words.summary.guardianOfSeveral
          : words.summary.perhapsTogether
        return fill(sentence, { list: listed(togetherNames(match, register), 'and') })
      }
      return fill(words.summary.ambiguous, {
        number: countWord(others.length),
        list: listed(others),
      })
    case 'duplicate': {
      if (has('lookAlikeLetters')) return fill(words.summary.lookAlike, { list: listed(others) })
      return fill(person === undefined ? words.summary.duplicate : words.summary.duplicateOf, {
        person,
      })
    }
    case 'noteTaker':
      return match.bot === undefined
        ? words.summary.noteTaker
        : fill(words.summary.noteTakerNamed, { bot: match.bot })
    case 'notAName': {
      const first = match.reasons.find((reason) => reason in words.summary.notAName)
      const base =
        first === undefined
          ? words.summary.notAName.noFit
          : words.summary.notAName[first as keyof typeof words.summary.notAName]
      return others.length === 0
        ? base
        : `${base} ${fill(words.summary.couldBe, { list: listed(others) })}`
    }
    case 'unknown':
      return others.length === 0
        ? words.summary.unknown
        : `${words.summary.unknown} ${fill(words.summary.sameSurname, { list: listed(others) })}`
  }
}

function nextStep(match: Match): string {
  if (match.kind === 'ambiguous' && match.together !== undefined) return words.nextTogether
  if (match.kind === 'duplicate' && match.reasons.includes('lookAlikeLetters'))
    return words.nextLookAlike
  if (
    match.personId !== undefined &&
    match.confidence < CERTAIN &&
    match.kind !== 'duplicate' &&
    match.kind !== 'self'
  )
    return words.nextPerhaps
  return NEXT[match.kind]
}

function personWords(personId: string, register: Register | undefined): string | undefined {
  const pupil = register?.pupils.find((one) => one.id === personId)
  if (pupil !== undefined) return `${pupil.firstName} ${pupil.lastName}`.trim()
  const staff = register?.staff.find((one) => one.id === personId)
  return staff === undefined
    ? undefined
    : [staff.title, staff.firstName, staff.lastName].filter((part) => part !== '').join(' ')
}

function fill(sentence: string, values: Readonly<Record<string, string | undefined>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? words.summary.somebody)
}

function togetherNames(match: Match, register: Register | undefined): readonly string[] {
  return (match.together ?? []).flatMap((id) => personWords(id, register) ?? [])
}

/** "Mrs Priya Shah" and what she is to the child, as the register has it. */
function guardianWords(
  match: Match,
  register: Register | undefined,
): { guardian: string; relation: string } | undefined {
  const pupil = register?.pupils.find((one) => one.id === match.personId)
  const guardian = match.guardian === undefined ? undefined : pupil?.guardians[match.guardian]
  if (guardian === undefined) return undefined
  const name = [guardian.title, guardian.firstName, guardian.lastName]
    .filter((part) => part !== '')
    .join(' ')
  if (name === '') return undefined
  return { guardian: name, relation: guardian.relation.toLowerCase() || words.summary.parent }
}

function listed(names: readonly string[], joined: 'or' | 'and' = 'or'): string {
  return names.length < 2
    ? (names[0] ?? words.summary.somebody)
    : `${names.slice(0, -1).join(', ')} ${words.summary[joined]} ${names.at(-1) ?? ''}`
}

function countWord(count: number): string {
  return words.summary.numbers[count] ?? String(count)
}
