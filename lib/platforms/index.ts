import type { MeetingAdapter } from '../meeting/index.ts'
import { platformOf } from '../meeting/sites.ts'
import { meetAdapter } from './meet/index.ts'
import { teamsAdapter } from './teams/index.ts'

export { changeWatch, isRelevantMutation, observeRoots } from './changeWatch.ts'
export { capabilitiesOf } from './capabilities.ts'
export { reasonFor } from './reasons.ts'
export { badSelectors, hitsOf } from './dom/find.ts'
export { targetHits, type TargetHits } from './inspect.ts'
export { changesOf, judgePack, SHIPPED_PACKS, type PackVerdict } from './judgePack.ts'
export { pageReport, MOST_REPORT } from './report/index.ts'
export type { MeetingSite } from './site.ts'
export {
  formatPack,
  parsePack,
  selectorPackSchema,
  type PackResult,
  type SelectorPack,
} from './pack.ts'
export {
  createMeetAdapter,
  meetAdapter,
  MEET_CAPABILITY_TABLE,
  MEET_PACK,
  MEET_STEPS,
  MEET_TARGET_NAMES,
  meetCapabilities,
} from './meet/index.ts'
export {
  createTeamsAdapter,
  TEAMS_CAPABILITY_TABLE,
  TEAMS_PACK,
  TEAMS_STEPS,
  TEAMS_TARGET_NAMES,
  teamsAdapter,
  teamsCapabilities,
  type TeamsAdapter,
  type TeamsExtras,
} from './teams/index.ts'

const ADAPTERS = { meet: meetAdapter, teams: teamsAdapter } as const

/** The adapter for a page, undefined where none reads it. */
export function adapterFor(url: URL): MeetingAdapter | undefined {
  const platform = platformOf(url.origin)
  return platform === undefined ? undefined : ADAPTERS[platform]
}
