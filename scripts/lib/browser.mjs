// Finds a Chromium for tests, tools and the demo, and says how to launch it. Plain JavaScript: it runs on Node 20,
// before anything is installed.
import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const FIXED = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** The path of a usable Chromium or Chrome: CHROME_PATH, one on PATH, a usual place, puppeteer's cache. Throws where there is none. */
export function findBrowser() {
  const found = lookForBrowser()
  if (found === undefined) {
    throw new Error(
      'No Chromium or Chrome was found. Set CHROME_PATH to one, or install it (Debian: apt-get install chromium).',
    )
  }
  return found
}

/** As findBrowser, but undefined where there is none. */
export function lookForBrowser() {
  const asked = process.env.CHROME_PATH
  if (asked) {
    if (existsSync(asked)) return asked
    throw new Error(`CHROME_PATH names ${asked}, and there is no such file.`)
  }
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of NAMES) {
      const file = join(folder, name)
      if (folder !== '' && existsSync(file)) return file
    }
  }
  return FIXED.find((file) => existsSync(file)) ?? inPuppeteerCache()
}

function inPuppeteerCache() {
  const base = join(
    process.env.PUPPETEER_CACHE_DIR ?? join(homedir(), '.cache', 'puppeteer'),
    'chrome',
  )
  if (!existsSync(base)) return undefined
  for (const version of readdirSync(base).sort().reverse()) {
    for (const inner of ['chrome-linux64/chrome', 'chrome-win64/chrome.exe']) {
      const file = join(base, version, inner)
      if (existsSync(file)) return file
    }
  }
  return undefined
}

/** Flags that every launch needs: quiet, no calls home, and no sandbox where we are root (containers). */
export function launchArgs() {
  const args = [
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-features=AutofillServerCommunication',
    // MediaPipe needs WebGL2 even on the CPU path; without a GPU this is how a headless browser gets it.
    '--use-angle=swiftshader',
    '--enable-unsafe-swiftshader',
  ]
  if (process.getuid?.() === 0) args.push('--no-sandbox')
  return args
}
