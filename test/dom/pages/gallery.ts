import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import puppeteer, { type Browser, type Page } from 'puppeteer'
import { serveGallery } from '../../../components/gallery/serve.ts'
import { findBrowser, launchArgs } from '../../../scripts/lib/browser.mjs'
import type { Scheme } from '../../../scripts/screens/arguments.ts'
import { openShot, setLook } from '../../../scripts/screens/look.ts'
import type { Shot } from '../../../scripts/screens/shots.ts'

export { press } from './ways.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What a page must never say: an error, a refused style, a broken script. */
export interface Watched {
  readonly page: Page
  readonly trouble: readonly string[]
}

/** The gallery in a real Chromium, under the same content security policy as the extension's pages. */
export interface Gallery {
  open(query: string, width?: number): Promise<Watched>
  /** A page as it is pictured by `npm run screens`, in light colours at first. */
  openShot(shot: Shot): Promise<Watched & { look(scheme: Scheme): Promise<void> }>
  close(): Promise<void>
}

export async function openGallery(): Promise<Gallery> {
  const served = await serveGallery()
  const browser: Browser = await puppeteer.launch({
    executablePath: findBrowser(),
    args: launchArgs(),
  })
  const watched = async (): Promise<Watched> => {
    const page = await browser.newPage()
    const trouble: string[] = []
    page.on('pageerror', (error) => trouble.push(String(error)))
    page.on('console', (message) => {
      const isIcon = message.location().url?.endsWith('/favicon.ico') === true
      if (message.type() === 'error' && !isIcon) trouble.push(message.text())
    })
    return { page, trouble }
  }
  return {
    async open(query, width = 360) {
      const { page, trouble } = await watched()
      await page.setViewport({ width, height: 800 })
      await setScheme(page, 'light')
      await page.goto(`${served.url}?${query}`)
      await page.waitForSelector('h1')
      return { page, trouble }
    },
    async openShot(shot) {
      const { page, trouble } = await watched()
      await page.setViewport({ width: 1100, height: 800 })
      const session = await page.createCDPSession()
      await setLook(session, 'light')
      await openShot(page, served.url, shot)
      return { page, trouble, look: (scheme) => setLook(session, scheme) }
    },
    async close() {
      await browser.close()
      await served.close()
    },
  }
}

/** Light or dark, and without motion, so that no colour is judged half-way. */
export function setScheme(page: Page, value: 'light' | 'dark'): Promise<void> {
  return page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ])
}

/** Puts another sample into the running page, as an update of the background would. */
export async function showState(page: Page, name: string): Promise<void> {
  await page.evaluate((detail) => {
    document.dispatchEvent(new CustomEvent('gallery:state', { detail }))
  }, name)
}

/** What the page has asked of the background so far, oldest first. */
export async function asked(page: Page): Promise<readonly { kind: string; payload: unknown }[]> {
  const json = await page.evaluate(() => {
    document.dispatchEvent(new CustomEvent('gallery:asked'))
    return document.documentElement.dataset['asked'] ?? '[]'
  })
  return JSON.parse(json) as { kind: string; payload: unknown }[]
}

/** The text of the page as a reader sees it, hidden parts left out. */
export function textOf(page: Page): Promise<string> {
  return page.evaluate(() => document.body.innerText)
}

/** How many CSS pixels stick out to the right; 0 is what we want. */
export function sticksOut(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
}

/** Every violation that axe-core finds, however small, as "rule: first place". */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE)
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: {
        run(
          where: Document,
          options: unknown,
        ): Promise<{
          violations: {
            id: string
            nodes: { target: string[]; failureSummary: string }[]
          }[]
        }>
      }
    }
    // While a dialog is open the page behind it is inert: its landmarks and its heading are not there to be found.
    const behind = document.querySelector('#root[inert]') !== null
    const { violations } = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      rules: Object.fromEntries(
        ['landmark-one-main', 'page-has-heading-one', 'region'].map((rule) => [
          rule,
          { enabled: !behind },
        ]),
      ),
    })
    return violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes[0]?.target.join(' ') ?? ''} ${nodes[0]?.failureSummary ?? ''}`,
    )
  })
}

/** Controls that are harder to hit than WCAG 2.2 asks (24 px); a link in a line of text may be as small as its text. */
export function tooSmall(page: Page): Promise<readonly string[]> {
  return page.$$eval(
    'button, summary, select, textarea, input, [role=tab], [role=button]',
    (found) =>
      found.flatMap((one) => {
        const { width, height } = one.getBoundingClientRect()
        const isShown = one.checkVisibility() && width > 1
        return isShown && (width < 23.5 || height < 23.5)
          ? [
              `${one.getAttribute('aria-label') ?? (one.textContent || one.id)}: ${Math.round(width)} × ${Math.round(height)}`,
            ]
          : []
      }),
  )
}
