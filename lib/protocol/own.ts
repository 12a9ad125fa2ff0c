import type { OwnBackground } from '../vision/own.ts'
import type { Situation } from './types.ts'

/**
 * What was read of the teacher's own picture, in the green room or in the call. Never in the journal: it is an answer on her
 * checklist, no finding about anybody. Absent: nothing was read, and nothing is claimed.
 */
export interface OwnPicture {
  readonly is: OwnBackground
  readonly at: number
}

export interface SituationWithOwn extends Situation {
  readonly own?: OwnPicture
}
