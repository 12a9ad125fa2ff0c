import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Scheme } from '../../scripts/screens/arguments.ts'
import { settled } from '../../scripts/screens/look.ts'
import { SHOTS, type Shot } from '../../scripts/screens/shots.ts'
import { FULL } from '../support/full.ts'
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

/** All of it in `npm run test:full`; in `npm test` every fifth that is not large, each in another look than the one before. */
const CASES: readonly { readonly shot: Shot; readonly looks: readonly Scheme[] }[] = FULL
  ? SHOTS.map((shot) => ({ shot, looks: LARGE.includes(shot.name) ? ['light'] : LOOKS }))
  : SHOTS.filter(({ name }) => !LARGE.includes(name))
      .filter((_, at) => at % 5 === 0)
      .map((shot, at) => ({ shot, looks: LOOKS.filter((_, i) => i === at % LOOKS.length) }))

describe.each(CASES)('$shot.name', ({ shot, looks }) => {
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
