import type { Browser, Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Observation } from '../../lib/meeting/index.ts'
import { act, stageOf } from './support/actPage.ts'
import { bundlePlatforms, launchBrowser, MEET_URL, openMeetPage } from './support/adapterPage.ts'
import { bar, bare, call, device, list, panel, row, tile } from './support/meetHtml.ts'

// What Meet does to everybody at once, and reading everybody: the switches of the host controls, presenting, the roll-call.
let browser: Browser
let page: Page

beforeAll(async () => {
  const code = await bundlePlatforms()
  browser = await launchBrowser()
  page = await openMeetPage(browser, code, bare(''))
}, 120_000)
afterAll(() => browser.close())

const look = async () => {
  const json = await page.evaluate<[string], (at: string) => string>(
    (at) => JSON.stringify(eval('adapter').read(document, new URL(at))),
    MEET_URL,
  )
  return JSON.parse(json) as Observation
}
const you = tile({ n: 1, name: 'Ms Khan', self: true })
const named = (html: string, css: string, name: string) =>
  html.replace(css, `data-x="${name}" ${css}`)

describe('the switches of the host controls', () => {
  const EN = {
    video: 'Let contributors turn on their video',
    chat: 'Let participants send messages',
    share: 'Let contributors share their screen',
  }
  const hostPage = (on: boolean, words: Partial<typeof EN> = {}, tiles = you) => {
    const content = Object.entries({ ...EN, ...words })
      .map(
        ([name, label]) =>
          `<button data-x="${name}" jsname="DMn7nd" role="switch" aria-checked="${on}" aria-label="${label}">.</button>`,
      )
      .join('')
    const after = panel(16, content, 'style="display:none"').replace(
      'aria-label="Close"',
      'data-x="close" aria-label="Close"',
    )
    return named(
      call({ tiles, count: 1, after }),
      'jsname="A5il2e" data-panel-id="16"',
      'hostControls',
    )
  }
  const wire = () => {
    const aside = document.querySelector<HTMLElement>('aside')
    const show = (shown: boolean) => {
      if (aside !== null) aside.style.display = shown ? '' : 'none'
    }
    document.querySelector('[data-x="hostControls"]')?.addEventListener('click', () => show(true))
    document.querySelector('[data-x="close"]')?.addEventListener('click', () => show(false))
    for (const toggle of document.querySelectorAll('[role="switch"]'))
      toggle.addEventListener('click', () => {
        const on = toggle.getAttribute('aria-checked') !== 'true'
        toggle.setAttribute('aria-checked', String(on))
      })
  }

  it.each([
    ['camerasOffForAll', true, 'video'],
    ['camerasOnForAll', false, 'video'],
    ['chatOff', true, 'chat'],
    ['chatOn', false, 'chat'],
  ] as const)(
    '%s turns its own switch once, reads it, and puts the panel back',
    async (kind, on, name) => {
      await stageOf(page, hostPage(on), wire)
      const { outcome, clicks, guides } = await act(page, { kind })
      expect([clicks, guides]).toEqual([['hostControls', name, 'close'], []])
      expect(outcome).toMatchObject({ result: 'done', evidence: EN[name] })
      const again = await act(page, { kind })
      expect([again.clicks, again.outcome.result]).toEqual([['hostControls', 'close'], 'done'])
    },
  )

  it('is not called done where the switch does not turn', async () => {
    await stageOf(page, hostPage(true), () =>
      document
        .querySelector('[data-x="hostControls"]')
        ?.addEventListener('click', () =>
          document.querySelector('aside')?.removeAttribute('style'),
        ),
    )
    const { outcome, clicks } = await act(page, { kind: 'chatOff' })
    expect([clicks, outcome.result, outcome.why]).toEqual([
      ['hostControls', 'chat'],
      'guided',
      'notSeenAfterwards',
    ])
  })

  it('is pointed at in words that we only guess, and seen once the teacher did it', async () => {
    const words = { chat: 'Pozwól uczestnikom wysyłać wiadomości' }
    await stageOf(page, hostPage(true, words), wire)
    const left = await act(page, { kind: 'chatOff' })
    expect([left.clicks, left.guides, left.outcome.result]).toEqual([
      ['hostControls'],
      [{ step: 'chatOff', at: 'chat' }],
      'guided',
    ])
    await stageOf(page, hostPage(true, words), wire)
    const hers = await act(page, { kind: 'chatOff' }, { teacherClicks: ['chat'] })
    expect(hers.outcome.result).toBe('done')
    expect(hers.clicks).not.toContain('chat')
  })

  it('is never guessed between two', async () => {
    await stageOf(page, hostPage(true, { share: EN.chat }), wire)
    const { outcome, clicks } = await act(page, { kind: 'chatOff' })
    expect([clicks, outcome.result, outcome.why]).toEqual([
      ['hostControls'],
      'guided',
      'controlUnclear',
    ])
  })

  it('is nobody’s but a host’s', async () => {
    await stageOf(page, call({ tiles: you, count: 1, bar: bar({ host: false }) }))
    for (const kind of ['chatOff', 'chatOn', 'camerasOnForAll', 'camerasOffForAll'] as const) {
      const { outcome, clicks } = await act(page, { kind })
      expect([clicks, outcome.why]).toEqual([[], 'notAHost'])
    }
  })

  it('ends one’s own presentation by its button; for another’s, the switch for sharing is shown', async () => {
    const stop =
      '<button data-x="stop" aria-label="Stop presenting"><i>cancel_presentation</i></button>'
    await stageOf(page, call({ tiles: you, count: 1, bar: bar({ extra: stop }) }), () =>
      document
        .querySelector('[data-x="stop"]')
        ?.addEventListener('click', () => document.querySelector('[data-x="stop"]')?.remove()),
    )
    const own = await act(page, { kind: 'stopPresenting', id: device(1), name: 'Ms Khan' })
    expect([own.clicks, own.outcome.result]).toEqual([['stop'], 'done'])

    const dev = tile({ n: 2, name: 'Dev Shah' })
    const shared = tile({ n: 2, name: 'Dev Shah', mediaId: 'spaces/testSpace/devices/77' })
    await stageOf(page, hostPage(true, {}, you + dev + shared), wire)
    const other = await act(page, { kind: 'stopPresenting', id: device(2), name: 'Dev Shah' })
    expect([other.clicks, other.guides, other.outcome.result]).toEqual([
      ['hostControls'],
      [{ step: 'shareOff', at: 'share' }],
      'guided',
    ])
    await stageOf(page, hostPage(true, {}, you + dev), wire)
    const nobody = await act(page, { kind: 'stopPresenting', id: device(2), name: 'Dev Shah' })
    expect([nobody.clicks, nobody.outcome]).toMatchObject([[], { evidence: 'already so' }])
  })
})

describe('the roll-call', () => {
  const PUPILS = 60
  /** A list that draws only the rows in sight. No reader of 2024 or later saw Meet do so; none can say that it does not. */
  const windowed = (count = PUPILS + 1) =>
    named(
      call({
        tiles: you,
        count,
        after: panel(
          1,
          `<div id="scroller" style="height:240px;width:300px;overflow-y:auto">${list('<div id="space" style="position:relative"></div>')}</div>`,
          'style="display:none"',
        ).replace('aria-label="Close"', 'data-x="close" aria-label="Close"'),
      }),
      'jsname="ocqpFe" role="button" tabindex="0" aria-haspopup',
      'people',
    )
  const draws = () => {
    const aside = document.querySelector<HTMLElement>('aside')
    const scroller = document.querySelector('#scroller')
    const space = document.querySelector<HTMLElement>('#space')
    if (space !== null) space.style.height = `${61 * 40}px`
    const draw = () => {
      const from = Math.floor((scroller?.scrollTop ?? 0) / 40)
      const rows = Array.from({ length: 8 }, (_, k) => from + k).filter((n) => n < 61)
      space?.replaceChildren(
        ...rows.map((n) => {
          const item = document.createElement('div')
          item.setAttribute('role', 'listitem')
          item.setAttribute('data-participant-id', `spaces/testSpace/devices/${n + 1}`)
          item.setAttribute('aria-label', n === 0 ? 'Ms Khan' : `Pupil ${n}`)
          item.setAttribute('aria-setsize', '61')
          item.textContent = n === 0 ? 'Ms Khan' : `Pupil ${n}`
          item.style.cssText = `position:absolute;top:${n * 40}px;height:40px;width:200px`
          return item
        }),
      )
    }
    scroller?.addEventListener('scroll', draw)
    draw()
    document
      .querySelector('[data-x="people"]')
      ?.addEventListener('click', () => aside?.style.removeProperty('display'))
    document.querySelector('[data-x="close"]')?.addEventListener('click', () => {
      if (aside !== null) aside.style.display = 'none'
    })
  }

  it('reads everybody by scrolling, puts place and panel back, and is believed for a while', async () => {
    await stageOf(page, windowed(), draws)
    await page.evaluate(() => document.querySelector('aside')?.removeAttribute('style'))
    await page.evaluate(() => document.querySelector('#scroller')?.scrollTo(0, 400))
    await page.evaluate(() => new Promise((next) => requestAnimationFrame(() => next(0))))
    expect((await look()).health.people).toMatchObject({
      level: 'partial',
      why: 'listShorterThanCount',
    })
    const { outcome, clicks } = await act(page, { kind: 'rollCall' })
    expect([outcome.result, outcome.evidence, clicks]).toEqual(['done', '61/61', []])
    expect(await page.evaluate(() => document.querySelector('#scroller')?.scrollTop)).toBe(400)
    const whole = await look()
    expect(whole.people).toHaveLength(61)
    expect(new Set(whole.people.map(({ id }) => id)).size).toBe(61)
    expect(whole.health.people).toEqual({ level: 'complete' })
    await page.evaluate(() => {
      const later = performance.now() + 16_000
      performance.now = () => later
    })
    expect((await look()).health.people.level).toBe('partial')
    await page.evaluate(() => delete (performance as { now?: unknown }).now)
  })

  it('closes the panel that it opened', async () => {
    await stageOf(page, windowed(), draws)
    const { outcome, clicks } = await act(page, { kind: 'rollCall' })
    expect([outcome.result, clicks]).toEqual(['done', ['people', 'close']])
  })

  it('no longer holds once somebody is in sight whom it did not find', async () => {
    await stageOf(page, windowed(), draws)
    await act(page, { kind: 'rollCall' })
    expect((await look()).health.people.level).toBe('complete')
    await page.evaluate((id) => {
      document.querySelector('main')?.lastElementChild?.cloneNode(true)
      const copy = document.querySelector('main > *')?.cloneNode(true) as Element
      for (const name of ['participant-id', 'requested-participant-id', 'tile-media-id'])
        copy.querySelector('[jsname="E2KThb"]')?.setAttribute(`data-${name}`, id)
      copy.querySelector('[jsname="nsKqzb"]')?.remove()
      document.querySelector('main')?.append(copy)
    }, device(99))
    expect((await look()).health.people.level).toBe('partial')
  })

  it('says how many it found where they are fewer than the count', async () => {
    await stageOf(page, windowed(PUPILS + 3), draws)
    const { outcome } = await act(page, { kind: 'rollCall' })
    expect(outcome).toMatchObject({ result: 'unavailable', evidence: '61/63' })
    expect((await look()).health.people.level).toBe('partial')
  })

  it('needs no scrolling where everybody is in the page', async () => {
    const rows = list(row({ n: 1, name: 'Ms Khan' }) + row({ n: 2, name: 'Dev Shah' }))
    await stageOf(page, call({ tiles: you, count: 2, after: panel(1, rows) }))
    const { outcome, clicks } = await act(page, { kind: 'rollCall' })
    expect([outcome.result, outcome.evidence, clicks]).toEqual(['done', '2/2', []])
  })
})
