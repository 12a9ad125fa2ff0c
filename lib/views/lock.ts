import { asQuoted } from '../protocol/text.ts'
import type { Access, Platform } from '../meeting/index.ts'
import { locksCalls } from '../protocol/ownRules.ts'
import { isClosed, isOpen } from '../session/fold.ts'
import type { Message } from '../words/catalogue.ts'
import { t, tOf } from '../words/say.ts'
import { pupilName } from './names.ts'
import { coveredBy } from './people.ts'
import type { ViewSituation } from './situation.ts'
import type { LockView } from './types.ts'

/** The countdown and what can be seen of the lock (EG-24). "Locked" is said only when it was seen. */
export function lockView(from: ViewSituation): LockView {
  const { state, now, lastLockOutcome } = from
  const common = {
    evidence: evidence(from),
    expectedMissing: missingPupils(from),
    absenceCertain: state?.health.people.level === 'complete',
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

/** Where it was read: Meet has an access badge and host controls, Teams a banner and a menu. */
type Where = 'banner' | 'menu' | 'badge' | 'controls'

function whereOf(platform: Platform, seenAt: Access['seenAt']): Where {
  if (platform === 'teams') return seenAt === 'badge' ? 'banner' : 'menu'
  return seenAt === 'panel' ? 'controls' : 'badge'
}

const SAYS = {
  banner: {
    closed: 'Teams says that nobody new can join.',
    restricted: 'Teams says restricted.',
    canAsk: 'Teams says restricted, but people can still ask to join.',
    open: 'Teams says that the call is open.',
  },
  menu: {
    closed: 'The menu of Teams says that nobody new can join.',
    restricted: 'The menu of Teams says restricted.',
    canAsk: 'The menu of Teams says restricted, but people can still ask to join.',
    open: 'The menu of Teams says that the call is open.',
  },
  badge: {
    closed: 'The access badge says that nobody new can join.',
    restricted: 'The access badge says restricted.',
    canAsk: 'The access badge says restricted, but people can still ask to join.',
    open: 'The access badge says that the call is open.',
  },
  controls: {
    closed: 'The host controls say that nobody new can join.',
    restricted: 'The host controls say restricted.',
    canAsk: 'The host controls say restricted, but people can still ask to join.',
    open: 'The host controls say that the call is open.',
  },
} as const satisfies Readonly<
  Record<Where, Readonly<Record<'closed' | 'restricted' | 'canAsk' | 'open', Message>>>
>

/** The badge's words are quoted; the host controls are read from their switches, which have none. */
function evidence(from: ViewSituation): string {
  const { access, platform } = from.state ?? {}
  if (access === undefined || access.state === 'unknown' || platform === undefined)
    return t('I can’t see who may come in — check the meeting’s own settings.')
  const closed = isClosed(access)
  const restricted = access.state === 'restricted' && !closed
  const canAsk = restricted && access.askToJoin !== 'unknown'
  const is = closed ? 'closed' : canAsk ? 'canAsk' : restricted ? 'restricted' : 'open'
  const says =
    access.seenAt === 'badge' && access.label !== ''
      ? quoted(platform, access.label, canAsk)
      : tOf(SAYS[whereOf(platform, access.seenAt)][is])
  return restricted && !canAsk
    ? `${says} ${t('I can’t see whether people can still ask to join.')}`
    : says
}

function quoted(platform: Platform, shown: string, canAsk: boolean): string {
  const label = asQuoted(shown)
  if (platform === 'teams')
    return canAsk
      ? t('Teams says “{label}”, but people can still ask to join.', { label })
      : t('Teams says “{label}”.', { label })
  return canAsk
    ? t('The access badge says “{label}”, but people can still ask to join.', { label })
    : t('The access badge says “{label}”.', { label })
}

/** Pupils of the register who are not in the call, by the best reading there is. */
export function missingPupils(from: ViewSituation): readonly string[] {
  const { state, register } = from
  if (state === undefined || register === undefined) return []
  const here = new Set(
    state.people
      .filter((person) => person.present)
      .flatMap((person) => coveredBy(from.matches.get(person.id))),
  )
  return register.pupils.filter((pupil) => !here.has(pupil.id)).map(pupilName)
}
