import type { Browser } from 'puppeteer'
import {
  bundlePlatforms,
  launchBrowser,
  MEET_URL,
  openMeetPage,
} from '../dom/support/adapterPage.ts'
import { TEAMS_URL } from '../dom/support/teamsHtml.ts'
import type { Figure } from './figure.ts'
import { bigMeet, bigTeams } from './pages.ts'

const BUDGET_MS = 4
const ROUNDS = 201

/** One full read of the page by the shipped adapters in a real Chromium, beside a mere walk over the same page. */
export async function readingFigures(): Promise<readonly Figure[]> {
  const code = await bundlePlatforms()
  const browser = await launchBrowser()
  try {
    return [
      ...(await reading(browser, code, 'Meet', 'createMeetAdapter', MEET_URL, bigMeet)),
      ...(await reading(browser, code, 'Teams', 'createTeamsAdapter', TEAMS_URL, bigTeams)),
    ]
  } finally {
    await browser.close()
  }
}

async function reading(
  browser: Browser,
  code: string,
  site: string,
  adapter: string,
  url: string,
  html: (tiles: number, people: number) => string,
): Promise<readonly Figure[]> {
  const figures: Figure[] = []
  for (const [tiles, people] of [
    [5, 5],
    [30, 30],
    [49, 100],
    [49, 250],
  ] as const) {
    const page = await openMeetPage(browser, code, html(tiles, people), { url })
    const seen = await page.evaluate(
      (make, at, rounds) => {
        const made = (eval('platforms') as Record<string, () => { read: Reader }>)[make]?.()
        if (made === undefined) throw new Error(`There is no ${make}.`)
        type Reader = (doc: Document, url: URL) => { people: readonly unknown[] }
        const timed = (work: () => void): number => {
          const started = performance.now()
          work()
          return performance.now() - started
        }
        const middle = (times: number[]): number =>
          times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Infinity
        const address = new URL(at)
        const walks: number[] = []
        const reads: number[] = []
        for (let n = 0; n < rounds; n += 1) {
          walks.push(
            timed(() => {
              for (const element of document.querySelectorAll('*'))
                element.getAttribute('aria-label')
            }),
          )
          reads.push(timed(() => made.read(document, address)))
        }
        return {
          people: made.read(document, address).people.length,
          walk: middle(walks),
          read: middle(reads),
        }
      },
      adapter,
      url,
      ROUNDS,
    )
    await page.close()
    // A reading that has lost somebody is no reading.
    if (seen.people !== people)
      throw new Error(`${site}: ${seen.people} of ${people} people were read.`)
    figures.push({
      what: `one full read, ${site}: ${tiles} tiles and ${people} rows, median of ${ROUNDS}`,
      value: seen.read,
      unit: 'ms',
      ...(people === 250 ? { budget: BUDGET_MS } : {}),
      baseline: { what: 'a walk over the page', value: seen.walk },
    })
  }
  return figures
}
