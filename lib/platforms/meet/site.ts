import type { MeetingSite } from '../site.ts'
import { createMeetAdapter, MEET_PACK, meetAdapter } from './index.ts'

export const MEET_SITE: MeetingSite = {
  adapter: meetAdapter,
  shipped: MEET_PACK,
  create: (pack) => createMeetAdapter(pack),
}
