import { keyOf } from '../session/prompts.ts'
import type { SessionState } from '../session/state.ts'

/**
 * How often the teacher has asked for one thing already (to move, to switch the camera on), as the times of her answers, oldest
 * first. "Later" is no asking. The steps are: words to say, then doing something, then the parent (CW-9, EG-27).
 */
export function timesAsked(state: Pick<SessionState, 'prompts'>, key: string): readonly number[] {
  return state.prompts.flatMap(({ promptId, answer }) =>
    keyOf(promptId) === key &&
    answer?.by === 'teacher' &&
    (answer.answer === 'askToMove' ||
      answer.answer === 'askCameraOn' ||
      answer.answer === 'cameraOff')
      ? [answer.at]
      : [],
  )
}
