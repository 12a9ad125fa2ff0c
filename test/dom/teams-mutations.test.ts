import type { Browser, Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FULL as full } from '../support/full.ts'
import {
  bundlePlatforms,
  fixture,
  fixturesFolder,
  launchBrowser,
  openMeetPage,
} from './support/adapterPage.ts'
import { type ActCase, actVariants, installMutator, readVariants } from './support/mutator.ts'
import { bare, TEAMS_URL } from './support/teamsHtml.ts'
import { FULL, LIGHT } from './support/teamsWhole.ts'
import { stageTeams } from './support/teamsPage.ts'

// A site changes without telling us. The same pages with parts dropped, doubled, moved, renamed and wrapped, by fast-check: whatever is
// left, the reader says nothing that isn't so and no wrong control is pressed.
let browser: Browser
let page: Page

beforeAll(async () => {
  const code = await bundlePlatforms()
  browser = await launchBrowser()
  page = await openMeetPage(browser, code, bare(''), { url: TEAMS_URL })
  await installMutator(page)
}, 120_000)
afterAll(() => browser.close())

/** For each client; the full run tries more. The adapter stays the same from one to the next, as on a page that changes under it. */
const READ_VARIANTS = full ? 1000 : 200
const ACT_VARIANTS = full ? 240 : 100

const CASES: readonly ActCase[] = [
  {
    command: { kind: 'admit', key: 'Kim#0', name: 'Kim' },
    may: ['people', 'admit9'],
    neverDone: true,
  },
  {
    command: { kind: 'deny', key: 'Kim#0', name: 'Kim' },
    may: ['people', 'deny9'],
    neverDone: true,
  },
  {
    command: { kind: 'mute', id: 'Dev Shah#0', name: 'Dev Shah' },
    may: ['people', 'dots1', 'Mute participant'],
  },
  {
    command: { kind: 'cameraOff', id: 'Kit#0', name: 'Kit' },
    may: ['people', 'dots4', 'Disable camera'],
  },
  {
    command: { kind: 'remove', id: 'Dev Shah#0', name: 'Dev Shah' },
    may: ['people', 'dots1', 'Remove from meeting'],
    neverDone: true,
  },
  { command: { kind: 'lock' }, may: ['people', 'controls'], neverDone: true },
  { command: { kind: 'unlock' }, may: ['people', 'controls'], neverDone: true },
  { command: { kind: 'endForAll' }, may: ['hangupMore'], neverDone: true },
  { command: { kind: 'openPeople' }, may: ['people'] },
  { command: { kind: 'rollCall' }, may: ['people'] },
  { command: { kind: 'muteAll' }, may: ['people'], neverDone: true },
  {
    command: { kind: 'micOff', id: 'Kit#0', name: 'Kit' },
    may: ['people', 'dots4'],
    neverDone: true,
  },
  { command: { kind: 'camerasOffForAll' }, may: ['people', 'more'], neverDone: true },
  { command: { kind: 'chatOff' }, may: ['more'], neverDone: true },
  { command: { kind: 'stopPresenting', id: 'Kit#0', name: 'Kit' }, may: [] },
]

describe.each([
  ['full', FULL],
  ['light', LIGHT],
] as const)('the %s client, changed', (_client, html) => {
  it('is read without a crash, invents nobody, loses nobody from a list that it calls complete, and is read twice alike', async () => {
    await stageTeams(page, html)
    await readVariants(page, { html, variants: READ_VARIANTS, by: 'name', renames: false })
  }, 300_000)

  it('has no wrong control pressed', async () => {
    await stageTeams(page, html)
    await page.evaluate(() => {
      const { createTeamsAdapter, TEAMS_PACK } = eval('platforms')
      const timing = { appearMs: 160, effectMs: 160, arriveMs: 160, guideMs: 80 }
      Object.assign(globalThis, { adapter: createTeamsAdapter(TEAMS_PACK, timing) })
    })
    expect(await actVariants(page, html, ACT_VARIANTS, CASES)).toEqual([])
  }, 300_000)
})

const CAPTURE = '01-captured-2026-07-launcher-prejoin-admitted.html'
const folder = fixturesFolder('teams')

describe.skipIf(folder === undefined)('the saved call, changed', () => {
  it('is read without a crash and invents nobody', async () => {
    const text = fixture(folder ?? '', CAPTURE)
    const html = /<section data-state="in-call"[^]*?<\/section>/.exec(text)?.[0] ?? ''
    expect(html).not.toBe('')
    await stageTeams(page, bare(html))
    await readVariants(page, { html: bare(html), variants: 200, by: 'name', renames: false })
  }, 300_000)
})
