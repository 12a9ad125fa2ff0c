import type { Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeViolations, openGallery, press, sticksOut, type Gallery } from './pages/gallery.ts'

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
}, 120_000)
afterAll(async () => {
  await gallery.close()
})

/** The size of every sheet that Chromium would print, in points. */
async function sheets(page: Page): Promise<readonly string[]> {
  const pdf = Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  return [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/gu)].map(
    ([, width, height]) => `${Math.round(Number(width))} × ${Math.round(Number(height))}`,
  )
}

async function records(page: Page): Promise<void> {
  await press(page, 'Records, one after another')
  await page.waitForSelector('.record-one')
}

describe('the records of several lessons', () => {
  it('are printed whole, each on sheets of its own, on A4, and nothing else', async () => {
    const alone: number[] = []
    for (const one of ['s0', 's1']) {
      const { page } = await gallery.open(`page=record&state=${one}`, 1100)
      await page.waitForSelector('h2')
      alone.push((await sheets(page)).length)
      await page.close()
    }
    // The newest was chosen first in the list; on paper the oldest comes first.
    const { page } = await gallery.open('page=record&state=s1,s0', 1100)
    await page.waitForSelector('[role=tab]')
    await records(page)
    const all = await sheets(page)
    expect(all).toHaveLength((alone[0] ?? 0) + (alone[1] ?? 0))
    expect(new Set(all)).toEqual(new Set(['595 × 842']))
    await page.emulateMediaType('print')
    const printed: string = await page.evaluate(() => document.body.innerText)
    expect(printed.trimStart()).toMatch(
      /^Record of a video lesson\s+Year 2 Story time\s+Friday 6 Nov/,
    )
    expect(printed.match(/session s\d+\./gu)).toEqual(['session s0.', 'session s1.'])
    expect(printed).not.toContain('Lesson by lesson')
    await page.close()
  }, 120_000)

  it('have initials instead of names where that was asked for', async () => {
    const { page } = await gallery.open('page=record&state=s1,s0', 1100)
    await page.waitForSelector('[role=tab]')
    await records(page)
    const has = (text: string) =>
      page.evaluate((wanted) => document.querySelector('main')?.innerText.includes(wanted), text)
    expect(await has('Amelia Potter')).toBe(true)
    await page.locator('::-p-aria([name="Initials instead of names"])').click()
    await page.waitForFunction(() => document.body.innerText.includes('A. P.'))
    expect(await has('Amelia')).toBe(false)
    expect(await has('Potter')).toBe(false)
    await page.close()
  }, 60_000)

  it('fit every width, and say in every heading and table which lesson they are of', async () => {
    const { page, trouble } = await gallery.open('page=record&state=damaged,s0', 1100)
    await page.waitForSelector('[role=tab]')
    await records(page)
    for (const width of [320, 1100]) {
      await page.setViewport({ width, height: 900 })
      expect(await sticksOut(page), `${width} px`).toBe(0)
    }
    expect(await axeViolations(page)).toEqual([])
    const named = await page.$$eval('.record-one [role=region]', (all) =>
      all.map((one) => one.getAttribute('aria-label')),
    )
    expect(new Set(named).size).toBe(named.length)
    expect(await page.$$eval('h1', (all) => all.length)).toBe(1)
    expect(await page.$eval('main', (one) => one.innerText)).toContain(
      'The journal of this lesson is damaged.',
    )
    expect(trouble).toEqual([])
    await page.close()
  }, 120_000)
})
