import { setStage } from '../e2e/support/browser.ts'
import { scaleFor } from '../e2e/support/footprint.ts'
import type { Footprint } from '../e2e/support/footprint.ts'
import { beginLesson } from '../e2e/support/lesson.ts'
import { chooseThirty, joinThirty } from '../e2e/support/thirty.ts'
import { waitForView } from '../e2e/support/panel.ts'
import { median } from '../support/median.ts'
import type { Figure } from './figure.ts'

const MINUTE = 60_000
const MINUTES = 60
/** Until then everything is opened, read and looked at for the first time. */
const FLAT_FROM = 10
/** What the collector leaves lying about, more or less of it each time. */
const FLAT = 1.1
const MB = 1e6

/**
 * An hour of a class of thirty in the simulated Meet, with every camera on and the room check looking, as the clock on the wall has it:
 * what the extension's process and our script in the meeting hold, minute by minute. Each minute another camera goes off and on. Source: design §10, "memory, all contexts, 1-hour class of 30: at most 250 MB, flat after 10
 * minutes".
 */
export async function hourFigures(): Promise<readonly Figure[]> {
  // A computer that does other things meanwhile may starve the browser for minutes: what it holds is asked for all the same.
  const stage = await setStage({ patience: 15 * MINUTE })
  try {
    const lesson = await beginLesson(stage, { params: { video: 'canvas', fps: 1, tiles: 49 } })
    const { sim, meeting, panel } = lesson
    await chooseThirty(panel)
    await meeting.bringToFront()
    const ids = [...(await joinThirty(sim)).keys()]
    await waitForView(panel, 'everybody', (view) => view.people.length > 30, 120_000)
    const scale = await scaleFor(stage, meeting, panel)
    const began = Date.now()
    const prints: Footprint[] = []
    for (let minute = 1; minute <= MINUTES; minute += 1) {
      const id = ids[minute % ids.length] ?? ''
      await sim.camera(id, 'off')
      await new Promise((done) => setTimeout(done, 5_000))
      await sim.camera(id, 'on')
      await new Promise((done) => setTimeout(done, began + minute * MINUTE - Date.now()))
      prints.push(await scale.weigh())
      console.error(`  minute ${minute}: ${(inAll(prints.at(-1)) / MB).toFixed(1)} MB`)
    }
    const early = prints.slice(FLAT_FROM, 30)
    const late = prints.slice(-20)
    return [
      {
        what: 'memory of all our pages, the worker and the meeting’s scripts, an hour of 30: at most',
        value: Math.max(...prints.map(inAll)) / MB,
        unit: 'MB',
        budget: 250,
      },
      ...Object.entries(PARTS).map(([name, of]): Figure => {
        const before = median(early.map(of)) / MB
        return {
          what: `${name}, an hour of 30: the last twenty minutes`,
          value: median(late.map(of)) / MB,
          unit: 'MB',
          budget: before * FLAT,
          baseline: { what: `minutes ${FLAT_FROM} to 30`, value: before },
        }
      }),
    ]
  } finally {
    await stage.close()
  }
}

const PARTS: Readonly<Record<string, (print: Footprint) => number>> = {
  'all of it': inAll,
  'the meeting page’s scripts, its own and ours': ({ meeting }) => meeting.heap + meeting.buffers,
  'the background': ({ worker }) => worker.heap + worker.buffers,
  'panel and room check': ({ pages }) => pages.heap + pages.buffers,
}

/** The extension's process as the system counts it, or where it does not what its contexts hold; and the meeting page with our script. */
function inAll(print: Footprint | undefined): number {
  if (print === undefined) return 0
  const { meeting, worker, pages } = print
  const ours = print.process ?? worker.heap + worker.buffers + pages.heap + pages.buffers
  return ours + meeting.heap + meeting.buffers
}
