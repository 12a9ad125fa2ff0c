import type { Browser, Page } from 'puppeteer'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Command } from '../../lib/meeting/index.ts'
import { bundle } from './overlayPage.ts'
import { launchBrowser, openMeetPage } from './support/adapterPage.ts'
import { bare, call, panel, row, tile } from './support/meetHtml.ts'

// A command that ends in a hint, from the adapter to the outline, on a page that does nothing by itself.
let browser: Browser
let code: string
let page: Page

beforeAll(async () => {
  code = `globalThis.guideTest = (() => { ${await bundle('test/dom/guideEntry.ts', 'guideTest')}; return guideTest })()`
  browser = await launchBrowser()
}, 60_000)
afterAll(() => browser.close())
afterEach(() => page.close())

const inside = <T>(name: string, ...args: readonly unknown[]) =>
  page.evaluate(
    (called, given) =>
      (globalThis as unknown as Record<string, Record<string, (...all: unknown[]) => unknown>>)[
        'guideTest'
      ]?.[called]?.(...given),
    name,
    args,
  ) as Promise<T>
const perform = (command: Command) => inside('perform', command)
const said = () => inside<string>('pointedAt')
const result = () => inside<string>('result')
const patient = { timeout: 6000 }

async function meet(): Promise<void> {
  const tiles =
    tile({ n: 1, name: 'Ms Khan', self: true }) + tile({ n: 2, name: 'Dev Shah', mic: 'on' })
  const rows = row({ n: 1, name: 'Ms Khan' }) + row({ n: 2, name: 'Dev Shah' })
  const list = `<div role="list">${rows}</div><button id="all">Mute all</button>`
  const html = call({ tiles, count: 2, after: panel(1, list) })
  page = await openMeetPage(browser, code, html.includes('<body') ? html : bare(html))
}

const SENTENCE = 'To mute everyone: press “Mute all”, and confirm it if Meet asks.'

describe('a command that ends in a hint', () => {
  it('leaves it standing after its outcome, until the teacher has done it', async () => {
    await meet()
    await perform({ kind: 'muteAll' })
    await expect.poll(said, patient).toBe(SENTENCE)
    await expect.poll(result, patient).toBe('guided')
    expect(await said()).toBe(SENTENCE)
    await page.click('#all')
    await expect.poll(said, patient).toBe('')
  })

  it('takes it away with the next command, and when its control is gone', async () => {
    await meet()
    await perform({ kind: 'muteAll' })
    await expect.poll(result, patient).toBe('guided')
    await perform({ kind: 'askToUnmute', id: 'x', name: 'Dev Shah' })
    await expect.poll(said, patient).toBe('')
    await perform({ kind: 'muteAll' })
    await expect.poll(result, patient).toBe('guided')
    await expect.poll(said, patient).toBe(SENTENCE)
    await page.evaluate(() => document.querySelector('#all')?.remove())
    await expect.poll(said, patient).toBe('')
  })

  it('waits no longer for her hand when she asks for something else', async () => {
    await meet()
    // Far longer than the test: only another click of hers can end it.
    await inside('waitForHerHand', 600_000)
    await perform({ kind: 'muteAll' })
    await expect.poll(said, patient).toBe(SENTENCE)
    await perform({ kind: 'endForAll' })
    await expect.poll(said, patient).not.toBe(SENTENCE)
    await expect.poll(said, patient).toContain('end the call')
    expect(await inside('outcomes')).toEqual(['muteAll guided'])
  })
})
