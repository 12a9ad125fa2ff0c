import type { Match, MatchReason, Register } from './types.ts'
import { CERTAIN } from './types.ts'
import { listed } from '../words/lists.ts'
import { t, tOf } from '../words/say.ts'
import { COULD_BE_MEANT, NEXT, NOT_A_NAME, REASONS } from './wording.ts'

/** Why a name was judged as it was, in plain words, and what to do next. */
export interface Explanation {
  /** One sentence: "Parent of Dev Shah", "Two pupils could be meant: Isla Campbell or Noah Campbell". */
  readonly summary: string
  /** One short phrase a reason, in order. */
  readonly reasons: readonly string[]
  /** What the teacher can do; empty where nothing is needed. */
  readonly next: string
}

/** Says a match in words; names come from the register. */
export function explain(match: Match, register: Register | undefined): Explanation {
  return {
    summary: summary(match, register),
    reasons: match.reasons.map(reasonWords),
    next: nextStep(match),
  }
}

export function reasonWords(reason: MatchReason): string {
  return tOf(REASONS[reason])
}

function summary(match: Match, register: Register | undefined): string {
  const own = match.personId === undefined ? undefined : personWords(match.personId, register)
  const person = own ?? t('somebody')
  const others = match.alternatives
    .map((one) => personWords(one.personId, register))
    .filter((name) => name !== undefined)
  const certain = match.confidence >= CERTAIN
  const has = (reason: MatchReason) => match.reasons.includes(reason)
  switch (match.kind) {
    case 'self':
      return own === undefined ? t('This is you.') : t('This is you: {person}.', { person })
    case 'pupil':
    case 'staff':
      if (match.together !== undefined)
        return t('{list}, on one device.', { list: togetherNames(match, register) })
      if (!certain) return t('Perhaps {person}.', { person })
      return match.kind === 'pupil'
        ? t('{person}, on the register.', { person })
        : t('{person}, staff.', { person })
    case 'guardian': {
      if (!certain) return t('Perhaps a parent or carer of {person}.', { person })
      const named = guardianWords(match, register)
      if (named !== undefined) return t('{guardian}, {relation} of {person}.', { person, ...named })
      return has('familyName') && !has('guardianName')
        ? t('Family of {person}.', { person })
        : t('Parent or carer of {person}.', { person })
    }
    case 'ambiguous': {
      if (match.together !== undefined) {
        const list = togetherNames(match, register)
        return has('guardianName')
          ? t('Parent or carer of {list}: here with one of them or with all.', { list })
          : t('{list} on one device, by the name.', { list })
      }
      const sentence = COULD_BE_MEANT[others.length]
      const list = oneOf(others)
      return sentence === undefined
        ? t('{number} could be meant: {list}.', { number: others.length, list })
        : tOf(sentence, { list })
    }
    case 'duplicate':
      if (has('lookAlikeLetters'))
        return t('Made to look like {list}, with other letters.', { list: oneOf(others) })
      return own === undefined
        ? t('More than one person shows this name.')
        : t('More than one device shows the name of {person}: the same person twice, or a copy.', {
            person,
          })
    case 'noteTaker':
      return match.bot === undefined
        ? t('A program that takes notes or records, not a person.')
        : t('{bot}: a program that takes notes or records, not a person.', { bot: match.bot })
    case 'notAName': {
      const base = tOf(NOT_A_NAME[match.reasons.find(isNotAName) ?? 'noFit'])
      return others.length === 0
        ? base
        : `${base} ${t('It could stand for {list}.', { list: oneOf(others) })}`
    }
    case 'unknown': {
      const base = t('Not on the register.')
      return others.length === 0
        ? base
        : `${base} ${t('The same surname as {list}.', { list: oneOf(others) })}`
    }
  }
}

function isNotAName(reason: MatchReason): reason is keyof typeof NOT_A_NAME {
  return reason in NOT_A_NAME
}

function nextStep(match: Match): string {
  if (match.kind === 'ambiguous' && match.together !== undefined)
    return t('Look who sits in front of the camera, then say whether all of them are here or one.')
  if (match.kind === 'duplicate' && match.reasons.includes('lookAlikeLetters'))
    return t('Ask who it is before letting them in; somebody may be posing as this child.')
  if (
    match.personId !== undefined &&
    match.confidence < CERTAIN &&
    match.kind !== 'duplicate' &&
    match.kind !== 'self'
  )
    return t('Confirm with one click, or pick somebody else.')
  const next = NEXT[match.kind]
  return next === undefined ? '' : tOf(next)
}

function personWords(personId: string, register: Register | undefined): string | undefined {
  const pupil = register?.pupils.find((one) => one.id === personId)
  if (pupil !== undefined) return `${pupil.firstName} ${pupil.lastName}`.trim()
  const staff = register?.staff.find((one) => one.id === personId)
  return staff === undefined
    ? undefined
    : [staff.title, staff.firstName, staff.lastName].filter((part) => part !== '').join(' ')
}

function togetherNames(match: Match, register: Register | undefined): string {
  const names = (match.together ?? []).flatMap((id) => personWords(id, register) ?? [])
  return names.length === 0 ? t('somebody') : listed(names)
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
  return { guardian: name, relation: guardian.relation.toLowerCase() || t('parent or carer') }
}

/** "Isla Campbell, Noah Campbell or Dev Shah" */
function oneOf(names: readonly string[]): string {
  const last = names.at(-1) ?? t('somebody')
  return names.length < 2
    ? last
    : t('{list} or {last}', { list: names.slice(0, -1).join(', '), last })
}
