import { ask, info } from './rule.ts'
import type { ClauseRule } from './rule.ts'

/** Both schools, how people behave. Nothing here listens or looks; staff do, and the concern form is one click away. */
export const duringConduct: readonly ClauseRule[] = [
  ask('CW-7', 'during', [
    'Everybody in view is suitably dressed.',
    'Tick when you have looked. If not, ask kindly and, if needed, note a concern.',
  ]),
  ask('CW-10', 'during', [
    'All adults within earshot use suitable language.',
    'Tick if it was so. Nothing here listens to sound.',
  ]),
  ask('CW-11', 'during', [
    'Parents do not engage with other people’s children.',
    'Tick if it was so; otherwise note a concern.',
  ]),
  info('CW-12', 'during', [
    'Parents and pupils take no screenshots; staff only for a defined educational purpose.',
    'This tool keeps no picture of the call.',
  ]),
  ask('EG-29', 'during', [
    'Everybody respects the others; no inappropriate language or actions.',
    'Unacceptable are upsetting messages, using somebody else’s password, changing other people’s work, and sharing pictures or calls without asking at home. Tick if all was well.',
  ]),
  ask('EG-30', 'during', [
    'Everybody wears suitable clothing, no pyjamas.',
    'Tick when you have looked.',
  ]),
  info('EG-35', 'during', [
    'Passwords are kept private, and school content is not put on social media.',
    'Part of the ready text for families.',
  ]),
]
