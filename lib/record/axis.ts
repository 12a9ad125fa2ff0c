import type { PrintBar } from './print.ts'
import type { LessonRecord } from './types.ts'

/** The time of a lesson as a line to draw on: 0 is its beginning, 1 its end. */
export interface LessonAxis {
  /** Milliseconds since 1970. */
  readonly from: number
  readonly to: number
  /** What lies outside stands at the nearer end. */
  readonly x: (at: number) => number
  /** Undefined where it lies outside. */
  readonly place: (at: number | undefined) => number | undefined
  readonly bar: (one: { readonly from: number; readonly to: number }) => PrintBar
}

/** At least a minute long: a call that ended at once is still to be drawn. */
const LEAST_MS = 60_000

export function axisOf({ startedAt: from, endedAt }: LessonRecord): LessonAxis {
  const to = Math.max(endedAt, from + LEAST_MS)
  const x = (at: number): number => Math.min(1, Math.max(0, (at - from) / (to - from)))
  return {
    from,
    to,
    x,
    place: (at) => (at === undefined || at < from || at > to ? undefined : x(at)),
    bar: (one) => ({ from: x(one.from), to: x(one.to) }),
  }
}
