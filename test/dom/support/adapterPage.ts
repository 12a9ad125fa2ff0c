import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import puppeteer, { type Browser, type Page } from 'puppeteer'
import { findBrowser, launchArgs } from '../../../scripts/lib/browser.mjs'

export { bundlePlatforms } from '../../../scripts/read-dom/bundle.ts'

/** A real Chromium with the shipped adapter in the page, for tests of reading and acting. One browser per test file. */
export const MEET_URL = 'https://meet.google.com/abc-defg-hij'

export function launchBrowser(): Promise<Browser> {
  return puppeteer.launch({ executablePath: findBrowser(), args: launchArgs(), headless: true })
}

/**
 * A page at a meeting's address that shows `html`. Everything else it asks for is refused; scripts of the document itself do not
 * run when `scripts` is false.
 */
export async function openMeetPage(
  browser: Browser,
  code: string,
  html: string,
  { url = MEET_URL, scripts = true }: { readonly url?: string; readonly scripts?: boolean } = {},
): Promise<Page> {
  const page = await browser.newPage()
  await page.setRequestInterception(true)
  page.on('request', (request) => {
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) {
      // A policy, not a switched-off engine: with that, the reader's own callbacks would not run either.
      const headers = scripts ? {} : { 'content-security-policy': "script-src 'none'" }
      void request.respond({
        status: 200,
        contentType: 'text/html; charset=utf-8',
        headers,
        body: html,
      })
    } else {
      void request.abort('blockedbyclient')
    }
  })
  await page.goto(url, { waitUntil: 'domcontentloaded' })
  await page.evaluate(code)
  return page
}

/** Where the saved pages are, or undefined with the reason printed once. */
export function fixturesFolder(platform: string): string | undefined {
  const root = process.env['LESSON_STEWARD_FIXTURES']
  if (root === undefined || root === '') {
    console.warn(
      `SKIPPED: the saved ${platform} pages are not part of the project; set LESSON_STEWARD_FIXTURES to their folder.`,
    )
    return undefined
  }
  const folder = join(root, platform)
  if (!existsSync(folder))
    throw new Error(`LESSON_STEWARD_FIXTURES names ${root}, which has no ${platform} folder.`)
  return folder
}

export function fixture(folder: string, name: string): string {
  return readFileSync(join(folder, name), 'utf8')
}
