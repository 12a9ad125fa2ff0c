import { setStage } from '../e2e/support/browser.ts'
import type { Figure } from './figure.ts'
import { costIn } from './trace.ts'

const SHARE_BUDGET = 0.1
const SETTLE_MS = 5_000

/** What a page of the site that is no meeting pays for the extension: its content script, by a trace as in a lesson. Nobody does anything. */
export async function idleFigures(seconds: number): Promise<readonly Figure[]> {
  const stage = await setStage()
  try {
    const page = await stage.browser.newPage()
    await page.goto('https://meet.google.com/landing')
    await new Promise((done) => setTimeout(done, SETTLE_MS))
    const started = Date.now()
    await page.tracing.start({ categories: ['devtools.timeline', 'v8.execute'] })
    await new Promise((done) => setTimeout(done, seconds * 1000))
    const trace = await page.tracing.stop()
    const whole = (Date.now() - started) * 1000
    const { ours, page: theirs } = costIn(new TextDecoder().decode(trace))
    return [
      {
        what: `content script on a page that is no meeting, ${seconds} s: share of one core`,
        value: (ours / whole) * 100,
        unit: '%',
        budget: SHARE_BUDGET,
        baseline: { what: 'scripts of the page itself', value: (theirs / whole) * 100 },
      },
    ]
  } finally {
    await stage.close()
  }
}
