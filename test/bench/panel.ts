import puppeteer from 'puppeteer'
import type { Page } from 'puppeteer'
import { SAMPLES } from '../../components/gallery/samples.ts'
import { serveGallery } from '../../components/gallery/serve.ts'
import type { PanelView } from '../../lib/views/types.ts'
import { findBrowser, launchArgs } from '../../scripts/lib/browser.mjs'
import type { Figure } from './figure.ts'

const BUDGET_MS = 16
const ROUNDS = 61

/**
 * From a new view of the background to a panel that is drawn anew: comparing, React, style and layout. One camera goes off or on at each
 * turn, as in a lesson. Beside it: copying the same view once, which is what any update has to do at least.
 */
export async function panelFigures(): Promise<readonly Figure[]> {
  const gallery = await serveGallery()
  const browser = await puppeteer.launch({
    executablePath: findBrowser(),
    args: launchArgs(),
    headless: true,
  })
  try {
    const page = await browser.newPage()
    await page.setViewport({ width: 400, height: 800 })
    await page.goto(`${gallery.url}?page=panel&state=many`)
    await page.waitForSelector('.panel')
    const figures: Figure[] = []
    for (const people of [5, 30, 100, 250]) {
      const { update, copy } = await measure(page, people)
      figures.push({
        what: `panel update with ${people} people, median of ${ROUNDS}`,
        value: update,
        unit: 'ms',
        ...(people === 250 ? { budget: BUDGET_MS } : {}),
        baseline: { what: 'a copy of the view', value: copy },
      })
    }
    return figures
  } finally {
    await browser.close()
    await gallery.close()
  }
}

async function measure(page: Page, people: number): Promise<{ update: number; copy: number }> {
  const one: PanelView = { ...SAMPLES.many, people: SAMPLES.many.people.slice(0, people) }
  const other: PanelView = {
    ...one,
    people: one.people.map((row, at) =>
      at === 1 ? { ...row, camera: row.camera === 'off' ? 'on' : 'off' } : row,
    ),
  }
  return page.evaluate(
    async (views, rounds) => {
      const middle = (times: number[]): number =>
        times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Infinity
      const updates: number[] = []
      const copies: number[] = []
      const panel = document.querySelector('.panel')
      if (panel === null) throw new Error('There is no panel.')
      let changes = 0
      const seen = new MutationObserver((records) => (changes += records.length))
      seen.observe(panel, {
        subtree: true,
        childList: true,
        attributes: true,
        characterData: true,
      })
      for (let n = 0; n < rounds; n += 1) {
        const detail = n % 2 === 0 ? views[0] : views[1]
        let began = performance.now()
        structuredClone(detail)
        copies.push(performance.now() - began)
        began = performance.now()
        document.dispatchEvent(new CustomEvent('gallery:view', { detail }))
        // What React puts off to a microtask is part of it, and so is the layout that follows.
        await Promise.resolve()
        panel.getBoundingClientRect()
        updates.push(performance.now() - began)
        await new Promise(requestAnimationFrame)
      }
      seen.disconnect()
      if (changes < rounds / 2) throw new Error('The panel did not change with its view.')
      return { update: middle(updates), copy: middle(copies) }
    },
    [one, other] as const,
    ROUNDS,
  )
}
