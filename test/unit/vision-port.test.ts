import { describe, expect, it, vi } from 'vitest'
import type { RoomCheckFailure } from '../../lib/bus/protocol.ts'
import type { RoomClassifier } from '../../lib/vision/classifier.ts'
import type { Wire } from '../../lib/vision/messages.ts'
import { MAX_PICTURE_BYTES } from '../../lib/vision/picture.ts'
import type { Picture } from '../../lib/vision/picture.ts'
import type { Decoded, PixelFormat } from '../../lib/vision/pixels.ts'
import { createFramesPort } from '../../lib/vision/port.ts'
import { createFrameReceiver } from '../../lib/vision/receiver.ts'
import type { RoomReading } from '../../lib/vision/types.ts'
import { handClock } from '../support/handClock.ts'
import { gridOf, readingOf } from '../support/rooms.ts'

/** Two ends of a runtime port. `carry` is what serialising does to a message. */
function wires(carry: (message: unknown) => unknown = (message) => message): {
  near: Wire
  far: Wire
} {
  const ends = [0, 1].map(() => ({
    message: [] as ((m: unknown) => void)[],
    disconnect: [] as (() => void)[],
  }))
  let open = true
  const end = (mine: number): Wire => ({
    postMessage(message) {
      if (!open) throw new Error('Attempting to use a disconnected port object')
      const carried = carry(message)
      queueMicrotask(() => {
        if (open) for (const hear of ends[1 - mine]?.message ?? []) hear(carried)
      })
    },
    disconnect() {
      if (!open) return
      open = false
      queueMicrotask(() => {
        for (const hear of ends[1 - mine]?.disconnect ?? []) hear()
      })
    },
    onMessage: { addListener: (hear) => ends[mine]?.message.push(hear) },
    onDisconnect: { addListener: (hear) => ends[mine]?.disconnect.push(hear) },
  })
  return { near: end(0), far: end(1) }
}

/** What a decoder left of a small grey picture. */
function planes(over: Partial<Decoded> = {}): Decoded {
  return {
    bytes: new Uint8Array(96).fill(128),
    format: 'I420',
    planes: [
      { offset: 0, stride: 8 },
      { offset: 64, stride: 4 },
      { offset: 80, stride: 4 },
    ],
    size: { width: 8, height: 8 },
    matrix: 'bt601',
    fullRange: false,
    ...over,
  }
}

function bitmap() {
  const close = vi.fn()
  return { picture: { width: 320, height: 180, close } as unknown as ImageBitmap, close }
}

interface Setting {
  readonly classify?: RoomClassifier['classify']
  readonly classifier?: Promise<RoomClassifier | { failed: RoomCheckFailure }>
  readonly carry?: (message: unknown) => unknown
  readonly deafConnections?: number
}

function setting({ classify, classifier, carry, deafConnections = 0 }: Setting = {}) {
  const clock = handClock()
  const stop = new AbortController()
  const told: { kind: string; payload: unknown }[] = []
  const receiver = createFrameReceiver({
    classifier:
      classifier ??
      Promise.resolve({ classify: classify ?? (() => readingOf('common', 0.8)), close() {} }),
    tell: async (kind, payload) => {
      told.push({ kind, payload })
    },
  })
  let connections = 0
  let lastFar: Wire | undefined
  let lastNear: Wire | undefined
  const onReady = vi.fn()
  const port = createFramesPort({
    connect(name) {
      expect(name).toBe('frames')
      connections += 1
      const { near, far } = wires(carry)
      lastFar = far
      lastNear = near
      if (connections > deafConnections) receiver.accept(far, 7)
      return near
    },
    schedule: clock,
    signal: stop.signal,
    onReady,
  })
  const send = (id: string, stillTheirs = () => true, picture: Picture = bitmap().picture) =>
    port.send({ participantId: id, isSelf: false, picture }, stillTheirs)
  return {
    clock,
    stop,
    told,
    port,
    onReady,
    send,
    connections: () => connections,
    far: () => lastFar,
    near: () => lastNear,
  }
}

describe('the frames port', () => {
  it('carries a picture, tells the background the reading, and the page only whether the scene changed', async () => {
    const { port, clock, send, told, onReady } = setting()
    port.open()
    await clock.advance(1)
    expect(port.ready).toBe(true)
    expect(onReady).toHaveBeenCalledOnce()
    expect(await send('amy')).toEqual({ ok: true, sceneChanged: false, again: false })
    await clock.advance(1)
    expect(told).toEqual([
      {
        kind: 'roomReading',
        payload: {
          tabId: 7,
          participantId: 'amy',
          isSelf: false,
          reading: readingOf('common', 0.8),
        },
      },
    ])
  })

  it('sees a scene change between two looks at one person, not between two people', async () => {
    const scenes = [1, 2, 1, 3]
    const { port, clock, send } = setting({
      classify: () => readingOf('common', 0.8, scenes.shift() ?? 0),
    })
    port.open()
    await clock.advance(1)
    expect(await send('amy')).toEqual({ ok: true, sceneChanged: false, again: false })
    expect(await send('ben')).toEqual({ ok: true, sceneChanged: false, again: false })
    expect(await send('amy')).toEqual({ ok: true, sceneChanged: false, again: false })
    expect(await send('ben')).toEqual({ ok: true, sceneChanged: true, again: false })
  })

  it('throws the reading away when the tile shows somebody else by then', async () => {
    const { port, clock, send, told } = setting()
    port.open()
    await clock.advance(1)
    expect(await send('amy', () => false)).toEqual({ ok: false, why: 'tileReused' })
    await clock.advance(100)
    expect(told).toEqual([])
  })

  it('shows the model a picture and a mirror image in turn, for each person and by the looks that counted', async () => {
    const shown: [string, boolean | undefined][] = []
    let who = ''
    const { port, clock, send } = setting({
      classify: (_, mirrored) => {
        shown.push([who, mirrored])
        return readingOf('common', 0.8)
      },
    })
    port.open()
    await clock.advance(1)
    const look = async (id: string, stillTheirs = true) => {
      who = id
      await send(id, () => stillTheirs)
      await clock.advance(1)
    }
    await look('amy')
    await look('ben')
    await look('amy')
    await look('amy', false)
    await look('amy')
    await look('amy')
    await look('ben')
    expect(shown).toEqual([
      ['amy', false],
      ['ben', false],
      ['amy', true],
      ['amy', false],
      ['amy', false],
      ['amy', true],
      ['ben', true],
    ])
  })

  it('does not take a picture of somebody else in a re-used tile for a change of the scene', async () => {
    const scenes = [1, 2, 1]
    const { port, clock, send } = setting({
      classify: () => readingOf('common', 0.8, scenes.shift() ?? 0),
    })
    port.open()
    await clock.advance(1)
    await send('amy')
    expect(await send('amy', () => false)).toEqual({ ok: false, why: 'tileReused' })
    expect(await send('amy')).toEqual({ ok: true, sceneChanged: false, again: false })
  })

  it.each([
    ['bedroom', 0.9, true],
    ['bathroom', 0.5, true],
    ['common', 0.4, false],
    ['common', 0.9, false],
    ['plain', 0.9, false],
    ['unclear', 0.9, false],
  ] as const)('wishes another look soon, of %s at %d: %s', async (room, p, again) => {
    const { port, clock, send } = setting({ classify: () => readingOf(room, p) })
    port.open()
    await clock.advance(1)
    expect(await send('amy')).toEqual({ ok: true, sceneChanged: false, again })
  })

  it('drops a second picture instead of queueing it', async () => {
    const { port, clock, send } = setting()
    port.open()
    await clock.advance(1)
    const first = send('amy')
    const second = bitmap()
    expect(await send('ben', () => true, second.picture)).toEqual({ ok: false, why: 'busy' })
    expect(second.close).toHaveBeenCalledOnce()
    expect((await first).ok).toBe(true)
  })

  it('closes every picture at both ends', async () => {
    const far: { close: ReturnType<typeof vi.fn> }[] = []
    const carry = (message: unknown) => {
      if ((message as { type: string }).type !== 'frame') return message
      const copy = bitmap()
      far.push(copy)
      return { ...(message as object), picture: copy.picture }
    }
    let calls = 0
    const { port, clock, send } = setting({
      carry,
      classify: () => {
        calls += 1
        if (calls === 2) throw new Error('broken')
        return calls === 3 ? 'noPicture' : readingOf('common', 0.8)
      },
    })
    vi.spyOn(console, 'warn').mockImplementation(() => {})
    port.open()
    await clock.advance(1)
    for (let i = 0; i < 4; i += 1) {
      const near = bitmap()
      await send('amy', () => i !== 3, near.picture)
      expect(near.close).toHaveBeenCalledOnce()
    }
    expect(far).toHaveLength(4)
    for (const one of far) expect(one.close).toHaveBeenCalledOnce()
    vi.restoreAllMocks()
  })

  it('closes the picture also when it can not be sent', async () => {
    const { send } = setting()
    const one = bitmap()
    expect(await send('amy', () => true, one.picture)).toEqual({ ok: false, why: 'notReady' })
    expect(one.close).toHaveBeenCalledOnce()
  })

  it('dials again when the offscreen page was not there yet', async () => {
    const { port, clock, connections } = setting({ deafConnections: 2 })
    port.open()
    await clock.advance(2900)
    expect(port.ready).toBe(false)
    await clock.advance(8000)
    expect(port.ready).toBe(true)
    expect(connections()).toBe(3)
  })

  it('gives a picture up when no answer comes, and when the other end goes away', async () => {
    const { port, clock, send, far } = setting({
      carry: (message) =>
        (message as { type: string }).type === 'read' ? { type: 'noise' } : message,
    })
    port.open()
    await clock.advance(1)
    const late = send('amy')
    await clock.advance(5000)
    expect(await late).toEqual({ ok: false, why: 'timedOut' })
    const cut = send('amy')
    far()?.disconnect()
    expect(await cut).toEqual({ ok: false, why: 'notReady' })
    await clock.advance(1000)
    expect(port.ready).toBe(true)
  })

  it('dials again when the offscreen page died and nobody told', async () => {
    let alive = true
    const { port, clock, send, connections, told } = setting({
      // The background holds an end of the same port, which stays open: nothing comes, and nothing breaks.
      carry: (message) => (alive ? message : { type: 'noise' }),
    })
    port.open()
    await clock.advance(1)
    alive = false
    const unanswered = send('amy')
    await clock.advance(4000)
    expect(await unanswered).toEqual({ ok: false, why: 'timedOut' })
    expect(port.ready).toBe(false)
    alive = true
    await clock.advance(500)
    expect(port.ready).toBe(true)
    expect(connections()).toBe(2)
    expect(await send('amy')).toMatchObject({ ok: true })
    await clock.advance(1)
    expect(told).toHaveLength(1)
  })

  it('takes a decoder’s own bytes as a picture', async () => {
    const classify = vi.fn(() => readingOf('common', 0.8))
    const { port, clock, send } = setting({
      classify,
      carry: (message) => structuredClone(message),
    })
    port.open()
    await clock.advance(1)
    expect((await send('amy', () => true, planes())).ok).toBe(true)
    expect(classify).toHaveBeenCalledWith(planes(), false)
  })

  it.each([
    ['is smaller than it says', { size: { width: 9000, height: 9000 } }],
    ['is larger than any', { bytes: new Uint8Array(MAX_PICTURE_BYTES + 1) }],
    ['lacks a plane', { planes: [{ offset: 0, stride: 8 }] }],
    ['has a plane outside of everything', { planes: [{ offset: -4, stride: 8 }] }],
    ['is of a format that we do not know', { format: 'XYZ' as PixelFormat }],
  ] as const)('looks at no picture that %s, and at the next one', async (_which, over) => {
    const classify = vi.fn(() => readingOf('common', 0.8))
    const { port, clock, near, send } = setting({ classify })
    port.open()
    await clock.advance(1)
    const picture = planes(over)
    near()?.postMessage({ type: 'frame', id: 1, participantId: 'amy', isSelf: false, picture })
    await clock.advance(10)
    expect(classify).not.toHaveBeenCalled()
    expect(port.failure).toBeUndefined()
    expect((await send('amy')).ok).toBe(true)
  })

  it.each([
    ['drawn', () => bitmap().picture],
    ['a decoder’s', () => planes()],
  ])('notices pictures that arrive as {} and says so, once and loudly: %s', async (_kind, make) => {
    const { port, clock, send, told } = setting({
      carry: (message) => JSON.parse(JSON.stringify(message)) as unknown,
    })
    port.open()
    await clock.advance(1)
    expect(await send('amy', () => true, make())).toEqual({ ok: false, why: 'failed' })
    expect(port.failure).toBe('framesNotCarried')
    expect(await send('amy', () => true, make())).toEqual({ ok: false, why: 'failed' })
    expect(told).toEqual([{ kind: 'roomCheckFailed', payload: { why: 'framesNotCarried' } }])
  })

  it('says why there is no model, on each new connection, because the background may have been restarted', async () => {
    const { port, clock, told, far } = setting({
      classifier: Promise.resolve({ failed: 'modelMissing' }),
    })
    port.open()
    await clock.advance(1)
    expect(port.ready).toBe(false)
    expect(port.failure).toBe('modelMissing')
    far()?.disconnect()
    await clock.advance(2000)
    expect(told).toEqual([
      { kind: 'roomCheckFailed', payload: { why: 'modelMissing' } },
      { kind: 'roomCheckFailed', payload: { why: 'modelMissing' } },
    ])
  })

  it('gives the model up after three crashes in a row', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {})
    const { port, clock, send, told } = setting({
      classify: () => {
        throw new Error('out of memory')
      },
    })
    port.open()
    await clock.advance(1)
    expect(await send('amy')).toEqual({ ok: false, why: 'noPicture' })
    await send('amy')
    await send('amy')
    await clock.advance(1)
    expect(port.failure).toBe('crashed')
    expect(told).toEqual([{ kind: 'roomCheckFailed', payload: { why: 'crashed' } }])
    vi.restoreAllMocks()
  })

  it('refuses messages that are none', async () => {
    const classify = vi.fn<() => RoomReading>(() => ({
      ...readingOf('common', 0.8),
      scene: gridOf(1),
    }))
    const { port, clock, near, send, told } = setting({ classify })
    port.open()
    await clock.advance(1)
    for (const noise of [
      null,
      7,
      'frame',
      {},
      { type: 'keep', id: -1 },
      { type: 'keep', id: 5 },
      { type: 'frame', id: 1, participantId: '', isSelf: false, picture: bitmap().picture },
    ]) {
      near()?.postMessage(noise)
    }
    await clock.advance(10)
    expect(classify).not.toHaveBeenCalled()
    expect(told).toEqual([])
    expect((await send('amy')).ok).toBe(true)
  })

  it('ends with the script', async () => {
    const { port, clock, stop, send, connections } = setting()
    port.open()
    await clock.advance(1)
    stop.abort()
    expect(await send('amy')).toEqual({ ok: false, why: 'notReady' })
    await clock.advance(60_000)
    expect(connections()).toBe(1)
  })
})
