import { clockText, dayText } from '../../lib/protocol/time.ts'
import { t, tn } from '../../lib/words/say.ts'

export { longDate, shortDate } from '../../lib/words/dates.ts'
/** "10:05" and "10:05:09" */
export {
  clockText as clockTime,
  clockTextSeconds as clockTimeSeconds,
} from '../../lib/protocol/time.ts'

/**
 * Dates and lengths as a British school writes them. Times are milliseconds since 1970, lengths milliseconds. Every wall clock needs its
 * zone: there is none by default, so that nobody can forget whose time it is (`useZone` in zone.tsx).
 */

/** A running length: "4:09", "1:04:09". Never below zero. */
export function runningLength(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const two = (n: number) => String(n).padStart(2, '0')
  const h = Math.floor(seconds / 3600)
  const m = Math.floor((seconds % 3600) / 60)
  return h > 0 ? `${h}:${two(m)}:${two(seconds % 60)}` : `${m}:${two(seconds % 60)}`
}

/** A length in words: "under a minute", "1 minute", "2 hours 5 minutes". */
export function lengthInWords(ms: number): string {
  const minutes = Math.floor(Math.max(0, ms) / 60_000)
  if (minutes === 0) return t('under a minute')
  const h = Math.floor(minutes / 60)
  const m = minutes % 60
  const parts: string[] = []
  if (h > 0) parts.push(tn('{n} hour|{n} hours', h))
  if (m > 0) parts.push(tn('{n} minute|{n} minutes', m))
  return parts.join(' ')
}

/** The value of a time field: "10:05". */
export function timeField(at: number, timeZone: string): string {
  return clockText(at, timeZone)
}

/** The value of a day field: "2026-11-20". */
export function dayField(at: number, timeZone: string): string {
  return dayText(at, timeZone)
}

/** The time zone of this computer: "Europe/London". Only for where no school's rules are known, and to say where the two differ. */
export function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** "2026-11-20", the day of a moment in the zone's calendar. */
export function todayAt(now: number, timeZone: string): string {
  return dayText(now, timeZone)
}
