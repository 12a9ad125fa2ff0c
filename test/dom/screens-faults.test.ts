import puppeteer, { type Browser, type Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findBrowser, launchArgs } from '../../scripts/lib/browser.mjs'
import { findFaults } from '../../scripts/screens/faults.ts'

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await puppeteer.launch({ executablePath: findBrowser(), args: launchArgs() })
  page = await browser.newPage()
  await page.setViewport({ width: 320, height: 600 })
})
afterAll(() => browser.close())

async function faultsOf(body: string): Promise<readonly string[]> {
  await page.setContent(`<!doctype html><body style="margin:8px">${body}`)
  return page.evaluate(findFaults)
}

const LONG = 'Wolfeschlegelsteinhausenbergerdorff'

describe('what npm run screens calls a fault', () => {
  it.each([
    ['too wide', '<div style="width:400px">a</div>', /^The page is 88 px wider/],
    [
      'cut to the right',
      `<p class="x" style="width:80px;overflow:hidden">${LONG}</p>`,
      /^Cut off: “Wolfe.*in p\.x/,
    ],
    [
      'cut below',
      '<div style="height:20px;overflow:hidden">one<br>two<br>three</div>',
      /^Cut off: “two”/,
    ],
    [
      'controls on each other',
      '<button>Lock</button><button style="margin-left:-20px">Unlock</button>',
      /^Controls on each other: “Lock” and “Unlock”/,
    ],
    [
      'words on each other',
      '<p style="margin:0">10:10</p><p style="margin:-18px 0 0 10px">10:20</p>',
      /^Words on each other: “10:10” and “10:20”/,
    ],
    [
      'a control out of reach',
      '<button style="margin-left:-40px">Lock now</button>',
      /^Sticks out to the left: “Lock now”/,
    ],
  ])('%s', async (_, body, fault) => {
    expect(await faultsOf(body)).toContainEqual(expect.stringMatching(fault))
  })

  it.each([
    [
      'what ends in an ellipsis',
      `<p style="width:80px;overflow:hidden;text-overflow:ellipsis">${LONG}</p>`,
    ],
    [
      'what can be scrolled',
      `<div style="width:80px;overflow:auto">${LONG}<button>Go</button></div>`,
    ],
    [
      'what is for screen readers only',
      '<p style="position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)">Details</p>',
    ],
    [
      'a bar that stays while the page moves under it',
      '<div style="height:580px"></div><button>Under</button><div style="position:fixed;bottom:0"><button>Over</button></div>',
    ],
    ['lines of one text', '<p style="line-height:1;width:60px">one two three four five six</p>'],
  ])('not %s', async (_, body) => {
    expect(await faultsOf(body)).toEqual([])
  })
})
