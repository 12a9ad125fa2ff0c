/**
 * Which tile to look at next. Pure; the sampler carries it out.
 *
 *   camera comes on ─▶ settling ─▶ gathering ──────────────────▶ calm ◀───┐
 *                      (settleMs)  every gatherMs,               look every calmMs, glance every glanceMs
 *                                  every soonMs where worth it,      │    │
 *                         ▲        until gatherLooks                 │    └── a prompt about it is open: every attentionMs
 *                         └── scene changed ─────────────────────────┘
 *
 * A look goes to the room model; a glance only compares a few brightnesses here. When a whole class comes on at once the order
 * decides how soon a bedroom is noticed: everybody is looked at once, then those whose picture was worth another look until a
 * verdict is possible, then the rest.
 *
 * Two limits hold whatever the pictures do. Looks per second: thirty cameras cost the same as three, they take longer. And the
 * time that looks took on this very computer: no more than `coreShare` of one core over time, of which `savedMs` may be saved up
 * for the moment at which a class arrives. So a slow computer looks more rarely than a fast one.
 */
export interface TileState {
  /** Identity of picture source and person together; changes when a tile is re-used. */
  readonly binding: string
  readonly boundAt: number
  readonly lastSeenAt: number
  readonly lastLookAt?: number
  readonly lastGlanceAt?: number
  /** Looks since the scene began. */
  readonly looks: number
  /** Looks in a row that gave no reading: no picture, or one that stands still. */
  readonly misses: number
  readonly changed: boolean
  /** The last look was worth another one soon. */
  readonly again: boolean
}

export interface SamplerState {
  readonly tiles: Readonly<Record<string, TileState>>
  /** Looks that may be begun. */
  readonly allowance: number
  /** Milliseconds of looking that may be spent; below 0 nothing is begun. */
  readonly budgetMs: number
  readonly filledAt: number
}

export interface SamplerPolicy {
  /** A tile that was just re-labelled may show the last person's picture for a moment. */
  readonly settleMs: number
  readonly gatherMs: number
  /** While gathering, after a look that was worth another. Less would show the same picture again. */
  readonly soonMs: number
  readonly gatherLooks: number
  /** Looks without which there is no verdict: those go first. */
  readonly verdictLooks: number
  readonly attentionMs: number
  readonly calmMs: number
  readonly glanceMs: number
  readonly looksPerSecond: number
  /** How many looks may follow each other at once; also what one throttled tick of a hidden tab can do. */
  readonly burst: number
  /** What a glance takes of the looks per second. */
  readonly glanceCost: number
  /** The part of one core that looking may take over time, waiting for the room model included. */
  readonly coreShare: number
  readonly savedMs: number
  /** A tile that is gone for less than this keeps its place (layouts flicker). */
  readonly forgetMs: number
}

export const DEFAULT_SAMPLER_POLICY: SamplerPolicy = {
  settleMs: 800,
  gatherMs: 1600,
  soonMs: 800,
  gatherLooks: 6,
  verdictLooks: 3,
  attentionMs: 2000,
  calmMs: 20_000,
  glanceMs: 6000,
  looksPerSecond: 20,
  burst: 8,
  glanceCost: 0.25,
  coreShare: 0.15,
  savedMs: 15_000,
  forgetMs: 4000,
}

/** A look that gives nothing is tried again more and more rarely, at most this many times as rarely. */
const MISS_FACTOR = 8
/** One look that hung for longer than this was not our work. */
const MOST_MS = 5000

export interface SeenTile {
  readonly id: string
  readonly binding: string
}

export type NextSample =
  | { readonly do: 'look' | 'glance'; readonly id: string }
  | { readonly do: 'wait'; readonly ms: number }

export function startSampling(
  now: number,
  policy: SamplerPolicy = DEFAULT_SAMPLER_POLICY,
): SamplerState {
  return { tiles: {}, allowance: policy.burst, budgetMs: policy.savedMs, filledAt: now }
}

/** Brings the state in line with the tiles that show a picture now. */
export function seeTiles(
  state: SamplerState,
  seen: readonly SeenTile[],
  now: number,
  policy: SamplerPolicy = DEFAULT_SAMPLER_POLICY,
): SamplerState {
  const tiles: Record<string, TileState> = {}
  for (const [id, tile] of Object.entries(state.tiles)) {
    if (now - tile.lastSeenAt < policy.forgetMs) tiles[id] = tile
  }
  for (const { id, binding } of seen) {
    const known = tiles[id]
    tiles[id] =
      known?.binding === binding
        ? { ...known, lastSeenAt: now }
        : {
            binding,
            boundAt: now,
            lastSeenAt: now,
            looks: 0,
            misses: 0,
            changed: false,
            again: false,
          }
  }
  return { ...state, tiles }
}

/** `attention`: participants with an open prompt about their room. */
export function nextSample(
  state: SamplerState,
  seen: readonly SeenTile[],
  attention: ReadonlySet<string>,
  now: number,
  policy: SamplerPolicy = DEFAULT_SAMPLER_POLICY,
): NextSample {
  let best: { kind: 'look' | 'glance'; id: string; urgency: number } | undefined
  let soonest = policy.calmMs
  for (const { id } of seen) {
    const tile = state.tiles[id]
    if (tile === undefined) continue
    for (const kind of ['look', 'glance'] as const) {
      const due =
        kind === 'look' ? lookDue(tile, attention.has(id), policy) : glanceDue(tile, policy)
      soonest = Math.min(soonest, due.at - now)
      if (due.at > now) continue
      const urgency = (now - due.at + 1) / due.every + due.first
      if (best === undefined || urgency > best.urgency) best = { kind, id, urgency }
    }
  }
  if (best === undefined) return { do: 'wait', ms: Math.max(20, Math.ceil(soonest)) }
  const cost = best.kind === 'look' ? 1 : policy.glanceCost
  const { allowance, budgetMs } = filled(state, now, policy)
  if (allowance >= cost && budgetMs > 0) return { do: best.kind, id: best.id }
  const forLooks = ((cost - allowance) / policy.looksPerSecond) * 1000
  const forBudget = (1 - budgetMs) / policy.coreShare
  return { do: 'wait', ms: Math.ceil(Math.max(forLooks, forBudget)) }
}

interface Due {
  readonly at: number
  readonly every: number
  /** Goes before what is late by so many of its own intervals; everything else still gets its turn in the end. */
  readonly first: number
}

function lookDue(tile: TileState, attention: boolean, policy: SamplerPolicy): Due {
  const settled = tile.boundAt + policy.settleMs
  // A change is worth a look at once, but no more often than while gathering: a picture that never rests must not eat all.
  const gathering = tile.changed || tile.looks < policy.gatherLooks
  const worth = tile.again || attention
  const usual = gathering
    ? worth
      ? policy.soonMs
      : policy.gatherMs
    : attention
      ? policy.attentionMs
      : policy.calmMs
  const rarer = Math.min(2 ** tile.misses, MISS_FACTOR)
  const every = Math.min(usual * rarer, Math.max(usual, policy.calmMs))
  const first =
    tile.misses > 0
      ? 0
      : tile.looks === 0
        ? 6
        : worth && tile.looks < policy.verdictLooks
          ? 3
          : 0.001
  if (tile.lastLookAt === undefined) return { at: settled, every, first }
  return { at: Math.max(settled, tile.lastLookAt + every), every, first }
}

function glanceDue(tile: TileState, policy: SamplerPolicy): Due {
  const every = policy.glanceMs
  // While looks are frequent they see a change themselves.
  if (tile.changed || tile.looks < policy.gatherLooks) return { at: Infinity, every, first: 0 }
  const last = Math.max(tile.lastGlanceAt ?? 0, tile.lastLookAt ?? 0)
  return { at: last + every, every, first: 0 }
}

/** What may be spent now. A clock that was set back gives nothing and takes nothing. */
function filled(state: SamplerState, now: number, policy: SamplerPolicy): SamplerState {
  const passed = Math.max(0, now - state.filledAt)
  return {
    ...state,
    allowance: Math.min(policy.burst, state.allowance + (passed / 1000) * policy.looksPerSecond),
    budgetMs: Math.min(policy.savedMs, state.budgetMs + passed * policy.coreShare),
    filledAt: now,
  }
}

/** A look was begun at `now`; it counts against the allowance whatever becomes of it. */
export function lookBegun(
  state: SamplerState,
  id: string,
  now: number,
  policy: SamplerPolicy = DEFAULT_SAMPLER_POLICY,
): SamplerState {
  const from = filled(state, now, policy)
  return change({ ...from, allowance: from.allowance - 1 }, id, (tile) => ({
    ...tile,
    lastLookAt: now,
    changed: false,
    misses: tile.misses + 1,
  }))
}

/** The look gave a reading of this tile; `again`: one that is worth another soon. */
export function lookDone(
  state: SamplerState,
  id: string,
  sceneChanged: boolean,
  again = false,
): SamplerState {
  return change(state, id, (tile) => ({
    ...tile,
    looks: sceneChanged ? 1 : tile.looks + 1,
    misses: 0,
    again,
  }))
}

export function glanceDone(
  state: SamplerState,
  id: string,
  sceneChanged: boolean,
  now: number,
  policy: SamplerPolicy = DEFAULT_SAMPLER_POLICY,
): SamplerState {
  const from = filled(state, now, policy)
  return change({ ...from, allowance: from.allowance - policy.glanceCost }, id, (tile) => ({
    ...tile,
    lastGlanceAt: now,
    ...(sceneChanged ? { looks: 0, misses: 0, changed: true, again: true } : {}),
  }))
}

/** A look or glance took so long, from its beginning to its end at `now`, waiting included. */
export function worked(
  state: SamplerState,
  tookMs: number,
  now: number,
  policy: SamplerPolicy = DEFAULT_SAMPLER_POLICY,
): SamplerState {
  const from = filled(state, now, policy)
  return { ...from, budgetMs: from.budgetMs - Math.min(MOST_MS, Math.max(0, tookMs)) }
}

function change(
  state: SamplerState,
  id: string,
  how: (tile: TileState) => TileState,
): SamplerState {
  const tile = state.tiles[id]
  return tile === undefined ? state : { ...state, tiles: { ...state.tiles, [id]: how(tile) } }
}
