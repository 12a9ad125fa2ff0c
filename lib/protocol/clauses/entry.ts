import { isClosed, isOpen } from '../../session/fold.ts'
import { t, tn } from '../../words/say.ts'
import { cameraPeople, cameraStanding } from '../findings/cameras.ts'
import { lockTime } from '../doors.ts'
import { adultOverdue, childDevices, lastSeenAt, recheckDue, withoutAdult } from '../adults.ts'
import { wasTakenOut } from '../holds.ts'
import { isChildSide, isStranger } from '../scene.ts'
import type { Scene, Seen } from '../scene.ts'
import { clockText } from '../time.ts'
import type { CheckState } from '../types.ts'
import { walksOf } from '../walk.ts'
import { waitingRoom } from './before-security.ts'
import { strangers } from './people.ts'
import {
  blind,
  cannotSee,
  cleanName,
  ids,
  labels,
  noClass,
  nobodyYet,
  notApplicable,
  problem,
  rule,
  seen,
  teacherName,
  together,
  unlessComplete,
  unlessListed,
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
  {
    ...rule(
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
    through: [],
  },
  {
    ...rule(
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
    through: ['people'],
  },
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

const noParents = (): CheckState =>
  notApplicable(t('Your school does not ask for a parent in the room.'))

function adults(scene: Scene, withGuardian: boolean): CheckState | undefined {
  if (scene.pack.parentPresence === 'none') return noParents()
  if (scene.register === undefined) return noClass()
  const devices = childDevices(scene.judged)
  if (devices.length === 0) return nobodyYet()
  const without = withoutAdult(scene.judged, scene)
  if (without.length === 0) {
    const at = Math.max(...devices.map((one) => lastSeenAt(one, scene) ?? scene.state.startedAt))
    const children = new Set(devices.map((one) => one.pupil?.id)).size
    // Of somebody who is not known, or not in the list, nobody can say whether an adult is there.
    const unclear = scene.judged.filter(
      (one) =>
        isStranger(one.standing) || one.standing === 'unsure' || one.standing === 'notJudged',
    )
    if (unclear.length > 0)
      return waiting(
        tn(
          'An adult was seen with {n} pupil; not clear who {who} is.|An adult was seen with {n} pupils; not clear who {who} is.',
          children,
          { who: labels(unclear) },
        ),
      )
    const hidden = scene.state.health.people
    if (hidden.level !== 'complete' && !scene.ended)
      return blind(
        together(
          tn('An adult was seen with {n} pupil.|An adult was seen with {n} pupils.', children),
          cannotSee('people', hidden),
        ),
      )
    const again = recheckDue(scene)
    if (again.length > 0)
      return waiting(
        t('An adult was seen with every pupil at the start. Look again: {who}.', {
          who: labels(again),
        }),
      )
    return {
      is: 'confirmed',
      at,
      note: tn(
        'An adult was seen with the one pupil.|An adult was seen with all {n} pupils.',
        children,
      ),
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
  return waiting(t('No adult seen yet with {who}.', { who: labels(who) }))
}

/** CW-6: after some minutes without an adult it is a problem for that child, until they are held or the reason is given. */
function noAdult(scene: Scene): CheckState | undefined {
  if (scene.pack.parentPresence === 'none') return noParents()
  if (scene.register === undefined) return noClass()
  const all = (scene.state.holds ?? []).filter((one) => one.why === 'noAdult')
  const held = all.filter((one) => wasTakenOut(one, scene.state))
  // Whoever has come in again since, on whichever device, is no longer held.
  const isOf = ({ pupil }: Seen, holds: typeof all) => {
    if (holds.length === 0) return false
    const devices = childDevices(scene.judged).filter((one) => one.pupil?.id === pupil?.id)
    const since = Math.max(...devices.map((one) => one.since))
    return holds.some(
      (hold) => hold.at >= since && devices.some(({ person }) => person.id === hold.id),
    )
  }
  // Whom she wanted out is without an adult by her own word: no need to wait.
  const overdue = adultOverdue(scene.judged, scene)
  const open = withoutAdult(scene.judged, scene).filter(
    (one) => !isOf(one, held) && (overdue.includes(one) || isOf(one, all)),
  )
  if (open.length > 0)
    return problem(t('No adult seen with {who}.', { who: labels(open) }), ids(open))
  const last = held.at(-1)
  if (last !== undefined)
    return seen(
      last.at,
      t('Taken out until an adult is there: {who}.', {
        who: labels(held.map(({ name }) => ({ label: cleanName(name) }))),
      }),
    )
  if (childDevices(scene.judged).length === 0) return nobodyYet()
  return withoutAdult(scene.judged, scene).length === 0
    ? notApplicable(t('An adult was seen with every pupil who is known here.'))
    : waiting(t('Not every pupil has been checked yet.'))
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
        : tn(
            'It had been open again {n} time before.|It had been open again {n} times before.',
            reopenedAt.length,
          )
    const lock = lockTime(scene)
    if (lock.is === 'late')
      return problem(
        together(
          tn(
            'Locked at {time}, {n} minute after it was due{label}.|Locked at {time}, {n} minutes after it was due{label}.',
            lock.minutes,
            { time: clockText(lock.at, zone), label },
          ),
          again,
        ),
      )
    if (lock.is === 'unclear')
      return blind(
        t('Due at {due}; I first saw the lock at {time}.', {
          due: clockText(lockDeadline?.dueAt ?? lock.at, zone),
          time: clockText(lock.at, zone),
        }),
      )
    const since = t('Locked since {time}{label}.', { time: clockText(lockedAt, zone), label })
    return seen(lockedAt, together(since, again))
  }
  if (lockedAt !== undefined)
    return blind(
      t('It was locked at {time}; I can’t see it now.', { time: clockText(lockedAt, zone) }),
    )
  const reopened = reopenedAt.at(-1)
  if (reopened !== undefined && isOpen(access))
    return problem(
      t('It was locked and has been open again since {time}{label}.', {
        time: clockText(reopened, zone),
        label,
      }),
    )
  if (lockDeadline === undefined)
    return waiting(t('Set the planned start, then the countdown begins.'))
  const due = clockText(lockDeadline.dueAt, zone)
  if (scene.now < lockDeadline.dueAt && !scene.ended)
    return waiting(t('To be locked at {time}.', { time: due }))
  if (isOpen(access))
    return problem(t('Due at {time}, and the call is still open{label}.', { time: due, label }))
  return blind(
    health.lock.level === 'complete'
      ? t('Due at {time}. I can’t see a lock — check.', { time: due })
      : together(t('Due at {time}.', { time: due }), cannotSee('lock', health.lock)),
  )
}

function checkedEntry(scene: Scene): CheckState | undefined {
  const room = waitingRoom(scene)
  const who = strangers(scene)
  if (who?.is !== 'problem') return room
  // A door that stood open an hour ago must not hide who waits now.
  return room.is === 'problem'
    ? problem(together(who.what, room.what), [...new Set([...who.about, ...room.about])])
    : who
}

/** EG-26: who came in one by one, and who was muted then. Only a tick can say that cameras were off as well. */
function oneAtATime(scene: Scene): CheckState | undefined {
  const walks = walksOf(scene).filter(({ one }) => isChildSide(one))
  const last = walks.at(-1)
  if (last === undefined) return undefined
  const crowd = walks.filter(({ entry }) =>
    walks.some((other) => other.entry !== entry && other.entry.at === entry.at),
  )
  const all = scene.state.mutedAllAt ?? []
  const muted = walks.filter(
    ({ entry }) => entry.mutedAt !== undefined || all.some((at) => at >= entry.at),
  )
  const told =
    crowd.length === 0
      ? tn(
          '{n} person came in from the waiting room; {muted} seen to be muted after that.|{n} people came in from the waiting room one at a time; {muted} seen to be muted after that.',
          walks.length,
          { muted: muted.length },
        )
      : tn(
          '{n} person came in from the waiting room, {crowd} of them in the same moment; {muted} seen to be muted after that.|{n} people came in from the waiting room, {crowd} of them in the same moment; {muted} seen to be muted after that.',
          walks.length,
          { crowd: crowd.length, muted: muted.length },
        )
  return crowd.length === 0 && muted.length === walks.length
    ? (unlessListed(scene, told) ?? seen(last.entry.at, told))
    : waiting(together(told, t('Tick if microphones were off on entry.')))
}

/** Said beside the rule: who was kept or taken out because of the camera. */
function heldForCamera({ state }: Scene): string {
  const held = [
    ...(state.holds ?? []).filter((one) => one.why === 'cameraOff' && wasTakenOut(one, state)),
    ...state.knocks.filter((one) => one.heldWhy === 'cameraOff'),
  ]
  return held.length === 0
    ? ''
    : t('Held for it: {who}.', {
        who: labels(held.map(({ name }) => ({ label: cleanName(name) }))),
      })
}

/** EG-27: who shows no face, leaving out those whom staff asked to switch off. */
function cameras(scene: Scene): CheckState {
  const { cameraRule } = scene.pack
  if (cameraRule === 'staffChoice' || cameraRule === 'off')
    return notApplicable(
      cameraRule === 'off'
        ? t('Your school holds lessons with cameras off.')
        : t('In your school staff choose about cameras.'),
    )
  const people = cameraPeople(scene.here, scene)
  if (people.length === 0)
    return scene.ended
      ? blind(t('The lesson is over; the record shows how long each camera was on.'))
      : nobodyYet()
  const of = (...kinds: string[]) =>
    people.filter((one) => kinds.includes(cameraStanding(one, scene)))
  const off = of('off', 'covered')
  if (off.length > 0)
    return problem(
      together(t('Camera off or covered: {who}.', { who: labels(off) }), heldForCamera(scene)),
      ids(off),
    )
  const unknown = of('unknown')
  if (unknown.length > 0)
    return blind(t('I can’t see the camera of {who}.', { who: labels(unknown) }))
  const { cameras: pictures } = scene.state.health
  const hidden =
    pictures.level === 'blind'
      ? blind(cannotSee('cameras', pictures))
      : unlessComplete('people', scene.state)
  if (hidden !== undefined) return hidden
  const coming = of('justCame', 'moving')
  if (coming.length > 0)
    return waiting(t('Waiting for the camera of {who}.', { who: labels(coming) }))
  const byStaff = of('offByStaff')
  const at = Math.max(...people.map((one) => one.person.camera.since))
  const on = people.length - byStaff.length
  const told =
    byStaff.length === 0
      ? tn('{n} camera on.|{n} cameras on.', on)
      : tn(
          '{n} camera on; off because staff asked: {who}.|{n} cameras on; off because staff asked: {who}.',
          on,
          { who: labels(byStaff) },
        )
  return seen(at, together(told, heldForCamera(scene)))
}
