import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import puppeteer from 'puppeteer'
import type { Browser, Page } from 'puppeteer'
import { findBrowser, launchArgs } from '../../scripts/lib/browser.mjs'
import { bundle } from './overlayPage.ts'

/**
 * The room model's host in a page that has the policy of the extension's own pages and the files of the package, any of which
 * can be left out or spoilt.
 */
const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "object-src 'none'",
].join('; ')

const WASM = 'node_modules/@mediapipe/tasks-vision/wasm'
const FILES: Readonly<Record<string, readonly [file: string, type: string]>> = {
  '/wasm/vision_wasm_internal.js': [`${WASM}/vision_wasm_internal.js`, 'text/javascript'],
  '/wasm/vision_wasm_internal.wasm': [`${WASM}/vision_wasm_internal.wasm`, 'application/wasm'],
  '/models/rooms.tflite': ['models/rooms.tflite', 'application/octet-stream'],
  '/models/rooms.json': ['models/rooms.json', 'application/json'],
}

/** The drawn rooms of the simulated lesson. */
const SCENE = /^\/scenes\/(rooms\/[a-z]+-\d+\.webp)$/

function fileOf(path: string): readonly [file: string, type: string] | undefined {
  const scene = SCENE.exec(path)?.[1]
  return scene === undefined ? FILES[path] : [`test/sites/scenes/${scene}`, 'image/webp']
}

export interface VisionStage {
  readonly browser: Browser
  /** `instead`: other contents for a file of the package; null leaves it out. `before` runs in the page before all else. */
  open(
    instead?: Readonly<Record<string, Uint8Array | string | null>>,
    before?: () => void,
  ): Promise<Page>
  /** Addresses that a page asked for beyond the package. */
  readonly strayed: readonly string[]
  close(): Promise<void>
}

/** `flags`: more switches for the browser, to take something away from it. */
export async function setVisionStage(flags: readonly string[] = []): Promise<VisionStage> {
  const code = await bundle('test/dom/visionEntry.ts', 'visionTest')
  let changed: Readonly<Record<string, Uint8Array | string | null>> = {}
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    const send = (body: Uint8Array | string, type: string) => {
      response.writeHead(200, { 'content-type': type, 'content-security-policy': POLICY })
      response.end(body)
    }
    if (path === '/')
      return send('<!doctype html><title>host</title><script src="/code.js"></script>', 'text/html')
    if (path === '/code.js') return send(code, 'text/javascript')
    const known = fileOf(path)
    const other = changed[path]
    if (known === undefined || other === null) return response.writeHead(404).end()
    if (other !== undefined) return send(other, known[1])
    readFile(join(ROOT, known[0])).then(
      (body) => send(body, known[1]),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const browser = await puppeteer.launch({
    executablePath: findBrowser(),
    args: [...launchArgs(), ...flags],
    headless: true,
  })
  const strayed: string[] = []
  return {
    browser,
    strayed,
    async open(instead = {}, before = () => {}) {
      changed = instead
      const page = await browser.newPage()
      page.on('request', (request) => {
        const url = request.url()
        if (!url.startsWith(origin) && !url.startsWith('blob:') && !url.startsWith('data:'))
          strayed.push(url)
      })
      await page.evaluateOnNewDocument(before)
      await page.goto(`${origin}/`)
      return page
    },
    async close() {
      await browser.close()
      await new Promise((done) => server.close(done))
    },
  }
}
