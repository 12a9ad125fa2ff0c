import type { CDPSession, Page } from 'puppeteer'
import type { Stage } from './browser.ts'
import { extensionUse } from './processes.ts'

/** What a context holds after everything that nobody needs is gone, in bytes. Pages of one process share one heap. */
export interface Held {
  readonly heap: number
  /** Array buffers and the memory of WebAssembly, which the heap only points at. */
  readonly buffers: number
}

export interface Footprint {
  /** The page of the meeting, with our script in it: two worlds of one heap. */
  readonly meeting: Held & { readonly nodes: number; readonly listeners: number }
  readonly worker: Held
  /** The panel and the page of the room check. */
  readonly pages: Held
  /** Memory of the extension's process that is its own; undefined where the system does not tell. */
  readonly process: number | undefined
}

export interface Scale {
  weigh(): Promise<Footprint>
}

/** Puts a scale under the contexts of a running lesson. All three must live as long as it is used. */
export async function scaleFor(stage: Stage, meeting: Page, panel: Page): Promise<Scale> {
  const [ofMeeting, ofPages] = await Promise.all([
    meeting.createCDPSession(),
    panel.createCDPSession(),
  ])
  const ofWorker = (await stage.worker()).client
  return {
    async weigh() {
      // Twice: what the first round ends may have held something.
      for (const session of [ofMeeting, ofPages, ofWorker, ofMeeting, ofPages, ofWorker])
        await session.send('HeapProfiler.collectGarbage')
      const counters = await ofMeeting.send('Memory.getDOMCounters')
      return {
        meeting: {
          ...(await held(ofMeeting)),
          nodes: counters.nodes,
          listeners: counters.jsEventListeners,
        },
        worker: await held(ofWorker),
        pages: await held(ofPages),
        process: (await extensionUse(stage.browser))?.own,
      }
    },
  }
}

async function held(session: CDPSession): Promise<Held> {
  const { usedSize, backingStorageSize } = await session.send('Runtime.getHeapUsage')
  return { heap: usedSize, buffers: backingStorageSize }
}
