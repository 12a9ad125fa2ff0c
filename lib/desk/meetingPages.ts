import type { ToMeeting } from '../bus/protocol.ts'
import type { Platform } from '../meeting/index.ts'
import type { CurrentLesson } from './currentLesson.ts'
import type { Inspections } from './inspections.ts'
import type { LooksDesk } from './looks.ts'
import type { MeetingTab, MeetingTabs } from './meetingTabs.ts'
import type { Rooms } from './rooms.ts'
import type { Signs } from './signs.ts'
import type { Turns } from './turns.ts'
import type { Voice } from './voice.ts'

export interface MeetingPageParts {
  readonly turns: Turns
  readonly tabs: MeetingTabs
  readonly current: CurrentLesson
  readonly rooms: Rooms
  readonly signs: Signs
  readonly looks: LooksDesk
  readonly inspections: Inspections
  readonly voice: Voice
  readonly publish: () => void
}

/**
 * Meeting pages come and go. A page that comes knows nothing and is told before its first view by what it reads and in which language it
 * speaks; one that goes takes its picture of the call with it, which would otherwise be shown as if somebody still looked.
 */
export class MeetingPages {
  readonly #parts: MeetingPageParts

  constructor(parts: MeetingPageParts) {
    this.#parts = parts
  }

  connect(tabId: number, platform: Platform, send: (message: ToMeeting) => void): MeetingTab {
    const { turns, tabs, looks, voice, publish } = this.#parts
    const tab = tabs.connect({ tabId, platform, send })
    void turns.take(async () => {
      tab.send({ type: 'looks', ...looks.told(platform) })
      voice.greet(tab)
      publish()
    })
    return tab
  }

  /** A tab went away: its last sign of life is now, and its picture of the call is no longer to be trusted. */
  disconnect(tab: MeetingTab): Promise<void> {
    const { turns, tabs, current, rooms, inspections, signs } = this.#parts
    return turns.take(async (now) => {
      tabs.disconnect(tab)
      inspections.gone(tab)
      if (tabs.all().length === 0) rooms.forgetOwn()
      const { running } = current
      const isInCall = running !== undefined && tab.phase === 'inCall' && tab.code === running.code
      if (isInCall) await current.add([{ type: 'proofOfLife' }], now)
      if (isInCall && tabs.inCall(running.platform, running.code).length === 0)
        signs.gone(running.sessionId, now)
      await turns.settle(now)
    })
  }
}
