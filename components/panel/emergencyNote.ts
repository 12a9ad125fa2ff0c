import type { PanelView } from '../../lib/views/types.ts'
import { clockTime, longDate } from '../ui/time.ts'

/** What has been done so far in an emergency; times are milliseconds since 1970. */
export interface EmergencySteps {
  readonly openedAt: number
  readonly endedAt?: number
  readonly told?: { readonly who: string; readonly at: number }
}

/**
 * A factual first note in the form that CPOMS entries take: who writes, what, when, who was there, what was done, who was
 * told. Facts are filled in; the teacher adds what was seen and heard (CW-13, CW-14, EG-39).
 */
export function emergencyNote(view: PanelView, steps: EmergencySteps): string {
  const { session } = view
  const present = view.people.filter((p) => p.where === 'inCall').map((p) => p.name)
  const lines = [
    'I, (name and job title), write this note.',
    `Date and time: ${longDate(steps.openedAt)}, ${clockTime(steps.openedAt)}.`,
    session
      ? `Where: live video lesson, ${session.className ?? 'class not chosen'}, ${
          session.platform === 'meet' ? 'Google Meet' : 'Microsoft Teams'
        } ${session.code}, begun ${clockTime(session.startedAt)}.`
      : 'Where: live video lesson.',
    present.length > 0
      ? `Shown as in the call: ${present.join(', ')}.`
      : 'Shown as in the call: nobody was read.',
    'What I saw and heard, in the words used: ',
    steps.endedAt === undefined
      ? 'Action: the call was not ended with this tool.'
      : `Action: the call was ended for everyone at ${clockTime(steps.endedAt)}.`,
    steps.told
      ? `Told: ${steps.told.who}, at ${clockTime(steps.told.at)}.`
      : 'Told: (name, role and time).',
  ]
  return lines.join('\n')
}
