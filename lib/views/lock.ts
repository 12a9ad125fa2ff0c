import { whereSeen } from '../protocol/access.ts'
import { locksCalls } from '../protocol/ownRules.ts'
import { isClosed, isOpen } from '../session/fold.ts'
import { isCertain, pupilName } from './names.ts'
import type { ViewSituation } from './situation.ts'
import type { LockView } from './types.ts'

/** The countdown and what can be seen of the lock (EG-24). "Locked" is said only when it was seen. */
export function lockView(from: ViewSituation): LockView {
  const { state, now, lastLockOutcome } = from
  const common = {
    evidence: evidence(from),
    expectedMissing: missingPupils(from),
    canLock: from.capabilities.lock,
    ...(lastLockOutcome === undefined ? {} : { lastOutcome: lastLockOutcome }),
  }
  if (state === undefined || from.phase === 'before' || from.phase === 'none')
    return { state: 'notSet', ...common }
  const dueAt = deadlineOf(from)
  const times = {
    ...(dueAt === undefined ? {} : { dueAt, fromAt: Math.min(state.startedAt, dueAt) }),
    ...(state.lockedAt === undefined ? {} : { lockedAt: state.lockedAt }),
  }
  return { state: stateOf(from, dueAt, now), ...common, ...times }
}

/** A deadline of rules that held before counts no more under rules that do not lock; one that the teacher set does. */
function deadlineOf({ state, pack }: ViewSituation): number | undefined {
  const deadline = state?.lockDeadline
  return deadline?.by === 'policy' && !locksCalls(pack) ? undefined : deadline?.dueAt
}

function stateOf(from: ViewSituation, dueAt: number | undefined, now: number): LockView['state'] {
  const state = from.state
  if (state === undefined) return 'notSet'
  // Locked is what was seen; while nothing of it can be read now, that is said instead.
  if (state.lockedAt !== undefined)
    return state.health.lock.level === 'blind' ? 'cannotSee' : 'locked'
  if (state.reopenedAt.length > 0 && isOpen(state.access)) return 'reopened'
  if (dueAt === undefined) return 'notSet'
  if (now < dueAt) return 'counting'
  return isOpen(state.access) || state.lockAttempts.length === 0 ? 'due' : 'cannotSee'
}

function evidence(from: ViewSituation): string {
  const { access, platform } = from.state ?? {}
  if (access === undefined || access.state === 'unknown' || platform === undefined)
    return 'I can’t see who may come in — check the meeting’s own settings.'
  // The badge's words are quoted; the host controls are read from their switches, which have none.
  const label = access.seenAt === 'badge' && access.label !== '' ? ` “${access.label}”` : ''
  const where = whereSeen(platform, access.seenAt)
  if (isClosed(access)) return `${where}${label || ' that nobody new can join'}.`
  if (access.state === 'restricted' && access.askToJoin === 'unknown') {
    return `${where}${label || ' restricted'}. I can’t see whether people can still ask to join.`
  }
  if (access.state === 'restricted') {
    return `${where}${label || ' restricted'}, but people can still ask to join.`
  }
  return `${where}${label || ' that the call is open'}.`
}

/** Pupils of the register who are not in the call, by the best reading there is. */
export function missingPupils(from: ViewSituation): readonly string[] {
  const { state, register } = from
  if (state === undefined || register === undefined) return []
  const here = new Set(
    state.people.flatMap((person) => {
      const match = from.matches.get(person.id)
      return person.present && isCertain(match) ? [match.personId] : []
    }),
  )
  return register.pupils.filter((pupil) => !here.has(pupil.id)).map(pupilName)
}
