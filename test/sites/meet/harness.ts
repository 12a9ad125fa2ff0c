import puppeteer, { type Browser, type Page } from 'puppeteer'
import { findBrowser, launchArgs } from '../../../scripts/lib/browser.mjs'
import { startSites, type Sites } from '../server.ts'
import { openMeet, type OpenedMeet, type OpenMeet } from './driver.ts'

export interface Harness {
  readonly browser: Browser
  readonly sites: Sites
  /** Opens a simulated meeting in the one tab of this harness; a tab for each test would double the time. */
  open(options?: Omit<OpenMeet, 'page'>): Promise<OpenedMeet>
  close(): Promise<void>
}

/** The simulated sites and a browser that reaches them, for the tests of the simulation itself. */
export async function startHarness(): Promise<Harness> {
  const sites = await startSites()
  const browser = await puppeteer.launch({
    executablePath: findBrowser(),
    headless: true,
    args: [...launchArgs(), ...sites.chromeArgs],
    defaultViewport: { width: 1280, height: 800 },
  })
  const page = await browser.newPage()
  return {
    browser,
    sites,
    open: (options) => openMeet(browser, { ...options, page }),
    async close() {
      await browser.close()
      await sites.close()
    },
  }
}

/** Waits until `read` gives what is wanted in the page; fails with the last thing it gave. */
export async function becomes<T>(
  read: () => Promise<T>,
  wanted: (value: T) => boolean,
  ms = 8000,
): Promise<T> {
  const until = Date.now() + ms
  for (;;) {
    const value = await read()
    if (wanted(value)) return value
    if (Date.now() > until)
      throw new Error(`Never became as wanted, last was ${JSON.stringify(value)}`)
    await new Promise((resume) => setTimeout(resume, 50))
  }
}

/** How many elements match, how many of them can be seen. */
export function count(page: Page, selector: string): Promise<{ all: number; seen: number }> {
  return page.evaluate((css) => {
    const found = [...document.querySelectorAll(css)]
    return {
      all: found.length,
      seen: found.filter((one) => one.getClientRects().length > 0).length,
    }
  }, selector)
}

/** Words and marks of every element that matches. */
export function words(page: Page, selector: string): Promise<string[]> {
  return page.evaluate(
    (css) => [...document.querySelectorAll(css)].map((one) => (one.textContent ?? '').trim()),
    selector,
  )
}

/** The mean colour of a person's displayed picture, as a reader of the page would get it. */
export function meanColour(
  page: Page,
  id: string,
): Promise<readonly [number, number, number] | undefined> {
  return page.evaluate((participant) => {
    const tile = document.querySelector(`main [data-participant-id="${participant}"]`)
    const video = [...(tile?.querySelectorAll('video') ?? [])].find((one) => one.srcObject !== null)
    if (video === undefined || video.videoWidth === 0) return undefined
    const canvas = document.createElement('canvas')
    canvas.width = 16
    canvas.height = 9
    const pen = canvas.getContext('2d')
    if (pen === null) return undefined
    pen.drawImage(video, 0, 0, 16, 9)
    const { data } = pen.getImageData(0, 0, 16, 9)
    const sum: [number, number, number] = [0, 0, 0]
    for (let at = 0; at < data.length; at += 4) {
      sum[0] += data[at] ?? 0
      sum[1] += data[at + 1] ?? 0
      sum[2] += data[at + 2] ?? 0
    }
    const pixels = data.length / 4
    return [sum[0] / pixels, sum[1] / pixels, sum[2] / pixels] as const
  }, id)
}
