// Draws public/icon/*.svg at every size the browser wants. Run after the drawing changed: node components/ui/render-icon.mjs
import { readFile, writeFile } from 'node:fs/promises'
import puppeteer from 'puppeteer'
import { findBrowser, launchArgs } from '../../scripts/lib/browser.mjs'

const SIZES = [16, 32, 48, 128]
const drawingFor = (size) => (size <= 16 ? 'icon-small.svg' : 'icon.svg')
const folder = new URL('../../public/icon/', import.meta.url)
const browser = await puppeteer.launch({ executablePath: findBrowser(), args: launchArgs() })
try {
  const page = await browser.newPage()
  for (const size of SIZES) {
    const svg = await readFile(new URL(drawingFor(size), folder))
    await page.goto(`data:image/svg+xml;base64,${svg.toString('base64')}`)
    await page.setViewport({ width: size, height: size })
    const png = await page.screenshot({ omitBackground: true })
    await writeFile(new URL(`${size}.png`, folder), png)
  }
} finally {
  await browser.close()
}
console.log(`Drawn: ${SIZES.map((size) => `${size}.png`).join(', ')}`)
