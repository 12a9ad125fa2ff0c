import type { RoomCheckFailure } from '../bus/protocol.ts'
import type { SessionEventBody } from '../session/index.ts'

/**
 * What a lesson begins with about the room check. What the teacher said before the call stands; a check that can't run is off whatever was
 * said, so that no record claims a look that nobody took. Pure.
 */
export function withRoomCheck(
  events: readonly SessionEventBody[],
  wanted: boolean,
  failure: RoomCheckFailure | undefined,
): readonly SessionEventBody[] {
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
