import { describe, expect, it, vi } from 'vitest'
import type { TileVideo } from '../../lib/meeting/index.ts'
import type { Grabbed } from '../../lib/vision/grab.ts'
import { createSampler } from '../../lib/vision/sampler.ts'
import { DEFAULT_SAMPLER_POLICY as POLICY } from '../../lib/vision/tiles.ts'
import type { Frame, FrameReply } from '../../lib/vision/types.ts'
import { handClock } from '../support/handClock.ts'
import { heapInUse } from '../support/memory.ts'
import { gridOf } from '../support/rooms.ts'

/** A video element as far as the sampler asks about it. */
function videoOf(track: string, settings: MediaTrackSettings = {}): HTMLVideoElement {
  const source = { getVideoTracks: () => [{ id: track, getSettings: () => settings }] }
  return { srcObject: source } as unknown as HTMLVideoElement
}

function rebind(video: HTMLVideoElement, track: string): void {
  Object.assign(video, { srcObject: videoOf(track).srcObject })
}

const tileOf = (participantId: string, video = videoOf(participantId)): TileVideo => ({
  participantId,
  video,
  isSelf: false,
})

interface Setting {
  readonly tiles?: () => readonly TileVideo[]
  /** How long a frame is under way, and what comes back. */
  readonly lookMs?: number
  readonly reply?: (frame: Frame) => { readonly sceneChanged: boolean; readonly again: boolean }
  readonly grab?: (video: HTMLVideoElement, known: string) => Grabbed | 'still' | undefined
  readonly glance?: (video: HTMLVideoElement) => readonly number[] | undefined
  readonly ready?: () => boolean
}

const AMY: readonly TileVideo[] = [tileOf('amy')]

function setting({
  tiles = () => AMY,
  lookMs = 10,
  reply = () => ({ sceneChanged: false, again: false }),
  grab,
  glance = () => gridOf(1),
  ready = () => true,
}: Setting = {}) {
  const clock = handClock()
  const stop = new AbortController()
  const sent: { id: string; at: number; isSelf: boolean }[] = []
  const replies: FrameReply[] = []
  const closed = vi.fn()
  let pictures = 0
  const picture = (): Grabbed => {
    pictures += 1
    const picture = { width: 320, height: 180, close: closed } as unknown as ImageBitmap
    return { picture, mark: `picture ${pictures}`, grid: gridOf(1) }
  }
  const grabs = vi.fn(async (video: HTMLVideoElement, known = '') =>
    grab === undefined ? picture() : grab(video, known),
  )
  const glances = vi.fn(async (video: HTMLVideoElement) => glance(video))
  const videos = vi.fn(() => tiles())
  const port = {
    get ready() {
      return ready()
    },
    open: vi.fn(),
    close: vi.fn(),
    send: (frame: Frame, stillTheirs: () => boolean) =>
      new Promise<FrameReply>((resolve) => {
        sent.push({ id: frame.participantId, at: clock.now(), isSelf: frame.isSelf })
        clock.after(lookMs, () => {
          const answer: FrameReply = stillTheirs()
            ? { ok: true, ...reply(frame) }
            : { ok: false, why: 'tileReused' }
          replies.push(answer)
          resolve(answer)
        })
      }),
  }
  const sampler = createSampler({
    adapter: { videos },
    doc: {} as Document,
    port,
    schedule: clock,
    signal: stop.signal,
    now: clock.now,
    eyes: { grab: grabs, glance: glances },
  })
  const wish = (on: boolean, attention: readonly string[] = []) =>
    sampler.update({ on, attention: new Set(attention) })
  return { clock, stop, sent, replies, closed, grabs, glances, videos, port, wish, picture }
}

describe('the sampler', () => {
  it('does nothing until it is told to, and stops at once when the check is switched off', async () => {
    const { clock, wish, grabs, videos, port, sent } = setting()
    await clock.advance(5000)
    expect([grabs.mock.calls.length, videos.mock.calls.length]).toEqual([0, 0])
    wish(true)
    expect(port.open).toHaveBeenCalledOnce()
    await clock.advance(3000)
    expect(sent.length).toBeGreaterThan(0)
    const before = [grabs.mock.calls.length, videos.mock.calls.length]
    wish(false)
    expect(port.close).toHaveBeenCalledOnce()
    await clock.advance(600_000)
    expect([grabs.mock.calls.length, videos.mock.calls.length]).toEqual(before)
  })

  // T-22
  it.each(['off', 'gone'] as const)(
    'keeps no child’s picture when the check is %s',
    async (how) => {
      let shown: TileVideo[] = [tileOf('amy')]
      const held = new WeakRef((shown[0] as TileVideo).video)
      const { clock, wish, stop, grabs, glances, videos } = setting({ tiles: () => shown })
      wish(true)
      await clock.advance(3000)
      if (how === 'off') wish(false)
      else stop.abort()
      // The call is over, and the page has thrown its tiles away. The lists of calls would hold it, too.
      shown = []
      for (const spy of [grabs, glances, videos]) spy.mockClear()
      await clock.advance(1000)
      // A weak reference is strong until its turn is over.
      await new Promise((done) => setImmediate(done))
      heapInUse()
      expect(held.deref()).toBeUndefined()
    },
  )

  it('throws away what was under way when the check is switched off', async () => {
    const { clock, wish, sent, replies } = setting({ lookMs: 500 })
    wish(true)
    await clock.advance(POLICY.settleMs + 100)
    expect(sent).toHaveLength(1)
    wish(false)
    await clock.advance(5000)
    expect(replies).toEqual([{ ok: false, why: 'tileReused' }])
  })

  it('closes a picture that was just being taken when the check is switched off', async () => {
    let give: (taken: Grabbed) => void = () => {}
    const here = setting()
    here.grabs.mockImplementation(() => new Promise((resolve) => (give = resolve)))
    here.wish(true)
    await here.clock.advance(POLICY.settleMs + 100)
    here.wish(false)
    give(here.picture())
    await here.clock.advance(100)
    expect(here.closed).toHaveBeenCalledOnce()
    expect(here.sent).toEqual([])
  })

  it('has one picture under way at most, however slow the answer', async () => {
    const crowd = Array.from({ length: 30 }, (_, index) => tileOf(`p${index}`))
    const { clock, wish, grabs, sent, replies } = setting({ tiles: () => crowd, lookMs: 700 })
    wish(true)
    for (let i = 0; i < 100; i += 1) {
      await clock.advance(100)
      expect(grabs.mock.calls.length - replies.length).toBeLessThanOrEqual(1)
    }
    expect(sent.length).toBeGreaterThan(5)
  })

  it('waits for the offscreen page without looking at anything', async () => {
    let ready = false
    const { clock, wish, videos, sent } = setting({ ready: () => ready })
    wish(true)
    await clock.advance(30_000)
    expect(videos).not.toHaveBeenCalled()
    ready = true
    wish(true)
    await clock.advance(3000)
    expect(sent.length).toBeGreaterThan(0)
  })

  it('rests while no camera is on: it only asks now and then whether one is', async () => {
    let tiles: readonly TileVideo[] = []
    const { clock, wish, videos, grabs, glances, sent } = setting({ tiles: () => tiles })
    wish(true)
    await clock.advance(60_000)
    expect(videos.mock.calls.length).toBeLessThanOrEqual(42)
    expect([grabs.mock.calls.length, glances.mock.calls.length]).toEqual([0, 0])
    tiles = [tileOf('amy')]
    const from = clock.now()
    await clock.advance(5000)
    expect((sent[0]?.at ?? Infinity) - from).toBeLessThan(POLICY.settleMs + 2100)
  })

  it('notices a camera at once when the background has just been told of a change', async () => {
    const tiles = [tileOf('amy')]
    const { clock, wish, sent } = setting({ tiles: () => tiles })
    wish(true)
    await clock.advance(60_210)
    tiles.push(tileOf('ben'))
    const from = clock.now()
    wish(true)
    await clock.advance(3000)
    const first = sent.find(({ id }) => id === 'ben')?.at ?? Infinity
    expect(first - from).toBeLessThan(POLICY.settleMs + 100)
  })

  it('looks at no picture that stands still twice', async () => {
    const still: Grabbed = {
      picture: { close() {} } as unknown as ImageBitmap,
      mark: 'the only picture',
      grid: gridOf(1),
    }
    const { clock, wish, sent, grabs } = setting({
      grab: (_video, known) => (known === still.mark ? 'still' : still),
    })
    wish(true)
    await clock.advance(120_000)
    expect(sent).toHaveLength(1)
    // It is tried again, more and more rarely.
    expect(grabs.mock.calls.length).toBeGreaterThan(3)
    expect(grabs.mock.calls.length).toBeLessThan(20)
  })

  it('throws the reading away when the tile shows somebody else by then', async () => {
    const video = videoOf('track 1')
    let who = 'amy'
    const { clock, wish, sent, replies } = setting({
      tiles: () => [tileOf(who, video)],
      lookMs: 300,
    })
    wish(true)
    await clock.advance(POLICY.settleMs + 50)
    expect(sent.map(({ id }) => id)).toEqual(['amy'])
    who = 'ben'
    await clock.advance(300)
    expect(replies).toEqual([{ ok: false, why: 'tileReused' }])
    // Ben's own first reading comes only after his tile has settled.
    const from = clock.now()
    await clock.advance(5000)
    const ben = sent.find(({ id }) => id === 'ben')
    expect((ben?.at ?? 0) - from).toBeGreaterThan(POLICY.settleMs - 310)
    expect(replies[1]).toEqual({ ok: true, sceneChanged: false, again: false })
  })

  it('throws the reading away when the camera was switched off and on meanwhile', async () => {
    const video = videoOf('track 1')
    const { clock, wish, replies } = setting({ tiles: () => [tileOf('amy', video)], lookMs: 300 })
    wish(true)
    await clock.advance(POLICY.settleMs + 50)
    rebind(video, 'track 2')
    await clock.advance(300)
    expect(replies).toEqual([{ ok: false, why: 'tileReused' }])
  })

  it('never looks at a screen that is shared from this computer', async () => {
    const screen = tileOf('amy', videoOf('screen', { displaySurface: 'window' }))
    const { clock, wish, grabs, glances } = setting({ tiles: () => [screen] })
    wish(true)
    await clock.advance(60_000)
    expect([grabs.mock.calls.length, glances.mock.calls.length]).toEqual([0, 0])
  })

  it('throws the reading away when the tile has become a screen share meanwhile', async () => {
    const video = videoOf('camera')
    let shared = false
    // An adapter lists no tile of a share.
    const { clock, wish, sent, replies } = setting({
      tiles: () => (shared ? [] : [tileOf('amy', video)]),
      lookMs: 300,
    })
    wish(true)
    await clock.advance(POLICY.settleMs + 50)
    shared = true
    await clock.advance(60_000)
    expect(sent).toHaveLength(1)
    expect(replies).toEqual([{ ok: false, why: 'tileReused' }])
  })

  it('looks at once when a glance shows another scene, also right after the last look', async () => {
    let scene = 1
    const { clock, wish, sent } = setting({ glance: () => gridOf(scene) })
    wish(true)
    await clock.advance(60_000)
    // The moment after a calm look, the longest time from the next one.
    const calm = sent.at(-1)?.at ?? 0
    await clock.advance(Math.max(0, calm + POLICY.calmMs + 200 - clock.now()))
    const moved = clock.now()
    scene = 2
    await clock.advance(POLICY.glanceMs + POLICY.soonMs)
    const after = sent.filter(({ at }) => at > moved)
    expect((after[0]?.at ?? Infinity) - moved).toBeLessThan(POLICY.glanceMs + 300)
  })

  it('goes on after a picture that could not be taken', async () => {
    let fails = true
    const here = setting({ grab: () => (fails ? undefined : here.picture()) })
    here.wish(true)
    await here.clock.advance(5000)
    expect(here.sent).toEqual([])
    fails = false
    await here.clock.advance(15_000)
    expect(here.sent.length).toBeGreaterThan(0)
  })

  it.each([20, 2])(
    'looks at who has two tiles, pinned and in the strip, as at everybody else among %d others',
    async (others) => {
      const pinned = tileOf('amy', videoOf('amy, large'))
      const small = tileOf('amy', videoOf('amy, small'))
      const rest = Array.from({ length: others }, (_, index) => tileOf(`p${index}`))
      let strip = true
      const here = setting({
        tiles: () => [pinned, ...rest, ...(strip ? [small] : [])],
        lookMs: 60,
      })
      const { clock, wish, sent, grabs } = here
      wish(true)
      await clock.advance(120_000)
      const looksAt = (who: string) => sent.filter(({ id }) => id === who).length
      const least = Math.min(...rest.map(({ participantId }) => looksAt(participantId)))
      const most = Math.max(...rest.map(({ participantId }) => looksAt(participantId)))
      expect(least).toBeGreaterThanOrEqual(POLICY.gatherLooks)
      expect(looksAt('amy')).toBeGreaterThanOrEqual(least - 1)
      expect(looksAt('amy')).toBeLessThanOrEqual(most + 1)
      expect(grabs.mock.calls.some(([video]) => video === small.video)).toBe(false)
      // Unpinned or not: what is there is looked at.
      strip = false
      const before = looksAt('amy')
      await clock.advance(60_000)
      expect(looksAt('amy')).toBeGreaterThan(before)
    },
  )

  it('stays with the tile that it has looked at where a second one of the same person comes up before it', async () => {
    const small = tileOf('amy', videoOf('amy, small'))
    const pinned = tileOf('amy', videoOf('amy, large'))
    let shown: readonly TileVideo[] = [small]
    const { clock, wish, sent, grabs } = setting({ tiles: () => shown })
    wish(true)
    await clock.advance(60_000)
    shown = [pinned, small]
    const before = sent.length
    await clock.advance(60_000)
    // Calm as before: nothing begins anew.
    expect(sent.length - before).toBeLessThanOrEqual(4)
    expect(grabs.mock.calls.some(([video]) => video === pinned.video)).toBe(false)
    shown = [pinned]
    await clock.advance(5000)
    expect(grabs.mock.calls.some(([video]) => video === pinned.video)).toBe(true)
  })

  it('ends with the script', async () => {
    const { clock, wish, stop, grabs } = setting()
    wish(true)
    await clock.advance(3000)
    stop.abort()
    const before = grabs.mock.calls.length
    await clock.advance(60_000)
    expect(grabs.mock.calls.length).toBe(before)
  })

  it.each([
    [15, 5000],
    [60, 6500],
    [120, 9500],
    [170, 12_000],
  ])(
    'brings enough readings of six bedrooms in a class of thirty, at %d ms a look, within %d ms',
    async (lookMs, withinMs) => {
      const all = Array.from({ length: 30 }, (_, index) => tileOf(`p${index}`))
      const worth = new Set(all.filter((_, i) => i % 5 < 2).map((tile) => tile.participantId))
      const bedrooms = all.filter((_, i) => i % 5 === 0).map((tile) => tile.participantId)
      const clockAt: { now?: () => number } = {}
      const { clock, wish, sent } = setting({
        // One camera after the other within a second; the check was on before.
        tiles: () => {
          const passed = (clockAt.now?.() ?? 0) - 1_010_000
          return all.filter((_, index) => index * 33 <= passed)
        },
        lookMs,
        reply: ({ participantId }) => ({ sceneChanged: false, again: worth.has(participantId) }),
      })
      clockAt.now = clock.now
      wish(true)
      await clock.advance(10_000 + withinMs)
      for (const id of bedrooms)
        expect(sent.filter((one) => one.id === id).length, id).toBeGreaterThanOrEqual(
          POLICY.verdictLooks,
        )
    },
  )
})
