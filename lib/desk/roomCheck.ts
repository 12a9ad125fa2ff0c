import type { RoomCheckFailure } from '../bus/protocol.ts'
import type { SessionEventBody } from '../session/index.ts'

/** The school has switched the check off on all its computers. */
export const OFF_BY_SCHOOL: SessionEventBody = { type: 'roomCheck', state: 'off', why: 'school' }

/**
 * What a lesson begins with about the room check. What the teacher said before the call stands; a check that can't run, or that the school
 * has switched off meanwhile, is off whatever was said, so that no record claims a look that nobody took. Pure.
 */
export function withRoomCheck(
  events: readonly SessionEventBody[],
  { wanted, bySchool }: { readonly wanted: boolean; readonly bySchool: boolean },
  failure: RoomCheckFailure | undefined,
): readonly SessionEventBody[] {
  if (bySchool) return [...events, OFF_BY_SCHOOL]
  const said = events.some((one) => one.type === 'roomCheck')
  if (said && failure === undefined) return events
  return [...events, roomCheckEvent(wanted, failure)]
}

function roomCheckEvent(wanted: boolean, failure: RoomCheckFailure | undefined): SessionEventBody {
  if (failure !== undefined) return { type: 'roomCheck', state: 'failed', why: failure }
  return {
    type: 'roomCheck',
    state: wanted ? 'on' : 'off',
    why: wanted ? 'setting' : 'switchedOff',
  }
}
