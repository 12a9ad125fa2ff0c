import { emptyFields } from '../concern/draft.ts'
import type { ConcernFields } from '../concern/draft.ts'
import { SITE_NAMES } from '../../lib/meeting/sites.ts'
import type { PanelView } from '../../lib/views/types.ts'
import { t } from '../../lib/words/say.ts'
import { clockTime, dayField, timeField } from '../ui/time.ts'

/** What has been done so far in an emergency; times are milliseconds since 1970. */
export interface EmergencySteps {
  readonly openedAt: number
  /** The lesson in which it was opened: by the time she writes, the end of the call may have led on to another page. */
  readonly lesson?: NonNullable<PanelView['session']>
  readonly endedAt?: number
  /** She ended it herself, by her own word: it was not seen on the page. */
  readonly endedBySelf?: boolean
  readonly told?: { readonly who: string; readonly at: number }
}

/** What was done in an emergency that is opened now: nothing yet. */
export function stepsFrom(view: PanelView, openedAt: number): EmergencySteps {
  const lesson = heldLesson(view)
  return { openedAt, ...(lesson === undefined ? {} : { lesson }) }
}

/** The lesson that runs or is over. One that is only prepared has no record yet that could name anything. */
function heldLesson({ phase, session }: PanelView): PanelView['session'] {
  return phase === 'during' || phase === 'after' ? session : undefined
}

/**
 * A concern that begins now: where, who writes, who was there and, after an emergency, what was done and who was told. Only what
 * is known is filled in; what was seen and heard is the teacher's to say (CW-13, CW-14, EG-39).
 */
export function concernStart(view: PanelView, now: number, steps?: EmergencySteps): ConcernFields {
  const { timeZone: zone } = view
  const held = steps?.lesson ?? heldLesson(view)
  const session = held ?? view.session
  const inCall = view.people.filter((one) => one.where === 'inCall')
  const self = inCall.find((one) => one.kind === 'self')
  const staff = inCall.filter((one) => one.kind === 'staff').map((one) => one.name)
  return {
    ...emptyFields(steps?.openedAt ?? now, zone),
    writer: self?.name ?? '',
    present: staff.join(', '),
    where:
      session === undefined
        ? t('Live video lesson')
        : t('Live video lesson, {class}, {site} {code}, begun {time}', {
            class: session.className ?? t('class not chosen'),
            site: SITE_NAMES[session.platform],
            code: session.code,
            time: clockTime(session.startedAt, zone),
          }),
    ...(held === undefined ? {} : { sessionId: held.sessionId }),
    ...(steps === undefined ? {} : afterEmergency(steps, zone)),
  }
}

function afterEmergency({ endedAt, told }: EmergencySteps, zone: string): Partial<ConcernFields> {
  return {
    category: 'securityBreach',
    actions: endedAt === undefined ? '' : endedWords(endedAt, zone),
    ...(told === undefined
      ? {}
      : {
          told: told.who,
          toldDay: dayField(told.at, zone),
          toldTime: timeField(told.at, zone),
        }),
  }
}

function endedWords(at: number, zone: string): string {
  return t('I ended the call for everybody at {time}.', { time: clockTime(at, zone) })
}

/** It may have been ended for everybody by the meeting's own control: then it is seen, and not by her step here. */
function endOf({ session, timeZone }: PanelView, { endedAt }: EmergencySteps): string {
  if (endedAt !== undefined) return endedWords(endedAt, timeZone)
  return session?.endedForAll === true
    ? t('The call has ended for everyone.')
    : t('The call has not been ended yet.')
}

/**
 * A message to the safeguarding lead where nobody picks up the phone. No child is named: it may be read on a lock screen.
 */
export function readyMessage(view: PanelView, steps: EmergencySteps): string {
  const { session, timeZone: zone } = view
  const self = view.people.find((one) => one.kind === 'self')
  const time = clockTime(steps.openedAt, zone)
  const parts = [
    session?.className === undefined
      ? t('Urgent, safeguarding: something serious happened in my video lesson at {time}.', {
          time,
        })
      : t(
          'Urgent, safeguarding: something serious happened in my video lesson ({class}, begun {start}) at {time}.',
          { class: session.className, start: clockTime(session.startedAt, zone), time },
        ),
    endOf(view, steps),
    t('Please ring me now.'),
    ...(self === undefined ? [] : [`${self.name}.`]),
  ]
  return parts.join(' ')
}
