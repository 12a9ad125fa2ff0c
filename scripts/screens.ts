import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import puppeteer, { type Page } from 'puppeteer'
import { serveGallery } from '../components/gallery/serve.ts'
import { findBrowser, launchArgs } from './lib/browser.mjs'
import { isAskedFor, readArguments, type Task } from './screens/arguments.ts'
import { findFaults } from './screens/faults.ts'
import { openShot, setLook, settled } from './screens/look.ts'
import { contactSheet, type Picture } from './screens/sheet.ts'
import { SHOTS, type Shot } from './screens/shots.ts'

/**
 * Pictures of every page in every state, and a list of what is cut off, too wide or on top of something else:
 *
 *   npm run screens                                all of it into out/screens (about five minutes)
 *   npm run screens -- --only panel,record/term    these pages, or states that begin so
 *   npm run screens -- --scheme dark --width 320   light, dark, print (A4), forced (the system's colours), contrast (more of it); widths in px
 *
 * Ends with 1 where a fault was found, 2 for a wrong call.
 */
const HEIGHT = 800
/** A panel scrolls inside itself: for its picture the window is as high as what it holds, up to so much. */
const MOST_HEIGHT = 4000
/** The inside of an A4 page with the margins of record.css, at 96 px to the inch. */
const A4 = { width: 688, height: 1000 }

async function main(): Promise<number> {
  const task = readArguments(process.argv.slice(2))
  if ('problem' in task) {
    console.error(`screens: ${task.problem}`)
    return 2
  }
  const shots = SHOTS.filter((one) => isAskedFor(one.name, task.only))
  if (shots.length === 0) {
    console.error(`screens: no page begins with ${task.only.join(', ')}`)
    return 2
  }
  if (task.only.length === 0) await rm(task.out, { recursive: true, force: true })
  await mkdir(task.out, { recursive: true })
  const gallery = await serveGallery()
  // Pages without WebGL: drawing by software alone is three times as fast.
  const args = launchArgs().filter((one) => !one.includes('swiftshader'))
  const browser = await puppeteer.launch({ executablePath: findBrowser(), args })
  const pictures: Picture[] = []
  const broken: string[] = []
  try {
    for (const shot of shots) {
      const page = await browser.newPage()
      page.setDefaultTimeout(10_000)
      page.on('pageerror', (error) => broken.push(`${shot.name}: script error: ${String(error)}`))
      // One page that can't be prepared keeps nobody from seeing the others.
      try {
        pictures.push(...(await picturesOf(page, gallery.url, shot, task)))
      } catch (error) {
        broken.push(`${shot.name}: no picture: ${String(error)}`)
      }
      await page.close()
    }
  } finally {
    await browser.close()
    await gallery.close()
  }
  await writeFile(join(task.out, 'index.html'), contactSheet(pictures))
  for (const one of broken) console.error(one)
  const wrong = pictures.filter((one) => one.faults.length > 0)
  for (const { shot, scheme, width, faults } of wrong)
    for (const fault of faults) console.error(`${shot}, ${scheme}, ${width} px: ${fault}`)
  console.log(
    `${pictures.length} pictures in ${task.out}, ${wrong.length} with a fault. Open ${join(task.out, 'index.html')}`,
  )
  return wrong.length + broken.length === 0 ? 0 : 1
}

/** The page is loaded and prepared once; then only its window and its colours change. */
async function picturesOf(
  page: Page,
  galleryUrl: string,
  shot: Shot,
  { schemes, widths, out }: Task,
): Promise<readonly Picture[]> {
  const taken: Picture[] = []
  await page.setViewport({ width: 1100, height: HEIGHT })
  const look = await page.createCDPSession()
  await setLook(look, 'light')
  await openShot(page, galleryUrl, shot)
  for (const scheme of schemes) {
    if (scheme === 'print' && shot.printed !== true) continue
    await setLook(look, scheme)
    for (const width of scheme === 'print' ? [A4.width] : widths) {
      await page.setViewport({ width, height: scheme === 'print' ? A4.height : HEIGHT })
      await page.evaluate(() => scrollTo(0, 0))
      await settled(page)
      const faults = await page.evaluate(findFaults)
      const file = `${shot.name}-${scheme}-${width}.png`
      await mkdir(dirname(join(out, file)), { recursive: true })
      // A dialog covers the window, so the window is what is looked at.
      const hasDialog = (await page.$('[role=dialog], [role=alertdialog]')) !== null
      if (!hasDialog) await page.setViewport({ width, height: await wholeHeight(page) })
      await page.screenshot({
        path: `${join(out, file)}` as `${string}.png`,
        fullPage: !hasDialog,
        optimizeForSpeed: true,
      })
      taken.push({ shot: shot.name, scheme, width, file, faults })
    }
  }
  return taken
}

/** The height at which nothing has to be scrolled. */
async function wholeHeight(page: Page): Promise<number> {
  const hidden = await page.evaluate(() =>
    Math.max(
      ...[document.documentElement, ...document.querySelectorAll('main, [role=tabpanel]')].map(
        (one) => one.scrollHeight - one.clientHeight,
      ),
    ),
  )
  return Math.min(HEIGHT + hidden, MOST_HEIGHT)
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error(`screens: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}
