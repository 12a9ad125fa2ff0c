import puppeteer from 'puppeteer'
import type { Page } from 'puppeteer'
import { serveGallery } from '../../components/gallery/serve.ts'
import { printModel, redacted } from '../../lib/record/index.ts'
import type { LessonRecord } from '../../lib/record/index.ts'
import { findBrowser, launchArgs } from '../../scripts/lib/browser.mjs'
import { median } from '../support/median.ts'
import type { Figure } from './figure.ts'
import { bigRecord, BUDGET, PEOPLE } from './record.ts'

const ROUNDS = 5

/**
 * From a record to its page laid out as it is printed: copied as a message is, print model, React, style and layout, in Chromium with the
 * printer's styles. Beside it: the words of its tables in bare cells, which is what any page of them has to do at least. What Chromium
 * then takes to write the PDF is told without a promise: it is not ours to make shorter.
 */
export async function recordPageFigures(): Promise<readonly Figure[]> {
  const gallery = await serveGallery()
  const browser = await puppeteer.launch({
    executablePath: findBrowser(),
    args: launchArgs(),
    headless: true,
  })
  try {
    const page = await browser.newPage()
    // A4 less its margins, in CSS pixels.
    await page.setViewport({ width: 688, height: 1000 })
    await page.emulateMediaType('print')
    const address = `${gallery.url}?page=record&state=given`
    const record = bigRecord()
    const named = await drawn(page, address, record)
    const initials = await drawn(page, address, redacted(record, []))
    const from = performance.now()
    await page.pdf({ preferCSSPageSize: true, timeout: 0 })
    const pdf = performance.now() - from
    const what = `record of 3 hours and ${PEOPLE} people`
    const baseline = { what: 'the words of its tables in bare cells', value: named.bare }
    return [
      { what: `${what}: page to print`, value: named.page, unit: 'ms', budget: BUDGET, baseline },
      {
        what: `${what}: page to print, with initials instead of names`,
        value: initials.page,
        unit: 'ms',
        budget: BUDGET,
        baseline: { ...baseline, value: initials.bare },
      },
      { what: `${what}: Chromium writes the page as PDF`, value: pdf, unit: 'ms', baseline },
    ]
  } finally {
    await browser.close()
    await gallery.close()
  }
}

async function drawn(
  page: Page,
  address: string,
  record: LessonRecord,
): Promise<{ page: number; bare: number }> {
  const rows = printModel(record).sections.flatMap((section) => section.rows.slice(0, 260))
  const pages: number[] = []
  const bares: number[] = []
  // The first, uncounted round compiles the page's scripts.
  for (let n = 0; n <= ROUNDS; n += 1) {
    await page.goto(address)
    await page.waitForSelector('[data-waits=record]')
    const times = await page.evaluate(measure, record, rows)
    if (n === 0) continue
    pages.push(times.page)
    bares.push(times.bare)
  }
  return { page: median(pages), bare: median(bares) }
}

/** Runs in the page. */
async function measure(
  detail: LessonRecord,
  rows: readonly (readonly string[])[],
): Promise<{ page: number; bare: number }> {
  const table = document.createElement('table')
  let began = performance.now()
  for (const row of rows) {
    const line = table.insertRow()
    for (const cell of row) line.insertCell().textContent = cell
  }
  document.body.append(table)
  table.getBoundingClientRect()
  const bare = performance.now() - began
  table.remove()
  // The page before this one is still being taken down, on the same two cores.
  await new Promise((done) => requestIdleCallback(done))
  const there = new Promise<void>((resolve) => {
    new MutationObserver((_, watch) => {
      if (document.querySelector('.record-foot') === null) return
      watch.disconnect()
      resolve()
    }).observe(document.body, { subtree: true, childList: true })
  })
  began = performance.now()
  document.dispatchEvent(new CustomEvent('gallery:record', { detail }))
  await there
  document.body.getBoundingClientRect()
  const page = performance.now() - began
  const rowsDue = detail.people.length + detail.notSeen.length
  if (document.querySelectorAll('.timeline tbody tr').length !== rowsDue)
    throw new Error('The page does not have everybody of the record.')
  return { page, bare }
}
