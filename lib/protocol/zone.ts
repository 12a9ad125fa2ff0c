import type { SessionState } from '../session/state.ts'
import { safeTimeZone } from './time.ts'
import type { Pack } from './types.ts'

/**
 * By whose clock times are shown and typed, decided here for everything: by the school's. A teacher abroad, or a computer that is set
 * wrongly, would otherwise read another hour in the panel than in the record.
 */
export function zoneOfRules(pack: Pick<Pack, 'schoolHours'>): string {
  return safeTimeZone(pack.schoolHours.timeZone)
}

/** The zone of a lesson: of its rules, and only where there are none of the computer that it was held on. */
export function zoneOfLesson(
  pack: Pick<Pack, 'schoolHours'> | undefined,
  { timeZone }: Pick<SessionState, 'timeZone'>,
): string {
  return pack === undefined ? safeTimeZone(timeZone) : zoneOfRules(pack)
}
