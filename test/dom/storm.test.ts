import type { Browser, Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundle } from './overlayPage.ts'
import { launchBrowser, MEET_URL, openMeetPage } from './support/adapterPage.ts'
import { NEW } from './support/meetWhole.ts'
import { TEAMS_URL } from './support/teamsHtml.ts'
import { FULL } from './support/teamsWhole.ts'

// A page that changes a thousand times a second: it is read neither without end nor never, and what the teacher clicks is done.
let browser: Browser
let code: string

beforeAll(async () => {
  code = await bundle('test/dom/stormEntry.ts', 'storm')
  browser = await launchBrowser()
}, 120_000)
afterAll(() => browser.close())

interface Storm {
  readonly mutations: number
  /** How many times of the page's timer they came in. */
  readonly gusts: number
  readonly elapsedMs: number
  readonly readings: number
  readonly readingMs: number
  readonly outcome: { readonly result: string }
  readonly clicks: number
}

/** Three seconds of the real observer and watcher, and one command in the middle of it. */
const weather = async (page: Page, platform: 'meet' | 'teams') => {
  const json = await page.evaluate(async (site) => {
    const { createObserver, scheduleOf, changeWatch, meetAdapter, teamsAdapter } = eval('storm')
    const adapter = site === 'meet' ? meetAdapter : teamsAdapter
    const stop = new AbortController()
    let mutations = 0
    let gusts = 0
    let readings = 0
    let readingMs = 0
    let clicks = 0
    // The first reading compiles everything; a lesson has it behind it.
    adapter.read(document, new URL(location.href))
    const spot = document.createElement('p')
    document.querySelector(site === 'meet' ? 'main' : '[role="tree"]')?.append(spot)
    const names = [...document.querySelectorAll('[aria-label]')].slice(0, 5)
    const labels = names.map((one) => one.getAttribute('aria-label') ?? '')
    // Ten of them every ten milliseconds, made up where the timer comes late; all of the kind that asks for a reading.
    const started = performance.now()
    const timer = window.setInterval(() => {
      const due = performance.now() - started
      gusts += 1
      while (mutations < due) {
        const at = mutations % 5
        if (mutations % 2 === 0) spot.textContent = String(mutations)
        else names[at]?.setAttribute('aria-label', labels[at] ?? '')
        mutations += 1
      }
    }, 10)
    const timed = {
      ...adapter,
      read: (doc: Document, url: URL) => {
        const from = performance.now()
        const seen = adapter.read(doc, url)
        readings += 1
        readingMs += performance.now() - from
        return seen
      },
    }
    createObserver({
      adapter: timed,
      doc: document,
      url: () => new URL(location.href),
      schedule: scheduleOf(
        {
          setTimeout: (job: () => void, ms: number) => window.setTimeout(job, ms),
          setInterval: (job: () => void, ms: number) => window.setInterval(job, ms),
          requestAnimationFrame: (job: () => void) => requestAnimationFrame(job),
        },
        stop.signal,
      ),
      signal: stop.signal,
      now: () => Date.now(),
      clock: () => performance.now(),
      watch: (onChange: () => void) => changeWatch(document, onChange),
      onObservation: () => undefined,
      onAlive: () => undefined,
    })
    const name = site === 'meet' ? 'chat' : 'people'
    const control = document.querySelector<HTMLElement>(`[data-x="${name}"]`)
    const panel = document.querySelector<HTMLElement>('[data-tid="calling-right-side-panel"]')
    if (panel !== null) panel.style.display = 'none'
    control?.addEventListener('click', () => {
      clicks += 1
      control.setAttribute('aria-checked', 'false')
      panel?.style.removeProperty('display')
    })
    const outcome = await adapter.perform(
      document,
      { kind: site === 'meet' ? 'chatOff' : 'openPeople' },
      {
        signal: stop.signal,
        wait: (ms: number) => new Promise((next) => setTimeout(next, ms)),
        guide: () => undefined,
        clearGuide: () => undefined,
      },
    )
    const left = 3000 - (performance.now() - started)
    await new Promise((next) => setTimeout(next, Math.max(500, left)))
    window.clearInterval(timer)
    stop.abort()
    const elapsedMs = performance.now() - started
    return JSON.stringify({ mutations, gusts, elapsedMs, readings, readingMs, outcome, clicks })
  }, platform)
  return JSON.parse(json) as Storm
}

describe.each([
  ['meet', NEW, MEET_URL],
  ['teams', FULL, TEAMS_URL],
] as const)('a thousand changes a second on %s', (platform, html, url) => {
  it('neither starve the reading nor make it run hot, and a press works', async () => {
    const page = await openMeetPage(browser, code, html, { url })
    // A tab in the background has its timers slowed, and the storm would come in gusts.
    await page.bringToFront()
    const seen = await weather(page, platform)
    await page.close()
    const { mutations, gusts, elapsedMs, readings, readingMs, outcome, clicks } = seen
    console.warn(
      `${platform}: ${mutations} changes in ${gusts} gusts and ${elapsedMs.toFixed(0)} ms, ${readings} readings, ${readingMs.toFixed(1)} ms in them`,
    )
    expect(mutations).toBeGreaterThan(elapsedMs * 0.9)
    // At most one each 250 ms; and never later than the poll, or forty times what the last one cost, on a slow computer too.
    expect(readings).toBeGreaterThan(0)
    expect(readings).toBeLessThanOrEqual(elapsedMs / 250 + 2)
    expect(elapsedMs).toBeLessThan(readings * 1300 + readingMs * 40 + 1500)
    expect(readingMs).toBeLessThan(elapsedMs * 0.1)
    expect([outcome.result, clicks]).toEqual(['done', 1])
  })
})
