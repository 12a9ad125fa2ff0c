import { timesOf } from '../../lib/concern/times.ts'
import type { Concern } from '../../lib/concern/types.ts'
import { keptFrom } from '../../lib/session/keptFrom.ts'

/** What is kept that can be deleted by its age: when each lesson ended and each concern was written, milliseconds since 1970. */
export interface Kept {
  readonly sessions: readonly { readonly endedAt?: number; readonly deleteAt?: number }[]
  readonly concerns: readonly Pick<Concern, 'at' | 'keptFrom'>[]
}

/** For how many days lessons and concerns are kept. */
export interface Days {
  readonly retentionDays: number
  readonly concernDays: number
}

/** Of what is kept for a shorter time than before: the days, and how many are older than that already. */
export interface Shorter {
  readonly from: number
  readonly to: number
  readonly gone: number
}
export interface DaysLoss {
  readonly records?: Shorter
  readonly concerns?: Shorter
}

const DAY = 86_400_000
/** What is too old is looked for once an hour (`lib/desk/keeping.ts`). */
const NEXT_LOOK_MS = 3_600_000

/**
 * What fewer days would delete sooner. Undefined where nothing that is kept is touched. A digit that is missing in “365” is a slip that
 * nobody sees until the records are gone. Pure.
 */
export function daysLoss(next: Days, before: Days, kept: Kept, now: number): DaysLoss | undefined {
  const days = before.retentionDays * DAY
  // A lesson that is dated ahead is kept from when that was seen, which its day of deletion says.
  const ended = kept.sessions.flatMap(({ endedAt, deleteAt }) =>
    deleteAt === undefined ? (endedAt ?? []) : deleteAt - days,
  )
  const written = kept.concerns.map((one) => keptFrom(timesOf(one), now) ?? now)
  const records = shorter(next.retentionDays, before.retentionDays, ended, now)
  const concerns = shorter(next.concernDays, before.concernDays, written, now)
  if (records === undefined && concerns === undefined) return undefined
  return {
    ...(records === undefined ? {} : { records }),
    ...(concerns === undefined ? {} : { concerns }),
  }
}

function shorter(
  to: number,
  from: number,
  times: readonly number[],
  now: number,
): Shorter | undefined {
  if (to >= from || times.length === 0) return undefined
  return { from, to, gone: times.filter((at) => at + to * DAY <= now + NEXT_LOOK_MS).length }
}
