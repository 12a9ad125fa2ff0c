import type { RollCall, TeamsPage } from './page.ts'

/** How long a roll-call is believed, in milliseconds: within it somebody may have gone and another come, and the count be the same. */
export const ROLL_CALL_HOLDS_MS = 15_000

/** The roll-call that still holds: as many in the call as it found, and not long ago. */
export function freshRollCall(page: TeamsPage, count: number | undefined): RollCall | undefined {
  const { rollCall } = page.memory
  if (rollCall === undefined || count !== rollCall.count) return undefined
  return performance.now() - rollCall.at <= ROLL_CALL_HOLDS_MS ? rollCall : undefined
}
