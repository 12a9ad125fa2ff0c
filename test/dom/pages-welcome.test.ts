import type { Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  asked,
  axeViolations,
  openGallery,
  press,
  setScheme,
  sticksOut,
  textOf,
  tooSmall,
  type Gallery,
} from './pages/gallery.ts'
import { skipPractice } from './pages/ways.ts'

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery.close())

/** 180 is 360 px at 200 % zoom. */
const WIDTHS = [180, 360, 768, 1280]

async function looksRight(page: Page, what: string, widths = WIDTHS): Promise<void> {
  for (const width of widths) {
    await page.setViewport({ width, height: 800 })
    expect(await sticksOut(page), `${what}, ${width} px`).toBe(0)
    expect(await tooSmall(page), `${what}, ${width} px`).toEqual([])
  }
  for (const value of ['light', 'dark'] as const) {
    await setScheme(page, value)
    expect(await axeViolations(page), `${what}, ${value}`).toEqual([])
  }
}

describe('the welcome page', () => {
  it.each([
    ['rules', 'state=rules&fresh'],
    ['rules that the school has set', 'state=rules&schoolset'],
    ['no class yet', 'state=register&fresh'],
    ['classes', 'state=register'],
    ['practice', 'state=practice'],
  ])('fits, and can be used by everybody: %s', async (what, query) => {
    const { page, trouble } = await gallery.open(`page=welcome&${query}`)
    await page.waitForSelector('.welcome-step')
    await looksRight(page, what)
    expect(trouble).toEqual([])
    await page.close()
  })

  it('says where the school has set the rules, and lets nobody choose', async () => {
    const { page } = await gallery.open('page=welcome&state=rules&schoolset')
    await page.waitForSelector('.welcome-step')
    expect(await textOf(page)).toContain('Set by your school: Ernesford Grange Primary School')
    expect(await page.$$('input[type=radio]')).toHaveLength(0)
    await press(page, 'Go on')
    await page.waitForFunction(() => document.body.innerText.includes('Try a sample class'))
    expect((await asked(page)).map(({ kind }) => kind)).not.toContain('saveSettings')
    await page.close()
  })

  it('keeps the rules, puts a sample class in and takes it out again', async () => {
    const { page } = await gallery.open('page=welcome&state=rules&fresh')
    await page.waitForSelector('.welcome-step')
    await page.locator('label.choice ::-p-text(Both policies)').click()
    await press(page, 'Use these rules')
    await press(page, 'Try a sample class')
    await press(page, 'Delete the sample class')
    await page.waitForFunction(() =>
      document.body.innerText.includes('The sample class is deleted.'),
    )
    const all = await asked(page)
    expect(all.find(({ kind }) => kind === 'saveSettings')?.payload).toMatchObject({
      packId: 'combined',
    })
    expect(all.find(({ kind }) => kind === 'deleteRegister')?.payload).toEqual({
      registerId: 'sample-class',
    })
    await page.close()
  })
})

describe('the practice lesson', () => {
  const step = (page: Page, title: string) =>
    page.waitForFunction(
      (wanted) => document.querySelector('.coach-title')?.textContent === wanted,
      {},
      title,
    )

  it('fits and can be used by everybody from its first step to the record', async () => {
    const { page, trouble } = await gallery.open('page=practice', 1280)
    await step(page, 'Choose the class')
    await looksRight(page, 'before')
    await press(page, 'Use this class')
    await press(page, 'Join the call')
    await step(page, 'Somebody knocks')
    await page.waitForSelector('.next-admit[aria-disabled="false"]')
    await looksRight(page, 'knock')
    // Whatever is left out, the lesson comes to its end.
    await skipPractice(page)
    await press(page, 'End the call')
    await step(page, 'The record')
    await press(page, 'Open the record')
    await page.waitForSelector('.practice-done')
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('practice-done')
    expect(await page.evaluate(() => document.documentElement.dataset['practised'])).toBe('yes')
    // The timeline of a record wants the 320 px of a small screen.
    await looksRight(page, 'record', [320, 768, 1280])
    expect(trouble).toEqual([])
    await page.close()
  })

  it('draws its people: no photograph, and each picture in words', async () => {
    const { page } = await gallery.open('page=practice', 768)
    await press(page, 'Use this class')
    await press(page, 'Join the call')
    await page.waitForSelector('.tile:nth-child(2)')
    expect(await page.$$('img, video, canvas, picture')).toHaveLength(0)
    expect(
      await page.$$eval('.tile .visually-hidden', (all) => all.map((one) => one.textContent)),
    ).toEqual([
      'Drawing: You, in front of a plain wall',
      'Drawing: Mr Lewis, in front of a plain wall',
    ])
    await page.close()
  })
})
