import type { SessionState } from '../session/state.ts'
import { OPENING_MS } from '../session/watch.ts'
import type { Seen } from './scene.ts'
import { sameNameKey } from './text.ts'
import type { Pack } from './types.ts'

/** A knock by which somebody came. */
export interface Sign {
  readonly at: number
  /** The name that was shown, as names are compared. */
  readonly name: string
  /** The device that came in by it, where that was seen. */
  readonly by?: string
}

/** Knocks by which somebody came. Whoever was turned away did not come then, and may have been another who used the name. */
export function signsOfArrival({ pastKnocks, entries = [] }: SessionState): readonly Sign[] {
  const knockOf = (key: string, at: number) => `${at} ${key}`
  const by = new Map(entries.map((one) => [knockOf(one.key, one.knockedAt), one.id] as const))
  return pastKnocks
    .filter((knock) => knock.how !== 'denied')
    .map((knock): Sign => {
      const id = by.get(knockOf(knock.key, knock.at))
      const sign = { at: knock.at, name: sameNameKey(knock.name) }
      return id === undefined ? sign : { ...sign, by: id }
    })
}

/**
 * When somebody came: their earliest knock, or `first`, when they were in the call. A knock by which another device came in is
 * not theirs, although the name is the same: there are two children called Amelia, and many tablets called "iPad".
 */
export function firstSign(
  ids: readonly string[],
  shown: readonly string[],
  first: number,
  signs: readonly Sign[],
): number {
  const names = new Set(shown.map(sameNameKey))
  return signs
    .filter((sign) => sign.at <= first)
    .filter((sign) => (sign.by === undefined ? names.has(sign.name) : ids.includes(sign.by)))
    .reduce((earliest, sign) => Math.min(earliest, sign.at), first)
}

/** The same child knocked or was in before: the earliest sign of them, which is when they came (CW-3). */
export function arrivedAt(one: Seen, signs: readonly Sign[]): number {
  const first = one.person.stays[0]?.from ?? one.since
  return firstSign([one.person.id], [one.person.name], first, signs)
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
