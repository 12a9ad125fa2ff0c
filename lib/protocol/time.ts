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
const DAY = 86_400_000
const HALF_DAY_IN_MINUTES = 720
/** The last moment that a calendar has; whatever comes from a file or from storage may claim any number. */
export const LAST_MOMENT = 8.64e15
/** A day earlier: in every time zone there is a date for it. */
const MAX_TIME = LAST_MOMENT - DAY

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

/** The moment itself where every calendar has it, else the nearest that it has: what is damaged is still shown, and nothing throws. */
export function shownMoment(at: number): number {
  return Number.isFinite(at) ? Math.max(-MAX_TIME, Math.min(MAX_TIME, at)) : 0
}

export function localTime(at: number, timeZone: string): LocalTime {
  const moment = shownMoment(at)
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

/**
 * The moment of a day ("2026-11-20") and a time of day ("10:05") on the zone's wall clock; undefined where one of them is empty or broken.
 * A time that the clocks skip in spring is taken as if they had not been put forward yet (01:30 of that night in London is 02:30). Of a
 * time that comes twice in autumn it is the first.
 */
export function momentOn(day: string, time: string, timeZone: string): number | undefined {
  const found = /^(\d{1,2}):(\d{2})/.exec(time)
  const minutes =
    found === null ? undefined : parseTimeOfDay(`${two(Number(found[1]))}:${found[2]}`)
  const midnight = midnightOf(day)
  if (minutes === undefined || midnight === undefined) return undefined
  // The wall clock, read as if it were UTC.
  const wall = midnight + minutes * 60_000
  const zone = safeTimeZone(timeZone)
  // A day earlier and a day later are on either side of any change of the clocks that could matter here.
  const before = wall - offsetOf(wall - DAY, zone)
  const after = wall - offsetOf(wall + DAY, zone)
  const isShown = (at: number) => at + offsetOf(at, zone) === wall
  return [before, after].filter(isShown).toSorted((a, b) => a - b)[0] ?? before
}

/**
 * The moment of a time of day ("10:05") on the zone's wall clock, of the day on which it is nearest to another moment: close to midnight that
 * may be the day before or the one after. Of two that are half a day away it is the one of the same day. Undefined where it is no time of
 * day. The time that the clock shows at that very moment is that moment to the minute, also where it comes twice in autumn.
 */
export function momentNear(time: string, near: number, timeZone: string): number | undefined {
  if (time === clockText(near, timeZone)) return near - (near % 60_000)
  const day = dayText(near, timeZone)
  const sameDay = momentOn(day, time, timeZone)
  const midnight = midnightOf(day)
  if (sameDay === undefined || midnight === undefined) return sameDay
  // By the wall clock, which a change of the clocks makes no shorter.
  const ahead = minuteOfDay(sameDay, timeZone) - minuteOfDay(near, timeZone)
  if (Math.abs(ahead) <= HALF_DAY_IN_MINUTES) return sameDay
  return momentOn(dayText(midnight + (ahead > 0 ? -DAY : DAY), 'UTC'), time, timeZone)
}

/** Midnight in UTC of "2026-11-20"; undefined where there is no such day. */
function midnightOf(day: string): number | undefined {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN
  // "2026-02-30" is taken for a day of March.
  return Number.isNaN(at) || dayText(at, 'UTC') !== day ? undefined : at
}

/** Whether the wall clocks of two zones show the same at a moment. */
export function isSameClock(one: string, other: string, at: number): boolean {
  return clockText(at, one) === clockText(at, other) && dayText(at, one) === dayText(at, other)
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
