import type { Page } from 'puppeteer'

/** Ways through the gallery's pages, for the checks and for the pictures (`npm run screens`). */

/** Clicks the first visible button, tab or link whose words are `words`. */
export async function press(page: Page, words: string): Promise<void> {
  await page
    .locator(
      `::-p-xpath(//*[self::button or @role="tab"][normalize-space(.)=${quoted(words)} or @aria-label=${quoted(words)}])`,
    )
    .click()
}

function quoted(text: string): string {
  return text.includes('"') ? `'${text}'` : `"${text}"`
}

/** Pastes a list into the import of the settings, and has it looked at. */
export async function pasteList(page: Page, text: string): Promise<void> {
  await press(page, 'Import a file or paste')
  await page.waitForSelector('textarea')
  await page.evaluate((value) => {
    const field = document.querySelector('textarea')
    const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set
    // As a paste does: the whole text at once, with the event that goes with it.
    set?.call(field, value)
    field?.dispatchEvent(new Event('input', { bubbles: true }))
  }, text)
  await press(page, 'Look at what I pasted')
}

/** Leaves out the steps of the practice lesson up to one; with none named all that are left. The call is still open then. */
export async function skipPractice(page: Page, upTo = 'The end of the lesson'): Promise<void> {
  const title = () => page.$eval('.coach-title', (one) => one.textContent)
  for (let now = await title(); now !== upTo; now = await title()) {
    await press(page, 'Skip this step')
    await page.waitForFunction(
      (before) => document.querySelector('.coach-title')?.textContent !== before,
      {},
      now,
    )
  }
}
