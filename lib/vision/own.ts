import type { RoomReading } from './types.ts'
import { updateVerdict } from './verdict.ts'
import type { VerdictPolicy, VerdictState } from './verdict.ts'

/**
 * What the teacher's own picture shows: the same verdict as for everybody, and beyond it whether the background is plain, which
 * policies ask of staff alone. Pure. Kept in memory, never part of a record: before the call there is no lesson yet.
 *
 * `fine`: no bedroom or bathroom, and whether it is plain can't be told.
 */
export type OwnBackground =
  'looking' | 'plain' | 'notPlain' | 'fine' | 'bedroom' | 'bathroom' | 'covered'

export interface OwnState {
  readonly is: OwnBackground
  /** Since when it is that. */
  readonly at: number
  readonly verdict: VerdictState
  /** Faded sums over the readings of this scene: of the part that could be judged, and of the plain share of it. */
  readonly judged: number
  readonly plain: number
}

/** A share of plain above and below which it is said; between them it stays open. */
const PLAIN = 0.65
const NOT_PLAIN = 0.35
/** One reading counts for this much of what was known before: about the last five matter. */
const FADE = 0.8

export function updateOwn(
  before: OwnState | undefined,
  reading: RoomReading,
  now: number,
  policy: VerdictPolicy,
): OwnState {
  const verdict = updateVerdict(before?.verdict, reading, now, policy)
  // A look at a background that is not confirmed yet, or a lens that is covered, says nothing of the wall behind the teacher.
  const silent = verdict.candidate !== undefined || verdict.darkRun > 0
  const same = before !== undefined && before.verdict.sceneId === verdict.sceneId
  const judgedBefore = same ? before.judged : 0
  const plainBefore = same ? before.plain : 0
  const { plain, common } = reading.scores
  const judged = silent ? judgedBefore : judgedBefore * FADE + plain + common
  const share = silent ? plainBefore : plainBefore * FADE + plain
  const is = answer(verdict, judged === 0 ? 0.5 : share / judged)
  return {
    is,
    at: before !== undefined && before.is === is ? before.at : now,
    verdict,
    judged,
    plain: share,
  }
}

function answer({ verdict }: VerdictState, plain: number): OwnBackground {
  if (verdict === 'unsure') return 'looking'
  if (verdict !== 'fine') return verdict
  return plain >= PLAIN ? 'plain' : plain <= NOT_PLAIN ? 'notPlain' : 'fine'
}
