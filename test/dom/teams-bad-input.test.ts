import type { Browser, Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundlePlatforms, launchBrowser, openMeetPage } from './support/adapterPage.ts'
import { type Cell, FAULTS, problemsOf, tryAll } from './support/badInput.ts'
import { installMutator } from './support/mutator.ts'
import { bare, TEAMS_URL } from './support/teamsHtml.ts'
import { stageTeams } from './support/teamsPage.ts'
import { FULL } from './support/teamsWhole.ts'

// Every command of Teams against everything that can be wrong with the control that decides: as a table.
let browser: Browser
let page: Page

beforeAll(async () => {
  const code = await bundlePlatforms()
  browser = await launchBrowser()
  page = await openMeetPage(browser, code, bare(''), { url: TEAMS_URL })
  await installMutator(page)
  await stageTeams(page, bare(''))
}, 120_000)
afterAll(() => browser.close())

const dev = { id: 'Dev Shah#0', name: 'Dev Shah' } as const
const PANEL = '[data-tid="calling-right-side-panel"]'
const CELLS: readonly Cell[] = [
  { command: { kind: 'openPeople' }, control: 'people', hidden: PANEL },
  { command: { kind: 'rollCall' }, control: 'people', hidden: PANEL },
  { command: { kind: 'admit', key: 'Kim#0', name: 'Kim' }, control: 'admit9' },
  { command: { kind: 'deny', key: 'Kim#0', name: 'Kim' }, control: 'deny9' },
  { command: { kind: 'mute', ...dev }, control: 'Mute participant', way: ['dots1'] },
  { command: { kind: 'cameraOff', ...dev }, control: 'Disable camera', way: ['dots1'] },
  { command: { kind: 'remove', ...dev }, control: 'Remove from meeting', way: ['dots1'] },
  { command: { kind: 'lock' }, control: 'controls' },
  { command: { kind: 'unlock' }, control: 'controls' },
  { command: { kind: 'camerasOffForAll' }, control: 'more' },
  { command: { kind: 'chatOff' }, control: 'more' },
  { command: { kind: 'endForAll' }, control: 'hangupMore' },
]

describe('a control of Teams', () => {
  it.each(FAULTS)('%s: one press at most, never a wrong one, never "done"', async (fault) => {
    const tried = await tryAll(page, FULL, CELLS, fault)
    expect(problemsOf(tried, CELLS, fault)).toEqual([])
  })

  it('without rights: nothing is pressed, and it is said whose it is', async () => {
    const attendee = FULL.replaceAll('Organizer', 'Attendee')
    const cells = CELLS.filter(
      ({ command: { kind } }) => kind !== 'openPeople' && kind !== 'rollCall',
    )
    await stageTeams(page, attendee)
    for (const { kind, outcome, clicks } of await tryAll(page, attendee, cells, 'nothing'))
      expect([kind, outcome.result, outcome.why, clicks]).toEqual([
        kind,
        'unavailable',
        'notAHost',
        [],
      ])
  })
})
