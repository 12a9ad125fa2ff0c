import type { Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PACKS } from '../../lib/protocol/packs/index.ts'
import type { Translation } from '../../lib/words/catalogue.ts'
import { readWords } from '../../lib/words/load.ts'
import { wordsText } from '../../scripts/words/files.ts'
import { axeViolations, openGallery, press, sticksOut, type Gallery } from './pages/gallery.ts'

// The practice lesson says everything by itself, with the code of a real one: panel, prompts, clauses, record. Played in Welsh, no English may be left.

let gallery: Gallery
let welsh: Translation
beforeAll(async () => {
  gallery = await openGallery()
  welsh = readWords(await wordsText('cy'))
})
afterAll(() => gallery.close())

function said(english: string, values: Readonly<Record<string, string>> = {}): string {
  const found = welsh.get(english)
  if (typeof found !== 'string') throw new Error(`“${english}” has no Welsh.`)
  return found.replace(/\{(\w+)\}/gu, (gap, name: string) => values[name] ?? gap)
}

/** Words that English can't do without and Welsh does not have. */
const ENGLISH =
  /\b(?:the|and|of|are|was|with|you|your|this|that|not|for|has|have|from|they|will|can)\b/iu

/** Names of schools are the same in every language. */
const NAMES = new Set(PACKS.map(({ schoolName }) => schoolName))

/** What is seen or read out on the page, piece by piece, and is English. */
async function english(page: Page): Promise<readonly string[]> {
  const pieces = await page.evaluate(() => {
    const found: string[] = []
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      const parent = texts.currentNode.parentElement
      if (parent !== null && !['SCRIPT', 'STYLE'].includes(parent.tagName))
        found.push(texts.currentNode.textContent ?? '')
    }
    for (const one of document.querySelectorAll('[aria-label],[title],[placeholder],[alt]'))
      for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
        found.push(one.getAttribute(name) ?? '')
    return found
  })
  return pieces.filter((piece) => !NAMES.has(piece.trim()) && ENGLISH.test(piece))
}

describe('in Welsh', () => {
  it('the practice lesson is played to its record with no English left, and fits a narrow panel', async () => {
    const { page, trouble } = await gallery.open('page=practice&language=cy', 1100)
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('cy')
    const title = () => page.$eval('.coach-title', (one) => one.textContent)
    const met: string[] = []
    const last = said('The end of the lesson')
    await press(page, said('Use this class'))
    await press(page, said('Join the call'))
    await page.waitForSelector('.next-admit[aria-disabled="false"]')
    for (let now = await title(); ; now = await title()) {
      met.push(now)
      expect(await english(page), now).toEqual([])
      if (now === last) break
      await press(page, said('Skip this step'))
      await page.waitForFunction(
        (before) => document.querySelector('.coach-title')?.textContent !== before,
        {},
        now,
      )
    }
    expect(met.length).toBeGreaterThan(5)
    for (const width of [320, 1100]) {
      await page.setViewport({ width, height: 800 })
      expect(await sticksOut(page), `${width} px`).toBe(0)
    }
    expect(await axeViolations(page)).toEqual([])
    await press(page, said('End the call'))
    await press(page, said('Open the record'))
    await page.waitForSelector('.practice-done')
    expect(await english(page)).toEqual([])
    expect(trouble).toEqual([])
    await page.close()
  })

  it.each([
    'welcome',
    'options&state=school',
    'options&state=data',
    'options&state=rules',
    'selftest',
  ])('no English is left on %s', async (query) => {
    const { page } = await gallery.open(`page=${query}&language=cy`, 1100)
    await page.waitForFunction(() => !document.body.innerText.includes('Un eiliad'))
    expect(await english(page)).toEqual([])
    await page.close()
  })
})
