import type { PromptAnswer } from '../../session/events.ts'
import { keyOf } from '../../session/prompts.ts'
import type { KnockState } from '../../session/state.ts'
import { lastLeftAt } from '../../session/stays.ts'
import { backOf } from '../back.ts'
import { locksCalls } from '../ownRules.ts'
import type { OwnRule } from '../ownRules.ts'
import type { Scene, Seen, Waiting } from '../scene.ts'
import { isStranger } from '../scene.ts'
import type { Cause } from './cause.ts'
import { withoutConsent } from './company.ts'
import { removedBy } from './copies.ts'
import { unknownKey } from './names.ts'

/** A tab that reloads is back within this time. */
const BACK_SOON_MS = 60_000
/** So many leaving within this time is a lesson that ends, not children who dropped out. */
const ENDING_MS = 300_000

/** A pupil who was here and was left waiting so long is asked about once more: twice in all. */
const STILL_OUTSIDE_MS = 300_000
const ASKED_IN_ALL = 2

/** Nobody new comes in any more: it was seen locked, or the deadline of a school that locks has passed (EG-24). */
export function afterLock(scene: Scene, at: number = scene.now): boolean {
  const { lockedAt, lockDeadline } = scene.state
  if (lockedAt !== undefined && at >= lockedAt) return true
  return (
    lockDeadline !== undefined &&
    at >= lockDeadline.dueAt &&
    (locksCalls(scene.pack) || lockDeadline.by === 'teacher')
  )
}

/** The rule that a lock stands on where EG-24 is none of the school's steps. */
export function lockRule({ pack }: Pick<Scene, 'pack'>): OwnRule | undefined {
  return pack.locks === true ? 'locks' : undefined
}

/** Knocked when nobody new was let in any more, and still so: a lock that was moved or undone makes nobody late (EG-24). */
export function isLate({ knock }: Waiting, scene: Scene): boolean {
  return (knock.late || afterLock(scene, knock.at)) && afterLock(scene)
}

/** Each person who waits raises one thing at most: the one that the teacher must know to decide. */
export function waitingCauses(scene: Scene): readonly Cause[] {
  return [...scene.waiting.flatMap((one) => knockCause(one, scene) ?? []), ...dropped(scene)]
}

function knockCause(one: Waiting, scene: Scene): Cause | undefined {
  const cause = causeAtDoor(one, scene)
  return cause === undefined || isLeft(one.knock, cause, scene) ? undefined : cause
}

/**
 * The teacher has decided to leave them waiting: they stand in the list, and nothing more is asked until they knock anew (a new knock
 * carries no such decision). A pupil who was in the lesson is the exception, once: a child who sits outside and was forgotten loses the
 * lesson. Not where she said why they wait: then it is she who waits for something.
 */
function isLeft({ leftWaitingAt, heldWhy }: KnockState, cause: Cause, scene: Scene): boolean {
  if (leftWaitingAt === undefined) return false
  if (cause.kind !== 'droppedPupil' || heldWhy !== undefined) return true
  const asked = scene.state.prompts.filter(({ promptId }) => keyOf(promptId) === cause.key)
  const last = asked.at(-1)
  // Asked again, and not answered yet.
  if (last !== undefined && last.answer === undefined && last.at > leftWaitingAt) return false
  return asked.length >= ASKED_IN_ALL || scene.now - leftWaitingAt < STILL_OUTSIDE_MS
}

function causeAtDoor(one: Waiting, scene: Scene): Cause | undefined {
  const { knock, pupil, standing } = one
  const base = { about: [knock.key], since: knock.at, severity: 'notice' as const }
  const admitOrNot: readonly PromptAnswer[] = ['admit', 'deny', 'later']
  const denyOrNot: readonly PromptAnswer[] = ['deny', 'admit', 'later']
  if (standing === 'noteTaker') {
    return {
      ...base,
      kind: 'noteTaker',
      key: `noteTaker:${knock.key}:${knock.at}`,
      clauses: ['CW-1', 'EG-21', 'EG-25'],
      rule: 'recording',
      severity: 'act',
      answers: ['deny', 'expected', 'later'],
    }
  }
  const without = withoutConsent(one)
  if (without !== undefined) {
    return {
      ...base,
      kind: 'noConsent',
      key: `noConsent:${without.id}:${knock.at}`,
      clauses: ['EG-22'],
      severity: 'act',
      answers: denyOrNot,
    }
  }
  if (pupil !== undefined && scene.pupilsHere.has(pupil.id) && standing !== 'guardian') {
    return {
      ...base,
      kind: 'duplicateName',
      key: `duplicate:${knock.key}:${knock.at}`,
      clauses: ['CW-2', 'CW-4', 'EG-25'],
      severity: 'act',
      answers: denyOrNot,
    }
  }
  if (pupil !== undefined && scene.pupilsEver.has(pupil.id) && !scene.pupilsHere.has(pupil.id)) {
    const severity = afterLock(scene) ? 'act' : 'notice'
    // Taken out for now by the teacher (CW-6) is not dropping out, and is said otherwise.
    const how = backOf(one, scene)?.hold === undefined ? 'back' : 'held'
    return {
      ...base,
      kind: 'droppedPupil',
      key: `dropped:${pupil.id}:${knock.at}:${how}`,
      clauses: ['EG-24', 'CW-2', 'EG-25'],
      rule: lockRule(scene),
      severity,
      answers: admitOrNot,
    }
  }
  if (standing !== 'staff' && standing !== 'visitor' && isLate(one, scene)) {
    return {
      ...base,
      kind: 'lateKnock',
      key: `lateKnock:${knock.key}:${knock.at}`,
      clauses: ['EG-24'],
      rule: lockRule(scene),
      answers: denyOrNot,
    }
  }
  if (scene.register === undefined || !isStranger(standing)) return undefined
  return {
    ...base,
    kind: 'unknownPerson',
    key: unknownKey('door', knock.name, knock.at),
    clauses: ['CW-1', 'CW-2', 'CW-4', 'EG-25'],
    // First, and drawn as the one to press without thinking, is what lets nobody in.
    answers:
      standing === 'lookAlike'
        ? ['deny', 'later', 'expected', 'admit']
        : ['later', 'deny', 'expected', 'admit'],
    answersMany: ['seen', 'later'],
    ...(standing === 'lookAlike'
      ? { severity: 'act' as const, group: 'lookAlikeWaiting' }
      : { group: 'unknownWaiting' }),
  }
}

/**
 * EG-24: a pupil who was in and is gone after the lock can't come back by themselves. Said only when the list of people is
 * complete, and not when the class is leaving.
 */
function dropped(scene: Scene): readonly Cause[] {
  const { state, now } = scene
  if (state.health.people.level !== 'complete' || !afterLock(scene) || scene.pupilsHere.size === 0)
    return []
  const waiting = new Set(
    scene.waiting.flatMap((one) => (one.pupil === undefined ? [] : [one.pupil.id])),
  )
  const gone = [...scene.pupilsEver].filter(([id]) => !scene.pupilsHere.has(id) && !waiting.has(id))
  const leftAt = (devices: readonly Seen[]): number =>
    Math.max(...devices.map((one) => lastLeftAt(one.person.stays) ?? state.startedAt))
  if (
    leavingTogether(
      gone.map(([, devices]) => ({ at: leftAt(devices) })),
      scene,
    )
  )
    return []
  return gone.flatMap(([pupilId, devices]): readonly Cause[] => {
    const at = leftAt(devices)
    const last = devices.at(-1)
    if (last === undefined || now - at < BACK_SOON_MS || wasRemoved(last.person.id, scene))
      return []
    return [
      {
        kind: 'droppedPupil',
        key: `dropped:${pupilId}:${at}:gone`,
        about: [last.person.id],
        since: at,
        clauses: ['EG-24'],
        rule: lockRule(scene),
        severity: 'notice',
        answers: ['seen', 'later'],
        group: 'gone',
      },
    ]
  })
}

/** So many have left within a short time that the lesson is ending. */
export function leavingTogether(gone: readonly { readonly at: number }[], scene: Scene): boolean {
  const recently = gone.filter(({ at }) => scene.now - at < ENDING_MS)
  return recently.length > Math.max(2, scene.pupilsEver.size / 4)
}

export function wasRemoved(id: string, scene: Scene): boolean {
  // Taken out for now is known, too: the child is expected back with an adult.
  if (scene.state.holds?.some((hold) => hold.id === id) === true) return true
  return scene.state.prompts.some(
    (prompt) =>
      prompt.answer?.answer === 'remove' && removedBy(prompt, scene.state.people).includes(id),
  )
}
