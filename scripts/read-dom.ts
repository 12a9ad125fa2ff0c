import puppeteer from 'puppeteer'
import type { Observation } from '../lib/meeting/index.ts'
import { findBrowser, launchArgs } from './lib/browser.mjs'
import { readArguments } from './read-dom/arguments.ts'
import { bundlePlatforms } from './read-dom/bundle.ts'
import { showSavedPage } from './read-dom/page.ts'
import { summarise } from './read-dom/summary.ts'

/**
 * What the shipped adapter reads on a saved page, in a real Chromium with no network:
 *
 *   npm run -s read-dom -- --platform meet|teams FILE.html [--state NAME] [--json]
 *
 * Prints an Observation as JSON, or a summary. Ends with 2 for a wrong call or file, 1 where the reading itself failed.
 */
async function main(): Promise<number> {
  const task = readArguments(process.argv.slice(2))
  if ('problem' in task) {
    console.error(`read-dom: ${task.problem}`)
    return 2
  }
  const code = await bundlePlatforms()
  const browser = await puppeteer.launch({ executablePath: findBrowser(), args: launchArgs() })
  try {
    const page = await showSavedPage(browser, task.html, task.url)
    await page.evaluate(code)
    const json = (await page.evaluate(
      'JSON.stringify(platforms.adapterFor(new URL(location.href)).read(document, new URL(location.href)))',
    )) as string
    const observation = JSON.parse(json) as Observation
    console.log(task.json ? JSON.stringify(observation, null, 2) : summarise(observation))
    return 0
  } finally {
    await browser.close()
  }
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error(`read-dom: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}
