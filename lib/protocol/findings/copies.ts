import type { PersonState, PromptState } from '../../session/state.ts'
import { sameNameKey } from '../text.ts'

/** Who shows a name that is somebody else's. Only what the page itself shows is used, so the words may stand on the page. */

type Change = PersonState['renames'][number]

/** The last change to another name in the present (or last) stay. */
export function lastChange(person: PersonState): Change | undefined {
  const since = person.stays.at(-1)?.from ?? 0
  return person.renames.findLast(
    ({ at, from, to }) =>
      at >= since && sameNameKey(from) !== '' && sameNameKey(from) !== sameNameKey(to),
  )
}

/** When the stay began in which the name changed. */
export function stayOf(change: Change, person: PersonState): number {
  return person.stays.findLast(({ from }) => from <= change.at)?.from ?? 0
}

/** The name that somebody came in with, in the stay in which this change was: the first that was read, since a tile may be drawn before it. */
export function cameInAs(change: Change, person: PersonState): string {
  const since = stayOf(change, person)
  const first = person.renames.find(({ at, from }) => at >= since && sameNameKey(from) !== '')
  return (first ?? change).from
}

/** They show again what they came in with: nobody's name was taken by that. */
export function isGivenBack(change: Change, person: PersonState): boolean {
  return sameNameKey(change.to) === sameNameKey(cameInAs(change, person))
}

/** Ids of those who took the name that they show from somebody among the others who came in under it. */
export function copiesAmong(people: readonly PersonState[]): readonly string[] {
  const took = (person: PersonState): boolean => {
    const change = lastChange(person)
    return (
      change !== undefined &&
      sameNameKey(change.to) === sameNameKey(person.name) &&
      !isGivenBack(change, person)
    )
  }
  const owners = people.filter((one) => !took(one))
  return people
    .filter(took)
    .filter((one) => owners.some((owner) => sameNameKey(owner.name) === sameNameKey(one.name)))
    .map((one) => one.id)
}

/** Whom the answer "Remove" to a prompt takes out: everybody it is about, but of two under one name only who copied it. */
export function removedBy(
  prompt: Pick<PromptState, 'kind' | 'about'>,
  people: readonly PersonState[],
): readonly string[] {
  if (prompt.kind !== 'duplicateName') return prompt.about
  return copiesAmong(people.filter((one) => prompt.about.includes(one.id)))
}

/**
 * Who showed this name and had left before it was taken. A device that comes back under a new id under its own name is none, also where
 * it showed another name in between.
 */
export function leftUnder(
  change: Change,
  taker: PersonState,
  people: readonly PersonState[],
): PersonState | undefined {
  const key = sameNameKey(change.to)
  const since = isGivenBack(change, taker) ? stayOf(change, taker) : undefined
  return people.findLast((other) => {
    const gone = other.stays.at(-1)?.to
    return (
      other.id !== taker.id &&
      !other.present &&
      gone !== undefined &&
      gone <= change.at &&
      (since === undefined || gone > since) &&
      sameNameKey(other.name) === key
    )
  })
}

// The site's own mark for an account that is not the school's, by its words: Meet's "Visitor", Teams' "Guest", "External unfamiliar".
const OUTSIDE = new Set(
  'visitor guest external unverified besucher gast gość visitante ymwelydd visiteur allanol gwestai invité externe invitado externo zewnętrzny niezweryfikowany'.split(
    ' ',
  ),
)

/** Marked by the site as without an account of the school. */
export function isOutside(person: Pick<PersonState, 'decorations'>): boolean {
  return person.decorations.some((mark) =>
    mark
      .toLowerCase()
      .split(/[\s()]+/)
      .some((word) => OUTSIDE.has(word)),
  )
}
