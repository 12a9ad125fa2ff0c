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

/** Ids of those who took the name that they show from somebody among the others who came in under it. */
export function copiesAmong(people: readonly PersonState[]): readonly string[] {
  const took = (person: PersonState): boolean => {
    const change = lastChange(person)
    return change !== undefined && sameNameKey(change.to) === sameNameKey(person.name)
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

/** Who showed this name and had left before it was taken. A device that comes back under a new id under its own name is none. */
export function leftUnder(
  change: Change,
  taker: PersonState,
  people: readonly PersonState[],
): PersonState | undefined {
  const key = sameNameKey(change.to)
  return people.findLast((other) => {
    const gone = other.stays.at(-1)?.to
    return (
      other.id !== taker.id &&
      !other.present &&
      gone !== undefined &&
      gone <= change.at &&
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
