/**
 * When the page is read and when a reading is sent. Pure.
 *
 *   mutation ─▶ dirty ─ settleMs after the first one ─▶ read ─▶ differs? ── yes ─▶ send
 *   poll ──────────────────────────────────────────────▶ read        └── no ─▶ nothing; "alive" now and then
 *
 * The poll is needed because a camera that goes off changes a property (`srcObject`) that no observer of the page sees. After
 * a dear reading the next one waits in proportion, so that a slow computer spends no more of itself than a fast one; and after two that
 * said the same the page is noisy rather than busy (who speaks, how loud), and half as many are enough. The poll, too, slows down where
 * it has found nothing for a while: what comes in or goes is told by the page at once in any case.
 */
export interface ScanState {
  readonly lastScanAt: number
  readonly lastCostMs: number
  /** Readings in a row that said what the one before said. */
  readonly alike: number
  readonly dirtySince?: number
  readonly hidden: boolean
  /** The page is no meeting: a chat, a calendar, the site's own front page. */
  readonly away?: boolean
}

export interface ScanPolicy {
  readonly settleMs: number
  readonly minGapMs: number
  /** Instead of `minGapMs` where the last readings were alike. A newcomer must still be on the screen within a second. */
  readonly noisyGapMs: number
  readonly pollMs: number
  /** Instead of `pollMs` where the last readings were alike for a while. */
  readonly quietPollMs: number
  readonly hiddenPollMs: number
  /** Instead of all of these where the page is no meeting: whoever writes there all day should not notice us. */
  readonly awayGapMs: number
  readonly awayPollMs: number
  /** So many times the cost of the last reading passes before the next, where that is no more than `pollMs`. */
  readonly rest: number
  /** And so many times in any case. */
  readonly leastRest: number
}

export const DEFAULT_SCAN_POLICY: ScanPolicy = {
  settleMs: 80,
  minGapMs: 250,
  noisyGapMs: 350,
  pollMs: 1000,
  quietPollMs: 2000,
  hiddenPollMs: 2000,
  awayGapMs: 1000,
  awayPollMs: 5000,
  rest: 120,
  leastRest: 40,
}

const ALIKE_IS_NOISE = 2
const ALIKE_IS_QUIET = 5

/** When the next reading is due, in the clock of `lastScanAt`. */
export function nextScanAt(state: ScanState, policy: ScanPolicy = DEFAULT_SCAN_POLICY): number {
  const gap = state.away
    ? policy.awayGapMs
    : state.alike >= ALIKE_IS_NOISE
      ? policy.noisyGapMs
      : policy.minGapMs
  const { lastCostMs } = state
  const rest = Math.max(
    Math.min(lastCostMs * policy.rest, policy.pollMs),
    lastCostMs * policy.leastRest,
  )
  const rested = state.lastScanAt + Math.max(gap, rest)
  const shown = state.alike >= ALIKE_IS_QUIET ? policy.quietPollMs : policy.pollMs
  const poll = state.away ? policy.awayPollMs : state.hidden ? policy.hiddenPollMs : shown
  const polled = state.lastScanAt + poll
  const asked =
    state.dirtySince === undefined ? polled : Math.min(polled, state.dirtySince + policy.settleMs)
  return Math.max(asked, rested)
}

/** The first change counts: a page that never rests must not put the reading off for ever. */
export function changed(state: ScanState, now: number): ScanState {
  return state.dirtySince === undefined ? { ...state, dirtySince: now } : state
}

/** A reading began at `startedAt`; `differs`: it said something that the one before did not. */
export function scanned(
  state: ScanState,
  startedAt: number,
  costMs: number,
  differs: boolean,
): ScanState {
  const { dirtySince: _done, ...rest } = state
  return {
    ...rest,
    lastScanAt: startedAt,
    lastCostMs: costMs,
    alike: differs ? 0 : state.alike + 1,
  }
}

/** An unchanged reading is still sent in full this often, in case one was lost on the way. */
export const RESEND_MS = 60_000
/** Sign of life between them. The background lets a session end at its last one. */
export const ALIVE_MS = 20_000

export function whatToSend(
  differs: boolean,
  now: number,
  lastSentAt: number | undefined,
  lastAliveAt: number | undefined,
  away = false,
): 'observation' | 'alive' | 'nothing' {
  // Of a page that is no meeting there is nothing to keep alive: the background's worker may end, and stays so.
  if (away) return differs || lastSentAt === undefined ? 'observation' : 'nothing'
  if (differs || lastSentAt === undefined || now - lastSentAt >= RESEND_MS) return 'observation'
  return now - Math.max(lastSentAt, lastAliveAt ?? 0) >= ALIVE_MS ? 'alive' : 'nothing'
}
