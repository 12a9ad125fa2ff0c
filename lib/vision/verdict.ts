import { drift, SCENE_CHANGED, sceneDistance } from './scene.ts'
import type { RoomReading } from './types.ts'
import type { RoomVerdictKind } from '../session/events.ts'

/**
 * From single readings to a verdict that a teacher can be shown. Pure; one state per participant, plain JSON.
 *
 *   reading ─▶ black or flat? ── yes, `coveredReadings` in a row ─────────────────────────▶ covered
 *      │ no
 *      ▼
 *   background grid like this scene? ── no ─▶ candidate; seen twice ─▶ new scene (or a remembered one):
 *      │ yes                                                          evidence starts again, sceneId moves
 *      ▼
 *   evidence (sums of log-odds that fade) ─▶ P: private room against all else; F: fine room against all else
 *
 *                       P ≥ enter, enough readings (fewer where P is far beyond)
 *        unsure ──────────────────────────────────────▶ bedroom / bathroom
 *          ▲  ▲──────────────── P < leave ──────────────────┘ │
 *          │  │                                               │ P < leave and F ≥ fine
 *          │  └── F < leaveFine ─── fine ◀────────────────────┘
 *          └── new scene
 *
 * An unclear picture speaks against both, so "cannot tell" never turns into "fine".
 *
 * Frames of one scene are hardly independent: a wardrobe that looks like a bed looks like one in every frame. So the sum of n
 * readings is divided by 1 + correlation·(n − 1): it saturates instead of growing to certainty. What is left is close to the
 * mean of the readings, which is what simulated sequences (models/training/sequences.py) say is best: on them, neither more
 * weight for the clearest frames nor a background plate of several frames tells bedrooms from other rooms any better.
 */
export interface VerdictState {
  /** Counts up with each scene not seen before; returning to a remembered scene brings its number back. */
  readonly sceneId: number
  readonly scenes: readonly Scene[]
  /** A different background that was seen once; a second look alike makes it the scene, and then both count. */
  readonly candidate?: Pick<RoomReading, 'scene' | 'scores'>
  /** Faded sums of log-odds: a private room (bedroom or bathroom); a fine one; bedroom rather than bathroom. Without the prior. */
  readonly privateSum: number
  readonly fineSum: number
  readonly bedroomSum: number
  /** Faded sum of the readings' weights (an unclear frame weighs little). */
  readonly weight: number
  readonly at: number
  readonly verdict: RoomVerdictKind
  /**
   * 0–1. For a private room: the chance that it is one, in a class where `SHARE_IN_CLASS` of the pupils sit in one; for `fine`: the chance that
   * a common or plain background is seen, in the same class. For `covered` how long it has lasted, for `unsure` how near it is to even chances.
   */
  readonly confidence: number
  /** Readings of this scene that said something. */
  readonly readings: number
  readonly darkRun: number
  readonly lightRun: number
  /** Last scene that the teacher called fine; all such scenes are marked in `scenes`. */
  readonly silencedScene?: number
  /** How often she called a scene of this participant fine; absent where never. */
  readonly timesFine?: number
}

/** A remembered background, only to recognise it again. */
export interface Scene {
  readonly id: number
  readonly grid: readonly number[]
  readonly silenced: boolean
}

/** Log-odds are natural logarithms. */
export interface VerdictPolicy {
  readonly minReadings: number
  /** So many are enough where the log-odds are `strongBy` beyond `enter`. */
  readonly strongReadings: number
  readonly strongBy: number
  /** Log-odds at which a room is called private, and below which that is taken back. */
  readonly enter: number
  readonly leave: number
  /** Log-odds of a fine room at which it is called that, and below which that is taken back. */
  readonly fine: number
  readonly leaveFine: number
  /** How much rarer private rooms are in a class than in the pictures that the model learned from: log-odds. */
  readonly prior: number
  /** What a bathroom's score counts for beside a bedroom's: nearly nobody joins from one, and kitchens look like them. */
  readonly bathroomShare: number
  /** No single reading counts for more than this. */
  readonly clip: number
  /** How alike the errors of two frames of one scene are, 0–1. */
  readonly correlation: number
  /** Evidence halves in this time. */
  readonly halfLifeMs: number
  /** No more than so many readings are remembered, so that quick looks at a changed room soon outweigh what was there before. */
  readonly memory: number
  readonly coveredReadings: number
  readonly maxScenes: number
  /**
   * Who was asked about in vain twice and more is asked about again only on clearer evidence: so much for each time after the first,
   * in log-odds. A child who moves about in front of one wardrobe shows ever new scenes, and each would be a prompt.
   */
  readonly fineAgain: number
}

/** Of the pupils of a class, in a bedroom or bathroom: an assumption, on the high side for a class that was told beforehand. */
const SHARE_IN_CLASS = 4 / 30
/** Of the pictures that the model learned from (models/training/compose.py, SHARE). */
const SHARE_IN_TRAINING = 0.43

export const DEFAULT_VERDICT_POLICY: VerdictPolicy = {
  minReadings: 3,
  strongReadings: 2,
  strongBy: 1,
  enter: 0.2,
  leave: -1.1,
  fine: 1.1,
  leaveFine: 0.4,
  prior:
    Math.log(SHARE_IN_CLASS / (1 - SHARE_IN_CLASS)) -
    Math.log(SHARE_IN_TRAINING / (1 - SHARE_IN_TRAINING)),
  bathroomShare: 0.3,
  clip: 4,
  correlation: 0.9,
  halfLifeMs: 90_000,
  memory: 8,
  coveredReadings: 3,
  maxScenes: 8,
  fineAgain: 1,
}

/** Black: a covered lens or a camera that sends nothing. Flat: one colour from edge to edge. */
const BLACK = { mean: 20, spread: 8 }
const FLAT_SPREAD = 3.5
const DRIFT = 0.12
const OVERTAKEN_MS = 5000
const EPSILON = 0.01
/** The weight below which the readings of a scene were mostly `unclear` and nothing is said. */
const MIN_WEIGHT = 1

/**
 * Takes one reading at `now` (ms) into account. One that overtook another on the way is ignored; a clock that was set back is
 * not: it would silence the check until the old time comes round again.
 */
export function updateVerdict(
  before: VerdictState | undefined,
  reading: RoomReading,
  now: number,
  policy: VerdictPolicy = DEFAULT_VERDICT_POLICY,
): VerdictState {
  if (before !== undefined && now < before.at && before.at - now < OVERTAKEN_MS) return before
  if (isCovered(reading)) return coveredReading(before ?? blank(now), now, policy)
  const base = before ?? blank(now)
  const placed = placeScene({ ...base, darkRun: 0, lightRun: base.lightRun + 1 }, reading, policy)
  // A look at a different background that is not yet confirmed says nothing about the scene we know.
  if (placed.candidate !== undefined) return { ...placed, at: now }
  const confirmed = placed.sceneId === base.sceneId ? undefined : base.candidate
  const from = confirmed === undefined ? placed : addEvidence(placed, confirmed, now, policy)
  return judge(addEvidence(from, reading, now, policy), policy)
}

/** The teacher said "Looks fine": no prompt for this scene any more, also when the pupil comes back to it. */
export function silence(state: VerdictState): VerdictState {
  return {
    ...state,
    silencedScene: state.sceneId,
    timesFine: (state.timesFine ?? 0) + 1,
    scenes: state.scenes.map((scene) =>
      scene.id === state.sceneId ? { ...scene, silenced: true } : scene,
    ),
  }
}

/**
 * The picture is gone: what comes next is judged anew. Where she called a scene fine, the scenes are still known: a camera that
 * is read as off for a moment shows the same room afterwards, and would be asked about again. Undefined where nothing is worth keeping.
 */
export function pictureGone(state: VerdictState): VerdictState | undefined {
  const { sceneId, scenes, silencedScene, timesFine, at } = state
  if (silencedScene === undefined) return undefined
  const before = { sceneId, scenes, silencedScene }
  return { ...blank(at), ...before, ...(timesFine === undefined ? {} : { timesFine }) }
}

/** Whether this scene was called fine by the teacher. A covered lens is another matter and is never silenced by it. */
export function isSilenced(state: VerdictState): boolean {
  if (state.verdict === 'covered') return false
  return state.scenes.some((scene) => scene.id === state.sceneId && scene.silenced)
}

export function isCovered(reading: RoomReading): boolean {
  const { mean, spread } = reading.luma
  return spread <= FLAT_SPREAD || (mean <= BLACK.mean && spread <= BLACK.spread)
}

function blank(now: number): VerdictState {
  return {
    sceneId: 0,
    scenes: [],
    privateSum: 0,
    fineSum: 0,
    bedroomSum: 0,
    weight: 0,
    at: now,
    verdict: 'unsure',
    confidence: 0,
    readings: 0,
    darkRun: 0,
    lightRun: 0,
  }
}

function coveredReading(state: VerdictState, now: number, policy: VerdictPolicy): VerdictState {
  const darkRun = state.darkRun + 1
  const next = { ...withoutCandidate(state), darkRun, lightRun: 0, at: now }
  if (darkRun < policy.coveredReadings) return next
  return { ...next, verdict: 'covered', confidence: 1 - 1 / (darkRun + 1) }
}

function placeScene(
  state: VerdictState,
  { scene: grid, scores }: Pick<RoomReading, 'scene' | 'scores'>,
  policy: VerdictPolicy,
): VerdictState {
  const current = state.scenes.find((scene) => scene.id === state.sceneId)
  if (current === undefined)
    return enterScene(state, { id: state.sceneId, grid, silenced: false }, policy)
  if (sceneDistance(current.grid, grid) < SCENE_CHANGED) {
    const drifted = { ...current, grid: drift(current.grid, grid, DRIFT) }
    return {
      ...withoutCandidate(state),
      scenes: state.scenes.map((scene) => (scene.id === current.id ? drifted : scene)),
    }
  }
  const seen = state.candidate?.scene
  if (seen === undefined || sceneDistance(seen, grid) >= SCENE_CHANGED)
    return { ...state, candidate: { scene: grid, scores } }
  const known = state.scenes.find((scene) => sceneDistance(scene.grid, grid) < SCENE_CHANGED)
  const newest = Math.max(...state.scenes.map((scene) => scene.id))
  return enterScene(state, known ?? { id: newest + 1, grid, silenced: false }, policy)
}

function enterScene(state: VerdictState, scene: Scene, policy: VerdictPolicy): VerdictState {
  const others = state.scenes.filter((one) => one.id !== scene.id)
  return {
    ...withoutCandidate(state),
    sceneId: scene.id,
    scenes: [...kept(others, policy.maxScenes - 1), scene],
    privateSum: 0,
    fineSum: 0,
    bedroomSum: 0,
    weight: 0,
    readings: 0,
    verdict: 'unsure',
    confidence: 0,
  }
}

/**
 * What is remembered of the scenes before, so many: first what the teacher called fine, which would be asked about again otherwise. The
 * newest is kept whatever happens: its number is what keeps the counter from going back.
 */
function kept(scenes: readonly Scene[], count: number): readonly Scene[] {
  if (scenes.length <= count) return scenes
  const newest = Math.max(...scenes.map(({ id }) => id))
  const worth = ({ id, silenced }: Scene) => (id === newest ? 2 : silenced ? 1 : 0)
  // Of equal worth the later ones; `toSorted` keeps their order.
  const stay = new Set(scenes.toSorted((a, b) => worth(a) - worth(b)).slice(-count))
  return scenes.filter((scene) => stay.has(scene))
}

function withoutCandidate(state: VerdictState): VerdictState {
  const { candidate: _gone, ...rest } = state
  return rest
}

function addEvidence(
  state: VerdictState,
  reading: Pick<RoomReading, 'scores'>,
  now: number,
  policy: VerdictPolicy,
): VerdictState {
  const { bedroom, bathroom, common, plain, unclear } = reading.scores
  const weight = 1 - unclear
  const room = (policy.memory - weight) / Math.max(state.weight, policy.memory - weight)
  const fade = Math.min(room, 0.5 ** (Math.max(0, now - state.at) / policy.halfLifeMs))
  const notPrivate = common + plain + unclear
  const privately = clip(
    logOdds(bedroom + policy.bathroomShare * bathroom, notPrivate),
    policy.clip,
  )
  // The prior goes in here: added to the sum it would lift pictures that are merely unclear.
  const rare = Math.exp(policy.prior) * (bedroom + bathroom)
  const fine = clip(logOdds(common + plain, rare + unclear), policy.clip)
  const bedroomRather = clip(logOdds(bedroom, bathroom), policy.clip)
  return {
    ...state,
    privateSum: state.privateSum * fade + weight * privately,
    fineSum: state.fineSum * fade + weight * fine,
    bedroomSum: state.bedroomSum * fade + weight * bedroomRather,
    weight: state.weight * fade + weight,
    readings: state.readings + (weight >= 0.5 ? 1 : 0),
    at: now,
  }
}

/** What one unit of faded sum counts for: readings of one scene repeat each other. */
function share(weight: number, policy: VerdictPolicy): number {
  return 1 / (1 + policy.correlation * Math.max(0, weight - 1))
}

/**
 * The log-odds at which a room whose every reading gives it the score `at` is first called private: how the threshold of a
 * model's card becomes `enter`.
 */
export function enterFor(at: number, policy: VerdictPolicy): number {
  const { minReadings } = policy
  return policy.prior + logOdds(at, 1 - at) * minReadings * share(minReadings, policy)
}

function judge(state: VerdictState, policy: VerdictPolicy): VerdictState {
  const counts = share(state.weight, policy)
  const privately = policy.prior + state.privateSum * counts
  const fine = state.fineSum * counts
  // After a covered lens one light frame is not enough to say anything else.
  if (state.verdict === 'covered' && state.lightRun < 2) return state
  const enough = state.readings >= policy.minReadings && state.weight >= MIN_WEIGHT
  const enter = policy.enter + policy.fineAgain * Math.max(0, (state.timesFine ?? 0) - 1)
  const strong = state.readings >= policy.strongReadings && privately >= enter + policy.strongBy
  const was = state.verdict
  if (strong || (enough && privately >= (isPrivate(was) ? policy.leave : enter))) {
    const verdict = state.bedroomSum >= 0 ? 'bedroom' : 'bathroom'
    return { ...state, verdict, confidence: sigmoid(privately) }
  }
  if (enough && fine >= (was === 'fine' ? policy.leaveFine : policy.fine)) {
    return { ...state, verdict: 'fine', confidence: sigmoid(fine) }
  }
  return { ...state, verdict: 'unsure', confidence: 1 - Math.abs(2 * sigmoid(privately) - 1) }
}

function isPrivate(verdict: RoomVerdictKind): boolean {
  return verdict === 'bedroom' || verdict === 'bathroom'
}

function logOdds(one: number, other: number): number {
  return Math.log((one + EPSILON) / (other + EPSILON))
}

function clip(value: number, limit: number): number {
  return Math.max(-limit, Math.min(limit, value))
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value))
}
