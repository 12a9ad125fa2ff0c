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
  type Gallery,
} from './pages/gallery.ts'

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
}, 120_000)
afterAll(async () => {
  await gallery.close()
})

const TERM = 't1,t2,t3,t4,t5,t6,t7,t8,t9,t10,t11,t12'

async function waitForText(page: Page, text: string): Promise<void> {
  await page.waitForFunction((wanted) => document.body.innerText.includes(wanted), {}, text)
}

/** The file that the page wanted to save last. */
async function saved(page: Page): Promise<{ name: string; text: string }> {
  await page.waitForFunction(() => document.documentElement.dataset['saved'] !== undefined)
  const json = await page.evaluate(() => {
    const found = document.documentElement.dataset['saved'] ?? ''
    delete document.documentElement.dataset['saved']
    return found
  })
  return JSON.parse(json) as { name: string; text: string }
}

describe.each([
  ['of a class of 30', 'thirty'],
  ['of an assembly of 250', 'assembly'],
  ['of a damaged journal', 'damaged'],
  ['of a term', TERM],
])('the record %s', (_, state) => {
  it('fits every width and has no serious fault in light and dark', async () => {
    const { page, trouble } = await gallery.open(`page=record&state=${state}`)
    await page.waitForSelector('h2')
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
  }, 60_000)
})

describe('the picture of a lesson', () => {
  it('has a bar per pupil with its words, and one for each who was not seen', async () => {
    const { page } = await gallery.open('page=record&state=s1', 1100)
    const spoken = await page.$$eval('.bar', (bars) =>
      bars.map((bar) => bar.getAttribute('aria-label')),
    )
    expect(spoken).toHaveLength(8)
    expect(spoken[3]).toMatch(/^Freya Hughes: in the call 10:01 to 10:18, 10:22 to 10:47; camera/)
    expect(spoken[2]).toMatch(/off for 8 because staff asked.*rooms noted: may be a bedroom, fine/)
    expect(spoken.at(-1)).toBe('Elsie Ward: not seen (not certain)')
    expect(await page.$$eval('.bar-gap', (all) => all.length)).toBe(1)
    const legend = await page.$eval('.legend', (one) => one.textContent)
    expect(legend).toContain('camera off because staff asked')
    expect(legend).toContain('open again')
    expect(legend).not.toContain('nobody watched')
    await page.close()
  })
  it('has a line for how well each thing could be read, with its words', async () => {
    const { page } = await gallery.open('page=record&state=s1', 1100)
    const spoken = await page.$$eval('.spark', (lines) =>
      lines.map((line) => line.getAttribute('aria-label')),
    )
    expect(spoken).toHaveLength(5)
    expect(spoken[0]).toMatch(/^People: in full 38 min.*; 09:57 to 09:59 in part$/)
    await page.close()
  })
  it('repeats its times on every printed page of a long list, and hides what is for the screen', async () => {
    const { page } = await gallery.open('page=record&state=assembly', 700)
    await page.waitForSelector('h2')
    await page.emulateMediaType('print')
    const shown = await page.evaluate(() => ({
      head: getComputedStyle(document.querySelector('.timeline thead') as Element).display,
      tools: getComputedStyle(document.querySelector('.record-tools') as Element).display,
    }))
    expect(shown).toEqual({ head: 'table-header-group', tools: 'none' })
    await page.close()
  })
  it('says loudly that the journal is damaged', async () => {
    const { page } = await gallery.open('page=record&state=damaged', 1100)
    await waitForText(
      page,
      'The journal of this lesson is damaged. Entries are missing, from entry 118 on.',
    )
    await page.close()
  })
})

describe('initials instead of names', () => {
  it('are shown, and saved, in place of every name', async () => {
    const { page } = await gallery.open('page=record&state=s1', 1100)
    await press(page, 'CSV')
    expect((await saved(page)).text).toContain('Amelia Potter')
    await page.locator('::-p-aria([name="Initials instead of names"])').click()
    await waitForText(page, 'A. P.')
    expect(await textOf(page)).not.toMatch(/Amelia|Potter|Hughes|Kowalska|Khan/)
    for (const button of ['CSV', 'Log as CSV', 'JSON']) {
      await press(page, button)
      const file = await saved(page)
      expect(file.text, button).not.toMatch(/Amelia|Potter|Hughes|Kowalska|Khan/)
      expect(file.text, button).toContain('A. P.')
    }
    await page.close()
  })
})

describe('several lessons together', () => {
  it('stand by lesson and by pupil, and one pupil can be looked at alone', async () => {
    const { page } = await gallery.open(`page=record&state=${TERM},gone`, 1100)
    await waitForText(page, 'Records of 12 video lessons')
    expect(await textOf(page)).toContain('1 lesson is not here')
    const heat = await page.$$eval('.heat tbody tr', (rows) =>
      rows.map((row) => [...row.children].map((cell) => cell.textContent)),
    )
    expect(heat.length).toBeGreaterThanOrEqual(30)
    // A name and twelve lessons; each cell is a sign and the words for it.
    expect(heat[0]).toHaveLength(13)
    expect(new Set(heat.flatMap((row) => row.slice(1)))).toEqual(
      new Set([
        '•there',
        '½there for less than three quarters',
        'Llate',
        'Aabsent',
        '?not seen, not certain',
      ]),
    )
    const heads = await page.$$eval('.heat-day', (all) => all.map((one) => one.textContent))
    expect(heads[0]).toBe('1717 August 2026, 09:57')
    const pupil = 'section[aria-label="One pupil"] select'
    const [first] = await page.$$eval(`${pupil} option`, (all) =>
      all.filter((one) => one.value !== '').map((one) => one.value),
    )
    await page.select(pupil, first ?? '')
    await page.waitForSelector('section[aria-label="One pupil"] tbody tr')
    const rows = await page.$$eval('section[aria-label="One pupil"] tbody tr', (all) => all.length)
    expect(rows).toBe(12)
    await press(page, 'By pupil as CSV')
    const file = await saved(page)
    expect(file.name).toMatch(/^2026-08-17 to 2026-11-02 Year 4 Maths 12 lessons by pupil\.csv$/)
    expect(file.text.split('\r\n')).toHaveLength(32)
    await page.close()
  })
})

describe('several lessons of some days, of one class', () => {
  it('are what is looked at and saved', async () => {
    const { page } = await gallery.open('page=record&state=t10,t11,t12,s0,s1', 1100)
    await waitForText(page, 'Records of 5 video lessons')
    const days = '.lessons-choice .field:nth-of-type(2) select'
    await page.select(days, 'days7')
    await waitForText(page, 'Records of 2 video lessons of the 5 that were opened')
    expect(await textOf(page)).toContain('Friday 6 November 2026 to Monday 9 November 2026')
    await press(page, 'JSON')
    expect((await saved(page)).name).toBe('2026-11-06 to 2026-11-09 2 lessons.json')
    await page.select('.lessons-choice .field:nth-of-type(1) select', '1')
    await waitForText(page, 'Records of 1 video lesson of the 5 that were opened')
    await press(page, 'By pupil as CSV')
    expect((await saved(page)).name).toBe('2026-11-09 Year 4 Maths 1 lesson by pupil.csv')
    await page.select(days, 'own')
    await setDay(page, 'First day', '2026-10-01')
    await setDay(page, 'Last day', '2026-10-26')
    await waitForText(page, 'Monday 19 October 2026 to Monday 26 October 2026')
    await setDay(page, 'First day', '2026-12-01')
    await setDay(page, 'Last day', '2026-12-02')
    await waitForText(page, 'None of the 5 lessons is of these days.')
    expect(await page.$$('.record-tools')).toHaveLength(0)
    await page.close()
  })
})

/** Fills a date field as its calendar does. */
async function setDay(page: Page, label: string, day: string): Promise<void> {
  const field = await page.waitForSelector(`::-p-aria([name="${label}"])`)
  await field?.evaluate((input, value) => {
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
    set?.call(input, value)
    input.dispatchEvent(new Event('input', { bubbles: true }))
  }, day)
}

describe('the list of lessons', () => {
  it('says which lesson was interrupted, is damaged, or is deleted soon', async () => {
    const { page } = await gallery.open('page=options&state=lessons&damaged', 360)
    // A record is asked for once its line is on screen.
    await page.setViewport({ width: 360, height: 1600 })
    await waitForText(page, 'Damaged, readable in part')
    const said = await page.$$eval('.past-lessons li', (all) => all.map((one) => one.innerText))
    expect(said.map((one) => /Interrupted/.test(one))).toEqual([false, true, true])
    expect(said.map((one) => /Damaged/.test(one))).toEqual([false, false, true])
    expect(said[2]).toContain('Tue 18 Nov 2025, 10:03')
    expect(said[2]).toContain('Deleted by itself in 9 days, on 18 November 2026')
    for (const width of [320, 360, 1100]) {
      await page.setViewport({ width, height: 900 })
      expect(await sticksOut(page), `${width} px`).toBe(0)
    }
    for (const scheme of ['light', 'dark'] as const) {
      await setScheme(page, scheme)
      expect(await axeViolations(page), scheme).toEqual([])
    }
    await page.close()
  })
  it('is of the days that were chosen', async () => {
    const { page } = await gallery.open('page=options&state=lessons', 420)
    await waitForText(page, '2 lessons found')
    await page.select('.past-tools select', 'own')
    await setDay(page, 'Last day', '2026-11-08')
    await waitForText(page, '1 lesson found until 8 November 2026')
    expect(await textOf(page)).not.toContain('Year 4 Maths')
    await page.locator('::-p-aria([name="Choose the lesson found"])').click()
    await press(page, 'Open 1 lesson together')
    expect(await page.evaluate(() => document.documentElement.dataset['opened'])).toBe('["s0"]')
    await page.close()
  })
  it('has a strip for each lesson once it is on screen, and none while a lesson runs', async () => {
    const { page } = await gallery.open('page=options&state=lessons', 420)
    await page.waitForFunction(() => document.querySelectorAll('.mini svg').length === 2)
    const spoken = await page.$$eval('.mini svg', (all) =>
      all.map((one) => one.getAttribute('aria-label')),
    )
    expect(spoken[0]).toBe(
      '50 minutes: locked at 10:05; 1 late knock at 10:19; 2 prompts at 10:11, 10:22',
    )
    expect((await asked(page)).filter(({ kind }) => kind === 'record')).toHaveLength(2)
    await page.close()
    const running = await gallery.open('page=options&state=lessons&lesson=y4', 420)
    await waitForText(running.page, '3 lessons found')
    expect((await asked(running.page)).some(({ kind }) => kind === 'record')).toBe(false)
    await running.page.close()
  })
  it('finds by any word, says when a record is deleted, and opens several together', async () => {
    const { page } = await gallery.open('page=options&state=lessons', 1000)
    await waitForText(page, 'Deleted by itself on 9 November 2027')
    await page.type('[type=search]', 'november story')
    await waitForText(page, '1 lesson found')
    expect(await textOf(page)).not.toContain('Year 4 Maths')
    await page.locator('::-p-aria([name="Choose the lesson found"])').click()
    await press(page, 'Open 1 lesson together')
    expect(await page.evaluate(() => document.documentElement.dataset['opened'])).toBe('["s0"]')
    await page.click('[type=search]', { count: 3 })
    await page.keyboard.press('Backspace')
    await waitForText(page, '2 lessons found')
    await page.locator('::-p-aria([name="Choose all 2 lessons found"])').click()
    await press(page, 'Open 2 lessons together')
    expect(await page.evaluate(() => document.documentElement.dataset['opened'])).toBe(
      '["s1","s0"]',
    )
    await page.close()
  })
})

describe('a backup', () => {
  const words = 'four words that fit'
  it('is asked for only with one passphrase, twice the same and long enough', async () => {
    const { page } = await gallery.open('page=options&state=data', 1000)
    const [one, two] = await page.$$('form:first-of-type input[type=password]')
    await one?.type('short')
    await press(page, 'Save a backup')
    await waitForText(page, 'needs at least 12 characters')
    await one?.type(words)
    await two?.type('something else')
    await press(page, 'Save a backup')
    await waitForText(page, 'not the same')
    expect((await asked(page)).some(({ kind }) => kind === 'backUp')).toBe(false)
    await page.close()
  })
  it('is saved as a file, and the passphrase is forgotten', async () => {
    const { page } = await gallery.open('page=options&state=data', 1000)
    const fields = await page.$$('form:first-of-type input[type=password]')
    for (const field of fields) await field.type(words)
    await press(page, 'Save a backup')
    await waitForText(page, 'The backup holds 2 lessons, 2 classes and the settings.')
    expect(await textOf(page)).toContain('1 concern note is not in it.')
    expect((await asked(page)).find(({ kind }) => kind === 'backUp')?.payload).toEqual({
      passphrase: words,
      concerns: false,
    })
    expect((await saved(page)).name).toMatch(/^Lesson Steward 2026-\d\d-\d\d\.lessonsteward$/)
    expect(await page.$$eval('input[type=password]', (all) => all.map((one) => one.value))).toEqual(
      ['', '', ''],
    )
    await page.close()
  })
  // T-30
  it('holds the concern notes only where that is ticked, for this one file', async () => {
    const { page } = await gallery.open('page=options&state=data', 1000)
    const left = 'The next backup will leave out 1 concern note kept here.'
    await waitForText(page, left)
    const box = page.locator('::-p-aria([name="Concern notes too"][role="checkbox"])')
    await box.click()
    await waitForText(page, 'The next backup will hold 1 concern note kept here.')
    for (const field of await page.$$('form:first-of-type input[type=password]'))
      await field.type(words)
    await press(page, 'Save a backup')
    await waitForText(page, 'holds 2 lessons, 2 classes, 1 concern note and the settings.')
    expect((await asked(page)).find(({ kind }) => kind === 'backUp')?.payload).toEqual({
      passphrase: words,
      concerns: true,
    })
    // The next file is chosen for anew.
    await waitForText(page, left)
    await page.close()
  })
  it('that is taken in says what became of everything, or why nothing was changed', async () => {
    const { page } = await gallery.open('page=options&state=data', 1000)
    await press(page, 'Restore')
    await waitForText(page, 'Choose a backup first.')
    await page.evaluate(() => {
      const input = document.querySelector<HTMLInputElement>(
        'input[type=file][accept*=".lessonsteward"]',
      )
      const files = new DataTransfer()
      files.items.add(new File(['{}'], 'a.lessonsteward'))
      if (input === null) return
      input.files = files.files
      input.dispatchEvent(new Event('change', { bubbles: true }))
    })
    const [field] = (await page.$$('input[type=password]')).slice(-1)
    await field?.type('wrong')
    await press(page, 'Restore')
    await waitForText(page, 'Nothing was changed. The passphrase does not fit this backup')
    await field?.type(' no more')
    await press(page, 'Restore')
    await waitForText(page, '12 lessons added.')
    expect(await textOf(page)).toContain('3 lessons left out: older than records are kept.')
    expect(await textOf(page)).toContain('2 concern notes added.')
    expect(await textOf(page)).toContain('The settings here were kept.')
    await page.close()
  })
})
