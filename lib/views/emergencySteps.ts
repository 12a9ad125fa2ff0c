import type { EmergencyStep } from '../session/events.ts'
import type { Message } from '../words/catalogue.ts'

/** The steps of an emergency as she is told them, in the log and where one is not in the log yet. A record speaks of her: `stepWord`. */
export const EMERGENCY_STEP_SAID = {
  opened: 'Emergency opened',
  endedForAll: 'The call was ended for everyone',
  endedByTeacher: 'The call was ended for everyone, you said',
  dslTold: 'The safeguarding lead was told',
  otherTold: 'Somebody was told who is not among the contacts',
  mistake: 'Emergency opened by mistake, you said',
  closed: 'Emergency closed',
} as const satisfies Readonly<Record<EmergencyStep, Message>>
