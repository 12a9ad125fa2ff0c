import { t, tn } from '../../words/say.ts'
import { isOutsideHours } from '../hours.ts'
import type { Scene } from '../scene.ts'
import { staffAmong } from '../scene.ts'
import { tooFewStaff } from '../company.ts'
import { clockText, localTime } from '../time.ts'
import type { CheckState } from '../types.ts'
import { ownRoomAndManner } from './rooms.ts'
import {
  ask,
  ids,
  info,
  labels,
  lastChange,
  listNames,
  problem,
  rule,
  seen,
  unlessComplete,
  unlessListed,
  waiting,
} from './rule.ts'
import { peopleUnread } from './throughout.ts'
import type { ClauseRule } from './rule.ts'

/** Ernesford Grange, what staff see to before and around a call. */
export const beforePeople: readonly ClauseRule[] = [
  rule(
    'EG-1',
    'before',
    ['assist'],
    'none',
    [
      'Staff who are concerned about a child’s welfare or safety follow the safeguarding procedures without delay.',
      'Write it down under “Concern”; where the call must end at once, press “Emergency”. The contacts are there.',
    ],
    () => ({ is: 'info' }),
  ),
  rule(
    'EG-2',
    'before',
    ['auto', 'info'],
    'none',
    [
      'The school’s data protection and child protection policies are followed.',
      'Everything stays on this computer, no picture is kept, and records are deleted after the school’s retention time.',
    ],
    () => ({ is: 'info' }),
  ),
  {
    ...rule(
      'EG-5',
      'before',
      ['auto'],
      'excuses',
      [
        'Two members of staff are present where possible.',
        'If it is not possible this time, tick it and write the reason; it goes into the record.',
      ],
      twoStaff,
    ),
    through: ['people'],
  },
  rule(
    'EG-7',
    'before',
    ['assist'],
    'settles',
    [
      'Wellbeing and safety are watched over during calls, and support follows if it is needed.',
      'Add a note about a pupil at any time; it is listed after the lesson.',
    ],
    notesTaken,
  ),
  rule(
    'EG-8',
    'before',
    ['assist'],
    'settles',
    [
      'A phone call or a home visit may follow to support the family.',
      'Tick when it is settled whether one is needed, and note who does it and by when.',
    ],
    onlyAfter,
  ),
  ask('EG-10', 'before', [
    'Staff keep work and personal accounts apart, with the notice image, the school logo or nothing as profile picture.',
    'Look at your own tile: is it your school account with a suitable picture?',
  ]),
  ask('EG-11', 'before', [
    'School accounts are used and their privacy settings have been checked.',
    'Tick when you are signed in with the school account.',
  ]),
  info('EG-12', 'before', [
    'Phone calls come from a private number, from a school phone where possible.',
    'Withhold your number when you ring a parent.',
  ]),
  info('EG-16', 'before', [
    'Another member of staff is copied into e-mails to pupils.',
    'Use parents’ addresses; if a child’s own must be used, copy in a colleague.',
  ]),
  rule(
    'EG-17',
    'before',
    ['auto', 'ask'],
    'alsoNeeded',
    [
      'Staff use a neutral background, and dress and act as in a face-to-face lesson.',
      'Your own picture is looked at in the green room and in the call; nothing of it is recorded. Tick for dress and manner.',
    ],
    ownRoomAndManner,
  ),
  rule(
    'EG-19',
    'before',
    ['assist'],
    'settles',
    [
      'The Designated Safeguarding Lead or the deputy can be contacted, and all staff know the procedures.',
      'Their names and numbers are set in the options and shown whenever something goes wrong.',
    ],
    contacts,
  ),
  rule(
    'EG-20',
    'before',
    ['auto'],
    'excuses',
    [
      'Contact with children happens within normal school hours.',
      'If this lesson had to be outside school hours, tick it and write the reason.',
    ],
    schoolHours,
  ),
]

/** EG-5: staff by the register or as host. A partial list shows neither too few nor enough: a colleague in it may have gone. */
export function twoStaff(scene: Scene): CheckState {
  const needed = scene.pack.adultsRequired
  const staff = staffAmong(scene.judged)
  if (staff.length >= needed)
    return (
      staffTime(scene, needed) ??
      unlessListed(scene) ??
      seen(
        lastChange(scene),
        tn('{n} member of staff: {who}.|{n} members of staff: {who}.', staff.length, {
          who: labels(staff),
        }),
      )
    )
  const hidden = unlessComplete('people', scene.state)
  if (hidden !== undefined) return hidden
  if (scene.ever.length === 0) return waiting(t('The call has not begun.'))
  return problem(
    tn(
      '{n} member of staff in the call; the school asks for {needed}.|{n} members of staff in the call; the school asks for {needed}.',
      staff.length,
      { needed },
    ),
    staff.map((one) => one.person.id),
  )
}

/** After the end: a colleague who looked in for a minute was no second adult for the lesson. */
export function staffTime(scene: Scene, needed: number): CheckState | undefined {
  if (!scene.ended) return undefined
  const short = tooFewStaff(scene, needed, peopleUnread(scene.state))
  if (short === undefined) return undefined
  const staff = staffAmong(scene.judged)
  return problem(
    tn(
      '{n} member of staff for {minutes} of the {of} minutes with pupils; in the call: {who}.|{n} members of staff for {minutes} of the {of} minutes with pupils; in the call: {who}.',
      needed,
      { ...short, who: labels(staff) },
    ),
    ids(staff),
  )
}

/** EG-20: start, end and now in the school's own time zone. The minutes before a start in school hours are part of it (CW-3). */
export function schoolHours(scene: Scene): CheckState {
  const { state, pack, now } = scene
  const { from, to, timeZone, days } = pack.schoolHours
  const clock = (at: number) => clockText(at, timeZone)
  const { plannedStartAt: planned, startedAt, ended } = state
  const isOutside = (at: number) => isOutsideHours(at, state, pack)
  const told = [
    ...(planned !== undefined && isOutside(planned)
      ? [t('planned for {time}', { time: clock(planned) })]
      : []),
    ...(isOutside(startedAt) ? [t('started at {time}', { time: clock(startedAt) })] : []),
    ...(isOutside(ended?.at ?? now) ? [untilWords(ended, clock(ended?.at ?? now))] : []),
  ]
  const hours = `${from}–${to}`
  if (told.length === 0) return seen(startedAt, t('Within school hours ({hours}).', { hours }))
  const found = { hours, moments: listNames(told) }
  return problem(
    days.includes(localTime(startedAt, timeZone).weekday)
      ? t('Outside school hours ({hours}): {moments}.', found)
      : t('Outside school hours ({hours}) on a day without school: {moments}.', found),
  )
}

function untilWords(ended: Scene['state']['ended'], time: string): string {
  return ended === undefined
    ? t('still running at {time}', { time })
    : t('ended at {time}', { time })
}

function contacts(scene: Scene): CheckState | undefined {
  if (scene.dsl === undefined) return undefined
  const reachable = scene.dsl.filter((one) => one.phone.trim() !== '')
  const [first] = reachable
  if (first === undefined)
    return problem(t('No safeguarding lead with a phone number is set. Add one in the options.'))
  return seen(
    scene.state.startedAt,
    tn('{n} contact set: {who}.|{n} contacts set: {who}.', reachable.length, {
      who: listNames(reachable.map((one) => one.name)),
    }),
  )
}

function notesTaken(scene: Scene): CheckState | undefined {
  const { notes } = scene.state
  const last = notes.at(-1)
  if (last !== undefined)
    return seen(last.at, tn('{n} note written.|{n} notes written.', notes.length))
  return scene.ended ? undefined : waiting(t('No notes so far.'))
}

/** A clause whose time comes when the lesson is over. */
export function onlyAfter(scene: Scene): CheckState | undefined {
  return scene.ended ? undefined : waiting(t('After the lesson.'))
}
