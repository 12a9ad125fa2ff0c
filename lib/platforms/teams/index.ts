import type { MeetingAdapter, SelfRole, TileVideo } from '../../meeting/index.ts'
import { liveVideoOf } from '../dom/camera.ts'
import type { SelectorPack } from '../pack.ts'
import type { Timing } from '../dom/act-types.ts'
import { TEAMS_TIMING } from './act-kit.ts'
import { performOnTeams } from './act.ts'
import { teamsCapabilitiesOf } from './capabilities.ts'
import { looksOf, type Memory, newMemory, pageOf, TEAMS_PACK, type TeamsPage } from './page.ts'

import { type Client, type Spot } from './read-place.ts'
import { previewOf } from './read-preview.ts'
import { type Reading, readEverybody, readTeams } from './read.ts'
import { codeInUrl } from './url.ts'

export {
  TEAMS_CAPABILITY_TABLE,
  TEAMS_STEPS,
  teamsCapabilities,
  teamsCapabilitiesOf,
  type TeamsStep,
} from './capabilities.ts'
export { TEAMS_PACK, TEAMS_TARGET_NAMES } from './page.ts'

/** What the Teams page says beyond the common vocabulary. */
export interface TeamsExtras {
  readonly spot: Spot
  readonly client: Client
  readonly role: SelfRole
  /** Participant ids. */
  readonly handsRaised: readonly string[]
  readonly spotlighted: readonly string[]
  /** Whether one can write in the chat. */
  readonly chat: 'on' | 'off' | 'unknown'
}

export interface TeamsAdapter extends MeetingAdapter {
  extras(doc: Document, url: URL): TeamsExtras
}

/** The adapter for Microsoft Teams over a selector pack: the shipped one, or a repaired one that `parsePack` has accepted. */
export function createTeamsAdapter(
  pack: SelectorPack = TEAMS_PACK,
  timing: Timing = TEAMS_TIMING,
): TeamsAdapter {
  const looks = looksOf(pack)
  const memories = new WeakMap<Document, Memory>()
  const at = (doc: Document): TeamsPage => {
    let memory = memories.get(doc)
    if (memory === undefined) memories.set(doc, (memory = newMemory()))
    return pageOf(doc, looks, memory)
  }
  const readNow = (doc: Document): Reading => readTeams(at(doc), new URL(doc.location.href))
  return {
    platform: 'teams',
    capabilities: teamsCapabilitiesOf,
    codeOf: codeInUrl,
    read: (doc, url) => readTeams(at(doc), url).observation,
    extras: (doc, url) => {
      const { place, client, role, handsRaised, spotlighted, chat } = readTeams(at(doc), url)
      return { spot: place.spot, client, role, handsRaised, spotlighted, chat: chat.writing }
    },
    // Who is in a picture is decided now, by the tile around it: elements and tracks are handed from one person to another.
    videos: (doc) => {
      const page = at(doc)
      const { place, people } = readEverybody(page, new URL(doc.location.href))
      if (place.spot === 'prejoin') return previewOf(page)
      return people.people.flatMap(({ participant, tile }): TileVideo[] => {
        const video =
          tile === undefined ? undefined : liveVideoOf(page.memory.hadStream, tile.element)
        if (video === undefined) return []
        return [{ participantId: participant.id, video, isSelf: participant.isSelf }]
      })
    },
    tiles: (doc) =>
      new Map(
        readEverybody(at(doc), new URL(doc.location.href)).people.people.flatMap(
          ({ participant, tile }) =>
            tile === undefined ? [] : [[participant.id, tile.element] as const],
        ),
      ),
    stage: (doc) => at(doc).first('stage'),
    perform: (doc, command, tools) => {
      const page = at(doc)
      return performOnTeams(page, command, tools, timing, () => readNow(doc))
    },
  }
}

export const teamsAdapter: TeamsAdapter = createTeamsAdapter()
