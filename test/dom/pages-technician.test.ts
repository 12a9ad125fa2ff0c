import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  asked,
  axeViolations,
  openGallery,
  press,
  setScheme,
  sticksOut,
  textOf,
  type Gallery,
} from './pages/gallery.ts'

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery.close())

describe.each(['page=options&state=sites', 'page=options&state=sites&managed', 'page=selftest'])(
  'the technician’s page, %s',
  (query) => {
    it('fits every width and has no serious accessibility fault in light and dark', async () => {
      const { page, trouble } = await gallery.open(query)
      await page.waitForFunction(() => !document.body.innerText.includes('Just a moment'))
      if (query === 'page=selftest') await press(page, 'Make a report')
      for (const width of [320, 360, 768, 1280]) {
        await page.setViewport({ width, height: 900 })
        expect(await sticksOut(page), `${width} px`).toBe(0)
      }
      for (const scheme of ['light', 'dark'] as const) {
        await setScheme(page, scheme)
        expect(await axeViolations(page), scheme).toEqual([])
      }
      expect(trouble).toEqual([])
      await page.close()
    })
  },
)

describe('by which pack a site is read', () => {
  it('what the school sets is said and can’t be changed', async () => {
    const { page } = await gallery.open('page=options&state=sites&managed')
    await page.waitForFunction(() => document.body.innerText.includes('set by your school'))
    expect(await page.$('input[aria-label="Selector pack for Google Meet"]')).toBeNull()
    expect(await page.$('input[aria-label="Selector pack for Microsoft Teams"]')).not.toBeNull()
    expect(await textOf(page)).toContain('targets.hangUp: missing')
    await page.close()
  })
  it('an older pack is said to be older, and a file can be taken back', async () => {
    const { page } = await gallery.open('page=options&state=sites')
    await page.waitForFunction(() => document.body.innerText.includes('already knows newer looks'))
    await press(page, 'Back to the shipped pack of Google Meet')
    await page.waitForFunction(() => document.body.innerText.includes('own pack, of 2026-09-27'))
    expect((await asked(page)).at(-1)).toEqual({
      kind: 'resetLooks',
      payload: { platform: 'meet' },
    })
    await page.close()
  })
})

describe('the self-test', () => {
  it('says of every sign how it stands, why not, and what the selectors found', async () => {
    const { page } = await gallery.open('page=selftest')
    await page.waitForFunction(() => document.body.innerText.includes('Watching Google Meet'))
    const text = (await textOf(page)).replace(/\s+/gu, ' ')
    expect(text).toContain('The call: seen')
    expect(text).toContain('Somebody waits: not seen yet')
    expect(text).toContain(
      'Who may come in: can’t be seen – The meeting shows nothing of a lock right now',
    )
    expect(text).toContain('2 of 4 were found by the first way of looking, 1 by a later one, 1 not')
    await page.close()
  })
})
