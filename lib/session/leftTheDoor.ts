import type { Participant } from '../meeting/index.ts'
import { doneWith, mayComeIn, notSeenYet } from './doorDone.ts'
import type { DoorCommand, KnockState, PastKnock, PersonState, SessionState } from './state.ts'

type How = PastKnock['how']

/**
 * Of those whose row is not shown, who is known to have left the waiting room, and how. That the row is not there says nothing by itself:
 * Meet's list folds. Nor that somebody of the name is in the call: who waits may have taken the name of a child who is there. One who
 * came in since stands for one who waited.
 */
export function leftTheDoor(
  state: SessionState,
  people: readonly Participant[],
  unseen: readonly KnockState[],
  now: number,
): ReadonlyMap<string, How> {
  const left = new Map<string, How>()
  if (unseen.length === 0) return left
  let came = newcomers(state, people, now)
  for (const knock of unseen) {
    const who = came.find(
      ({ name, since, isNew }) =>
        name === knock.name && (isNew || since > knock.at) && mayComeIn(state, knock, since),
    )
    came = came.filter((one) => one !== who)
    if (who !== undefined || doneWith(state, 'admit', knock) !== undefined)
      left.set(knock.key, 'admitted')
    else if (doneWith(state, 'deny', knock) !== undefined) left.set(knock.key, 'denied')
  }
  return left
}

/**
 * How those went who are missing from a list that can be believed. Of two of one name the page may give the number of the one who was
 * turned away to the other: then the one who is missing is who went.
 */
export function gaveUp(
  state: SessionState,
  gone: readonly KnockState[],
  here: ReadonlySet<string>,
): ReadonlyMap<string, How> {
  const spent = new Set<DoorCommand>()
  return new Map(
    gone.map((knock) => {
      const denied = notSeenYet(state, 'deny', knock.name).find(
        (one) => !spent.has(one) && one.at >= knock.at && here.has(one.key),
      )
      if (denied !== undefined) spent.add(denied)
      return [knock.key, denied === undefined ? 'unknown' : 'denied']
    }),
  )
}

interface Newcomer {
  readonly name: string
  readonly since: number
  /** In with this reading: later than who waits, whatever the clock says. */
  readonly isNew: boolean
}

/** Who came in under the name they show, without those who are known to have waited and been let in before. */
function newcomers(
  state: SessionState,
  people: readonly Participant[],
  now: number,
): readonly Newcomer[] {
  const known = new Map(state.people.map((person) => [person.id, person]))
  // A page may show one id twice while it re-draws.
  const shown = [...new Map(people.map((person) => [person.id, person])).values()]
  let came = shown.flatMap((person) => cameIn(person, known.get(person.id), now))
  for (const knock of state.pastKnocks) {
    if (knock.how !== 'admitted') continue
    const who = came.find(
      ({ name, since, isNew }) =>
        !isNew && name === knock.name && knock.at < since && since <= knock.goneAt,
    )
    came = came.filter((one) => one !== who)
  }
  return came
}

function cameIn(
  { name }: Participant,
  known: PersonState | undefined,
  now: number,
): readonly Newcomer[] {
  if (name === '') return []
  const stay = known?.present === true ? known.stays.at(-1) : undefined
  if (known === undefined || stay === undefined) return [{ name, since: now, isNew: true }]
  const before = known.renames.filter(({ at }) => at >= stay.from).map(({ from }) => from)
  const isTheirs = [...before, known.name].every((other) => other === '' || other === name)
  return isTheirs ? [{ name, since: stay.from, isNew: false }] : []
}
