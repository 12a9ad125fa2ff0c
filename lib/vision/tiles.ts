/**
 * Which tile to look at next. Pure; the sampler carries it out.
 *
 *   camera comes on ─▶ settling ─▶ gathering ──────▶ calm ◀───┐
 *                      (settleMs)  every gatherMs,   look every calmMs, glance every glanceMs
 *                                  gatherLooks times     │    │
 *                         ▲                              │    └── a prompt about it is open: every attentionMs
 *                         └── scene changed ─────────────┘
 *
 * A look goes to the room model; a glance only compares a few brightnesses here. Both draw on one allowance per second, so
 * that thirty cameras coming on at once cost the same as three: they take longer, they never queue.
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
  readonly changed: boolean
}

export interface SamplerState {
  readonly tiles: Readonly<Record<string, TileState>>
  readonly allowance: number
  readonly allowanceAt: number
}

export interface SamplerPolicy {
  /** A tile that was just re-labelled may show the last person's picture for a moment. */
  readonly settleMs: number
  readonly gatherMs: number
  readonly gatherLooks: number
  readonly attentionMs: number
  readonly calmMs: number
  readonly glanceMs: number
  readonly looksPerSecond: number
  /** How many looks may follow each other at once; also what one throttled tick of a hidden tab can do. */
  readonly burst: number
  /** What a glance takes of the allowance, in looks. */
  readonly glanceCost: number
  /** A tile that is gone for less than this keeps its place (layouts flicker). */
  readonly forgetMs: number
}

export const DEFAULT_SAMPLER_POLICY: SamplerPolicy = {
  settleMs: 800,
  gatherMs: 1200,
  gatherLooks: 6,
  attentionMs: 2000,
  calmMs: 20_000,
  glanceMs: 6000,
  looksPerSecond: 14,
  burst: 6,
  glanceCost: 0.25,
  forgetMs: 4000,
}

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
  return { tiles: {}, allowance: policy.burst, allowanceAt: now }
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
        : { binding, boundAt: now, lastSeenAt: now, looks: 0, changed: false }
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
  let best: { kind: 'look' | 'glance'; id: string; due: number; urgency: number } | undefined
  let soonest = policy.calmMs
  for (const { id } of seen) {
    const tile = state.tiles[id]
    if (tile === undefined) continue
    for (const kind of ['look', 'glance'] as const) {
      const due =
        kind === 'look' ? lookDue(tile, attention.has(id), policy) : glanceDue(tile, policy)
      soonest = Math.min(soonest, due.at - now)
      if (due.at > now) continue
      const urgency = (now - due.at + 1) / due.every + (kind === 'look' ? 0.001 : 0)
      if (best === undefined || urgency > best.urgency) best = { kind, id, due: due.at, urgency }
    }
  }
  if (best === undefined) return { do: 'wait', ms: Math.max(20, Math.ceil(soonest)) }
  const cost = best.kind === 'look' ? 1 : policy.glanceCost
  const have = allowanceNow(state, now, policy)
  if (have >= cost) return { do: best.kind, id: best.id }
  return { do: 'wait', ms: Math.ceil(((cost - have) / policy.looksPerSecond) * 1000) }
}

function lookDue(
  tile: TileState,
  attention: boolean,
  policy: SamplerPolicy,
): { at: number; every: number } {
  const settled = tile.boundAt + policy.settleMs
  // A change is worth a look at once, but no more often than while gathering: a picture that never rests must not eat all.
  const every =
    tile.changed || tile.looks < policy.gatherLooks
      ? policy.gatherMs
      : attention
        ? policy.attentionMs
        : policy.calmMs
  if (tile.lastLookAt === undefined) return { at: settled, every }
  return { at: Math.max(settled, tile.lastLookAt + every), every }
}

function glanceDue(tile: TileState, policy: SamplerPolicy): { at: number; every: number } {
  // While looks are frequent they see a change themselves.
  if (tile.changed || tile.looks < policy.gatherLooks)
    return { at: Infinity, every: policy.glanceMs }
  const last = Math.max(tile.lastGlanceAt ?? 0, tile.lastLookAt ?? 0)
  return { at: last + policy.glanceMs, every: policy.glanceMs }
}

function allowanceNow(state: SamplerState, now: number, policy: SamplerPolicy): number {
  const gained = (Math.max(0, now - state.allowanceAt) / 1000) * policy.looksPerSecond
  return Math.min(policy.burst, state.allowance + gained)
}

/** A look was begun at `now`; it counts against the allowance whatever becomes of it. */
export function lookBegun(
  state: SamplerState,
  id: string,
  now: number,
  policy: SamplerPolicy = DEFAULT_SAMPLER_POLICY,
): SamplerState {
  return spend(
    change(state, id, (tile) => ({ ...tile, lastLookAt: now, changed: false })),
    1,
    now,
    policy,
  )
}

/** The look gave a reading of this tile. */
export function lookDone(state: SamplerState, id: string, sceneChanged: boolean): SamplerState {
  return change(state, id, (tile) => ({ ...tile, looks: sceneChanged ? 1 : tile.looks + 1 }))
}

export function glanceDone(
  state: SamplerState,
  id: string,
  sceneChanged: boolean,
  now: number,
  policy: SamplerPolicy = DEFAULT_SAMPLER_POLICY,
): SamplerState {
  const next = change(state, id, (tile) => ({
    ...tile,
    lastGlanceAt: now,
    ...(sceneChanged ? { looks: 0, changed: true } : {}),
  }))
  return spend(next, policy.glanceCost, now, policy)
}

function change(
  state: SamplerState,
  id: string,
  how: (tile: TileState) => TileState,
): SamplerState {
  const tile = state.tiles[id]
  return tile === undefined ? state : { ...state, tiles: { ...state.tiles, [id]: how(tile) } }
}

function spend(
  state: SamplerState,
  cost: number,
  now: number,
  policy: SamplerPolicy,
): SamplerState {
  return { ...state, allowance: allowanceNow(state, now, policy) - cost, allowanceAt: now }
}
