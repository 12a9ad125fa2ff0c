import { isGivenBack, isOutside, leftUnder } from '../protocol/findings/copies.ts'
import { sameNameKey } from '../protocol/text.ts'
import type { Match, Pupil, Register } from '../register/index.ts'
import { lastChoice, toldOf } from '../session/index.ts'
import type { PersonState, PromptState, SessionState } from '../session/index.ts'
import { t, tn } from '../words/say.ts'
import { isCertain, namesBehind, personName } from './names.ts'
import { joined } from '../words/lists.ts'
import type { ViewSituation } from './situation.ts'
import type { PersonRow } from './types.ts'

type Chip = PersonRow['chips'][number]

/** Somebody whose device went and who is back under the same name within this time is most likely the same. */
const BACK_WITHIN_MS = 10 * 60_000

/** What a name is worth a word about: who it is, consent, and what became of the name since it came in. */
export function nameChips(
  person: PersonState,
  match: Match | undefined,
  from: ViewSituation,
): readonly Chip[] {
  const { register, state } = from
  if (person.isSelf) return [{ text: t('You'), tone: 'ok' }]
  const visitor = visitorChip(state, person.name)
  if (visitor !== undefined) return [visitor, ...changeChips(person, from)]
  if (register === undefined) {
    return match?.kind === 'noteTaker'
      ? [botChip(match)]
      : [{ text: t('No class chosen'), tone: 'quiet' }]
  }
  return [
    kindChip(person, match, register, from),
    ...consentChips(match, register),
    ...accountChips(match, from),
    ...changeChips(person, from),
  ]
}

export function visitorChip(state: SessionState | undefined, shown: string): Chip | undefined {
  if (state === undefined || !Object.hasOwn(state.visitors, shown)) return undefined
  const note = state.visitors[shown] ?? ''
  return {
    text: note === '' ? t('Visitor, expected') : t('Visitor, expected: {note}', { note }),
    tone: 'ok',
  }
}

/** What the teacher said of a name last, for the undo beside it. */
export function saidOf(
  state: SessionState | undefined,
  register: Register | undefined,
  shown: string,
  id: string,
): string | undefined {
  const choice = state === undefined ? undefined : lastChoice(state, shown)
  if (choice === undefined) return undefined
  if (choice.what === 'visitor')
    return choice.note === ''
      ? t('You expect this visitor.')
      : t('You expect this visitor: {note}.', { note: choice.note })
  // It was said of another tablet of the same name. The undo takes back the last word only, so an earlier one isn't shown.
  if (state === undefined || toldOf(state, shown, id) !== choice) return undefined
  if (choice.id !== undefined && choice.id !== id && isHere(state, choice.id)) return undefined
  const names = choice.personIds.flatMap((one) => personName(register, one) ?? [])
  return names.length === 0 ? undefined : t('You said: this is {names}.', { names: joined(names) })
}

function isHere(state: SessionState | undefined, id: string): boolean {
  return (
    state?.people.some((one) => one.id === id && one.present) === true ||
    state?.knocks.some((one) => one.key === id) === true
  )
}

function kindChip(
  person: PersonState,
  match: Match | undefined,
  register: Register,
  from: ViewSituation,
): Chip {
  const known = personName(register, match?.personId) ?? t('a pupil')
  switch (match?.kind) {
    case 'pupil':
      if (!isCertain(match)) return { text: t('Perhaps {name}', { name: known }), tone: 'check' }
      return match.together === undefined
        ? { text: t('On the register'), tone: 'ok' }
        : {
            text: tn('{n} child on one device|{n} children on one device', match.together.length),
            tone: 'ok',
          }
    case 'guardian':
      return {
        text: familyOf(match, register, known),
        tone: isCertain(match) ? 'ok' : 'check',
      }
    case 'staff':
    case 'self':
      return { text: t('Staff'), tone: 'ok' }
    case 'ambiguous':
      return match.together === undefined
        ? { text: t('Could be several pupils'), tone: 'check' }
        : {
            text: t('{names} on one device?', { names: namesBehind(register, match) }),
            tone: 'check',
          }
    case 'duplicate':
      if (answered(from.state, person, 'duplicateName', 'seen') && !isLookAlike(match))
        return { text: t('Second device, you said'), tone: 'quiet' }
      return { text: sameNameWords(match), tone: 'alarm' }
    case 'notAName':
      return { text: t('Not a real name'), tone: 'check' }
    case 'noteTaker':
      return botChip(match)
    default:
      return { text: t('Not on the register'), tone: 'check' }
  }
}

function botChip(match: Match): Chip {
  return {
    text:
      match.bot === undefined
        ? t('Note-taking bot')
        : t('Note-taking bot ({name})', { name: match.bot }),
    tone: 'alarm',
  }
}

function familyOf(match: Match, register: Register, name: string): string {
  const relation = relationOf(match, register)
  return relation === undefined
    ? t('Family of {name}', { name })
    : t('{relation} of {name}', { relation, name })
}

/** "Mother", where the register says so, in its own word. */
export function relationOf(match: Match, register: Register): string | undefined {
  const pupil = register.pupils.find((one) => one.id === match.personId)
  const relation = match.guardian === undefined ? '' : pupil?.guardians[match.guardian]?.relation
  if (relation === undefined || relation.trim() === '' || !isCertain(match)) return undefined
  const word = relation.trim().toLowerCase()
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** A name in look-alike letters is no second device of a child: it is somebody who copies one. */
export function sameNameWords(match: Match): string {
  return isLookAlike(match) ? t('Copies a name in look-alike letters') : t('Name shown twice')
}

function isLookAlike(match: Match): boolean {
  return match.reasons.includes('lookAlikeLetters')
}

/** The children a match is about: the pupil, the pupil whose parent this is, or all behind one device. */
export function childrenOf(match: Match | undefined, register: Register): readonly Pupil[] {
  const ids = match?.together ?? (match?.personId === undefined ? [] : [match.personId])
  return register.pupils.filter((one) => ids.includes(one.id))
}

function consentChips(match: Match | undefined, register: Register): readonly Chip[] {
  const children = childrenOf(match, register)
  if (children.some((one) => one.consentVideo === 'no'))
    return [{ text: t('No consent to video'), tone: 'alarm' }]
  // A register without the column says nothing about anybody, and a mark on every child would hide the others.
  const isKept = register.pupils.some((one) => one.consentVideo !== 'unknown')
  return isKept && isCertain(match) && children.some((one) => one.consentVideo === 'unknown')
    ? [{ text: t('Consent to video not known'), tone: 'check' }]
    : []
}

/** EG-15: whose account the school expects. No fault of the child, so never more than a word. */
function accountChips(match: Match | undefined, from: ViewSituation): readonly Chip[] {
  if (!isCertain(match) || match.together !== undefined) return []
  const { expectedName } = from.pack
  if (expectedName === 'guardianPreferred' && match.kind === 'pupil')
    return [{ text: t('Own name; a parent’s account is preferred'), tone: 'quiet' }]
  if (expectedName === 'pupil' && match.kind === 'guardian')
    return [{ text: t('Parent’s name; the child’s is expected'), tone: 'check' }]
  return []
}

/** Names are locked during the call (EG-13): a change stays visible, quietly once the teacher has looked at it. */
function changeChips(person: PersonState, { state }: ViewSituation): readonly Chip[] {
  const people = state?.people ?? []
  const change = person.renames.findLast(
    ({ from, to }) => sameNameKey(from) !== '' && sameNameKey(from) !== sameNameKey(to),
  )
  if (change === undefined) return backChips(person, people)
  // Nothing is asked about it, so there would be no answer to make it quiet.
  if (leftUnder(change, person, people) === undefined && isGivenBack(change, person))
    return [{ text: t('Changed name'), tone: 'quiet' }]
  if (answered(state, person, 'renamed', 'seen'))
    return [{ text: t('Changed name, you know'), tone: 'quiet' }]
  return leftUnder(change, person, people) === undefined
    ? [{ text: t('Changed name'), tone: 'check' }]
    : [{ text: t('Took the name of somebody who left'), tone: 'alarm' }]
}

function backChips(person: PersonState, people: readonly PersonState[]): readonly Chip[] {
  const since = person.stays.at(-1)?.from ?? 0
  const key = sameNameKey(person.name)
  const before = people.findLast((other) => {
    const gone = other.stays.at(-1)?.to
    return (
      other.id !== person.id &&
      !other.present &&
      gone !== undefined &&
      gone <= since &&
      since - gone < BACK_WITHIN_MS &&
      key !== '' &&
      sameNameKey(other.name) === key
    )
  })
  if (before === undefined) return []
  // Whoever was here with the school's account and is back without it deserves a look.
  return isOutside(person) && !isOutside(before)
    ? [{ text: t('Back without a school account: look that it is the same child'), tone: 'check' }]
    : [{ text: t('Back on another device'), tone: 'quiet' }]
}

function answered(
  state: SessionState | undefined,
  person: PersonState,
  kind: PromptState['kind'],
  answer: string,
): boolean {
  const last = state?.prompts.findLast(
    (prompt) => prompt.kind === kind && prompt.about.includes(person.id),
  )
  return last?.answer?.answer === answer
}
