import type { Scene } from '../scene.ts'
import { clockText } from '../time.ts'
import type { CheckState } from '../types.ts'
import { info, notApplicable, problem, rule, teacherName } from './rule.ts'
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
      'Press “Something went wrong”: end the call for everybody, ring the DSL, write down what happened.',
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
      'Ring them; the numbers are under “Something went wrong”. Tick when they were told.',
    ],
    onlyIfNeeded,
  ),
]

function emergency(scene: Scene): CheckState | undefined {
  const steps = scene.state.emergencies
  const opened = steps.findLast((one) => one.step === 'opened')
  if (opened === undefined) return notApplicable(NOT_NEEDED)
  const zone = scene.pack.schoolHours.timeZone
  const later = steps.filter((one) => one.at >= opened.at)
  const missing = [
    ...(later.some((one) => one.step === 'endedForAll')
      ? []
      : ['the call was not noted as ended for everybody']),
    ...(later.some((one) => one.step === 'dslTold') ? [] : ['the DSL was not noted as informed']),
  ]
  const last = later.at(-1) ?? opened
  if (missing.length > 0)
    return problem(`Opened at ${clockText(opened.at, zone)}: ${missing.join(', ')}.`)
  return {
    is: 'confirmed',
    at: last.at,
    note: `Opened at ${clockText(opened.at, zone)}; call ended for everybody and DSL informed.`,
    by: teacherName(scene),
  }
}

/** Asked for only where something was opened or written down; a concern itself stands apart, here only that there is one. */
function onlyIfNeeded(scene: Scene): CheckState | undefined {
  const { emergencies, concerns = [] } = scene.state
  return emergencies.length + concerns.length > 0 ? undefined : notApplicable(NOT_NEEDED)
}

const NOT_NEEDED = 'Nothing of the kind was noted in this lesson.'
