import { isClosed, isOpen } from '../../session/fold.ts'
import { cameraPeople, cameraStanding } from '../findings/cameras.ts'
import { adultOverdue, childDevices, recheckDue, withoutAdult } from '../adults.ts'
import { isChildSide, isStranger } from '../scene.ts'
import type { Scene } from '../scene.ts'
import { clockText } from '../time.ts'
import type { CheckState } from '../types.ts'
import { walksOf } from '../walk.ts'
import { waitingRoom } from './before-security.ts'
import { strangers } from './people.ts'
import {
  blind,
  cannotSee,
  cleanName,
  count,
  ids,
  labels,
  NO_CLASS,
  NOBODY_YET,
  notApplicable,
  problem,
  rule,
  seen,
  teacherName,
  unlessComplete,
  waiting,
} from './rule.ts'
import type { ClauseRule } from './rule.ts'

/** Both schools, as children come in. */
export const entry: readonly ClauseRule[] = [
  rule(
    'CW-5',
    'arrival',
    ['assist'],
    'settles',
    [
      'A parent is present at the start and stays in the same room.',
      'Say hello to the adult and tick “adult seen” for each child.',
    ],
    (scene) => adults(scene, false),
  ),
  rule(
    'CW-6',
    'arrival',
    ['assist'],
    'excuses',
    [
      'If no parent can be in the room, the meeting can’t go on for that child.',
      'Ask the child to fetch an adult. If nobody can come, end the call for that child and ring the parent.',
    ],
    noAdult,
  ),
  rule(
    'EG-24',
    'arrival',
    ['auto', 'assist'],
    'settles',
    [
      'Everybody is on time; after 5 minutes the call is locked and nobody else joins.',
      'At the deadline lock the call with one click or with the steps shown. Tick here if you locked it and I can’t see it.',
    ],
    locked,
  ),
  rule(
    'EG-25',
    'arrival',
    ['auto', 'assist'],
    'settles',
    [
      'Virtual waiting rooms are used, and staff check who people are before they come in.',
      'Each person who waits is shown with what the register says. Admit one at a time.',
    ],
    checkedEntry,
  ),
  rule(
    'EG-26',
    'arrival',
    ['assist'],
    'settles',
    [
      'On entry all microphones and cameras are off, and children are let in one at a time.',
      'Mute everybody, admit one child, check name, camera and adult, then the next.',
    ],
    oneAtATime,
  ),
  rule(
    'EG-27',
    'arrival',
    ['auto', 'assist'],
    'none',
    [
      'Children show their face, with the camera on, to enter the call.',
      'Ask for the camera. If it stays off, the child is not admitted, unless you asked for it to be off.',
    ],
    cameras,
  ),
  rule(
    'EG-28',
    'arrival',
    ['assist'],
    'settles',
    [
      'Parents know of the call, are available, and supervise it.',
      'Say hello to the adult and tick “adult seen” for each child.',
    ],
    (scene) => adults(scene, true),
  ),
]

const NO_PARENTS = 'Your school does not ask for a parent in the room.'

function adults(scene: Scene, withGuardian: boolean): CheckState | undefined {
  if (scene.pack.parentPresence === 'none') return notApplicable(NO_PARENTS)
  if (scene.register === undefined) return NO_CLASS
  const devices = childDevices(scene.judged)
  if (devices.length === 0) return NOBODY_YET
  const without = withoutAdult(scene.judged)
  if (without.length === 0) {
    const at = Math.max(...devices.map((one) => one.person.adultSeenAt ?? scene.state.startedAt))
    const children = new Set(devices.map((one) => one.pupil?.id)).size
    // Of somebody who is not known, or not in the list, nobody can say whether an adult is there.
    const unclear = scene.judged.filter(
      (one) =>
        isStranger(one.standing) || one.standing === 'unsure' || one.standing === 'notJudged',
    )
    if (unclear.length > 0)
      return waiting(
        `An adult was seen with ${count(children, 'pupil')}; not clear who ${labels(unclear)} is.`,
      )
    const hidden = scene.state.health.people
    if (hidden.level !== 'complete' && !scene.ended)
      return blind(
        `An adult was seen with ${count(children, 'pupil')}. ${cannotSee('people', hidden)}`,
      )
    const again = recheckDue(scene)
    if (again.length > 0)
      return waiting(
        `An adult was seen with every pupil at the start. Look again: ${labels(again)}.`,
      )
    return {
      is: 'confirmed',
      at,
      note: `An adult was seen with all ${children} pupils.`,
      by: teacherName(scene),
    }
  }
  const who = without.map((one) => {
    const guardian = withGuardian ? one.pupil?.guardians[0] : undefined
    const name =
      guardian === undefined
        ? ''
        : [guardian.title, guardian.title === '' ? guardian.firstName : '', guardian.lastName]
            .filter((part) => part !== '')
            .join(' ')
    return { label: name === '' ? one.label : `${one.label} (${name})` }
  })
  return waiting(`No adult seen yet with ${labels(who)}.`)
}

/** CW-6: after some minutes without an adult it is a problem for that child, until they are held or the reason is given. */
function noAdult(scene: Scene): CheckState | undefined {
  if (scene.pack.parentPresence === 'none') return notApplicable(NO_PARENTS)
  if (scene.register === undefined) return NO_CLASS
  const overdue = adultOverdue(scene.judged, scene)
  if (overdue.length > 0) return problem(`No adult seen with ${labels(overdue)}.`, ids(overdue))
  const held = (scene.state.holds ?? []).filter((one) => one.why === 'noAdult')
  const last = held.at(-1)
  if (last !== undefined)
    return seen(
      last.at,
      `Taken out until an adult is there: ${labels(held.map(({ name }) => ({ label: cleanName(name) })))}.`,
    )
  if (childDevices(scene.judged).length === 0) return NOBODY_YET
  return withoutAdult(scene.judged).length === 0
    ? notApplicable('An adult was seen with every pupil who is known here.')
    : waiting('Not every pupil has been checked yet.')
}

function locked(scene: Scene): CheckState {
  const { access, lockedAt, lockDeadline, health, reopenedAt } = scene.state
  const zone = scene.pack.schoolHours.timeZone
  const label =
    access?.label === undefined || access.label === ''
      ? ''
      : ` (“${labels([{ label: access.label }])}”)`
  if (lockedAt !== undefined && isClosed(access)) {
    const again =
      reopenedAt.length === 0
        ? ''
        : ` It had been open again ${count(reopenedAt.length, 'time')} before.`
    return seen(lockedAt, `Locked since ${clockText(lockedAt, zone)}${label}.${again}`)
  }
  if (lockedAt !== undefined)
    return blind(`It was locked at ${clockText(lockedAt, zone)}; I can’t see it now.`)
  const reopened = reopenedAt.at(-1)
  if (reopened !== undefined && isOpen(access))
    return problem(
      `It was locked and has been open again since ${clockText(reopened, zone)}${label}.`,
    )
  if (lockDeadline === undefined)
    return waiting('Set the planned start, then the countdown begins.')
  if (scene.now < lockDeadline.dueAt && !scene.ended)
    return waiting(`To be locked at ${clockText(lockDeadline.dueAt, zone)}.`)
  if (isOpen(access))
    return problem(
      `Due at ${clockText(lockDeadline.dueAt, zone)}, and the call is still open${label}.`,
    )
  return blind(
    `Due at ${clockText(lockDeadline.dueAt, zone)}. ${health.lock.level === 'complete' ? 'I can’t see a lock — check.' : cannotSee('lock', health.lock)}`,
  )
}

function checkedEntry(scene: Scene): CheckState | undefined {
  const room = waitingRoom(scene)
  if (room.is === 'problem') return room
  const who = strangers(scene)
  return who?.is === 'problem' ? who : room
}

/** EG-26: who came in one by one, and who was muted then. Only a tick can say that cameras were off as well. */
function oneAtATime(scene: Scene): CheckState | undefined {
  const walks = walksOf(scene).filter(({ one }) => isChildSide(one))
  const last = walks.at(-1)
  if (last === undefined) return undefined
  const together = walks.filter(({ entry }) =>
    walks.some((other) => other.entry !== entry && other.entry.at === entry.at),
  )
  const all = scene.state.mutedAllAt ?? []
  const muted = walks.filter(
    ({ entry }) => entry.mutedAt !== undefined || all.some((at) => at >= entry.at),
  )
  const came =
    together.length === 0
      ? `${count(walks.length, 'person', 'people')} came in from the waiting room one at a time`
      : `${count(walks.length, 'person', 'people')} came in from the waiting room, ${together.length} of them in the same moment`
  const told = `${came}; ${muted.length} seen to be muted after that.`
  return together.length === 0 && muted.length === walks.length
    ? seen(last.entry.at, told)
    : waiting(`${told} Tick if microphones were off on entry.`)
}

/** Said beside the rule: who was kept or taken out because of the camera. */
function heldForCamera({ state }: Scene): string {
  const held = [
    ...(state.holds ?? []).filter((one) => one.why === 'cameraOff'),
    ...state.knocks.filter((one) => one.heldWhy === 'cameraOff'),
  ]
  return held.length === 0
    ? ''
    : ` Held for it: ${labels(held.map(({ name }) => ({ label: cleanName(name) })))}.`
}

/** EG-27: who shows no face, leaving out those whom staff asked to switch off. */
function cameras(scene: Scene): CheckState {
  const { cameraRule } = scene.pack
  if (cameraRule === 'staffChoice' || cameraRule === 'off')
    return notApplicable(
      cameraRule === 'off'
        ? 'Your school holds lessons with cameras off.'
        : 'In your school staff choose about cameras.',
    )
  const people = cameraPeople(scene.here, scene)
  if (people.length === 0)
    return scene.ended
      ? blind('The lesson is over; the record shows how long each camera was on.')
      : NOBODY_YET
  const of = (...kinds: string[]) =>
    people.filter((one) => kinds.includes(cameraStanding(one, scene)))
  const off = of('off', 'covered')
  if (off.length > 0)
    return problem(`Camera off or covered: ${labels(off)}.${heldForCamera(scene)}`, ids(off))
  const unknown = of('unknown')
  if (unknown.length > 0) return blind(`I can’t see the camera of ${labels(unknown)}.`)
  const hidden =
    scene.state.health.cameras.level === 'blind'
      ? blind(cannotSee('cameras', scene.state.health.cameras))
      : unlessComplete('people', scene.state)
  if (hidden !== undefined) return hidden
  const coming = of('justCame', 'moving')
  if (coming.length > 0) return waiting(`Waiting for the camera of ${labels(coming)}.`)
  const byStaff = of('offByStaff')
  const at = Math.max(...people.map((one) => one.person.camera.since))
  return seen(
    at,
    `${count(people.length - byStaff.length, 'camera')} on${byStaff.length === 0 ? '' : `; off because staff asked: ${labels(byStaff)}`}.${heldForCamera(scene)}`,
  )
}
