import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'puppeteer'

const MEETING = { width: 1180, height: 900 }
export const PANEL = { width: 400, height: 900 }

/** Takes pictures of the meeting with the side panel beside it, as the teacher has them on her screen. */
export interface Camera {
  /** Meeting and panel side by side; the panel is scrolled to what the picture is of, else to its top. */
  shoot(name: string, meeting: Page, panel: Page, of?: string): Promise<void>
  /** One page alone. */
  shootPage(name: string, page: Page, fullPage?: boolean): Promise<void>
  readonly pictures: readonly string[]
}

export async function createCamera(browser: Browser, out: string): Promise<Camera> {
  const pictures: string[] = []
  const table = await browser.newPage()
  await table.setViewport({ width: MEETING.width + PANEL.width + 1, height: MEETING.height })

  const number = (name: string): string =>
    `${String(pictures.length + 1).padStart(2, '0')}-${name}.png`

  async function shoot(name: string, meeting: Page, panel: Page, of?: string): Promise<void> {
    const file = number(name)
    const left = await still(meeting)
    await panel.bringToFront()
    await scrollTo(panel, of)
    const right = await still(panel)
    await table.bringToFront()
    await table.setContent(
      `<body style="margin:0;display:flex;background:#9aa0a6;gap:1px">
        <img style="width:${MEETING.width}px;height:${MEETING.height}px" src="data:image/png;base64,${left}">
        <img style="width:${PANEL.width}px;height:${PANEL.height}px" src="data:image/png;base64,${right}">
      </body>`,
      { waitUntil: 'load' },
    )
    await table.screenshot({ path: join(out, file) })
    await meeting.bringToFront()
    pictures.push(file)
  }

  return {
    pictures,
    shoot,
    async shootPage(name, page, fullPage = false) {
      const file = number(name)
      await page.bringToFront()
      await page.screenshot({ path: join(out, file), fullPage })
      pictures.push(file)
    },
  }
}

/** What lies below the panel's edge is not in a picture of it. */
async function scrollTo(panel: Page, selector: string | undefined): Promise<void> {
  if (selector === undefined) return panel.$eval('.panel-body', (all) => all.scrollTo(0, 0))
  await panel.locator(selector).wait()
  await panel.$eval(selector, (one) => one.scrollIntoView({ block: 'start' }))
}

async function still(page: Page): Promise<string> {
  await page.bringToFront()
  return page.screenshot({ encoding: 'base64' })
}

export async function sizeMeeting(page: Page): Promise<void> {
  await page.setViewport(MEETING)
}

/** The name of the file that a click saves into the folder; waits until it is whole. */
export async function downloadedBy(
  click: () => Promise<void>,
  folder: string,
  ms = 15_000,
): Promise<string> {
  const before = new Set(await readdir(folder))
  await click()
  const until = Date.now() + ms
  while (Date.now() < until) {
    const name = (await readdir(folder)).find(
      (one) => !before.has(one) && !one.endsWith('.crdownload') && !one.startsWith('.'),
    )
    if (name !== undefined && (await readFile(join(folder, name))).length > 0) return name
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error(`No file was saved within ${ms} ms.`)
}
