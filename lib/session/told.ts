import { lastChoice } from './choices.ts'
import type { Choice, KnockState, PastKnock, SessionState, Stay } from './state.ts'

/**
 * What the teacher says of one device. Two children may show one name, "Amelia" or "iPad": what she says of the second takes
 * nothing back of what she said of the first.
 */

/** Her word on a device. `another`: what she said of its name was said of others, and none of it tells who this is. */
export type Told = Choice | 'another' | undefined

/** A knock may stand in the list for some seconds after its person has come in. */
const HANDOVER_MS = 15_000

/** Somebody behind a device in the call, or in the waiting room as long as they are not in. */
interface Behind {
  readonly who: string
  readonly stays: readonly Stay[]
}

/**
 * The word that counts for a device (or somebody waiting, by the key of the knock) under the name that it shows: what was said
 * of this very device before what was said later of another. A device of which nothing was said is taken for the one under that
 * name that was told of last and was never there at the same time: it came back.
 */
export function toldOf(state: SessionState, shown: string, id: string): Told {
  const last = lastChoice(state, shown)
  if (last === undefined) return undefined
  if (last.id === undefined) return last
  const said = wordsOnDevices(state, shown)
  const me = behind(state, id)
  const own = said.find(({ of }) => of.who === me.who)
  if (own !== undefined) return own.choice
  const may = said.filter(({ of }) => !met(of, me))
  const latest = may.at(-1)
  if (latest === undefined) return 'another'
  // Two children who were there together and went: either may be back.
  const isEither = may.some(
    ({ choice, of }) => met(of, latest.of) && !isSame(choice.personIds, latest.choice.personIds),
  )
  return isEither ? 'another' : latest.choice
}

/** Whether it was said of another device under the same name, there at the same time, that it is somebody else. */
export function isToldOfOthers(
  state: SessionState,
  shown: string,
  id: string,
  personIds: readonly string[],
): boolean {
  const me = behind(state, id)
  return wordsOnDevices(state, shown).some(
    ({ choice, of }) => of.who !== me.who && met(of, me) && !isSame(choice.personIds, personIds),
  )
}

/** The last word on each device under one name, in order of time. One on the name as such replaces all that were before. */
function wordsOnDevices(
  state: SessionState,
  shown: string,
): readonly { readonly choice: Choice; readonly of: Behind }[] {
  const all = (state.choices ?? []).filter(
    (one) => one.shown === shown && one.undoneAt === undefined,
  )
  const said = all
    .slice(all.findLastIndex((one) => one.id === undefined) + 1)
    .map((choice) => ({ choice, of: behind(state, choice.id ?? '', choice.at) }))
  return said.filter(({ of }, at) => !said.slice(at + 1).some((later) => later.of.who === of.who))
}

/** `at`: when it was spoken of. A key of the waiting room comes again with the next one of the same name. */
function behind(state: SessionState, id: string, at = Number.POSITIVE_INFINITY): Behind {
  const person = state.people.find((one) => one.id === id)
  if (person !== undefined) return { who: id, stays: person.stays }
  const knock = [...state.pastKnocks, ...state.knocks].findLast(
    (one) => one.key === id && one.at <= at,
  )
  return knock === undefined ? { who: id, stays: [] } : behindKnock(state, knock)
}

function behindKnock(state: SessionState, knock: KnockState | PastKnock): Behind {
  const entry = state.entries?.find((one) => one.key === knock.key && one.knockedAt === knock.at)
  const person = state.people.find((one) => one.id === entry?.id)
  if (person !== undefined) return { who: person.id, stays: person.stays }
  const stay = 'goneAt' in knock ? { from: knock.at, to: knock.goneAt } : { from: knock.at }
  return { who: `${knock.key} ${knock.at}`, stays: [stay] }
}

/** Both were there at some moment. */
function met(one: Behind, other: Behind): boolean {
  const end = (stay: Stay) => stay.to ?? Number.POSITIVE_INFINITY
  return one.stays.some((a) =>
    other.stays.some((b) => Math.min(end(a), end(b)) - Math.max(a.from, b.from) > HANDOVER_MS),
  )
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((one) => others.includes(one))
}
