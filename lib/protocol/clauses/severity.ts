import type { Finding } from '../types.ts'

/**
 * How much it matters at once when a clause is seen not to be kept: an `alarm` interrupts (a child may be with somebody who should not be
 * there, or be filmed), `act` asks for a step of the teacher, `notice` can wait. A finding is never more severe than its clauses say;
 * which of them it is follows from what was seen. A clause that is not here has no prompt: a person ticks it, or it is only shown.
 */
export const SEVERITY: Readonly<Record<string, Finding['severity']>> = {
  'CW-1': 'alarm',
  'CW-2': 'alarm',
  'CW-4': 'alarm',
  'CW-5': 'notice',
  'CW-6': 'notice',
  'CW-8': 'notice',
  'CW-9': 'act',
  'CW-16': 'alarm',
  'EG-5': 'alarm',
  'EG-7': 'notice',
  'EG-13': 'alarm',
  'EG-14': 'act',
  'EG-17': 'notice',
  'EG-20': 'notice',
  'EG-21': 'alarm',
  'EG-22': 'act',
  'EG-24': 'act',
  'EG-25': 'alarm',
  'EG-27': 'act',
  'EG-28': 'notice',
  'EG-31': 'act',
  'EG-32': 'notice',
  'EG-33': 'act',
  'EG-34': 'act',
  'EG-37': 'alarm',
}
