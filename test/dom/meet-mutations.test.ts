import type { Browser, Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FULL as full } from '../support/full.ts'
import { stageOf } from './support/actPage.ts'
import {
  bundlePlatforms,
  fixture,
  fixturesFolder,
  launchBrowser,
  openMeetPage,
} from './support/adapterPage.ts'
import { bare, device } from './support/meetHtml.ts'
import { NAMES, NEW, OLD } from './support/meetWhole.ts'
import { type ActCase, actVariants, installMutator, readVariants } from './support/mutator.ts'

// Meet, changed by fast-check: read and acted on (support/mutator.ts). Two generations of its interface, and the saved pages.
let browser: Browser
let page: Page

beforeAll(async () => {
  const code = await bundlePlatforms()
  browser = await launchBrowser()
  page = await openMeetPage(browser, code, bare(''))
  await installMutator(page)
}, 120_000)
afterAll(() => browser.close())

/** For each generation; the full run tries more. */
const READ_VARIANTS = full ? 1000 : 200
const ACT_VARIANTS = full ? 240 : 100

const dev = { id: device(2), name: 'Dev Shah' } as const
const CASES: readonly ActCase[] = [
  {
    command: { kind: 'admit', key: 'Kim#0', name: 'Kim' },
    may: ['people', 'admit'],
    neverDone: true,
  },
  {
    command: { kind: 'deny', key: 'Kim#0', name: 'Kim' },
    may: ['people', 'deny'],
    neverDone: true,
  },
  { command: { kind: 'mute', ...dev }, may: ['mute2'] },
  { command: { kind: 'remove', ...dev }, may: ['people', 'dots2', 'remove'], neverDone: true },
  {
    command: { kind: 'lock' },
    may: ['hostControls', 'level1', 'level2', 'ask', 'close', 'people'],
  },
  { command: { kind: 'unlock' }, may: ['hostControls', 'level1', 'ask', 'close', 'people'] },
  {
    command: { kind: 'camerasOffForAll' },
    may: ['hostControls', 'video', 'close', 'people'],
    neverDone: true,
  },
  { command: { kind: 'camerasOnForAll' }, may: ['hostControls', 'close', 'people'] },
  {
    command: { kind: 'chatOff' },
    may: ['hostControls', 'chat', 'close', 'people'],
    neverDone: true,
  },
  { command: { kind: 'endForAll' }, may: ['leave'], neverDone: true },
  { command: { kind: 'openPeople' }, may: ['people'] },
  { command: { kind: 'rollCall' }, may: ['people', 'close', 'hostControls'] },
  { command: { kind: 'muteAll' }, may: ['people'], neverDone: true },
  { command: { kind: 'stopPresenting', ...dev }, may: [] },
]

describe.each([
  ['2026', NEW],
  ['2025', OLD],
] as const)('the interface of %s, changed', (_generation, html) => {
  it('is what it should be before anything is changed', async () => {
    await stageOf(page, html)
    const seen = await page.evaluate(() =>
      JSON.stringify(eval('adapter').read(document, new URL(location.href))),
    )
    expect(JSON.parse(seen)).toMatchObject({
      phase: 'inCall',
      deviceCount: NAMES.length,
      people: NAMES.map((name) => ({ name })),
      lobby: { knocks: [{ name: 'Kim' }] },
      health: { people: { level: 'complete' } },
    })
  })

  it('is read without a crash, invents nobody, loses nobody from a list that it calls complete, and is read twice alike', async () => {
    await stageOf(page, html)
    await readVariants(page, { html, variants: READ_VARIANTS, by: 'id', renames: true })
  }, 300_000)

  it('has no wrong control pressed', async () => {
    await stageOf(page, html)
    await page.evaluate(() => {
      const { createMeetAdapter, MEET_PACK } = eval('platforms')
      const timing = { appearMs: 160, effectMs: 160, arriveMs: 160, guideMs: 80 }
      Object.assign(globalThis, { adapter: createMeetAdapter(MEET_PACK, timing) })
    })
    expect(await actVariants(page, html, ACT_VARIANTS, CASES)).toEqual([])
  }, 300_000)
})

const folder = fixturesFolder('meet')

describe.skipIf(folder === undefined).each([
  ['capture-2025-07-host-alone-camera-off.html', 60],
  ['capture-2026-08-three-tiles-cameras-off.condensed.html', 200],
  ['people-panel-2026-08.reconstructed.html', 200],
] as const)('the saved page %s, changed', (file, variants) => {
  it('is read without a crash and invents nobody', async () => {
    const html = fixture(folder ?? '', file)
    await stageOf(page, html)
    await readVariants(page, { html, variants, by: 'id', renames: true })
  }, 300_000)
})
