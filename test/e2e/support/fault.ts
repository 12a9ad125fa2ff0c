import type { Page, Target } from 'puppeteer'
import { expect } from 'vitest'
import { remoteSim, simReady } from '../../sites/meet/driver.ts'
import type { RemoteSim } from '../../sites/meet/driver.ts'
import type { Stage } from './browser.ts'
import type { Earlier } from './earlier.ts'
import { setHostAccess } from './extensionsPage.ts'
import { followViews, waitForView } from './panel.ts'
import { followReadings, moreReadings, until } from './rooms.ts'

/** A lesson that is being played; a fault may put other pages in the place of those that it took away. */
export interface Played {
  readonly stage: Stage
  meeting: Page
  sim: RemoteSim
  panel: Page
  /** Where the lesson began under an earlier version of the extension, until that is updated. */
  earlier?: Earlier
}

/** Something that goes wrong while a lesson runs. What is broken works again afterwards, as it does in life. */
export interface Fault {
  /** Short: what is run is chosen by it, and a longer one is cut. */
  readonly name: string
  /** The page of the meeting is drawn anew: who was in the call has to be put there again by the player. */
  readonly emptiesCall?: boolean
  /** The lesson begins under an earlier version. */
  readonly fromEarlier?: boolean
  strike(played: Played): Promise<void>
}

async function openPanel(stage: Stage): Promise<Page> {
  const panel = await stage.open('sidepanel.html', { width: 400, height: 800 })
  await followViews(panel)
  return panel
}

/** Drawn anew: who was in the call has to be put there again. */
async function reloadMeeting(played: Played): Promise<void> {
  await played.meeting.reload()
  await simReady(played.meeting)
  played.sim = remoteSim(played.meeting)
}

const inMeet = (target: Target): boolean => target.url().startsWith('https://meet.google.com/')

/** Chrome takes the page out of memory, as it does with tabs that nobody looks at; it loads the page anew when the tab is looked at. */
async function discardMeeting(played: Played): Promise<void> {
  const { stage, panel } = played
  await panel.bringToFront()
  const worker = await stage.worker()
  const { browser } = stage
  const old = played.meeting.target()
  const left = await worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ url: 'https://meet.google.com/*' })
    const discarded = await chrome.tabs.discard(tab?.id ?? -1)
    return discarded?.id ?? -1
  })
  const drawn = browser.waitForTarget((one) => inMeet(one) && one !== old, { timeout: 30_000 })
  await worker.evaluate((id) => chrome.tabs.update(id, { active: true }), left)
  const page = await (await drawn).page()
  if (page === null) throw new Error('The tab that was discarded has no page.')
  played.meeting = page
  await simReady(page)
  played.sim = remoteSim(page)
}

/**
 * Every write of the background is refused as by a full disk. Not by `Storage.overrideQuotaForOrigin`: with "unlimitedStorage" no write
 * of ours heeds a quota.
 */
async function setStorageFull(stage: Stage, full: boolean): Promise<void> {
  const worker = await stage.worker()
  await worker.evaluate((isFull) => {
    const held = globalThis as { writes?: Pick<IDBObjectStore, 'add' | 'put'> }
    const store = IDBObjectStore.prototype
    held.writes ??= { add: store.add, put: store.put }
    const refuse = (): never => {
      throw new DOMException('The disk is full.', 'QuotaExceededError')
    }
    Object.assign(store, isFull ? { add: refuse, put: refuse } : held.writes)
  }, full)
}

const isRoomPage = (target: Target): boolean => target.url().endsWith('/offscreen.html')

/** The page of the room check dies without a word to anybody; it must be there again, and look at pictures. */
async function killRoomPage({ stage, panel, sim }: Played): Promise<void> {
  const { browser } = stage
  await followReadings(panel)
  const old = await browser.waitForTarget(isRoomPage, { timeout: 30_000 })
  const session = await old.createCDPSession()
  const { targetInfo } = await session.send('Target.getTargetInfo')
  const overBrowser = await browser.target().createCDPSession()
  await overBrowser.send('Target.closeTarget', { targetId: targetInfo.targetId })
  await overBrowser.detach()
  await until('the end of the room page', 20_000, async () => !browser.targets().includes(old))
  await browser.waitForTarget((one) => isRoomPage(one) && one !== old, { timeout: 30_000 })
  const { people } = await sim.state()
  const child = people.find((one) => !one.self && one.camera === 'on')
  if (child === undefined) throw new Error('Nobody is there whose room could be looked at.')
  // Another room is looked at at once; the same one only now and then.
  await sim.moveRoom(child.id, child.room.includes('living') ? 'kitchen' : 'living')
  await moreReadings(panel, child.id, 1)
}

export const FAULTS: readonly Fault[] = [
  {
    name: 'the background worker is killed',
    strike: ({ stage }) => stage.killWorker(),
  },
  {
    name: 'the panel is closed and opened again',
    async strike(played) {
      await played.panel.close()
      played.panel = await openPanel(played.stage)
    },
  },
  {
    name: 'the tab is frozen and thawed',
    async strike({ meeting }) {
      const session = await meeting.createCDPSession()
      await session.send('Page.setWebLifecycleState', { state: 'frozen' })
      await session.send('Page.setWebLifecycleState', { state: 'active' })
      await session.detach()
    },
  },
  {
    name: 'the tab is reloaded',
    emptiesCall: true,
    strike: reloadMeeting,
  },
  {
    name: 'the tab is discarded',
    emptiesCall: true,
    strike: discardMeeting,
  },
  {
    name: 'the storage is full for a while',
    async strike({ stage, panel, sim }) {
      await setStorageFull(stage, true)
      // Something happens that can't be written, and is said to be only in memory.
      const { people } = await sim.state()
      const id = people.find((one) => one.name === 'Amelia Potter')?.id ?? ''
      await sim.rename(id, 'Amelia P')
      await waitForView(panel, 'that it is not saved', (view) =>
        view.banners.some((banner) => banner.id === 'storage'),
      )
      await setStorageFull(stage, false)
      await sim.rename(id, 'Amelia Potter')
      await waitForView(panel, 'that it is saved', (view) => view.banners.length === 0)
    },
  },
  {
    name: 'the page of the room check is killed',
    strike: killRoomPage,
  },
  {
    name: 'the extension is loaded anew',
    async strike(played) {
      await played.stage.loadAnew()
      played.panel = await openPanel(played.stage)
    },
  },
  {
    name: 'the extension is updated',
    fromEarlier: true,
    async strike(played) {
      // The first time from the earlier version, after that as an update to the same one.
      played.earlier?.update()
      delete played.earlier
      await played.stage.loadAnew()
      played.panel = await openPanel(played.stage)
    },
  },
  {
    name: 'the extension’s process crashes',
    async strike(played) {
      const { stage, panel } = played
      const session = await panel.createCDPSession()
      // Nobody is left to answer.
      session.send('Page.crash').catch(() => undefined)
      await until(
        'the end of the process',
        20_000,
        async () => !stage.browser.targets().some(isRoomPage),
      )
      await stage.loadAnew()
      played.panel = await openPanel(stage)
    },
  },
  {
    name: 'the permission is taken and given back',
    emptiesCall: true,
    async strike(played) {
      const { stage, panel } = played
      await setHostAccess(stage, 'ON_CLICK')
      // The script that is in the page already goes on; the page that comes next gets none.
      await reloadMeeting(played)
      await waitForView(panel, 'that nothing is read', (view) =>
        view.banners.some((banner) => banner.id === 'gone'),
      )
      await setHostAccess(stage, 'ON_ALL_SITES')
      await waitForView(panel, 'the meeting', (view) => view.banners.length === 0)
    },
  },
  {
    name: 'a second window shows the call too',
    async strike({ stage, meeting, panel }) {
      const second = await stage.browser.newPage({ type: 'window' })
      await second.goto(meeting.url())
      await simReady(second)
      await waitForView(panel, 'the banner', (view) =>
        view.banners.some((banner) => banner.id === 'tabs'),
      )
      await second.close()
      await waitForView(panel, 'one tab', (view) => view.banners.length === 0)
    },
  },
  {
    name: 'an incognito window shows the call too',
    async strike({ stage, meeting }) {
      const incognito = await stage.browser.createBrowserContext()
      const page = await incognito.newPage()
      await page.goto(meeting.url())
      await simReady(page)
      // The manifest keeps the extension out of it. A window like any other has our node by now many times over (beginLesson waits for it).
      await expect(
        page.waitForSelector('[data-lesson-steward]', { timeout: 6000 }),
        'our node in the private window',
      ).rejects.toThrow('Waiting for selector')
      await incognito.close()
    },
  },
]
