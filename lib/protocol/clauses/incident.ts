import type { SessionState } from '../../session/state.ts'
import { t } from '../../words/say.ts'
import type { Scene } from '../scene.ts'
import { clockText } from '../time.ts'
import type { CheckState } from '../types.ts'
import { info, listNames, notApplicable, problem, rule, teacherName } from './rule.ts'
import type { ClauseRule } from './rule.ts'

/** Both schools, when something goes wrong. */
export const incident: readonly ClauseRule[] = [
  rule(
    'CW-13',
    'incident',
    ['assist'],
    'settles',
    [
      'After a security breach or serious misconduct the call is ended for all children and the DSL is informed at once.',
      'Press “Emergency”: end the call for everybody, ring the DSL, write down what happened. If you ended it yourself or opened it by mistake, say so there.',
    ],
    emergency,
  ),
  rule(
    'CW-14',
    'incident',
    ['assist'],
    'settles',
    [
      'A concern about a child or parent goes to the safeguarding team at once and is recorded on CPOMS.',
      'Note who, what was seen or heard in the child’s own words, when, and whom you told. Tick when it is recorded.',
    ],
    onlyIfNeeded,
  ),
  info('CW-15', 'incident', [
    'A parent’s concern about a member of staff goes to the Executive Headteacher.',
    'Part of the ready text for families.',
  ]),
  rule(
    'EG-39',
    'incident',
    ['assist'],
    'settles',
    [
      'The DSL or deputy is contacted about anything of concern that was seen, heard or disclosed.',
      'Ring them; the numbers are under “Emergency”. Tick when they were told.',
    ],
    onlyIfNeeded,
  ),
]

function emergency(scene: Scene): CheckState | undefined {
  const zone = scene.pack.schoolHours.timeZone
  const { real, mistaken } = openings(scene.state)
  if (real.length === 0)
    return mistaken.length === 0
      ? notNeeded()
      : notApplicable(
          t('Opened by mistake at {times}, as the teacher said.', {
            times: listNames(mistaken.map((at) => clockText(at, zone))),
          }),
        )
  const over = scene.state.ended?.at ?? Number.POSITIVE_INFINITY
  // What is opened after the call is opened to say what was done: that is no further emergency.
  const opened = real.findLast((at) => at <= over) ?? real[0] ?? over
  const ended = endOf(scene.state)
  const done = scene.state.emergencies.filter((one) => one.at >= opened)
  // Whoever else was told is not called the lead, but where no contact is set or reached it is all that can be done.
  const told =
    done.find((one) => one.step === 'dslTold') ?? done.find((one) => one.step === 'otherTold')
  const time = clockText(opened, zone)
  if (ended === undefined)
    return problem(
      told === undefined
        ? t(
            'Opened at {time}: the call was not noted as ended for everybody, the DSL was not noted as informed.',
            { time },
          )
        : t('Opened at {time}: the call was not noted as ended for everybody.', { time }),
    )
  if (told === undefined)
    return problem(t('Opened at {time}: the DSL was not noted as informed.', { time }))
  const times = { time, ended: clockText(ended.at, zone), told: clockText(told.at, zone) }
  return {
    is: 'confirmed',
    at: Math.max(opened, ended.at, told.at),
    note: answeredWords(ended.known, told.step === 'dslTold', times),
    by: teacherName(scene),
  }
}

function answeredWords(
  ended: 'seen' | 'said',
  isLead: boolean,
  times: { readonly time: string; readonly ended: string; readonly told: string },
): string {
  if (isLead)
    return ended === 'seen'
      ? t(
          'Opened at {time}; call ended for everybody at {ended}, seen in the meeting; DSL informed at {told}.',
          times,
        )
      : t(
          'Opened at {time}; call ended for everybody at {ended}, by the teacher’s own word; DSL informed at {told}.',
          times,
        )
  return ended === 'seen'
    ? t(
        'Opened at {time}; call ended for everybody at {ended}, seen in the meeting; informed at {told}: somebody who is not listed as a contact, as the steps say.',
        times,
      )
    : t(
        'Opened at {time}; call ended for everybody at {ended}, by the teacher’s own word; informed at {told}: somebody who is not listed as a contact, as the steps say.',
        times,
      )
}

/**
 * When the emergency control was opened, ms since 1970. `mistaken`: the teacher said that she opened it by mistake; she can't say so of
 * one in which something was done.
 */
function openings({ emergencies }: SessionState): {
  readonly real: readonly number[]
  readonly mistaken: readonly number[]
} {
  const real: number[] = []
  const mistaken: number[] = []
  let nothingDone: number[] = []
  for (const { step, at } of emergencies) {
    if (step === 'opened') nothingDone.push(at)
    else if (step !== 'closed') {
      ;(step === 'mistake' ? mistaken : real).push(...nothingDone)
      nothingDone = []
    }
  }
  return { real: [...real, ...nothingDone], mistaken }
}

/** How the call ended for everybody: seen in the meeting, by our own control or by hers, or said by the teacher. */
function endOf({
  emergencies,
  ended,
}: SessionState): { at: number; known: 'seen' | 'said' } | undefined {
  const seenAt =
    emergencies.find((one) => one.step === 'endedForAll')?.at ??
    (ended?.reason === 'endedForAll' ? ended.at : undefined)
  if (seenAt !== undefined) return { at: seenAt, known: 'seen' }
  const said = emergencies.find((one) => one.step === 'endedByTeacher')
  return said === undefined ? undefined : { at: said.at, known: 'said' }
}

/** Asked for only where something was opened or written down; a concern itself stands apart, here only that there is one. */
function onlyIfNeeded({ state }: Scene): CheckState | undefined {
  const noted = openings(state).real.length + (state.concerns ?? []).length
  return noted > 0 ? undefined : notNeeded()
}

function notNeeded(): CheckState {
  return notApplicable(t('Nothing of the kind was noted in this lesson.'))
}
