/** Wall-clock readings of a moment in a given time zone. No clock is read here: every moment is a parameter (ms since 1970). */

export interface LocalTime {
  readonly year: number
  readonly month: number
  readonly day: number
  /** 1 Monday … 7 Sunday. */
  readonly weekday: number
  readonly hour: number
  readonly minute: number
  readonly second: number
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
/** Making a formatter takes about 50 µs and records make thousands of times: one per zone. */
const formatters = new Map<string, Intl.DateTimeFormat>()

export function isTimeZone(timeZone: string): boolean {
  try {
    formatter(timeZone)
    return true
  } catch {
    return false
  }
}

/** The zone itself where it is one, else UTC, so that a damaged record can still be read out. */
export function safeTimeZone(timeZone: string): string {
  return isTimeZone(timeZone) ? timeZone : 'UTC'
}

export function localTime(at: number, timeZone: string): LocalTime {
  const parts: Record<string, string> = {}
  for (const part of formatter(safeTimeZone(timeZone)).formatToParts(at))
    parts[part.type] = part.value
  const number = (name: string): number => Number(parts[name] ?? '0')
  return {
    year: number('year'),
    month: number('month'),
    day: number('day'),
    weekday: WEEKDAYS.indexOf(parts['weekday'] ?? 'Mon') + 1,
    hour: number('hour'),
    minute: number('minute'),
    second: number('second'),
  }
}

/** "10:05" in the zone's own wall clock. */
export function clockText(at: number, timeZone: string): string {
  const { hour, minute } = localTime(at, timeZone)
  return `${two(hour)}:${two(minute)}`
}

/** "10:05:09". */
export function clockTextSeconds(at: number, timeZone: string): string {
  return `${clockText(at, timeZone)}:${two(localTime(at, timeZone).second)}`
}

/** "2026-11-20", the day in the zone's own calendar. */
export function dayText(at: number, timeZone: string): string {
  const { year, month, day } = localTime(at, timeZone)
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
}

/** Minutes since midnight on the wall clock. */
export function minuteOfDay(at: number, timeZone: string): number {
  const { hour, minute } = localTime(at, timeZone)
  return hour * 60 + minute
}

/** "08:30" → 510; undefined where it is no time of day. */
export function parseTimeOfDay(text: string): number | undefined {
  const found = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text)
  return found === null ? undefined : Number(found[1]) * 60 + Number(found[2])
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}

function formatter(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  formatters.set(timeZone, made)
  return made
}
