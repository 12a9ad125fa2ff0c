import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import puppeteer from 'puppeteer'
import type { Browser, CDPSession, Page } from 'puppeteer'
import { build } from 'vite'
import { findBrowser, launchArgs } from '../../scripts/lib/browser.mjs'

/**
 * The shipped overlay on small pages in a real Chromium, in an isolated world of its own as a content script has it. The page is
 * served with a meeting site's policy: nonce for scripts, Trusted Types enforced.
 */
const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const NONCE = 'r4nd0m'
const POLICY = `script-src 'nonce-${NONCE}'; style-src 'nonce-${NONCE}'; require-trusted-types-for 'script'; trusted-types 'none'; object-src 'none'; base-uri 'none'`

/** A script that puts the exports of `entry` on the global as `name`. */
export async function bundle(entry: string, name: string): Promise<string> {
  const result = await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'es2023',
      lib: { entry: join(ROOT, entry), name, formats: ['iife'], fileName: name },
    },
  })
  for (const output of Array.isArray(result) ? result : [result]) {
    if (!('output' in output)) continue
    for (const chunk of output.output) if (chunk.type === 'chunk') return chunk.code
  }
  throw new Error(`The bundle of ${entry} came out empty.`)
}

export interface Stage {
  readonly browser: Browser
  open(html: string, viewport?: { width: number; height: number }): Promise<OverlayPage>
  close(): Promise<void>
}

export interface OverlayPage {
  readonly page: Page
  readonly cdp: CDPSession
  /** Runs in the overlay's own world. */
  inside<T>(expression: string): Promise<T>
  /** What the page's own scripts reported as violations and errors. */
  readonly complaints: readonly string[]
}

export async function setStage(): Promise<Stage> {
  const code = await bundle('test/dom/overlayEntry.ts', 'overlayTest')
  let html = ''
  const server = createServer((_request, response) => {
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': POLICY,
    })
    response.end(html.replaceAll('%NONCE%', NONCE))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const browser = await puppeteer.launch({
    executablePath: findBrowser(),
    args: launchArgs(),
    headless: true,
  })

  async function open(body: string, viewport = { width: 1280, height: 720 }): Promise<OverlayPage> {
    html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A meeting</title></head>${body}</html>`
    const page = await browser.newPage()
    await page.setViewport(viewport)
    const complaints: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    page.on('pageerror', (problem) => {
      complaints.push(problem instanceof Error ? problem.message : String(problem))
    })
    await page.goto(`http://127.0.0.1:${port}/`)
    const cdp = await page.createCDPSession()
    const { frameTree } = await cdp.send('Page.getFrameTree')
    const { executionContextId } = await cdp.send('Page.createIsolatedWorld', {
      frameId: frameTree.frame.id,
      worldName: 'content script',
    })
    async function inside<T>(expression: string): Promise<T> {
      const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', {
        expression,
        contextId: executionContextId,
        returnByValue: true,
        awaitPromise: true,
        // As a content script has it: no user gesture of its own.
        userGesture: false,
      })
      if (exceptionDetails !== undefined) {
        throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
      }
      return result.value as T
    }
    await inside(code)
    return { page, cdp, inside, complaints }
  }

  return {
    browser,
    open,
    async close() {
      await browser.close()
      await new Promise((done) => server.close(done))
    },
  }
}
