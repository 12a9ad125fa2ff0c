import { readName } from '../../register/names/read.ts'
import type { PersonState, SessionState } from '../../session/state.ts'
import type { Scene, Seen } from '../scene.ts'
import { childrenBehind, pupilName } from '../scene.ts'
import { sameNameKey } from '../text.ts'
import { cameInAs, isGivenBack, stayOf } from './copies.ts'

/** Which changes of a name are what was asked for (EG-13): the own name is put back, or comes in place of none. */

type Change = PersonState['renames'][number]

/** Somebody let in is the one who knocked under the same name shortly before. */
const ADMISSION_MS = 60_000

/**
 * Nothing to ask about. A name that somebody else has, or had in this call, is never so: it may be taken. Whether its owner has left is
 * told for itself.
 */
export function isAsItShould(change: Change, one: Seen, scene: Scene): boolean {
  if (isGivenBack(change, one.person)) return true
  const { pupil, standing } = one
  if (pupil === undefined || standing !== 'pupil') return false
  if (namesOf(pupil).has(sameNameKey(cameInAs(change, one.person)))) return true
  return isNoName(change.from) && isFirstName(change, one.person) && !isElsewhere(one, scene)
}

/** Who it is was not clear before, so that the new name is most likely the answer to being asked. */
export function wasUnclear(
  change: Change,
  person: PersonState,
  { prompts, pastKnocks }: Pick<SessionState, 'prompts' | 'pastKnocks'>,
): boolean {
  if (!isFirstName(change, person)) return false
  const since = stayOf(change, person)
  const knock = pastKnocks.findLast(
    ({ name, goneAt }) =>
      sameNameKey(name) === sameNameKey(change.from) && Math.abs(goneAt - since) <= ADMISSION_MS,
  )
  return (
    isNoName(change.from) ||
    prompts.some(
      ({ kind, about, at }) =>
        kind === 'unknownPerson' &&
        at <= change.at &&
        ((at >= since && about.includes(person.id)) ||
          (knock !== undefined && at >= knock.at && about.includes(knock.key))),
    )
  )
}

/** "iPad (2)", "07700 900123", "guest", "Batman": nobody's name, by which nobody was known. */
export function isNoName(shown: string): boolean {
  const { what } = readName(shown)
  return what === 'device' || what === 'phone' || what === 'symbols' || what === 'placeholder'
}

/** No other name was shown between the one they came in with and the new one. */
function isFirstName(change: Change, person: PersonState): boolean {
  const known = new Set([cameInAs(change, person), change.to].map(sameNameKey))
  const since = stayOf(change, person)
  return person.renames
    .filter(({ at, from }) => at >= since && at <= change.at && sameNameKey(from) !== '')
    .every(({ from, to }) => known.has(sameNameKey(from)) && known.has(sameNameKey(to)))
}

function namesOf(pupil: NonNullable<Seen['pupil']>): ReadonlySet<string> {
  const { firstName, lastName } = pupil
  return new Set([pupilName(pupil), `${firstName} ${lastName}`].map(sameNameKey))
}

/** Another device stands for the same child, or has shown the same name. */
function isElsewhere(one: Seen, scene: Scene): boolean {
  const key = sameNameKey(one.person.name)
  return scene.ever.some(
    (other) =>
      other.person.id !== one.person.id &&
      (childrenBehind(other).some(({ id }) => id === one.pupil?.id) ||
        sameNameKey(other.person.name) === key ||
        other.person.renames.some(
          ({ from, to }) => sameNameKey(from) === key || sameNameKey(to) === key,
        )),
  )
}
