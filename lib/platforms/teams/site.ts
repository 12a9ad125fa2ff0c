import type { MeetingSite } from '../site.ts'
import { createTeamsAdapter, TEAMS_PACK, teamsAdapter } from './index.ts'

export const TEAMS_SITE: MeetingSite = {
  adapter: teamsAdapter,
  shipped: TEAMS_PACK,
  create: (pack) => createTeamsAdapter(pack),
}
