import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Scheme } from '../../scripts/screens/arguments.ts'
import { settled } from '../../scripts/screens/look.ts'
import { SHOTS } from '../../scripts/screens/shots.ts'
import { axeViolations, openGallery, sticksOut, tooSmall, type Gallery } from './pages/gallery.ts'

/** Every page in every state that is pictured, judged by measure: it fits, it can be hit, and axe finds nothing at all. */

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery.close())

/** The first is a panel of 360 × 800 px at 200 % zoom. */
const SIZES = [
  [180, 400],
  [320, 800],
  [360, 800],
  [420, 800],
  [1100, 800],
] as const

const LOOKS = ['light', 'dark', 'contrast', 'forced'] as const satisfies readonly Scheme[]

/** Two hundred and fifty rows take axe half a minute. */
const LARGE = ['panel/many', 'panel/manyOne', 'record/assembly']

/** What is drawn over a meeting stands there on a made-up one that is no page of ours; `overlay.test.ts` judges it. */
const PAGES = SHOTS.filter(({ name }) => !name.startsWith('overlay/'))

describe.each(PAGES)('$name', (shot) => {
  const looks: readonly Scheme[] = LARGE.includes(shot.name) ? ['light'] : LOOKS
  it('fits every size, can be hit, has no fault that axe finds, and breaks no policy', async () => {
    const { page, trouble, look } = await gallery.openShot(shot)
    for (const [width, height] of SIZES) {
      await page.setViewport({ width, height })
      await settled(page)
      expect(await sticksOut(page), `${width} px`).toBe(0)
      expect(await tooSmall(page), `${width} px`).toEqual([])
    }
    await page.setViewport({ width: 360, height: 800 })
    // Letters alone twice as large, as the browser's own setting makes them.
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
    await settled(page)
    expect(await sticksOut(page), 'letters of 200 %').toBe(0)
    await page.evaluate(() => document.documentElement.style.removeProperty('font-size'))
    await page.setViewport({ width: 320, height: 800 })
    for (const scheme of looks) {
      await look(scheme)
      await settled(page)
      expect(await axeViolations(page), scheme).toEqual([])
    }
    expect(trouble).toEqual([])
    await page.close()
  })
})
