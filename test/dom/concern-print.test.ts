import type { Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SAMPLE_CONCERN } from '../../components/gallery/sampleConcern.ts'
import { openGallery, press, setScheme, sticksOut, type Gallery } from './pages/gallery.ts'
import { sheetsOf } from './support/pdf.ts'

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
}, 120_000)
afterAll(() => gallery.close())

/** As much as the field takes: sentences that tell whether one is missing, and a line that nothing can be broken at. */
const FIELD_TAKES = 20_000
const UNBROKEN = `https://example.org/${'a'.repeat(600)}`
const SENTENCES = Array.from(
  { length: 540 },
  (_, at) => `Sentence ${at + 1}: he looked to the side.`,
)
const LONG = `${UNBROKEN}\n${SENTENCES.join('\n')}`.slice(0, FIELD_TAKES)

/** The whole text at once, with the event that goes with it: typed key by key it would take minutes. */
async function paste(page: Page, label: string, text: string): Promise<void> {
  const field = await page.waitForSelector(`::-p-aria([name="${label}"])`)
  await field?.evaluate((element, value) => {
    const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set
    set?.call(element, value)
    element.dispatchEvent(new Event('input', { bubbles: true }))
  }, text)
}

const plain = (text: string) => text.replaceAll(/\s/gu, '')
/** Nearly black: each of red, green and blue is below two fifths, which is 6:1 or better on white. */
const isDark = (ink: string) => ink.split(' ').every((part) => Number(part) < 0.4)

describe('a concern as it is saved as PDF, by the browser’s print', () => {
  it('is whole and alone on A4, dark on white, with text as long as it can be and the page in dark mode', async () => {
    const { page, trouble } = await gallery.open(
      `page=options&state=concerns&concern=${SAMPLE_CONCERN.ref}`,
      1100,
    )
    await setScheme(page, 'dark')
    await press(page, 'Change')
    await paste(page, 'What you saw and heard: facts only', LONG)
    await press(page, 'Keep this concern')
    await page.waitForSelector('.concern-print')
    const controls = await page.$$eval('button, [role=tab]', (all) =>
      all.map((one) => (one.textContent ?? '').trim()).filter((text) => text !== ''),
    )
    expect(controls).toEqual(expect.arrayContaining(['Print or save as PDF', 'Delete', 'School']))

    // With backgrounds, which a teacher may tick in the browser's dialog: what is dark on the screen would be printed so.
    const sheets = sheetsOf(await page.pdf({ preferCSSPageSize: true, printBackground: true }))
    await page.emulateMediaType('print')
    // The width between the margins of A4: nothing is cut off at the right.
    await page.setViewport({ width: 657, height: 900 })
    expect(await sticksOut(page)).toBe(0)
    const concern = await page.evaluate(
      () => document.querySelector<HTMLElement>('.concern-sheet')?.innerText ?? '',
    )

    expect(new Set(sheets.map(({ size }) => size))).toEqual(new Set(['595 × 842']))
    // Some sixty lines go on a sheet, and every sentence has a line of its own.
    expect(sheets.length).toBeGreaterThan(SENTENCES.length / 70)
    expect(sheets.length).toBeLessThan(SENTENCES.length / 30)
    const printed = sheets.map(({ text }) => text).join('')
    expect(printed).toContain(plain(LONG))
    expect(printed).toBe(plain(concern))
    for (const control of controls) expect(concern.split('\n')).not.toContain(control)
    for (const { text, inks, fills } of sheets) {
      expect(text).not.toBe('')
      expect([...inks].filter((ink) => !isDark(ink))).toEqual([])
      expect([...fills].filter((fill) => fill !== '1 1 1')).toEqual([])
    }
    expect(trouble).toEqual([])
    await page.close()
  }, 120_000)
})
