import type { SessionState } from '../session/state.ts'
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
