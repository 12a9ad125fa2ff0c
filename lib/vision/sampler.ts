import type { MeetingAdapter, TileVideo } from '../meeting/index.ts'
import type { Schedule } from '../observe/schedule.ts'
import { glance, grab } from './grab.ts'
import type { FramesPort } from './port.ts'
import { SCENE_CHANGED, sceneDistance } from './scene.ts'
import {
  DEFAULT_SAMPLER_POLICY,
  glanceDone,
  lookBegun,
  lookDone,
  nextSample,
  seeTiles,
  startSampling,
} from './tiles.ts'
import type { SamplerPolicy } from './tiles.ts'

/**
 * Carries out what `tiles.ts` decides: takes one small picture of one tile at a time and sends it to the offscreen page, or
 * glances at one here. Runs on timers alone, because a hidden tab paints nothing; the reply to a frame starts the next step,
 * because in a hidden tab a timer comes only once a second.
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
  readonly port: FramesPort
  readonly schedule: Schedule
  readonly signal: AbortSignal
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly policy?: SamplerPolicy
}

/** The list of tiles is read anew at least this often; it is always read anew for a look. */
const LIST_MS = 1000
const IDLE_MS = 2000

export function createSampler(parts: SamplerParts): Sampler {
  const { adapter, doc, port, schedule, signal, now } = parts
  const policy = parts.policy ?? DEFAULT_SAMPLER_POLICY
  const bindings = createBindings()
  const grids = new Map<string, readonly number[]>()
  let state = startSampling(now(), policy)
  let tiles: readonly TileVideo[] = []
  let listedAt = -Infinity
  let on = false
  let attention: ReadonlySet<string> = new Set()
  let busy = false
  let cancelNext = () => {}

  function list(): void {
    tiles = adapter.videos(doc)
    listedAt = now()
    const seen = tiles.map((tile) => ({ id: tile.participantId, binding: bindings.of(tile) }))
    state = seeTiles(state, seen, listedAt, policy)
    const ids = new Set(tiles.map((tile) => tile.participantId))
    for (const id of grids.keys()) if (!ids.has(id)) grids.delete(id)
  }

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
    if (!port.ready) {
      // The port calls back when it is ready; where it failed there is nothing to do.
      return
    }
    if (now() - listedAt >= LIST_MS) list()
    if (tiles.length === 0) {
      soon(IDLE_MS)
      return
    }
    const seen = tiles.map((tile) => ({ id: tile.participantId, binding: bindings.of(tile) }))
    const next = nextSample(state, seen, attention, now(), policy)
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
    const work = next.do === 'look' ? look(tile) : peek(tile)
    void work.finally(() => {
      busy = false
      step()
    })
  }

  async function look(tile: TileVideo): Promise<void> {
    const { participantId, isSelf, video } = tile
    const binding = bindings.of(tile)
    state = lookBegun(state, participantId, now(), policy)
    const bitmap = await grab(video)
    if (bitmap === undefined) return
    if (signal.aborted || !stillTheirs(tile, binding)) {
      bitmap.close()
      return
    }
    const reply = await port.send({ participantId, isSelf, bitmap }, () =>
      stillTheirs(tile, binding),
    )
    if (reply.ok) {
      state = lookDone(state, participantId, reply.sceneChanged)
      // The next glance is compared with what is there after this look.
      grids.delete(participantId)
    }
  }

  async function peek(tile: TileVideo): Promise<void> {
    const id = tile.participantId
    const grid = await glance(tile.video)
    const before = grids.get(id)
    if (grid !== undefined) grids.set(id, grid)
    const changed =
      grid !== undefined && before !== undefined && sceneDistance(before, grid) >= SCENE_CHANGED
    state = glanceDone(state, id, changed, now(), policy)
  }

  signal.addEventListener('abort', () => cancelNext(), { once: true })
  return {
    update(wish) {
      attention = wish.attention
      if (wish.on === on) {
        if (on && !busy) step()
        return
      }
      on = wish.on
      if (on) {
        state = startSampling(now(), policy)
        listedAt = -Infinity
        port.open()
        step()
      } else {
        cancelNext()
        port.close()
        grids.clear()
      }
    },
  }
}

/**
 * Names for "this person in this picture source". An element or a track that is handed to another person gives a new name,
 * and so does a person whose camera is switched off and on.
 */
function createBindings(): { of(tile: TileVideo): string } {
  const numbers = new WeakMap<HTMLVideoElement, number>()
  let count = 0
  return {
    of({ participantId, video }) {
      let number = numbers.get(video)
      if (number === undefined) {
        count += 1
        number = count
        numbers.set(video, number)
      }
      const source = video.srcObject
      const track = source instanceof MediaStream ? (source.getVideoTracks()[0]?.id ?? '') : ''
      return `${participantId} ${number} ${track}`
    },
  }
}
