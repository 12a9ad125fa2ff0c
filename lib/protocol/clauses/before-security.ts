import type { Scene } from '../scene.ts'
import { arrivalOf, arrivedAt } from '../arrival.ts'
import type { CheckState } from '../types.ts'
import { names, strangers } from './people.ts'
import {
  blind,
  cannotSee,
  count,
  labels,
  lastChange,
  NO_CLASS,
  NOBODY_YET,
  problem,
  rule,
  seen,
  waiting,
} from './rule.ts'
import type { ClauseRule } from './rule.ts'

/** Crossways, "Ensuring call security". */
export const beforeSecurity: readonly ClauseRule[] = [
  rule(
    'CW-1',
    'before',
    ['ask', 'auto'],
    'alsoNeeded',
    [
      'Parents were asked to keep the link secure, and only invited children and parents come in.',
      'Tick when the reminder has gone to parents. Anyone waiting or in the call who is not on the register is flagged for you.',
    ],
    strangers,
  ),
  rule(
    'CW-2',
    'before',
    ['auto', 'assist'],
    'settles',
    [
      'The waiting room is on, and staff check that each person who waits was invited.',
      'Let people join only after asking, in the settings of the meeting. Each knock is shown with what the register says.',
    ],
    waitingRoom,
  ),
  rule(
    'CW-3',
    'before',
    ['auto'],
    'none',
    [
      'Children log in 2 to 5 minutes before the start and wait until it begins.',
      'Set the planned start, and each arrival is told as early, on time or late.',
    ],
    arrivals,
  ),
  rule(
    'CW-4',
    'before',
    ['auto'],
    'none',
    [
      'The parent’s or the child’s name is displayed.',
      'Ask whoever shows a device name, initials or a joke to change it, or correct the match with one click.',
    ],
    names,
  ),
]

/** CW-2, EG-25: whether people have to ask to come in, by the access the page shows. */
export function waitingRoom(scene: Scene): CheckState {
  const { access, health, knocks, pastKnocks } = scene.state
  const label =
    access?.label === undefined || access.label === ''
      ? ''
      : ` (“${labels([{ label: access.label }])}”)`
  if (access?.state === 'open')
    return problem(`The call is open: people can come in without asking${label}.`)
  const knocked = knocks.length + pastKnocks.length
  const entries = scene.state.entries?.length ?? 0
  const letIn = entries === 0 ? '' : ` ${entries} let in, ${knocks.length} waiting.`
  if (access?.askToJoin === 'on' || access?.state === 'restricted' || access?.state === 'locked') {
    return seen(
      access.at,
      `Newcomers have to ask or can’t join${label}. ${count(knocked, 'person', 'people')} asked so far.${letIn}`,
    )
  }
  const asked = [...pastKnocks, ...knocks][0]
  // On Meet "trusted" lets the school's own accounts in without asking, so a knock alone proves nothing about all doors.
  if (access?.state === 'trusted') {
    return seen(
      access.at,
      `Only people the school trusts come in without asking${label}. ${count(knocked, 'person', 'people')} asked so far.${letIn}`,
    )
  }
  if (asked !== undefined)
    return blind(
      `${count(knocked, 'person', 'people')} asked to come in, but I can’t see the setting itself. Check it in the settings of the meeting.`,
    )
  return blind(
    health.lock.level === 'complete'
      ? 'I can’t tell from the page whether people have to ask. Check it in the settings of the meeting.'
      : cannotSee('lock', health.lock),
  )
}

/** CW-3: the arrival of each pupil against the planned start. */
export function arrivals(scene: Scene): CheckState {
  if (scene.register === undefined) return NO_CLASS
  const { plannedStartAt } = scene.state
  if (plannedStartAt === undefined)
    return waiting('Set the planned start, then arrivals can be judged.')
  const found = [...scene.pupilsEver.values()].flatMap((devices) => {
    const first = devices[0]
    if (first === undefined) return []
    const at = Math.min(...devices.map((one) => arrivedAt(one, scene.state)))
    return [{ one: first, arrival: arrivalOf(at, plannedStartAt, scene.pack) }]
  })
  if (found.length === 0) return NOBODY_YET
  const of = (arrival: string) =>
    found.filter((one) => one.arrival === arrival).map(({ one }) => one)
  const late = of('late')
  const early = of('early')
  const told = `${of('onTime').length} on time, ${early.length} more than ${scene.pack.earlyWindowMinutes.from} minutes early, ${late.length} late`
  if (late.length > 0)
    return problem(
      `${told}: ${labels(late)}.`,
      late.map((one) => one.person.id),
    )
  return seen(lastChange(scene), `${told}.`)
}
