import { t, tn } from '../../words/say.ts'
import type { Scene } from '../scene.ts'
import { arrivalsIn, arrivedAt, signsOfArrival } from '../arrival.ts'
import type { CheckState } from '../types.ts'
import { cameInUnasked } from '../doors.ts'
import { names, strangers } from './people.ts'
import {
  blind,
  cannotSee,
  ids,
  labels,
  lastChange,
  noClass,
  nobodyYet,
  problem,
  rule,
  seen,
  timesWords,
  together,
  unlessListed,
  waiting,
} from './rule.ts'
import type { ClauseRule } from './rule.ts'

/** Crossways, "Ensuring call security". */
export const beforeSecurity: readonly ClauseRule[] = [
  {
    ...rule(
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
    through: ['people', 'lobby'],
  },
  {
    ...rule(
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
    through: [],
  },
  {
    ...rule(
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
    through: ['people'],
  },
  {
    ...rule(
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
    through: ['people'],
  },
]

/** CW-2, EG-25: whether people have to ask to come in, by the access the page shows. */
export function waitingRoom(scene: Scene): CheckState {
  const { access, health, knocks, pastKnocks } = scene.state
  const label =
    access?.label === undefined || access.label === ''
      ? ''
      : ` (“${labels([{ label: access.label }])}”)`
  if (access?.state === 'open')
    return problem(t('The call is open: people can come in without asking{label}.', { label }))
  const unasked = cameInUnasked(scene)
  if (unasked.who.length > 0)
    return problem(
      t('The call was open {times}; came in without asking: {who}.', {
        times: timesWords(unasked.when, scene.pack.schoolHours.timeZone),
        who: labels(unasked.who),
      }),
      [...new Set(ids(unasked.who))],
    )
  const knocked = knocks.length + pastKnocks.length
  const entries = scene.state.entries?.length ?? 0
  const soFar = together(
    tn('{n} person asked so far.|{n} people asked so far.', knocked),
    entries === 0
      ? ''
      : t('{n} let in, {waiting} waiting.', { n: entries, waiting: knocks.length }),
  )
  if (access?.askToJoin === 'on' || access?.state === 'restricted' || access?.state === 'locked') {
    return seen(
      access.at,
      together(t('Newcomers have to ask or can’t join{label}.', { label }), soFar),
    )
  }
  const asked = [...pastKnocks, ...knocks][0]
  // On Meet "trusted" lets the school's own accounts in without asking, so a knock alone proves nothing about all doors.
  if (access?.state === 'trusted') {
    return seen(
      access.at,
      together(t('Only people the school trusts come in without asking{label}.', { label }), soFar),
    )
  }
  if (asked !== undefined)
    return blind(
      tn(
        '{n} person asked to come in, but I can’t see the setting itself. Check it in the settings of the meeting.|{n} people asked to come in, but I can’t see the setting itself. Check it in the settings of the meeting.',
        knocked,
      ),
    )
  return blind(
    health.lock.level === 'complete'
      ? t(
          'I can’t tell from the page whether people have to ask. Check it in the settings of the meeting.',
        )
      : cannotSee('lock', health.lock),
  )
}

/** CW-3: the arrival of each pupil against the planned start. */
export function arrivals(scene: Scene): CheckState {
  if (scene.register === undefined) return noClass()
  const { plannedStartAt } = scene.state
  if (plannedStartAt === undefined)
    return waiting(t('Set the planned start, then arrivals can be judged.'))
  const arrivalOf = arrivalsIn(scene.state, scene.pack)
  const signs = signsOfArrival(scene.state)
  const found = [...scene.pupilsEver.values()].flatMap((devices) => {
    const first = devices[0]
    if (first === undefined) return []
    const at = Math.min(...devices.map((one) => arrivedAt(one, signs)))
    const shown = devices.map((one) => one.person.name)
    return [{ one: first, arrival: arrivalOf(shown, at) }]
  })
  if (found.length === 0) return nobodyYet()
  const of = (arrival: string) =>
    found.filter((one) => one.arrival === arrival).map(({ one }) => one)
  const late = of('late')
  const early = of('early')
  const counts = {
    onTime: of('onTime').length,
    early: early.length,
    minutes: scene.pack.earlyWindowMinutes.from,
    late: late.length,
  }
  const before = of('hereBefore')
  const cannotTell =
    before.length === 0
      ? ''
      : t('Here before I first looked, so I can’t tell when they came: {who}.', {
          who: labels(before),
        })
  if (late.length > 0)
    return problem(
      together(
        t('{onTime} on time, {early} more than {minutes} minutes early, {late} late: {who}.', {
          ...counts,
          who: labels(late),
        }),
        cannotTell,
      ),
      late.map((one) => one.person.id),
    )
  const told = t(
    '{onTime} on time, {early} more than {minutes} minutes early, {late} late.',
    counts,
  )
  if (before.length === 0) return unlessListed(scene, told) ?? seen(lastChange(scene), told)
  return blind(before.length === found.length ? cannotTell : together(told, cannotTell))
}
