import type { RoomCheckFailure } from '../bus/protocol.ts'
import { ROOM_FAILURES } from '../views/roomCheck.ts'
import type { PanelView } from '../views/types.ts'

/** What can be wrong with the tool itself. */
export interface Troubles {
  /** Something of the lesson is only in memory. */
  readonly unwritten: boolean
  readonly roomFailure: RoomCheckFailure | undefined
  /** Tabs of the running call that answer; undefined while no lesson runs. */
  readonly tabsHere: number | undefined
}

/** Loud problems of the tool itself, in words for the teacher. */
export function bannersFor({ unwritten, roomFailure, tabsHere }: Troubles): PanelView['banners'] {
  const banners: PanelView['banners'][number][] = []
  if (unwritten) {
    banners.push({
      id: 'storage',
      tone: 'problem',
      text: 'This lesson could not be saved: the computer’s storage may be full. Export the record before you close the browser.',
    })
  }
  if (roomFailure !== undefined) {
    banners.push({ id: 'rooms', tone: 'problem', text: ROOM_FAILURES[roomFailure] })
  }
  if (tabsHere === 0) {
    banners.push({
      id: 'gone',
      tone: 'problem',
      text: 'The meeting tab does not answer. Nothing is being checked right now.',
    })
  }
  if (tabsHere !== undefined && tabsHere > 1) {
    banners.push({
      id: 'tabs',
      tone: 'info',
      text: 'This call is open in two tabs. Only the first is read.',
    })
  }
  return banners
}
