import type { Observation } from '../meeting/index.ts'
import type { SessionEventBody, SessionState } from '../session/index.ts'

/** A new call on the same link within this time takes the class over from the last one. */
const SAME_LESSON_MS = 15 * 60_000
/** The same where the last one broke off unseen: a laptop that slept through the middle of a lesson comes back to the same class. */
const SLEPT_MS = 120 * 60_000

/**
 * The lesson before, where the call that begins is the same one once more: its class is then taken over. Undefined where it is not, so that
 * nobody's class is guessed. Pure.
 */
export function goesOn(
  last: SessionState | undefined,
  seen: Pick<Observation, 'code'>,
  now: number,
): SessionState | undefined {
  if (last === undefined || last.code !== seen.code || isOver(last)) return undefined
  const { ended } = last
  const within = ended === undefined || ended.reason === 'interrupted' ? SLEPT_MS : SAME_LESSON_MS
  return now - (ended?.at ?? last.lastAliveAt) < within ? last : undefined
}

/** When it was to begin goes over with the class: with another start everybody would be late. */
export function plannedStartOf({ plannedStartAt }: SessionState): readonly SessionEventBody[] {
  return plannedStartAt === undefined ? [] : [{ type: 'plannedStart', startsAt: plannedStartAt }]
}

/**
 * A lesson that was ended for everybody or finished by the teacher is over. Whoever comes next on the link comes to another one, perhaps
 * of another class: with the old class every child of the new one would be a stranger, and with the old start everybody late.
 */
function isOver({ ended }: SessionState): boolean {
  return ended?.reason === 'endedForAll' || ended?.reason === 'closedByTeacher'
}
