import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import puppeteer from 'puppeteer'
import type { Page } from 'puppeteer'
import { serveGallery } from '../../components/gallery/serve.ts'
import { press, skipPractice } from '../../test/dom/pages/ways.ts'
import { findBrowser, launchArgs } from '../lib/browser.mjs'
import type { StorePicture } from './pictures.ts'

/** The record and the practice lesson from the gallery, and the tile. */
export async function photographPages(out: string): Promise<void> {
  const gallery = await serveGallery()
  const browser = await puppeteer.launch({ executablePath: findBrowser(), args: launchArgs() })
  const shoot = (page: Page, file: StorePicture) => page.screenshot({ path: join(out, file) })
  try {
    const page = await browser.newPage()
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: 'light' },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ])
    await page.setViewport({ width: 1280, height: 800 })
    await page.goto(`${gallery.url}?page=record&state=thirty`)
    await page.waitForSelector('h1')
    await shoot(page, '4-record.png')

    await page.goto(`${gallery.url}?page=practice`)
    await press(page, 'Use this class')
    await press(page, 'Join the call')
    await page.waitForSelector('.next-admit[aria-disabled="false"]')
    await skipPractice(page, 'The others come in')
    await waitForStep(page, 'A camera is off')
    await press(page, 'Ask for camera')
    await waitForStep(page, 'This may be a bedroom')
    await page.evaluate(() => scrollTo(0, 0))
    await shoot(page, '5-practice.png')

    // In a page of its own: the gallery's allows no style that stands in its markup.
    const blank = await browser.newPage()
    await blank.setViewport({ width: 440, height: 280 })
    await blank.setContent(await tile(), { waitUntil: 'load' })
    await shoot(blank, 'tile.png')
  } finally {
    await browser.close()
    await gallery.close()
  }
}

async function waitForStep(page: Page, title: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => document.querySelector('.coach-title')?.textContent === wanted,
    {},
    title,
  )
}

/** Name and sign on the colour of the sign; the store shows it small, so there is little on it. */
async function tile(): Promise<string> {
  const icon = await readFile(new URL('../../public/icon/icon.svg', import.meta.url), 'base64')
  return `<body style="margin:0;width:440px;height:280px;box-sizing:border-box;padding:0 2rem;display:flex;gap:1.5rem;align-items:center;background:#0e4a45;color:#fff;font-family:system-ui,'Segoe UI',Roboto,sans-serif">
    <img alt="" src="data:image/svg+xml;base64,${icon}" width="116" height="116">
    <div>
      <p style="margin:0 0 .5rem;font-size:2.1rem;line-height:1.1;font-weight:650">Lesson<br>Steward</p>
      <p style="margin:0;font-size:1.05rem;line-height:1.35">Your school’s video-lesson policy, lesson by lesson</p>
    </div>
  </body>`
}
