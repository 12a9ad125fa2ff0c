import type { Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openGallery, press, type Gallery } from './pages/gallery.ts'

/** Whatever is removed, saved or closed: the keyboard stays near by, and never falls back to the top of the page. */

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery.close())

/** Works a control by its name with the keyboard, and waits until it can't be worked any more. */
async function away(page: Page, name: string): Promise<void> {
  const found = await control(page, name)
  await found.focus()
  await page.keyboard.press('Enter')
  await page.waitForFunction(
    (one) => !one.isConnected || (one instanceof HTMLButtonElement && one.disabled),
    {},
    found,
  )
  // Two frames: only then has the browser let go of what can't have the focus.
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  )
}

async function control(page: Page, name: string) {
  const found = await page.waitForSelector(
    `::-p-xpath(//button[@aria-label="${name}" or normalize-space(.)="${name}"])`,
  )
  if (found === null) throw new Error(`There is no “${name}”.`)
  return found.toElement('button')
}

/** Where the focus is: the name of the nearest part that has one, and whether a control of that page has it. */
function place(page: Page): Promise<string> {
  return page.evaluate(() => {
    const active = document.activeElement
    if (active === null || active === document.body) return 'nowhere'
    return (
      active.closest('[aria-label]')?.getAttribute('aria-label') ?? active.tagName.toLowerCase()
    )
  })
}

interface Case {
  readonly what: string
  readonly query: string
  /** Pressed before, by its words. */
  readonly first?: readonly string[]
  readonly gone: string
  readonly place: string
}

const CASES: readonly Case[] = [
  { what: 'a pupil', query: 'page=options', gone: 'Remove Dev Shah', place: 'Pupils' },
  {
    what: 'a member of staff',
    query: 'page=options',
    gone: 'Remove Ms Sara Khan',
    place: 'Staff',
  },
  {
    what: 'a parent',
    query: 'page=options',
    first: ['Parents and carers of Dev Shah: Mrs Anita Shah'],
    gone: 'Remove parent or carer 1 of Dev Shah',
    place: 'Parents and carers of Dev Shah',
  },
  {
    what: 'a contact',
    query: 'page=options&state=school',
    gone: 'Remove contact 1',
    place: 'Safeguarding leads',
  },
  {
    what: 'what was typed, undone',
    query: 'page=options',
    first: ['Remove Dev Shah'],
    gone: 'Undo changes',
    place: 'Class',
  },
  {
    what: 'the list of concerns, for one of them',
    query: 'page=options&state=concerns',
    gone: 'Write a concern',
    place: 'Concerns',
  },
  {
    what: 'the form of a concern',
    query: 'page=options&state=concerns',
    first: ['Write a concern'],
    gone: 'Close',
    place: 'Concerns',
  },
  {
    what: 'the sample class',
    query: 'page=welcome&state=register&fresh',
    first: ['Try a sample class'],
    gone: 'Delete the sample class',
    place: 'Classes for the panel',
  },
  {
    what: 'the offer of a sample class',
    query: 'page=welcome&state=register&fresh',
    gone: 'Try a sample class',
    place: 'Classes for the panel',
  },
]

describe('the focus stays near by when it goes away:', () => {
  it.each(CASES)('$what', async ({ query, first = [], gone, place: expected }) => {
    const { page } = await gallery.open(query, 1000)
    for (const words of first) await press(page, words)
    await away(page, gone)
    expect(await place(page)).toBe(expected)
    await page.close()
  })

  it('a class that is deleted', async () => {
    const { page } = await gallery.open('page=options', 1000)
    const found = await control(page, 'Delete')
    await found.focus()
    await page.keyboard.press('Enter')
    await page.waitForSelector('[role=alertdialog]')
    await press(page, 'Delete the class')
    await page.waitForFunction((one) => !one.isConnected, {}, found)
    await page.waitForFunction(() => document.activeElement?.tagName === 'SECTION')
    await page.close()
  })
})

describe('a control that is only busy', () => {
  it('has the focus again when it can be used again', async () => {
    const { page } = await gallery.open('page=options', 1000)
    // What React does while something is being kept, done by hand: the moment itself is too short to be met.
    const found = await control(page, 'Export as CSV')
    await found.focus()
    await page.evaluate((one) => one.setAttribute('disabled', ''), found)
    await page.waitForFunction(() => document.activeElement?.tagName === 'SECTION')
    await page.evaluate((one) => one.removeAttribute('disabled'), found)
    await page.waitForFunction((one) => document.activeElement === one, {}, found)
    await page.close()
  })
})
