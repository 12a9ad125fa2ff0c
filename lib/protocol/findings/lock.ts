import { isClosed, isOpen } from '../../session/fold.ts'
import { locksCalls } from '../ownRules.ts'
import type { Scene } from '../scene.ts'
import { missingPupils } from '../scene.ts'
import type { Cause } from './cause.ts'
import { lockRule } from './waiting.ts'

const MINUTE = 60_000
/** After an attempt, how long the page is given to show that it worked. */
const SETTLE_MS = 30_000
/** More reminders than this help nobody. */
const MAX_ATTEMPTS = 3

/**
 * EG-24: the countdown to the lock.
 *
 *   deadline − warn ─▶ lockSoon ─▶ deadline ─▶ lockDue ─▶ (seen closed) ─▶ nothing ─▶ (seen open again) ─▶ lockGone
 *
 * "Locked" is only what was seen. Where the page doesn't show it, a person's tick on EG-24 settles it.
 */
export function lockCauses(scene: Scene): readonly Cause[] {
  const { state, pack, now } = scene
  const { lockDeadline, access } = state
  if (!locksCalls(pack) && lockDeadline?.by !== 'teacher') return []
  if (isClosed(access)) return []
  const source = { clauses: ['EG-24'], rule: lockRule(scene) }
  const canSee = state.health.lock.level !== 'blind'
  const reopenedAt = state.reopenedAt.at(-1)
  if (reopenedAt !== undefined && state.lockedAt === undefined) {
    return [
      {
        kind: 'lockGone',
        key: `lockGone:${reopenedAt}`,
        about: [],
        since: reopenedAt,
        ...source,
        severity: 'act',
        answers: ['lockNow', 'seen', 'later'],
        holds: canSee && isOpen(access),
      },
    ]
  }
  if (lockDeadline === undefined) return []
  const { dueAt } = lockDeadline
  if (now < dueAt - pack.warnBeforeLockMinutes * MINUTE) return []
  if (now < dueAt) {
    return [
      {
        kind: 'lockSoon',
        key: `lockSoon:${dueAt}`,
        // Register pupils by id: nobody in the meeting stands for somebody who isn't there.
        about: missingPupils(scene).map((pupil) => pupil.id),
        since: dueAt - pack.warnBeforeLockMinutes * MINUTE,
        ...source,
        severity: 'notice',
        answers: ['seen', 'wait'],
      },
    ]
  }
  const ticked = state.ticks['EG-24']
  if (ticked !== undefined && !(canSee && isOpen(access))) return []
  // It was seen locked and can't be read now: nothing says that it is open.
  if (state.lockedAt !== undefined) return []
  const attempts = state.lockAttempts.filter(
    (one) => one.at >= dueAt && now - one.at >= SETTLE_MS,
  ).length
  return [
    {
      kind: 'lockDue',
      key:
        attempts === 0
          ? `lockDue:${dueAt}`
          : `lockDue:${dueAt}:after${Math.min(attempts, MAX_ATTEMPTS)}`,
      about: [],
      since: dueAt,
      ...source,
      severity: 'act',
      answers: ['lockNow', 'wait', 'later'],
    },
  ]
}
