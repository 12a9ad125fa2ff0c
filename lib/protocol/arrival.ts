import type { PastKnock, SessionState } from '../session/state.ts'
import { OPENING_MS } from '../session/watch.ts'
import type { Seen } from './scene.ts'
import { sameNameKey } from './text.ts'
import type { Pack } from './types.ts'

/** Knocks by which somebody came. Whoever was turned away did not come then, and may have been another who used the name. */
export function signsOfArrival({ pastKnocks }: SessionState): readonly PastKnock[] {
  return pastKnocks.filter((knock) => knock.how !== 'denied')
}

/** The same child knocked or was in before: the earliest sign of them, which is when they came (CW-3). */
export function arrivedAt(one: Seen, state: SessionState): number {
  const first = one.person.stays[0]?.from ?? one.since
  const key = sameNameKey(one.person.name)
  const knocks = signsOfArrival(state).filter(
    (knock) => knock.at <= first && sameNameKey(knock.name) === key,
  )
  return knocks.reduce((earliest, knock) => Math.min(earliest, knock.at), first)
}

const MINUTE = 60_000
/** The clocks of two computers differ: the first minute still counts as on time. */
const LATE_AFTER_MS = MINUTE
/** A page that shows no whole list draws the pictures of those who are there one after the other. */
const DRAWN_MS = 10_000

/** `hereBefore`: they were there when the page was first read, which was after the start; when they came nobody can say. */
export type Arrival = 'early' | 'onTime' | 'late' | 'hereBefore' | 'unknown'

/**
 * CW-3: children log in 2–5 minutes before the start. Early is before that window, late is after the start. The answer is for one person,
 * by every name that they showed and the first sign of them.
 */
export function arrivalsIn(
  state: SessionState,
  pack: Pick<Pack, 'earlyWindowMinutes'>,
): (names: readonly string[], at: number) => Arrival {
  const until = firstLookUntil(state)
  const before = new Set((state.goesOnWith ?? []).map(({ name }) => sameNameKey(name)))
  return (names, at) => {
    const arrival = byTheClock(at, state.plannedStartAt, pack)
    if (arrival !== 'late') return arrival
    const wasHere = at <= until || names.some((name) => before.has(sameNameKey(name)))
    return wasHere ? 'hereBefore' : arrival
  }
}

/**
 * Until when somebody who is new to us need not be new to the call: the first reading, and where the list was opened soon after that, the
 * first that was complete.
 */
function firstLookUntil({ people, knocks, pastKnocks, watch }: SessionState): number {
  const first = Math.min(
    ...people.flatMap(({ stays }) => stays[0]?.from ?? []),
    ...[...knocks, ...pastKnocks].map(({ at }) => at),
  )
  const complete = watch?.levels.people.find(({ level }) => level === 'complete')?.from
  if (complete === undefined) return first + DRAWN_MS
  return complete - first <= OPENING_MS ? Math.max(first, complete) : first
}

function byTheClock(
  at: number,
  plannedStartAt: number | undefined,
  pack: Pick<Pack, 'earlyWindowMinutes'>,
): Arrival {
  if (plannedStartAt === undefined) return 'unknown'
  if (at < plannedStartAt - pack.earlyWindowMinutes.from * MINUTE) return 'early'
  return at <= plannedStartAt + LATE_AFTER_MS ? 'onTime' : 'late'
}
