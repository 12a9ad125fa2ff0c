import type { Message } from '../words/catalogue.ts'
import { t, tOf } from '../words/say.ts'

/** What of a pack the table below looks at. Anything may stand in a field while somebody types. */
export interface RulesSoFar {
  readonly at: (path: string) => unknown
  readonly has: (clause: string) => boolean
}

type Why = (rules: RulesSoFar) => string | undefined

const onlyWith =
  (clause: string, step: Message): Why =>
  ({ has }) =>
    has(clause)
      ? undefined
      : t('only with the step “{step}” ({clause}) on the checklist', { step: tOf(step), clause })

const onlyWhenLocked: Why = ({ at, has }) =>
  (at('locks') ?? has('EG-24')) === true ? undefined : t('only where the call is locked')

const hours = onlyWith('EG-20', 'normal school hours')

/**
 * Rules that another rule, or a step that is not on the checklist, leaves without anything to do. Data; every other rule counts by
 * itself. `test/unit/protocol-rules.test.ts` holds each rule of each pack against this table.
 */
const IDLE: Readonly<Record<string, Why>> = {
  lockAfterMinutes: onlyWhenLocked,
  warnBeforeLockMinutes: onlyWhenLocked,
  'earlyWindowMinutes.to': onlyWith('CW-3', 'log in before the start'),
  'schoolHours.from': hours,
  'schoolHours.to': hours,
  'schoolHours.days': hours,
  cameraGraceSeconds: ({ at }) =>
    at('cameraRule') === 'on' || at('cameraRule') === 'onToEnter'
      ? undefined
      : t('only where cameras are asked for'),
  roomFirst: ({ at }) => (at('roomCheck') === true ? undefined : t('only with the room check')),
  parentRecheckMinutes: ({ at }) =>
    at('parentPresence') === 'throughout'
      ? undefined
      : t('only where the adult stays through the whole lesson'),
}

/** Why a rule does nothing beside the others, as the end of a sentence: "It counts only …". Undefined where it does something. */
export function idleBecause(path: string, rules: RulesSoFar): string | undefined {
  return Object.hasOwn(IDLE, path) ? IDLE[path]?.(rules) : undefined
}
