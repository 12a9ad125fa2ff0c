import { cp, mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import puppeteer from 'puppeteer'
import type { Browser, Page, WebWorker } from 'puppeteer'
import { afterEach, describe, expect, it } from 'vitest'
import type { RoomReading } from '../../lib/vision/types.ts'
import { findBrowser, launchArgs } from '../../scripts/lib/browser.mjs'
import { bundle } from './overlayPage.ts'

/**
 * The whole way of a picture in a small extension of its own: a meeting page's video → content script → the shipped offscreen
 * page with the shipped model → background. With real throttling of hidden tabs.
 */
const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const WASM = 'node_modules/@mediapipe/tasks-vision/wasm'

const BACKGROUND = `
  globalThis.told = []
  chrome.runtime.onConnect.addListener(() => {})
  chrome.runtime.onMessage.addListener((message, sender, reply) => {
    told.push(message)
    reply({ ok: true, value: null })
  })
  chrome.offscreen.createDocument({ url: 'offscreen.html', reasons: ['WORKERS'], justification: 'test' })
`

const PAGE = `<!doctype html><title>A meeting</title>
<main>
  <div data-tile="amy"><video width="320" height="180"></video></div>
  <div data-tile="ben"><video width="320" height="180"></video></div>
</main>
<script>
  // Amy's camera is the browser's make-believe one, Ben's lens is covered; both come over a real connection.
  async function overTheWire(stream, video) {
    const near = new RTCPeerConnection(), far = new RTCPeerConnection()
    near.onicecandidate = (e) => e.candidate && far.addIceCandidate(e.candidate)
    far.onicecandidate = (e) => e.candidate && near.addIceCandidate(e.candidate)
    far.ontrack = (e) => { video.muted = true; video.srcObject = new MediaStream([e.track]); video.play() }
    for (const track of stream.getTracks()) near.addTrack(track, stream)
    await near.setLocalDescription(await near.createOffer())
    await far.setRemoteDescription(near.localDescription)
    await far.setLocalDescription(await far.createAnswer())
    await near.setRemoteDescription(far.localDescription)
  }
  function covered() {
    const canvas = document.createElement('canvas')
    canvas.width = 640; canvas.height = 360
    const pen = canvas.getContext('2d')
    let tick = 0
    setInterval(() => {
      tick += 1
      pen.fillStyle = '#020202'; pen.fillRect(0, 0, 640, 360)
      pen.fillStyle = tick % 2 ? '#000' : '#050505'; pen.fillRect(0, 0, 4, 4)
    }, 100)
    return canvas.captureStream(10)
  }
  const [a, b] = document.querySelectorAll('video')
  navigator.mediaDevices.getUserMedia({ video: { width: 640, height: 360 } }).then((stream) => overTheWire(stream, a))
  overTheWire(covered(), b)
</script>`

interface Told {
  readonly kind: string
  readonly payload: { participantId?: string; tabId?: number; why?: string; reading?: RoomReading }
}

let folder: string | undefined
let browser: Browser | undefined
afterEach(async () => {
  await browser?.close()
  if (folder !== undefined) await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  browser = undefined
  folder = undefined
})

async function makeExtension(structuredClone: boolean): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'lesson-steward-frames-'))
  folder = made
  await Promise.all([mkdir(join(made, 'wasm')), mkdir(join(made, 'models'))])
  const manifest = {
    manifest_version: 3,
    name: 'frames',
    version: '1',
    permissions: ['offscreen'],
    host_permissions: ['https://meet.google.com/*'],
    background: { service_worker: 'background.js' },
    content_scripts: [
      { matches: ['https://meet.google.com/*'], js: ['content.js'], run_at: 'document_idle' },
    ],
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src 'self' blob:",
    },
    ...(structuredClone ? { message_serialization: 'structured_clone' } : {}),
  }
  const [content, offscreen] = await Promise.all([
    bundle('test/dom/visionFramesEntry.ts', 'framesTest'),
    bundle('entrypoints/offscreen/main.ts', 'offscreenPage'),
  ])
  await Promise.all([
    writeFile(join(made, 'manifest.json'), JSON.stringify(manifest)),
    writeFile(join(made, 'background.js'), BACKGROUND),
    writeFile(join(made, 'content.js'), content),
    writeFile(join(made, 'offscreen.js'), offscreen),
    writeFile(join(made, 'offscreen.html'), '<!doctype html><script src="offscreen.js"></script>'),
    cp(join(ROOT, WASM, 'vision_wasm_internal.js'), join(made, 'wasm/vision_wasm_internal.js')),
    cp(join(ROOT, WASM, 'vision_wasm_internal.wasm'), join(made, 'wasm/vision_wasm_internal.wasm')),
    cp(join(ROOT, 'models/rooms.tflite'), join(made, 'models/rooms.tflite')),
    cp(join(ROOT, 'models/rooms.json'), join(made, 'models/rooms.json')),
  ])
  return made
}

async function start(
  structuredClone = true,
): Promise<{ page: Page; told: () => Promise<Told[]>; openTab: () => Promise<Page> }> {
  const extension = await makeExtension(structuredClone)
  const launched = await puppeteer.launch({
    executablePath: findBrowser(),
    headless: true,
    pipe: true,
    enableExtensions: [extension],
    args: [...launchArgs(), '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
    ignoreDefaultArgs: [
      '--disable-background-timer-throttling',
      '--disable-backgrounding-occluded-windows',
      '--disable-renderer-backgrounding',
    ],
  })
  browser = launched
  const target = await launched.waitForTarget((one) => one.url().endsWith('background.js'))
  const worker = (await target.worker()) as WebWorker
  const page = await launched.newPage()
  await page.setRequestInterception(true)
  page.on('request', (request) => {
    if (request.isNavigationRequest())
      void request.respond({ contentType: 'text/html', body: PAGE })
    else void request.abort()
  })
  await page.goto('https://meet.google.com/abc-defg-hij')
  return {
    page,
    told: () => worker.evaluate(() => (globalThis as unknown as { told: Told[] }).told),
    openTab: () => launched.newPage(),
  }
}

const from = (told: readonly Told[], id: string) =>
  told.filter((one) => one.payload.participantId === id)

describe('the way of a picture through the extension', () => {
  it('brings readings of every tile to the background, and nothing of them to the page', async () => {
    const { page, told } = await start()
    const enough = async () => {
      const all = await told()
      return Math.min(from(all, 'amy').length, from(all, 'ben').length)
    }
    await expect.poll(enough, { timeout: 30_000, interval: 200 }).toBeGreaterThanOrEqual(4)
    const all = await told()
    // The first frames of a stream are coarse: what is looked at is how it settles.
    const latest = async (id: string) => from(await told(), id).at(-1)?.payload.reading
    await expect
      .poll(async () => (await latest('amy'))?.luma.spread, { timeout: 20_000, interval: 200 })
      .toBeGreaterThan(20)
    const amy = await latest('amy')
    expect(Object.values(amy?.scores ?? {}).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 3)
    expect((await latest('ben'))?.luma.mean).toBeLessThan(20)
    expect(all[0]?.payload.tabId).toBeGreaterThan(0)

    const heard = await page.evaluate(() => document.documentElement.dataset['heard'] ?? '')
    const messages = heard
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(messages.length).toBeGreaterThan(4)
    for (const message of messages) {
      const keys = Object.keys(message).sort()
      expect([['type'], ['again', 'id', 'sceneChanged', 'type']]).toContainEqual(keys)
    }
  })

  it('follows a tile that is handed to another person', async () => {
    const { page, told } = await start()
    await expect
      .poll(async () => from(await told(), 'ben').length, { timeout: 30_000, interval: 200 })
      .toBeGreaterThanOrEqual(2)
    await page.evaluate(() => {
      const [one, other] = document.querySelectorAll<HTMLElement>('[data-tile]')
      if (one !== undefined) one.dataset['tile'] = 'cara'
      if (other !== undefined) other.dataset['tile'] = 'dan'
    })
    await expect
      .poll(async () => from(await told(), 'dan').length, { timeout: 30_000, interval: 200 })
      .toBeGreaterThanOrEqual(2)
    const all = await told()
    for (const { payload } of all) {
      const covered = (payload.reading?.luma.mean ?? 255) < 20
      expect(covered, payload.participantId).toBe(
        payload.participantId === 'ben' || payload.participantId === 'dan',
      )
    }
  })

  it('goes on in a hidden tab, with the browser’s own throttling', async () => {
    const { page, told, openTab } = await start()
    await expect
      .poll(async () => from(await told(), 'amy').length, { timeout: 30_000, interval: 200 })
      .toBeGreaterThanOrEqual(1)
    const other = await openTab()
    await other.bringToFront()
    expect(await page.evaluate(() => document.hidden)).toBe(true)
    const before = from(await told(), 'amy').length
    const since = async () => from(await told(), 'amy').slice(before + 1)
    await expect
      .poll(async () => (await since()).length, { timeout: 30_000, interval: 200 })
      .toBeGreaterThanOrEqual(3)
    // Fresh pictures, not the last one before hiding over and over.
    const scenes = (await since()).map(({ payload }) => JSON.stringify(payload.reading?.scene))
    expect(new Set(scenes).size).toBe(scenes.length)
  })

  it('says that pictures are not carried where the browser does not clone them', async () => {
    const { told } = await start(false)
    await expect
      .poll(told, { timeout: 30_000, interval: 200 })
      .toEqual([
        expect.objectContaining({ kind: 'roomCheckFailed', payload: { why: 'framesNotCarried' } }),
      ])
  })
})
