import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { becomes, count, meanColour, startHarness, type Harness } from './harness.ts'

let harness: Harness
beforeAll(async () => {
  harness = await startHarness()
})
afterAll(() => harness.close())

const videosOf = (id: string): string =>
  `main [data-participant-id="${id}"] [jsname="Nl0j0e"] > [data-ssrc] > video`

describe('the pictures of the simulated Meet', () => {
  it('come over a peer connection and show the room', async () => {
    const { page, sim } = await harness.open()
    const wall = await sim.join({
      name: 'Amelia Potter',
      room: 'rooms/plain-1.webp',
      person: 'none',
    })
    const bed = await sim.join({ name: 'Dev Shah', room: 'rooms/bedroom-1.webp', person: 'none' })
    expect((await sim.videoReady(wall)).width).toBeGreaterThan(0)
    await sim.videoReady(bed)
    expect((await sim.state()).video).toBe('peer')
    const kind = await page.evaluate((css) => {
      const stream = (document.querySelector(css) as HTMLVideoElement).srcObject as MediaStream
      const [track] = stream.getVideoTracks()
      return { made: track?.constructor.name, state: track?.readyState, muted: track?.muted }
    }, videosOf(wall))
    // A captured canvas would be a CanvasCaptureMediaStreamTrack: this one was received.
    expect(kind).toEqual({ made: 'MediaStreamTrack', state: 'live', muted: false })
    const far = (a: readonly number[] | undefined, b: readonly number[] | undefined): number =>
      Math.max(...[0, 1, 2].map((at) => Math.abs((a?.[at] ?? 0) - (b?.[at] ?? 0))))
    // The first frames of a connection are black or coarse: the room is there a moment later.
    await becomes(
      async () => far(await meanColour(page, wall), await meanColour(page, bed)),
      (distance) => distance > 12,
    )
    await sim.moveRoom(wall, 'rooms/bedroom-1.webp')
    await becomes(
      async () => far(await meanColour(page, wall), await meanColour(page, bed)),
      (distance) => distance < 8,
    )
  })

  it('leaves a dead video behind when a camera goes off, and adds a new one when it comes on again', async () => {
    const { page, sim } = await harness.open()
    const id = await sim.join({ name: 'Dev Shah' })
    await sim.join({ name: 'Amelia Potter' })
    await sim.videoReady(id)
    await sim.camera(id, 'off')
    const state = (): Promise<{ shown: boolean; stream: boolean; uid: string | undefined }[]> =>
      page.evaluate(
        (css) =>
          [...document.querySelectorAll<HTMLVideoElement>(css)].map((video) => ({
            shown: getComputedStyle(video).display !== 'none',
            stream: video.srcObject !== null,
            uid: video.dataset.uid,
          })),
        videosOf(id),
      )
    const dead = await state()
    expect(dead.map(({ shown, stream }) => ({ shown, stream }))).toEqual([
      { shown: false, stream: false },
    ])
    await sim.camera(id, 'on')
    await sim.videoReady(id)
    const both = await state()
    expect(both.map(({ shown, stream }) => ({ shown, stream }))).toEqual([
      { shown: false, stream: false },
      { shown: true, stream: true },
    ])
    expect(both[1]?.uid).toBe(dead[0]?.uid)
  })

  it('has no video at all for a camera that was never on, and keeps the avatar when one is', async () => {
    const { page, sim } = await harness.open()
    const off = await sim.join({ name: 'Zofia Kowalska', camera: 'off' })
    const on = await sim.join({ name: 'Amelia Potter' })
    await sim.videoReady(on)
    expect((await count(page, videosOf(off))).all).toBe(0)
    expect((await count(page, `main [data-participant-id="${off}"] [data-ssrc]`)).all).toBe(1)
    expect(
      (await count(page, `main [data-participant-id="${on}"] [jsname="Jaieyd"] img.SOQwsf`)).all,
    ).toBe(1)
  })

  it('turns nearly black when the camera is covered', async () => {
    const { page, sim } = await harness.open()
    const id = await sim.join({ name: 'Mateo García' })
    await sim.videoReady(id)
    const bright = await meanColour(page, id)
    expect(Math.max(...(bright ?? [0]))).toBeGreaterThan(40)
    await sim.camera(id, 'covered')
    await becomes(
      () => meanColour(page, id),
      (colour) => colour !== undefined && Math.max(...colour) < 20,
    )
    expect((await sim.state()).people.find((person) => person.id === id)?.camera).toBe('covered')
  })

  it('gives a line that a leaver had to the next person, and nobody sees the wrong room', async () => {
    const { page, sim } = await harness.open()
    const first = await sim.join({ name: 'Dev Shah', room: 'rooms/bedroom-1.webp', person: 'none' })
    await sim.join({ name: 'Amelia Potter' })
    await sim.videoReady(first)
    const trackOf = (id: string): Promise<string | undefined> =>
      page.evaluate((css) => {
        const found = [...document.querySelectorAll<HTMLVideoElement>(css)].find(
          (video) => video.srcObject !== null,
        )
        return (found?.srcObject as MediaStream | undefined)?.getVideoTracks()[0]?.id
      }, videosOf(id))
    const track = await trackOf(first)
    await sim.leave(first)
    const second = await sim.join({
      name: 'Seren Davies',
      room: 'rooms/plain-1.webp',
      person: 'none',
    })
    await sim.videoReady(second)
    expect(await trackOf(second)).toBe(track)
    expect(second).not.toBe(first)
  })

  it('plays a class of thirty', async () => {
    const { page, sim } = await harness.open()
    const ids: string[] = []
    for (let at = 1; at < 30; at += 1) ids.push(await sim.join({ name: `Pupil ${at}` }))
    const sizes = await Promise.all(ids.map((id) => sim.videoReady(id, 30_000)))
    expect(sizes.every(({ width, height }) => width > 0 && height > 0)).toBe(true)
    expect((await count(page, 'main [data-participant-id]')).seen).toBe(30)
  })

  it('can do without the peer connection', async () => {
    const { sim } = await harness.open({ params: { video: 'canvas' } })
    const id = await sim.join({ name: 'Amelia Potter' })
    await sim.videoReady(id)
    expect((await sim.state()).video).toBe('canvas')
  })
})
