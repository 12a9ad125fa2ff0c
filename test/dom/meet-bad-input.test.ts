import type { Browser, Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stageOf } from './support/actPage.ts'
import { bundlePlatforms, launchBrowser, openMeetPage } from './support/adapterPage.ts'
import { type Cell, FAULTS, problemsOf, tryAll } from './support/badInput.ts'
import { bare, device } from './support/meetHtml.ts'
import { NEW } from './support/meetWhole.ts'
import { installMutator } from './support/mutator.ts'

// Every command of Meet against everything that can be wrong with the control that decides: as a table.
let browser: Browser
let page: Page

beforeAll(async () => {
  const code = await bundlePlatforms()
  browser = await launchBrowser()
  page = await openMeetPage(browser, code, bare(''))
  await installMutator(page)
  await stageOf(page, bare(''))
}, 120_000)
afterAll(() => browser.close())

const dev = { id: device(2), name: 'Dev Shah' } as const
const CELLS: readonly Cell[] = [
  { command: { kind: 'openPeople' }, control: 'people', hidden: 'aside' },
  { command: { kind: 'rollCall' }, control: 'people', hidden: 'aside' },
  { command: { kind: 'admit', key: 'Kim#0', name: 'Kim' }, control: 'admit' },
  { command: { kind: 'deny', key: 'Kim#0', name: 'Kim' }, control: 'deny' },
  { command: { kind: 'mute', ...dev }, control: 'mute2' },
  { command: { kind: 'remove', ...dev }, control: 'remove', way: ['dots2'] },
  { command: { kind: 'lock' }, control: 'level2', way: ['ask'] },
  { command: { kind: 'unlock' }, control: 'hostControls', hidden: 'aside' },
  { command: { kind: 'camerasOffForAll' }, control: 'video' },
  { command: { kind: 'chatOff' }, control: 'chat' },
  { command: { kind: 'endForAll' }, control: 'leave' },
]

describe('a control of Meet', () => {
  it.each(FAULTS)('%s: one press at most, never a wrong one, never "done"', async (fault) => {
    const tried = await tryAll(page, NEW, CELLS, fault)
    expect(problemsOf(tried, CELLS, fault)).toEqual([])
  })

  it('without rights: nothing is pressed, and it is said whose it is', async () => {
    const guest = NEW.replaceAll('jsname="A5il2e" data-panel-id="16"', 'hidden')
      .replace('lock_person', 'x')
      .replace('Meeting host', 'Visitor')
    const cells = CELLS.filter(
      ({ command: { kind } }) => kind !== 'openPeople' && kind !== 'rollCall',
    )
    for (const { kind, outcome, clicks } of await tryAll(page, guest, cells, 'nothing'))
      expect([kind, outcome.result, outcome.why, clicks]).toEqual([
        kind,
        'unavailable',
        'notAHost',
        [],
      ])
  })
})
