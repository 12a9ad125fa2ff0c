import type { FromOffscreen, RoomCheckFailure } from '../bus/protocol.ts'
import type { CurrentLesson } from './currentLesson.ts'
import type { MeetingTabs } from './meetingTabs.ts'
import type { Rooms } from './rooms.ts'
import type { Turns } from './turns.ts'

export interface RoomReadingParts {
  readonly turns: Turns
  readonly tabs: MeetingTabs
  readonly current: CurrentLesson
  readonly rooms: Rooms
}

/**
 * What the offscreen page says: one reading of one picture, or why it can't look. A reading comes late by its nature; one of a tab that is
 * not in this lesson's call any more must not fall on whoever has the same id now.
 */
export class RoomReadings {
  readonly #parts: RoomReadingParts

  constructor(parts: RoomReadingParts) {
    this.#parts = parts
  }

  take(told: FromOffscreen['roomReading']): Promise<void> {
    const { turns, tabs, current, rooms } = this.#parts
    return turns.take(async (now) => {
      const tab = tabs.get(told.tabId)
      if (tab?.phase === 'greenRoom') {
        // Before the call only her own picture is looked at, whatever the page says.
        if (!told.isSelf || current.moment !== 'before') return
        if (rooms.readOwn(told.reading, now)) await turns.settle(now)
        return
      }
      const state = current.running
      if (state === undefined || tab?.code !== state.code) return
      const isOwn = state.people.some((one) => one.isSelf && one.id === told.participantId)
      if (isOwn && rooms.readOwn(told.reading, now)) await turns.settle(now)
      const events = rooms.read(state, told.participantId, told.reading, now)
      if (events.length === 0) return
      await current.add(events, now)
      await turns.settle(now)
    })
  }

  failed(why: RoomCheckFailure): Promise<void> {
    const { turns, current, rooms } = this.#parts
    return turns.take(async (now) => {
      if (rooms.failure === why) return
      rooms.failure = why
      if (current.running !== undefined)
        await current.add([{ type: 'roomCheck', state: 'failed', why }], now)
      await turns.settle(now)
    })
  }
}
