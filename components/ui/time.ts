import { dayText } from '../../lib/protocol/time.ts'
import { t, tn } from '../../lib/words/say.ts'

export { longDate, shortDate } from '../../lib/words/dates.ts'

/** Dates and lengths as a British school writes them. Times are milliseconds since 1970, lengths milliseconds. */

const zoned = (timeZone: string | undefined) => (timeZone === undefined ? {} : { timeZone })

/** "10:05" */
export function clockTime(at: number, timeZone?: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    ...zoned(timeZone),
  }).format(at)
}

/** "10:05:09" */
export function clockTimeSeconds(at: number, timeZone?: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    ...zoned(timeZone),
  }).format(at)
}

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

/** "10:05" of a time field into milliseconds since 1970 on the day of `day`; undefined for an empty or broken field. */
export function timeOnDay(field: string, day: number): number | undefined {
  const found = /^(\d{1,2}):(\d{2})/.exec(field)
  if (!found) return undefined
  const at = new Date(day)
  at.setHours(Number(found[1]), Number(found[2]), 0, 0)
  return at.getTime()
}

/** The value of a time field ("10:05") in the computer's own zone. */
export function timeField(at: number): string {
  const date = new Date(at)
  return `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`
}

/** The time zone of this computer: "Europe/London". */
export function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** "2026-11-20", the day of a moment in the computer's own calendar. */
export function todayAt(now: number): string {
  return dayText(now, ownZone())
}
