import { isGivenBack, leftUnder, removedBy } from '../protocol/findings/copies.ts'
import { sameNameKey } from '../protocol/text.ts'
import type { Match, Register } from '../register/types.ts'
import { CERTAIN } from '../register/types.ts'
import type { PersonState, SessionState } from '../session/state.ts'
import type { Stretch } from '../session/stretches.ts'
import { intersection, union } from '../session/stretches.ts'

/** Which devices are one person. */
export interface RowSource {
  readonly state: SessionState
  readonly register: Register | undefined
  readonly matches: ReadonlyMap<string, Match>
  readonly session: Stretch
}

export interface DeviceRow {
  /**
   * `pupil` and `staff`: that person of the register. `self`: the teacher, not on the register. `copy`: shows the name of
   * somebody of the register and is not them, or it isn't known. `other`: everybody else.
   */
  readonly is: 'pupil' | 'staff' | 'self' | 'copy' | 'other'
  readonly devices: readonly PersonState[]
  /** Set where one device stands for several pupils, and its own match names only the first of them. */
  readonly personId?: string
}

/** Every device in one row, rows in order of first arrival. Two children behind one device are two rows, each with its time. */
export function deviceRows(source: RowSource): readonly DeviceRow[] {
  const rows = new Map<string, { is: DeviceRow['is']; devices: PersonState[]; personId?: string }>()
  const place = (person: PersonState, key: string, is: DeviceRow['is'], personId?: string) => {
    const row = rows.get(key)
    const own = personId === undefined ? {} : { personId }
    if (row === undefined) rows.set(key, { is, devices: [person], ...own })
    else rows.set(key, { ...row, ...own, devices: [...row.devices, person] })
  }
  for (const person of source.state.people) {
    const together = pupilsBehind(source.matches.get(person.id))
    for (const personId of together) place(person, `person:${personId}`, 'pupil', personId)
    if (together.length > 0) continue
    const { key, is } = placeOf(person, source, rows)
    place(person, key, is)
  }
  return [...rows.values()]
}

/** The children whom one device stands for, where the teacher has said so. */
export function pupilsBehind(match: Match | undefined): readonly string[] {
  return isSure(match) ? (match.together ?? []) : []
}

/** A match that stands for a person of the register. */
export function isSure(match: Match | undefined): match is Match & { personId: string } {
  if (match?.personId === undefined || match.confidence < CERTAIN) return false
  return (
    match.kind === 'pupil' ||
    match.kind === 'guardian' ||
    match.kind === 'staff' ||
    match.kind === 'self'
  )
}

/**
 * A pupil on the family's second device or on a guardian's account is one row, the pupil's. People who are not known are put
 * together only when they show one name and were never there at the same time, i.e. came back on a new device id.
 */
function placeOf(
  person: PersonState,
  source: RowSource,
  rows: ReadonlyMap<string, DeviceRow>,
): { key: string; is: DeviceRow['is'] } {
  const match = source.matches.get(person.id)
  if (person.isSelf && !isSure(match)) return { key: 'self', is: 'self' }
  const claimed = claimOf(match)
  if (claimed !== undefined) {
    if (isCopy(person, claimed, rows.has(claimed), source))
      return { key: `copy:${person.id}`, is: 'copy' }
    const isStaff = source.register?.staff.some((one) => one.id === match?.personId) === true
    return { key: claimed, is: isStaff ? 'staff' : 'pupil' }
  }
  const name = sameNameKey(person.name)
  if (name === '' || match?.kind === 'duplicate') return { key: `device:${person.id}`, is: 'other' }
  for (let n = 1; ; n += 1) {
    const key = `name:${match?.kind ?? 'unknown'}:${name}:${n}`
    const others = rows.get(key)?.devices ?? []
    if (!others.some((other) => together(other, person, source))) return { key, is: 'other' }
  }
}

/** The person of the register whose name a device shows, rightly or as a copy. */
function claimOf(match: Match | undefined): string | undefined {
  if (match?.personId === undefined) return undefined
  return isSure(match) || match.kind === 'duplicate' ? `person:${match.personId}` : undefined
}

/**
 * Whether a device only copies a name: it took the name while its owner was there or when they had just left, or it was removed while the owner was, or
 * the matcher says that the name is there twice and nobody has said since that it is one person. A copy's minutes are never
 * given to the child.
 */
function isCopy(person: PersonState, claimed: string, owned: boolean, source: RowSource): boolean {
  const match = source.matches.get(person.id)
  const about = source.state.prompts.filter((prompt) => prompt.about.includes(person.id))
  const saidTheSame = about.some(
    (prompt) => prompt.kind === 'duplicateName' && prompt.answer?.answer === 'seen',
  )
  if (saidTheSame || match?.reasons.includes('teacherChoice') === true) return false
  if (tookAfterLeaving(person, source.state.people)) {
    // "It is the same child": the one prompt that is about just this was answered so.
    return !about.some((one) => one.kind === 'renamed' && one.answer?.answer === 'seen')
  }
  const rivals = source.state.people.filter(
    (other) =>
      other !== person &&
      claimOf(source.matches.get(other.id)) === claimed &&
      together(other, person, source),
  )
  if (rivals.length === 0) return false
  const removed = about.some(
    (prompt) =>
      prompt.answer?.answer === 'remove' &&
      removedBy(prompt, source.state.people).includes(person.id),
  )
  if (removed) return true
  if (tookItsName(person) && rivals.some((other) => !tookItsName(other))) return true
  if (match?.kind !== 'duplicate') return false
  // Who of them came first tells nothing where it is known of one that it is the child.
  return owned || rivals.some((other) => isOwner(other, source.matches.get(other.id)))
}

/**
 * Known to be that person: by the teacher's word, or by the name under which they came in. Not whoever took the name in the call, or
 * the child would be the copy of an impostor; nor a parent's account, which says nothing of who else shows the child's name.
 */
function isOwner(person: PersonState, match: Match | undefined): boolean {
  if (!isSure(match) || match.kind === 'guardian') return false
  return match.reasons.includes('teacherChoice') || !tookItsName(person)
}

/** The name was taken when its owner had gone. */
function tookAfterLeaving(person: PersonState, people: readonly PersonState[]): boolean {
  return person.renames.some(
    (change) =>
      sameNameKey(change.from) !== '' &&
      sameNameKey(change.to) === sameNameKey(person.name) &&
      leftUnder(change, person, people) !== undefined,
  )
}

/** The name that is shown came in place of another. Who only put the own name back took none. */
function tookItsName(person: PersonState): boolean {
  return person.renames.some(
    (change) =>
      sameNameKey(change.from) !== '' &&
      sameNameKey(change.from) !== sameNameKey(change.to) &&
      sameNameKey(change.to) === sameNameKey(person.name) &&
      !isGivenBack(change, person),
  )
}

/** Both were in the call at some moment. */
function together(one: PersonState, other: PersonState, { session }: RowSource): boolean {
  return intersection(union(one.stays, session), union(other.stays, session)).length > 0
}
