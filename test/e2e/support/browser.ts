import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import puppeteer from 'puppeteer'
import type { Browser, Page, Target, WebWorker } from 'puppeteer'
import { findBrowser, launchArgs } from '../../../scripts/lib/browser.mjs'
import { startSites } from '../../sites/server.ts'
import type { Sites } from '../../sites/server.ts'
import { teamsSite } from '../../sites/teams/server/site.ts'

export const EXTENSION = fileURLToPath(new URL('../../../.output/chrome-mv3', import.meta.url))

export interface Stage {
  readonly browser: Browser
  readonly sites: Sites
  readonly extensionId: string
  readonly profile: string
  /** The background worker; wakes it where it sleeps. */
  worker(): Promise<WebWorker>
  /** Ends the background worker as Chrome does after 30 s of rest. */
  killWorker(): Promise<void>
  /** Loads the extension anew from its folder while it runs, as an update does: its pages close, its scripts in meetings are orphans. */
  loadAnew(): Promise<void>
  /** A page of the extension in a tab, e.g. "sidepanel.html". */
  open(path: string, viewport?: { width: number; height: number }): Promise<Page>
  close(): Promise<void>
}

export interface StageOptions {
  /** A profile to take up again; made anew (and deleted at the end) where it is left out. */
  readonly profile?: string
  /** Real throttling of hidden tabs: puppeteer switches it off by default. */
  readonly throttle?: boolean
  readonly headless?: boolean
  readonly sites?: Sites
  readonly args?: readonly string[]
  /** How long the browser may take for one answer, milliseconds; three minutes where it is left out. */
  readonly patience?: number
  /** Another folder than that of the build: an extension that is changed where it lies. */
  readonly extension?: string
  /** Leaves the page open that opens by itself after an install; else it is closed, or it would lie over the meeting. */
  readonly welcome?: boolean
}

const THROTTLING_OFF = [
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
]

/** A real browser with the built extension, on the simulated sites under their real host names. */
export async function setStage(options: StageOptions = {}): Promise<Stage> {
  if (!existsSync(join(EXTENSION, 'manifest.json'))) {
    throw new Error('The extension is not built: run "npm run build" (npm test does it for you).')
  }
  const extension = options.extension ?? EXTENSION
  const sites = options.sites ?? (await startSites({ sites: [teamsSite()] }))
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'lesson-steward-')))
  // A profile that is taken up again was welcomed before.
  const isNew = !existsSync(join(profile, 'Default'))
  const browser = await puppeteer.launch({
    executablePath: findBrowser(),
    headless: options.headless ?? true,
    pipe: true,
    enableExtensions: [extension],
    userDataDir: profile,
    ...(options.patience === undefined ? {} : { protocolTimeout: options.patience }),
    defaultViewport: { width: 1280, height: 800 },
    ignoreDefaultArgs: options.throttle === true ? THROTTLING_OFF : [],
    args: [...launchArgs(), ...sites.chromeArgs, '--lang=en-GB', ...(options.args ?? [])],
  })
  const target = await browser.waitForTarget(isWorker, { timeout: 30_000 })
  const extensionId = new URL(target.url()).host

  if (isNew && options.welcome !== true) {
    const welcome = await browser.waitForTarget((one) => one.url().endsWith('/welcome.html'), {
      timeout: 30_000,
    })
    await (await welcome.page())?.close()
  }

  async function worker(): Promise<WebWorker> {
    const found = await (await browser.waitForTarget(isWorker, { timeout: 30_000 })).worker()
    if (found === null) throw new Error('The background worker has no world to look into.')
    return found
  }

  return {
    browser,
    sites,
    extensionId,
    profile,
    worker,
    async killWorker() {
      const running = browser.targets().find(isWorker)
      if (running === undefined) return
      const gone = new Promise<void>((done) => {
        const seen = (target: Target): void => {
          if (target !== running) return
          browser.off('targetdestroyed', seen)
          done()
        }
        browser.on('targetdestroyed', seen)
      })
      try {
        await (await running.worker())?.close()
      } catch (problem) {
        // It was ending by itself at this very moment, which is what was wanted.
        if (!String(problem).includes('No session with given id')) throw problem
      }
      await gone
    },
    async loadAnew() {
      const before = browser.targets().find(isWorker)
      await browser.installExtension(extension)
      await browser.waitForTarget((one) => isWorker(one) && one !== before, { timeout: 30_000 })
    },
    async open(path, viewport) {
      const page = await browser.newPage()
      if (viewport !== undefined) await page.setViewport(viewport)
      await page.goto(`chrome-extension://${extensionId}/${path}`)
      return page
    },
    async close() {
      await browser.close()
      if (options.sites === undefined) await sites.close()
      if (options.profile === undefined)
        await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

function isWorker(target: Target): boolean {
  return (
    String(target.type()) === 'service_worker' && target.url().startsWith('chrome-extension://')
  )
}
