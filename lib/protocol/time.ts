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

/** Making a formatter takes about 50 µs and asking it 5 µs; a long record asks thousands of times. */
const formatters = new Map<string, Intl.DateTimeFormat>()
/** Offsets from UTC by zone and quarter of an hour: no zone changes its clocks at any other moment. */
const offsets = new Map<string, number>()
const QUARTER = 900_000
const MAX_OFFSETS = 5_000
/** Furthest moment that a date can hold; a damaged record may claim any number. */
const MAX_TIME = 8.64e15 - 86_400_000

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
  const moment = Number.isFinite(at) ? Math.max(-MAX_TIME, Math.min(MAX_TIME, at)) : 0
  // The wall clock, read as if it were UTC.
  const wall = new Date(moment + offsetOf(moment, safeTimeZone(timeZone)))
  return {
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth() + 1,
    day: wall.getUTCDate(),
    weekday: wall.getUTCDay() === 0 ? 7 : wall.getUTCDay(),
    hour: wall.getUTCHours(),
    minute: wall.getUTCMinutes(),
    second: wall.getUTCSeconds(),
  }
}

/** Milliseconds that the zone's wall clock is ahead of UTC at a moment. */
function offsetOf(at: number, timeZone: string): number {
  const quarter = Math.floor(at / QUARTER) * QUARTER
  const key = `${timeZone} ${quarter}`
  const known = offsets.get(key)
  if (known !== undefined) return known
  const parts: Record<string, string> = {}
  for (const part of formatter(timeZone).formatToParts(quarter)) parts[part.type] = part.value
  const number = (name: string): number => Number(parts[name] ?? '0')
  const wall = Date.UTC(
    number('year'),
    number('month') - 1,
    number('day'),
    number('hour'),
    number('minute'),
    number('second'),
  )
  if (offsets.size >= MAX_OFFSETS) offsets.clear()
  offsets.set(key, wall - quarter)
  return wall - quarter
}

/** "10:05" in the zone's own wall clock. */
export function clockText(at: number, timeZone: string): string {
  const { hour, minute } = localTime(at, timeZone)
  return `${two(hour)}:${two(minute)}`
}

/** "10:05:09". */
export function clockTextSeconds(at: number, timeZone: string): string {
  const { hour, minute, second } = localTime(at, timeZone)
  return `${two(hour)}:${two(minute)}:${two(second)}`
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
