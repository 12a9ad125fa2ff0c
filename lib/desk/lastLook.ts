import type { LastLook } from '../storage/lastLook.ts'

const DAY = 86_400_000
/** So long a computer may be off before its clock has to be believed anew. */
const AWAY_MS = 7 * DAY

export interface NextLook {
  readonly look: LastLook
  /** What was due at this moment may be deleted. Absent: nothing. */
  readonly due?: number
}

/**
 * One look at a clock that is ahead would delete everything for good, so a leap of it is believed only a day later. After a holiday, of
 * which it can't be told, that costs this day. Pure.
 *
 *   over a week ahead of the last look, or over a day behind it ─▶ held: nothing is deleted
 *   held, and a day or more later  ─▶ the clock was right; where it leapt once more, only up to where it was held, and held anew
 *   held, and behind that          ─▶ it was put right: held from there
 */
export function lookAgain(last: LastLook | undefined, now: number): NextLook {
  if (last === undefined) return { look: { at: now }, due: now }
  const { at, heldSince } = last
  const leaps = now - at > AWAY_MS || at - now > DAY
  const held: NextLook = { look: { at: now, heldSince: now } }
  if (heldSince === undefined) return leaps ? held : { look: { at: now }, due: now }
  if (now < heldSince) return held
  if (now - heldSince < DAY) return { look: { at: now, heldSince } }
  return leaps ? { ...held, due: heldSince } : { look: { at: now }, due: now }
}
