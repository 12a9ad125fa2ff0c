/** A clock that is put right moves by less: what ended so little ahead is left to be over soon. */
const AHEAD_MS = 86_400_000

/** Of a lesson, or of a concern, which ends when it is written. */
export interface KeptTimes {
  readonly endedAt?: number
  readonly keptFrom?: number
}

/**
 * From when the days are counted that a closed lesson or a concern is kept: from its end. Where that lies ahead, as in a backup with a wrong date or
 * after a wrong clock, from when it was first seen here to be so; until that is written down (`isToBeMarked`), from now. Undefined of
 * one that runs. Pure.
 */
export function keptFrom(
  { endedAt, keptFrom: marked }: KeptTimes,
  now: number,
): number | undefined {
  if (endedAt === undefined || endedAt <= now) return endedAt
  if (marked !== undefined && marked <= now) return marked
  return isAhead(endedAt, now) ? now : endedAt
}

/** It would be kept until long after the school's days, or for ever. */
export function isToBeMarked({ endedAt, keptFrom: marked }: KeptTimes, now: number): boolean {
  return isAhead(endedAt, now) && (marked === undefined || marked > now)
}

function isAhead(endedAt: number | undefined, now: number): boolean {
  return endedAt !== undefined && endedAt > now + AHEAD_MS
}
