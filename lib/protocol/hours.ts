import type { SessionState } from '../session/state.ts'
import { localTime, minuteOfDay, parseTimeOfDay } from './time.ts'
import type { Pack } from './types.ts'

const MINUTE = 60_000
/** Before the first children may come the teacher opens the call and looks at her own picture: no contact with anybody yet. */
const TEACHER_ALONE_MINUTES = 5

/** Whether a moment lies in the school's hours by the wall clock of the school, so that summer time changes nothing. */
export function isWithinHours(at: number, hours: Pack['schoolHours']): boolean {
  const begin = parseTimeOfDay(hours.from) ?? 0
  const end = parseTimeOfDay(hours.to) ?? 24 * 60
  const minute = minuteOfDay(at, hours.timeZone)
  return (
    hours.days.includes(localTime(at, hours.timeZone).weekday) && minute >= begin && minute <= end
  )
}

/**
 * EG-20: whether a moment of a lesson is outside the school's hours. CW-3 has children come some minutes before the start, so the call for
 * a lesson planned for 08:30 is open before 08:30: with a planned start in school hours those minutes belong to the lesson. Without
 * one it is not known whether anything is to follow, and the call is judged as it is.
 */
export function isOutsideHours(
  at: number,
  { plannedStartAt: planned }: Pick<SessionState, 'plannedStartAt'>,
  { schoolHours, earlyWindowMinutes }: Pick<Pack, 'schoolHours' | 'earlyWindowMinutes'>,
): boolean {
  if (isWithinHours(at, schoolHours)) return false
  if (planned === undefined || !isWithinHours(planned, schoolHours)) return true
  const opens = planned - (earlyWindowMinutes.from + TEACHER_ALONE_MINUTES) * MINUTE
  return at < opens || at > planned
}
