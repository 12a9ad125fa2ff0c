import type { MeetingAdapter, TileVideo } from '../../meeting/index.ts'
import { liveVideoOf } from '../dom/camera.ts'
import type { SelectorPack } from '../pack.ts'
import type { Timing } from '../dom/act-types.ts'
import { MEET_TIMING } from './act-kit.ts'
import { performOnMeet } from './act.ts'
import { meetCapabilities } from './capabilities.ts'
import { looksOf, MEET_PACK, newMemory, pageOf, type Memory, type MeetPage } from './page.ts'
import { codeInUrl } from './read-place.ts'

import { isGreenRoom, previewOf } from './read-preview.ts'
import { readMeet } from './read.ts'
import { readStage } from './read-tiles.ts'

export {
  MEET_CAPABILITY_TABLE,
  MEET_STEPS,
  meetCapabilities,
  type MeetStep,
} from './capabilities.ts'
export { MEET_PACK, MEET_TARGET_NAMES } from './page.ts'

/** The adapter for Google Meet over a selector pack: the shipped one, or a repaired one that `parsePack` has accepted. */
export function createMeetAdapter(
  pack: SelectorPack = MEET_PACK,
  timing: Timing = MEET_TIMING,
): MeetingAdapter {
  const looks = looksOf(pack)
  const memories = new WeakMap<Document, Memory>()
  const at = (doc: Document): MeetPage => {
    let memory = memories.get(doc)
    if (memory === undefined) memories.set(doc, (memory = newMemory()))
    return pageOf(doc, looks, memory)
  }
  return {
    platform: 'meet',
    capabilities: (_variant, role) => meetCapabilities(role),
    codeOf: codeInUrl,
    read: (doc, url) => readMeet(at(doc), url),
    videos: (doc) => {
      const page = at(doc)
      if (isGreenRoom(page)) return previewOf(page)
      return readStage(page).tiles.flatMap(({ id, element, isSelf }): TileVideo[] => {
        const video = liveVideoOf(page.memory.hadStream, element)
        return video === undefined ? [] : [{ participantId: id, video, isSelf }]
      })
    },
    tiles: (doc) => {
      const tiles = new Map<string, Element>()
      // Pinned and in the strip at the same time: the first one counts.
      for (const { id, element } of readStage(at(doc)).tiles)
        if (!tiles.has(id)) tiles.set(id, element)
      return tiles
    },
    stage: (doc) => at(doc).first('stage'),
    perform: (doc, command, tools) => {
      const page = at(doc)
      const url = () => new URL(doc.location.href)
      return performOnMeet(page, command, tools, timing, () => readMeet(page, url()))
    },
  }
}

export const meetAdapter: MeetingAdapter = createMeetAdapter()
