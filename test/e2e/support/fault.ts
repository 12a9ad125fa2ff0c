import type { Page } from 'puppeteer'
import { remoteSim, simReady } from '../../sites/meet/driver.ts'
import type { RemoteSim } from '../../sites/meet/driver.ts'
import type { Stage } from './browser.ts'
import { followViews } from './panel.ts'

/** A lesson that is being played; a fault may put other pages in the place of those that it took away. */
export interface Played {
  readonly stage: Stage
  readonly meeting: Page
  sim: RemoteSim
  panel: Page
}

/** Something that goes wrong while a lesson runs. What is broken works again afterwards, as it does in life. */
export interface Fault {
  readonly name: string
  /** The page of the meeting is drawn anew: who was in the call has to be put there again by the player. */
  readonly emptiesCall?: boolean
  strike(played: Played): Promise<void>
}

async function openPanel(stage: Stage): Promise<Page> {
  const panel = await stage.open('sidepanel.html', { width: 400, height: 800 })
  await followViews(panel)
  return panel
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
    async strike(played) {
      await played.meeting.reload()
      await simReady(played.meeting)
      played.sim = remoteSim(played.meeting)
    },
  },
  {
    name: 'the storage is full for a while',
    async strike({ stage, panel }) {
      const session = await panel.createCDPSession()
      const origin = `chrome-extension://${stage.extensionId}`
      await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 0 })
      await session.send('Storage.overrideQuotaForOrigin', { origin })
      await session.detach()
    },
  },
]
