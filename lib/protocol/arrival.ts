import type { PastKnock, SessionState } from '../session/state.ts'
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

export type Arrival = 'early' | 'onTime' | 'late' | 'unknown'

/** CW-3: children log in 2–5 minutes before the start. Early is before that window, late is after the start. */
export function arrivalOf(
  at: number,
  plannedStartAt: number | undefined,
  pack: Pick<Pack, 'earlyWindowMinutes'>,
): Arrival {
  if (plannedStartAt === undefined) return 'unknown'
  if (at < plannedStartAt - pack.earlyWindowMinutes.from * MINUTE) return 'early'
  return at <= plannedStartAt + LATE_AFTER_MS ? 'onTime' : 'late'
}
