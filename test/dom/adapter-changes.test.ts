import type { Browser, Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundlePlatforms, launchBrowser, openMeetPage } from './support/adapterPage.ts'
import { call, chip, panel, tile } from './support/meetHtml.ts'

// Which changes of a meeting page ask for a new reading, in a real browser.
let browser: Browser
let page: Page

beforeAll(async () => {
  const code = await bundlePlatforms()
  browser = await launchBrowser()
  const layer = '<video></video>'
  const tiles = tile({ n: 1, self: true }) + tile({ n: 2, layer })
  const clock = '<span jsname="W5i7Bf">10:03</span>'
  page = await openMeetPage(
    browser,
    code,
    call({
      tiles,
      before: clock + chip(2),
      after: panel(
        1,
        '<div id="list"></div><div id="forms"></div><div id="icon"><svg data-cid="unmuted"></svg></div>',
      ),
    }),
  )
}, 60_000)
afterAll(() => browser.close())

/** How often the watcher calls for one change. */
const callsFor = (change: () => void) =>
  page.evaluate(async (text) => {
    let calls = 0
    const stop = eval('platforms').changeWatch(document, () => {
      calls += 1
    }) as () => void
    eval(`(${text})`)()
    await new Promise((next) => setTimeout(next, 30))
    stop()
    return calls
  }, change.toString())

describe('changeWatch', () => {
  it('calls once for a batch of relevant changes', async () => {
    expect(
      await callsFor(() => {
        for (let at = 0; at < 5; at += 1)
          document.querySelector('#list')?.append(document.createElement('div'))
      }),
    ).toBe(1)
  })

  it.each([
    [
      'a new device count',
      () => document.querySelector('[data-avatar-count]')?.setAttribute('data-avatar-count', '3'),
    ],
    [
      'a rename',
      () => {
        const text = document.querySelector('main span.notranslate')?.firstChild
        if (text) text.nodeValue = 'Amelia Potter'
      },
    ],
    [
      'an own camera',
      () => document.querySelector('[jsname="psRWwc"]')?.setAttribute('data-is-muted', 'false'),
    ],
    ['the end of the call', () => document.body.setAttribute('data-call-ended', 'true')],
    [
      'another badge',
      () => document.querySelector('[jsname="CQylAd"]')?.setAttribute('aria-label', 'x'),
    ],
    [
      'a picture that is taken away',
      () => document.querySelector('video')?.dispatchEvent(new Event('emptied')),
    ],
    [
      'an icon that is another',
      () => {
        const icon = document.querySelector('#icon svg')
        const other = icon?.cloneNode(true) as Element
        other.setAttribute('data-cid', 'muted')
        icon?.replaceWith(other)
      },
    ],
    [
      'a tile drawn over with itself, whose picture may be another',
      () => {
        const shown = document.querySelectorAll('.dkjMxf')[1]
        shown?.replaceWith(shown.cloneNode(true))
      },
    ],
    [
      'anything in a form that hides its own methods',
      () => {
        const form = document.createElement('form')
        form.innerHTML = '<input name="closest"><input name="getAttributeNS">'
        document.querySelector('#forms')?.append(form)
        form.setAttribute('aria-label', 'x')
      },
    ],
    ['somebody leaving', () => document.querySelectorAll('.dkjMxf')[1]?.remove()],
  ] as [string, () => void][])('calls for %s', async (_name, change) => {
    expect(await callsFor(change)).toBe(1)
  })

  it.each([
    [
      'speech',
      () => {
        const meter = document.querySelector('[jsname="QgSmzd"]')
        meter?.setAttribute('class', 'loud')
        meter?.append(document.createElement('div'))
      },
    ],
    [
      'the clock',
      () => {
        const text = document.querySelector('[jsname="W5i7Bf"]')?.firstChild
        if (text) text.nodeValue = '10:04'
      },
    ],
    ['a class', () => document.querySelector('main')?.classList.add('x')],
    [
      'a layout',
      () => document.querySelector<HTMLElement>('main')?.style.setProperty('inset', '1px'),
    ],
    ['a tooltip', () => document.querySelector('[role="tooltip"]')?.append('x')],
    ['a comment', () => document.body.append(document.createComment('x'))],
    [
      'a label written over with itself',
      () => {
        const badge = document.querySelector('[jsname="CQylAd"]')
        badge?.setAttribute('aria-label', badge.getAttribute('aria-label') ?? '')
      },
    ],
    [
      'a name written over with itself',
      () => {
        const name = document.querySelector('main span.notranslate')
        if (name !== null) name.textContent = name.textContent
      },
    ],
    [
      'an icon drawn over with itself',
      () => {
        const icon = document.querySelector('#icon svg')
        icon?.replaceWith(icon.cloneNode(true))
      },
    ],
  ] as [string, () => void][])('does not call for %s', async (_name, change) => {
    expect(await callsFor(change)).toBe(0)
  })

  it('stops when it is told to', async () => {
    const calls = await page.evaluate(async () => {
      let count = 0
      const stop = eval('platforms').changeWatch(document, () => {
        count += 1
      }) as () => void
      stop()
      document.body.append(document.createElement('div'))
      document.querySelector('video')?.dispatchEvent(new Event('emptied'))
      await new Promise((next) => setTimeout(next, 30))
      return count
    })
    expect(calls).toBe(0)
  })
})
