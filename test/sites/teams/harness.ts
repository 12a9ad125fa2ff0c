import puppeteer, { type Browser } from 'puppeteer'
import { findBrowser, launchArgs } from '../../../scripts/lib/browser.mjs'
import { startSites, type Sites } from '../server.ts'
import { openTeams, type OpenedTeams, type OpenTeams } from './driver.ts'
import { teamsSite } from './server/site.ts'

export { becomes, count, words } from '../meet/harness.ts'

export interface Harness {
  readonly browser: Browser
  readonly sites: Sites
  /** Opens a simulated meeting in the one tab of this harness; a tab for each test would double the time. */
  open(options?: Omit<OpenTeams, 'page'>): Promise<OpenedTeams>
  close(): Promise<void>
}

/** The simulated sites and a browser that reaches them, for the tests of the simulation itself. */
export async function startHarness(): Promise<Harness> {
  const sites = await startSites({ sites: [teamsSite()] })
  const browser = await puppeteer.launch({
    executablePath: findBrowser(),
    headless: true,
    args: [...launchArgs(), ...sites.chromeArgs],
    defaultViewport: { width: 1280, height: 800 },
  })
  const page = await browser.newPage()
  // A shared machine can be late; the tests' own limit is the one that counts.
  page.setDefaultNavigationTimeout(60_000)
  return {
    browser,
    sites,
    open: (options) => openTeams(browser, { ...options, page }),
    async close() {
      await browser.close()
      await sites.close()
    },
  }
}
