import type { Pupil } from '../../register/types.ts'
import { FLICKER_MS } from '../../session/clock.ts'
import { isForGood, keyOf } from '../../session/prompts.ts'
import type { Stay } from '../../session/state.ts'
import { occurrences } from '../../session/stays.ts'
import { lastSeenAt } from '../adults.ts'
import type { Scene, Seen } from '../scene.ts'
import { peopleUnread } from '../clauses/throughout.ts'
import { enoughStaffUntil, wasOneToOne } from '../company.ts'
import { childrenBehind, isChildSide, staffAmong, staffDevices } from '../scene.ts'
import type { Cause } from './cause.ts'

/** At the beginning children are let in one at a time; at the end a last one may be left behind. */
const FIRST_ONE_MS = 120_000
const LAST_ONE_MS = 30_000
const AT_DOOR_MS = 240_000
/** Colleagues come in during the first minutes, too. */
const STAFF_EXPECTED_MS = 180_000
/** In a one-to-one call: a line may drop for a moment. */
const DROPPED_MS = 30_000
/** Elsewhere: a colleague who is back by then only popped out. */
const POPPED_OUT_MS = 300_000

/** One adult and one pupil, nobody else, by a complete list; undefined where that isn't so or can't be told. */
export function aloneTogether(
  scene: Scene,
): { adult: Seen; child: Seen; since: number } | undefined {
  if (scene.state.health.people.level !== 'complete') return undefined
  const staff = staffAmong(scene.here)
  const others = scene.here.filter((one) => one.standing !== 'staff')
  const [adult] = staff
  const [child] = others
  if (staff.length !== 1 || adult === undefined || child === undefined) return undefined
  const oneChild =
    (others.length === 1 && child.also.length === 0) ||
    (child.pupil !== undefined && others.every((one) => one.pupil?.id === child.pupil?.id))
  if (!oneChild || child.standing === 'visitor' || child.standing === 'noteTaker') return undefined
  const since = Math.max(
    ...scene.ever.flatMap((one) => one.person.stays.flatMap((stay) => [stay.from, stay.to ?? 0])),
  )
  return { adult, child, since }
}

/**
 * A one-to-one call: said so by the teacher, one pupil on the register, or one pupil alone with staff in the call; after the end, who was.
 */
export function isOneToOne(scene: Scene): boolean {
  if (scene.state.oneToOne !== undefined) return scene.state.oneToOne
  if (scene.register !== undefined) return scene.register.pupils.length === 1
  return scene.ended
    ? wasOneToOne(scene, peopleUnread(scene.state))
    : aloneTogether(scene) !== undefined
}

/** CW-16, EG-37, EG-5: one adult alone with one pupil. EG-22: a pupil in the call whose parents did not consent. */
export function companyCauses(scene: Scene): readonly Cause[] {
  const together = alone(scene)
  return [...together, ...(together.length > 0 ? [] : fewStaff(scene)), ...noConsent(scene)]
}

function alone(scene: Scene): readonly Cause[] {
  const found = aloneTogether(scene)
  if (found === undefined) return []
  const { child, since } = found
  const othersWere = scene.ever.some((one) => !one.person.present)
  // Somebody at the door may be let in any moment; but a stranger who is left waiting is no company.
  const grace = scene.waiting.length > 0 ? AT_DOOR_MS : othersWere ? LAST_ONE_MS : FIRST_ONE_MS
  if (scene.now - since < grace) return []
  const withAdult = child.standing === 'guardian' || lastSeenAt(child, scene) !== undefined
  return [
    {
      kind: 'alone',
      key: `alone:${child.person.id}:${since}`,
      about: [child.person.id],
      since,
      clauses: ['CW-16', 'EG-5', 'EG-37'],
      severity: withAdult ? 'act' : 'alarm',
      answers: ['seen', 'endCall', 'later'],
    },
  ]
}

/** EG-5: fewer members of staff than the school asks for. EG-37: in a one-to-one call there are always two. */
function fewStaff(scene: Scene): readonly Cause[] {
  const single = isOneToOne(scene)
  const alwaysTwo = single && scene.has('EG-37')
  const needed = alwaysTwo ? 2 : scene.pack.adultsRequired
  // "Where possible" takes a reason; EG-37 does not.
  const hasReason = !alwaysTwo && reasonFor(scene)
  const children = scene.here.filter(isChildSide)
  if (scene.state.health.people.level !== 'complete' || children.length === 0 || hasReason)
    return []
  const begun = Math.max(scene.state.startedAt, scene.state.plannedStartAt ?? 0)
  if (staffAmong(scene.here).length >= needed || scene.now - begun < STAFF_EXPECTED_MS) return []
  // Where there were enough, one who has just gone may be back in a moment, or the lesson is ending. "Where possible" (EG-5) is not at once.
  const away = alwaysTwo ? DROPPED_MS : POPPED_OUT_MS
  const enoughUntil = enoughStaffUntil(scene, needed)
  if (enoughUntil !== undefined && scene.now - enoughUntil < away) return []
  return [
    {
      kind: 'fewStaff',
      key: fewStaffKey(scene, away),
      about: single ? children.slice(0, 1).map((one) => one.person.id) : [],
      since: begun,
      clauses: single ? ['EG-37', 'EG-5'] : ['EG-5'],
      rule: 'adultsRequired',
      severity: alwaysTwo ? 'act' : 'notice',
      answers: alwaysTwo ? ['later', 'endCall', 'seen'] : ['seen', 'later'],
      takesReason: !alwaysTwo,
    },
  ]
}

/**
 * One answer is enough for as long as nothing changes. A colleague who was there and has left since then, and does not come back, is a
 * change. One who was read for some seconds only was not there.
 */
function fewStaffKey(scene: Scene, away: number): string {
  const last = scene.state.prompts.findLast(({ kind }) => kind === 'fewStaff')
  if (last === undefined) return 'fewStaff'
  const left = staffDevices(scene.ever)
    .filter((devices) => devices.every(({ person }) => !person.present && !person.isSelf))
    .map((devices) => Math.max(...devices.map(({ person }) => lastStayEnd(person.stays))))
    .filter((at) => at > last.at && scene.now - at >= away)
  return left.length > 0 && isForGood(last) ? `fewStaff:${Math.max(...left)}` : keyOf(last.promptId)
}

function lastStayEnd(stays: readonly Stay[]): number {
  return (
    occurrences(stays).findLast(({ from, to }) => to !== undefined && to - from >= FLICKER_MS)
      ?.to ?? 0
  )
}

/** A reason was written: to the step EG-5 where the school has it, else as the answer to the prompt. */
function reasonFor(scene: Scene): boolean {
  if (scene.has('EG-5')) return (scene.state.ticks['EG-5']?.note.trim() ?? '') !== ''
  return scene.state.prompts.some(
    (one) => one.kind === 'fewStaff' && one.answer?.answer === 'reason',
  )
}

function noConsent(scene: Scene): readonly Cause[] {
  return scene.here.flatMap((one): readonly Cause[] => {
    const without = withoutConsent(one)
    if (without === undefined) return []
    return [
      {
        kind: 'noConsent',
        key: `noConsent:${without.id}:${one.since}`,
        about: [one.person.id],
        since: one.since,
        clauses: ['EG-22'],
        severity: 'act',
        answers: ['remove', 'seen', 'later'],
        answersMany: ['seen', 'later'],
        group: 'here',
      },
    ]
  })
}

/** The child without consent, also as one of several behind one device. */
export function withoutConsent(one: Pick<Seen, 'pupil' | 'also'>): Pupil | undefined {
  return childrenBehind(one).find((pupil) => pupil.consentVideo === 'no')
}
