/** How long a roll-call is believed, in milliseconds: within it somebody may have gone and another come, and the count be the same. */
export const ROLL_CALL_HOLDS_MS = 15_000

/** A roll-call: every row of the list, found by scrolling it. Milliseconds of the page's clock. */
export interface RollCall<Called> {
  readonly keys: ReadonlySet<string>
  readonly rows: readonly Called[]
  readonly count: number
  readonly at: number
}

/** The roll-call that still holds: as many in the call as it found, and not long ago. */
export function freshRollCall<Called>(
  rollCall: RollCall<Called> | undefined,
  count: number | undefined,
): RollCall<Called> | undefined {
  if (rollCall === undefined || count !== rollCall.count) return undefined
  return performance.now() - rollCall.at <= ROLL_CALL_HOLDS_MS ? rollCall : undefined
}
