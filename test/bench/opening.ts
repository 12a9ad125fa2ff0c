import type { Page } from 'puppeteer'
import { setStage } from '../e2e/support/browser.ts'
import { median } from '../support/median.ts'
import type { Figure } from './figure.ts'

const BUDGET_MS = 300
const ROUNDS = 9

/**
 * How soon the panel of the built extension can be used: from the opening of its page until the first view of the background is drawn
 * with the emergency button, and the script that drew it has come to its end. No meeting is open. The first, uncounted round brings its
 * files into memory.
 */
export async function openingFigures(): Promise<readonly Figure[]> {
  const stage = await setStage()
  try {
    const page = await stage.open('sidepanel.html', { width: 360, height: 800 })
    await page.evaluateOnNewDocument(watch)
    const address = `chrome-extension://${stage.extensionId}`
    const value = await medianOf(() => usableAfter(page, `${address}/sidepanel.html`))
    const empty = await medianOf(() => usableAfter(page, `${address}/icon/icon.svg`))
    return [
      {
        what: 'panel, no meeting open: can be used after',
        value,
        unit: 'ms',
        budget: BUDGET_MS,
        baseline: { what: 'a picture of the extension, drawn', value: empty },
      },
    ]
  } finally {
    await stage.close()
  }
}

async function medianOf(round: () => Promise<number>): Promise<number> {
  await round()
  const times: number[] = []
  for (let i = 0; i < ROUNDS; i++) times.push(await round())
  return median(times)
}

/** Runs in the page, before any script of its own; its clock begins with the opening of the page. */
function watch(): void {
  const look = (): void => {
    const isPicture = document.documentElement.tagName === 'svg'
    if (!isPicture && document.querySelector('.emergency-button') === null)
      requestAnimationFrame(look)
    // What is in this frame is on the screen in the next.
    else requestAnimationFrame(() => Object.assign(window, { usableAfter: performance.now() }))
  }
  requestAnimationFrame(look)
}

async function usableAfter(page: Page, url: string): Promise<number> {
  await page.goto(url)
  const after = await page.waitForFunction(
    () => (window as unknown as { usableAfter?: number }).usableAfter,
  )
  return Number(await after.jsonValue())
}
