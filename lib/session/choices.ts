import type { SessionEvent } from './events.ts'
import type { Choice, SessionState } from './state.ts'

/**
 * What the teacher says of a name as shown: whom it belongs to, or that it is an expected visitor. The last word counts; taking
 * it back leaves the one before it.
 */

type Said = Extract<SessionEvent, { type: 'matchFixed' | 'visitorExpected' }>

export function choose(state: SessionState, event: Said): SessionState {
  return settled(state, [...(state.choices ?? []), choiceOf(event)], event.shown)
}

export function takeBack(state: SessionState, shown: string, at: number): SessionState {
  const last = lastChoice(state, shown)
  if (last === undefined) return state
  const choices = (state.choices ?? []).map((one) =>
    one === last ? { ...one, undoneAt: at } : one,
  )
  return settled(state, choices, shown)
}

/** What counts of a name now; undefined where nothing was said or all was taken back. */
export function lastChoice(
  state: Pick<SessionState, 'choices'>,
  shown: string,
): Choice | undefined {
  return state.choices?.findLast((one) => one.shown === shown && one.undoneAt === undefined)
}

function choiceOf(event: Said): Choice {
  const common = { at: event.at, shown: event.shown }
  if (event.type === 'visitorExpected')
    return { ...common, what: 'visitor', personIds: [], note: event.note, learnt: [], lost: [] }
  return {
    ...common,
    what: 'is',
    personIds: [event.registerPersonId, ...(event.also ?? [])],
    note: '',
    learnt: event.learnt ?? [],
    lost: event.lost ?? [],
    ...(event.id === undefined ? {} : { id: event.id }),
  }
}

function settled(state: SessionState, choices: readonly Choice[], shown: string): SessionState {
  const without = <V>(all: Readonly<Record<string, V>>): Record<string, V> =>
    Object.fromEntries(Object.entries(all).filter(([name]) => name !== shown))
  const last = lastChoice({ choices }, shown)
  const [personId] = last?.personIds ?? []
  // A name may be "__proto__": an object made from entries holds it like any other, an assignment would not.
  const add = <V>(all: Record<string, V>, value: V): Record<string, V> =>
    Object.fromEntries([...Object.entries(all), [shown, value] as const])
  const fixes = without(state.fixes)
  const visitors = without(state.visitors)
  return {
    ...state,
    choices,
    fixes: last?.what === 'is' && personId !== undefined ? add(fixes, personId) : fixes,
    visitors: last?.what === 'visitor' ? add(visitors, last.note) : visitors,
  }
}
