import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { becomes, count, startHarness, type Harness } from './harness.ts'

let harness: Harness
beforeAll(async () => {
  harness = await startHarness()
})
afterAll(() => harness.close())

type Colour = readonly [number, number, number]

/** The mean colour of what a tile shows, and the received track in it. */
function picture(
  page: Awaited<ReturnType<Harness['open']>>['page'],
  name: string,
): Promise<{ colour: Colour; track: string } | undefined> {
  return page.evaluate((wanted) => {
    const tile = [...document.querySelectorAll('[data-stream-type="Video"]')].find(
      (one) => one.clientWidth > 0 && one.textContent?.includes(wanted),
    )
    const video = tile?.querySelector('video') ?? undefined
    if (video === undefined || video.videoWidth === 0) return undefined
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = 8
    const pen = canvas.getContext('2d')
    if (pen === null) return undefined
    pen.drawImage(video, 0, 0, 8, 8)
    const { data } = pen.getImageData(0, 0, 8, 8)
    const mean = (part: number): number => {
      let sum = 0
      for (let at = part; at < data.length; at += 4) sum += data[at] ?? 0
      return sum / (data.length / 4)
    }
    const track = (video.srcObject as MediaStream).getVideoTracks()[0]?.id ?? ''
    return { colour: [mean(0), mean(1), mean(2)] as const, track }
  }, name)
}

const far = (a: Colour | undefined, b: Colour | undefined): number =>
  Math.max(...[0, 1, 2].map((at) => Math.abs((a?.[at] ?? 0) - (b?.[at] ?? 0))))

describe('the pictures of the simulated Teams', () => {
  it('come over a peer connection, and the same track can show somebody else from one moment to the next', async () => {
    const { page, sim } = await harness.open({ params: { fast: 1, fps: 4 } })
    const wall = await sim.join({ name: 'Amelia', room: 'rooms/plain-1.webp', person: 'none' })
    const bed = await sim.join({ name: 'Dev', room: 'rooms/bedroom-1.webp', person: 'none' })
    await sim.videoReady(wall, 40_000)
    await sim.videoReady(bed, 40_000)
    expect((await sim.state()).video).toBe('peer')
    const both = async (): Promise<number> =>
      far((await picture(page, 'Amelia'))?.colour, (await picture(page, 'Dev'))?.colour)
    await becomes(both, (distance) => distance > 12, 40_000)
    const before = await picture(page, 'Amelia')
    const other = await picture(page, 'Dev')
    await sim.swapTracks(wall, bed)
    await becomes(
      async () => (await picture(page, 'Amelia'))?.track,
      (track) => track !== undefined && track === other?.track,
      40_000,
    )
    // The tile still shows its own person, over the other's track.
    await becomes(
      async () => far((await picture(page, 'Amelia'))?.colour, before?.colour),
      (distance) => distance < 10,
      40_000,
    )
  })

  it('have an avatar or a video in the tile, never both', async () => {
    const { page, sim } = await harness.open({
      client: 'light',
      params: { fast: 1, video: 'canvas' },
    })
    const dev = await sim.join({ name: 'Dev Shah', camera: 'off' })
    const tile = '[data-stream-type="Video"][data-tid="Dev Shah"]'
    await page.waitForSelector(
      `${tile} [data-tid="participant-avatar"][data-id="avatar-image-container"]`,
    )
    expect((await count(page, `${tile} video`)).all).toBe(0)
    expect((await count(page, '[data-tid="video-item-container-Dev Shah"]')).all).toBe(0)
    await sim.camera(dev, 'on')
    await page.waitForSelector(`${tile} #video-stream-renderer-wrapper > video`)
    expect((await count(page, `${tile} [data-tid="participant-avatar"]`)).all).toBe(0)
    // The own tile is the only one with no outline for the voice.
    expect(
      await page.$$eval('[data-stream-type="Video"]', (all) =>
        all
          .filter((one) => one.querySelector('[data-tid="voice-level-stream-outline"]') === null)
          .map((one) => one.getAttribute('data-tid')),
      ),
    ).toEqual(['Ms Khan'])
  })
})
