import type { Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Register } from '../../lib/register/index.ts'
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

async function saved(page: Page): Promise<readonly Register[]> {
  return (await asked(page)).flatMap(({ kind, payload }) =>
    kind === 'saveRegister' ? [(payload as { register: Register }).register] : [],
  )
}

const waitForText = (page: Page, text: string) =>
  page.waitForFunction((wanted) => document.body.innerText.includes(wanted), {}, text)

describe.each(['classes', 'school', 'lessons', 'data'])('the options, %s', (state) => {
  it('fits every width and has no serious accessibility fault in light and dark', async () => {
    const { page, trouble } = await gallery.open(`page=options&state=${state}`)
    for (const width of [320, 420, 800, 1200]) {
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
})

describe('editing a class by hand', () => {
  it('saves what was typed, drops empty rows, and is clean again afterwards', async () => {
    const { page } = await gallery.open('page=options', 1200)
    await press(page, 'Add a pupil')
    await page.type('[aria-label="First name, new pupil"]', '  Nia ')
    await page.type('[aria-label="Last name, Nia"]', 'Jones')
    await page.select('[aria-label="Consent to video, Nia Jones"]', 'no')
    await press(page, 'Add a pupil')
    await page.click('[aria-label^="Parents and carers of Nia Jones"]')
    await press(page, 'Add a parent or carer')
    await page.type('fieldset [aria-label="Last name"]', 'Jones')
    await press(page, 'Save class')
    await waitForText(page, 'Saved.')
    const [register] = await saved(page)
    expect(register?.pupils).toHaveLength(6)
    expect(register?.pupils[5]).toMatchObject({
      firstName: 'Nia',
      lastName: 'Jones',
      consentVideo: 'no',
      consentRecording: 'unknown',
      guardians: [{ lastName: 'Jones' }],
    })
    await page.waitForFunction(() =>
      [...document.querySelectorAll('button')].some(
        (one) => one.textContent === 'Save class' && one.disabled,
      ),
    )
    await page.close()
  })

  it('does not save a class without a name, says why, and loses nothing', async () => {
    const { page } = await gallery.open('page=options', 1200)
    await press(page, 'Add a class')
    await press(page, 'Add a pupil')
    await page.type('[aria-label="First name, new pupil"]', 'Nia')
    await press(page, 'Save class')
    await waitForText(page, 'The class needs a name.')
    expect(await saved(page)).toEqual([])
    expect(
      await page.$eval('[aria-label^="First name"]', (field) => (field as HTMLInputElement).value),
    ).toBe('Nia')
    expect(await axeViolations(page)).toEqual([])
    await page.type('input[placeholder="Year 4 Maths"]', 'Choir')
    await press(page, 'Save class')
    await waitForText(page, 'Saved.')
    expect((await saved(page))[0]?.name).toBe('Choir')
    await page.close()
  })

  it('undoes, and deletes only after a second question', async () => {
    const { page } = await gallery.open('page=options', 1200)
    await page.click('[aria-label="Remove Dev Shah"]')
    await press(page, 'Undo changes')
    await page.waitForSelector('[aria-label="Remove Dev Shah"]')
    await press(page, 'Delete')
    await page.waitForSelector('[role=alertdialog]')
    await press(page, 'Go back')
    expect((await asked(page)).some(({ kind }) => kind === 'deleteRegister')).toBe(false)
    await press(page, 'Delete')
    await press(page, 'Delete the class')
    await page.waitForFunction(() => !document.body.innerText.includes('Year 4 Maths'))
    await page.close()
  })
})

describe('importing a file', () => {
  async function paste(page: Page, text: string): Promise<void> {
    await press(page, 'Import from a CSV file')
    await page.evaluate((value) => {
      const field = document.querySelector('textarea')
      const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set
      // As a paste does: the whole text at once, with the event that goes with it.
      set?.call(field, value)
      field?.dispatchEvent(new Event('input', { bubbles: true }))
    }, text)
    await press(page, 'Look at what I pasted')
  }

  it('shows by line what was understood and what was not, and takes it only on a click', async () => {
    const { page, trouble } = await gallery.open('page=options', 1200)
    await paste(
      page,
      'First name,Last name,Known as,Parent name,Consent to video\nNia,Jones,,Mrs Jones,yes\n,,Nobody,,\nDev,Shah,D,,yes\n<b>Bold</b>,Name,,,maybe\n',
    )
    await page.waitForSelector('.import-table')
    const text = await textOf(page)
    expect(text).toContain('Nia Jones')
    expect(text).toContain('Not taken')
    expect(
      await page.$$eval('.import-table tbody tr', (rows) =>
        rows.map((row) => row.cells[0]?.innerText),
      ),
    ).toEqual(['2', '3', '4', '5'])
    expect(await page.$$eval('b', (found) => found.length)).toBe(0)
    expect(await axeViolations(page)).toEqual([])
    expect(await saved(page)).toEqual([])
    await page.locator('::-p-xpath(//button[starts-with(normalize-space(.), "Take this")])').click()
    await waitForText(page, 'Look it over, then save.')
    await press(page, 'Save class')
    await waitForText(page, 'Saved.')
    const [register] = await saved(page)
    expect(register?.pupils.map((pupil) => pupil.firstName)).toContain('Nia')
    expect(register?.pupils.filter((pupil) => pupil.lastName === 'Shah')).toHaveLength(1)
    // Those who are not in the file stay unless somebody asks for more.
    expect(register?.pupils.map((pupil) => pupil.lastName)).toContain('Potter')
    expect(trouble).toEqual([])
    await page.close()
  })

  it('takes nothing of a file with the wrong columns, and lets the columns be named', async () => {
    const { page } = await gallery.open('page=options', 1200)
    await paste(page, 'Alpha,Beta\nNia,Jones\nMei,Chen\n')
    await waitForText(page, 'Nothing to take')
    expect(await axeViolations(page)).toEqual([])
    await page.select('.import-columns li:nth-child(1) select', 'firstName')
    await page.select('.import-columns li:nth-child(2) select', 'lastName')
    await waitForText(page, '2 pupils understood')
    await waitForText(page, '2 added')
    await page.close()
  })

  it('stays usable with 5,000 lines', async () => {
    const { page } = await gallery.open('page=options', 1200)
    const rows = Array.from({ length: 5000 }, (_, i) => `Pupil${i},Name${i}`)
    await paste(page, `First name,Last name\n${rows.join('\n')}\n`)
    await waitForText(page, '5000 pupils understood')
    expect(await page.$$eval('.import-table tbody tr', (found) => found.length)).toBe(100)
    await page.close()
  })
})

describe('the school', () => {
  it('saves settings and refuses what would not help in an emergency', async () => {
    const { page } = await gallery.open('page=options&state=school', 1000)
    await press(page, 'Add a contact')
    await page.type('fieldset:nth-of-type(2) input', 'David Osei')
    await press(page, 'Save settings')
    await waitForText(page, 'a contact has no phone number')
    await page.type('fieldset:nth-of-type(2) span:nth-of-type(3) input', '01632 960 102')
    await press(page, 'Save settings')
    await waitForText(page, 'Saved.')
    const kept = (await asked(page)).find(({ kind }) => kind === 'saveSettings')?.payload
    expect(kept).toMatchObject({
      version: 1,
      schoolName: 'Crossways Schools',
      dsl: [{ name: 'Helen Marsh' }, { name: 'David Osei', phone: '01632 960 102' }],
      retentionDays: 365,
    })
    await page.close()
  })

  it('refuses a retention that is no number of days', async () => {
    const { page } = await gallery.open('page=options&state=school', 1000)
    await page.type('[inputmode=numeric]', 'x')
    await press(page, 'Save settings')
    await waitForText(page, 'Not saved: the days')
    expect((await asked(page)).some(({ kind }) => kind === 'saveSettings')).toBe(false)
    await page.close()
  })

  it('erases everything only after a second question', async () => {
    const { page } = await gallery.open('page=options&state=data', 1000)
    await press(page, 'Erase everything')
    await page.waitForSelector('[role=alertdialog]')
    expect((await asked(page)).some(({ kind }) => kind === 'eraseAll')).toBe(false)
    await page.locator('[role=alertdialog] ::-p-text(Erase everything)').click()
    await page
      .locator(
        '::-p-xpath(//*[@role="alertdialog"]//button[normalize-space(.)="Erase everything"])',
      )
      .click()
    await waitForText(page, 'Everything is erased.')
    await page.close()
  })
})

describe('the record', () => {
  it('fits every width, has no serious fault in light and dark, and shows names as text', async () => {
    const { page, trouble } = await gallery.open('page=record')
    for (const width of [320, 420, 1100]) {
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

  it('says the timeline in words, gaps and all', async () => {
    const { page } = await gallery.open('page=record', 1100)
    const bars = await page.$$eval('.bar', (found) =>
      found.map((bar) => bar.getAttribute('aria-label')),
    )
    expect(bars).toHaveLength(6)
    expect(bars[3]).toContain('10:01 to 10:18, 10:22 to 10:47')
    await page.close()
  })

  it('prints on A4 without buttons', async () => {
    const { page } = await gallery.open('page=record', 1100)
    await page.emulateMediaType('print')
    expect(
      await page.$$eval('.no-print', (found) => found.map((one) => getComputedStyle(one).display)),
    ).toEqual(['none'])
    const pdf = await page.pdf({ preferCSSPageSize: true })
    const text = new TextDecoder('latin1').decode(pdf)
    const sizes = [...text.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/gu)].map((box) => [
      Number(box[1]),
      Number(box[2]),
    ])
    expect(sizes.length).toBeGreaterThan(0)
    for (const [width = 0, height = 0] of sizes) {
      expect(width).toBeCloseTo(595, -1)
      expect(height).toBeCloseTo(842, -1)
    }
    await page.close()
  })

  it('says when there is no such record', async () => {
    const { page } = await gallery.open('page=record&state=unknown')
    await waitForText(page, 'There is no record')
    await page.close()
  })
})
