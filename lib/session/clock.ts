import type { SessionState } from './state.ts'

const MINUTE = 60_000

/**
 * The lock deadline by the school's rule: so many minutes after the lesson starts. The start is the planned time, unless the
 * call itself began later. A call that only broke off for a moment, or was not seen for one, began when it began: who was in it is in it
 * still, and to wait once more would leave the door open for twice as long. Source: EG-24, "teachers will wait 5 minutes then the video
 * call will be locked".
 */
export function policyDeadline(state: SessionState, lockAfterMinutes: number): number {
  const { plannedStartAt, startedAt, goesOnSince = startedAt } = state
  // Until somebody of the part before is there again nobody knows whether it is the same lesson, nor what was planned.
  const start = plannedStartAt === undefined ? startedAt : Math.max(plannedStartAt, goesOnSince)
  return start + lockAfterMinutes * MINUTE
}

/**
 * How far the lesson's clock is ahead of the computer's, which was set back so far in all while it ran. A lesson counts on where that
 * happens: what came before would else lie after the end, and be lost.
 */
export function clockBackMs({ clockSetBack = [] }: Pick<SessionState, 'clockSetBack'>): number {
  return clockSetBack.reduce((sum, one) => sum + one.ms, 0)
}

/** A clock that is put right by less says nothing of how long a lesson was; what comes meanwhile has the time of what came last. */
export const CLOCK_SLIP_MS = 2_000

/** A proof of life is written at most this often. */
export const PROOF_EVERY_MS = MINUTE

/** A session whose last proof of life is older than this, with no live tab, is closed as interrupted. */
export const INTERRUPTED_AFTER_MS = 10 * MINUTE

/** Somebody missing from complete readings for this long has left. Shorter gaps are a page that re-draws itself. */
export const LEFT_AFTER_MS = 4_000

/** What is over and there again within this time was only missed by a reading: a page that re-draws itself, a window that is changed. */
export const FLICKER_MS = 20_000

/** A sign of recording that is missing for this long is not shown any more. */
export const SIGN_GONE_MS = 10_000

/** A sign that comes back after this long stands for something new; before, a menu or a banner may only have been put away. */
export const SIGN_NEW_AFTER_MS = 10 * MINUTE

/** A newcomer's tile is there before the picture is; until then a missing picture says nothing. */
export const CAMERA_SETTLES_MS = 3_000

/** Somebody whose row went before their tile came is still who knocked. Longer than that, it is another who shows the name. */
export const ON_THE_WAY_MS = 60_000
