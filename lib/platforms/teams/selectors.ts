import type { Alternative } from '../dom/find.ts'
import { CALL_TARGETS } from './selectors-call.ts'
import { CONTROL_TARGETS } from './selectors-controls.ts'
import { PEOPLE_TARGETS } from './selectors-people.ts'

/**
 * What Microsoft Teams on the web looks like, as data (docs/teams.md). Two clients share the hosts: the full
 * one of a signed-in user and the light one of a guest; what only one of them has says so.
 *
 * Every `seen` ends with the month of the newest observation and how sure it is: H several independent ones, M one of this year or
 * several older, L one old or unconfirmed. `expect` is checked on the saved fragments, one page for each of their states: LAUNCH,
 * PREJOIN, SIGNEDIN, LOBBY, DECLINED and INCALL (July 2026).
 */
export const TEAMS_TARGETS = {
  ...CALL_TARGETS,
  ...PEOPLE_TARGETS,
  ...CONTROL_TARGETS,
} as const satisfies Readonly<Record<string, readonly Alternative[]>>

export type TeamsTarget = keyof typeof TEAMS_TARGETS
