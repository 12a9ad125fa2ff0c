import type { MeetingAdapter, TileVideo } from '../meeting/index.ts'
import type { Schedule } from '../observe/schedule.ts'
import { createBindings, showsScreen } from './bindings.ts'
import { glance, grab } from './grab.ts'
import type { FramesPort } from './port.ts'
import { release } from './picture.ts'
import { SCENE_CHANGED, sceneDistance } from './scene.ts'
import {
  DEFAULT_SAMPLER_POLICY,
  glanceDone,
  lookBegun,
  lookDone,
  nextSample,
  seeTiles,
  startSampling,
  worked,
} from './tiles.ts'
import type { SamplerPolicy } from './tiles.ts'

/**
 * Carries out what `tiles.ts` decides: takes one picture of one tile at a time and sends it to the offscreen page, or
 * glances at one here. Runs on timers alone, because a hidden tab paints nothing; the reply to a frame starts the next step,
 * because in a hidden tab a timer comes only once a second.
 *
 * It rests where there is nothing to see: the check is off, no camera is on, the offscreen page is not there or can't run the
 * model, or the pictures stand still. A hidden tab is no reason: the children's rooms are seen by the class all the same.
 */
export interface Sampler {
  update(wish: RoomWish): void
}

export interface RoomWish {
  readonly on: boolean
  /** Participants with an open prompt about their room: their tiles are looked at more often. */
  readonly attention: ReadonlySet<string>
}

export interface SamplerParts {
  readonly adapter: Pick<MeetingAdapter, 'videos'>
  readonly doc: Document
  readonly port: Pick<FramesPort, 'open' | 'close' | 'ready' | 'send'>
  readonly schedule: Schedule
  readonly signal: AbortSignal
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly policy?: SamplerPolicy
  /** How pictures are taken; the browser's way unless a test says otherwise. */
  readonly eyes?: { readonly grab: typeof grab; readonly glance: typeof glance }
}

/** The list of tiles is read anew at least this often; it is always read anew for a look, and when the page said something new. */
const LIST_MS = 1500
/** What just came from the background may have to do with a change of the page: the list is read anew if it is older than this. */
const STALE_MS = 200
const IDLE_MS = 1000

export function createSampler(parts: SamplerParts): Sampler {
  const { adapter, doc, port, schedule, signal, now } = parts
  const policy = parts.policy ?? DEFAULT_SAMPLER_POLICY
  const eyes = parts.eyes ?? { grab, glance }
  const bindings = createBindings()
  /** By participant: the brightnesses that a glance is compared with. */
  const grids = new Map<string, readonly number[]>()
  /** By binding: the picture that was looked at last. */
  const marks = new Map<string, string>()
  let state = startSampling(now(), policy)
  let tiles: readonly TileVideo[] = []
  let listedAt = -Infinity
  let on = false
  let attention: ReadonlySet<string> = new Set()
  let busy = false
  let cancelNext = () => {}

  function list(): void {
    tiles = oneEach(adapter.videos(doc).filter(({ video }) => !showsScreen(video)))
    listedAt = now()
    const seen = seenNow()
    state = seeTiles(state, seen, listedAt, policy)
    keepOnly(grids, new Set(seen.map(({ id }) => id)))
    keepOnly(marks, new Set(seen.map(({ binding }) => binding)))
  }

  /**
   * Who is pinned has a second tile in the strip. Taken in turn, each would pass for a camera that has just come on: the child was
   * looked at ten times as often as anybody else. The one that is known stays.
   */
  function oneEach(all: readonly TileVideo[]): readonly TileVideo[] {
    const chosen = new Map<string, TileVideo>()
    for (const tile of all) {
      const { participantId: id } = tile
      if (!chosen.has(id) || state.tiles[id]?.binding === bindings.of(tile)) chosen.set(id, tile)
    }
    return [...chosen.values()]
  }

  const seenNow = () =>
    tiles.map((tile) => ({ id: tile.participantId, binding: bindings.of(tile) }))

  /** The person whose tile holds this very picture source now; asked of the page each time. */
  function stillTheirs(tile: TileVideo, binding: string): boolean {
    list()
    return tiles.some(
      (one) => one.participantId === tile.participantId && bindings.of(one) === binding,
    )
  }

  function soon(ms: number): void {
    cancelNext()
    cancelNext = schedule.after(ms, step)
  }

  function step(): void {
    cancelNext()
    if (!on || busy || signal.aborted) return
    // The port calls back when it is ready; where it failed there is nothing to do.
    if (!port.ready) return
    if (Math.abs(now() - listedAt) >= LIST_MS) list()
    if (tiles.length === 0) {
      soon(IDLE_MS)
      return
    }
    const next = nextSample(state, seenNow(), attention, now(), policy)
    if (next.do === 'wait') {
      soon(Math.min(next.ms, LIST_MS))
      return
    }
    const tile = tiles.find((one) => one.participantId === next.id)
    if (tile === undefined) {
      soon(LIST_MS)
      return
    }
    busy = true
    const began = now()
    const work = next.do === 'look' ? look(tile) : peek(tile)
    void work.finally(() => {
      busy = false
      state = worked(state, now() - began, now(), policy)
      step()
    })
  }

  async function look(tile: TileVideo): Promise<void> {
    const { participantId, isSelf, video } = tile
    const binding = bindings.of(tile)
    state = lookBegun(state, participantId, now(), policy)
    const taken = await eyes.grab(video, marks.get(binding))
    if (taken === undefined || taken === 'still') return
    if (signal.aborted || !on) {
      release(taken.picture)
      return
    }
    // Whose picture it was is asked again when the reading is there; a tile that changed hands meanwhile costs one reading.
    const reply = await port.send(
      { participantId, isSelf, picture: taken.picture },
      () => on && stillTheirs(tile, binding),
    )
    if (!reply.ok || signal.aborted || !on) return
    state = lookDone(state, participantId, reply.sceneChanged, reply.again)
    marks.set(binding, taken.mark)
    // What the next glances are compared with.
    if (taken.grid === undefined) grids.delete(participantId)
    else grids.set(participantId, taken.grid)
  }

  async function peek(tile: TileVideo): Promise<void> {
    const id = tile.participantId
    const grid = await eyes.glance(tile.video)
    if (signal.aborted || !on) return
    const before = grids.get(id)
    const changed =
      grid !== undefined && before !== undefined && sceneDistance(before, grid) >= SCENE_CHANGED
    if (grid !== undefined && (changed || before === undefined)) grids.set(id, grid)
    state = glanceDone(state, id, changed, now(), policy)
  }

  /** The page outlives the call, and an element that is kept can hold its last picture. */
  function forget(): void {
    cancelNext()
    tiles = []
    grids.clear()
    marks.clear()
  }

  signal.addEventListener('abort', forget, { once: true })
  return {
    update(wish) {
      attention = wish.attention
      if (wish.on === on) {
        if (!on || busy) return
        if (now() - listedAt >= STALE_MS) listedAt = -Infinity
        step()
        return
      }
      on = wish.on
      if (on) {
        state = startSampling(now(), policy)
        listedAt = -Infinity
        port.open()
        step()
      } else {
        forget()
        port.close()
      }
    },
  }
}

function keepOnly(known: Map<string, unknown>, wanted: ReadonlySet<string>): void {
  for (const key of known.keys()) if (!wanted.has(key)) known.delete(key)
}
