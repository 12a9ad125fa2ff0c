import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bigRegister } from '../bench/bigClass.ts'
import { median } from '../support/median.ts'
import { dice } from '../support/rooms.ts'
import { setStage } from './support/browser.ts'
import type { Stage } from './support/browser.ts'
import { scaleFor } from './support/footprint.ts'
import type { Footprint, Held } from './support/footprint.ts'
import { beginLesson } from './support/lesson.ts'
import type { RunningLesson } from './support/lesson.ts'
import { ask, waitForView } from './support/panel.ts'

/**
 * The comings and goings of three hours of sixty people, pressed into four minutes (more on a slow computer) of the built extension in a simulated call: what every
 * context holds must not grow. That three hours of lesson time change nothing by themselves, the journal's size, timers and the time of a
 * reading are measured on a clock that is moved by hand (test/unit/soak.test.ts).
 */
const PEOPLE = 60
const SEED = 20_261_120
const SOAK_MS = 240_000
const WEIGH_EVERY_MS = 15_000
/** What happens in three hours by test/support/longLesson.ts: 414 joins, 355 leaves, 2,043 cameras. */
const CHANGES_IN_THREE_HOURS = 2_800
const BUDGET_MB = 250

describe(`${PEOPLE} people who come and go`, () => {
  let stage: Stage
  let lesson: RunningLesson
  const here = new Map<string, 'on' | 'off'>()
  const prints: Footprint[] = []
  let changes = 0

  beforeAll(async () => {
    stage = await setStage()
    lesson = await beginLesson(stage, {
      code: 'soa-kxxx-abc',
      params: { video: 'canvas', fps: 1, fast: 1 },
    })
    const register = { ...bigRegister(PEOPLE), id: 'sixty', name: 'Assembly' }
    await ask(lesson.panel, 'saveRegister', { register })
    await ask(lesson.panel, 'chooseClass', { registerId: 'sixty', packId: 'combined' })
    await waitForView(lesson.panel, 'the class', (one) => one.session?.className === 'Assembly')
    for (const one of register.pupils) await join(`${one.firstName} ${one.lastName}`)
    await lesson.meeting.bringToFront()
    // There are more people than tiles: only with the list open is everybody seen, and seen to leave.
    await lesson.sim.openPanel('people')
    await waitForView(
      lesson.panel,
      'everybody',
      (view) => view.people.filter((row) => row.where === 'inCall').length > PEOPLE,
      120_000,
    )
  }, 300_000)
  afterAll(async () => {
    await stage?.close()
  })

  const out: string[] = []
  const names = new Map<string, string>()
  async function join(name: string): Promise<void> {
    const id = await lesson.sim.join({ name })
    here.set(id, 'on')
    names.set(id, name)
  }

  /** Somebody leaves or comes back, or a camera goes off or on, as often as in the long lesson. */
  async function change(roll: () => number): Promise<void> {
    changes += 1
    const what = roll()
    const back = out[0]
    if (back !== undefined && what < 0.15) {
      out.shift()
      return join(back)
    }
    const ids = [...here.keys()]
    const id = ids[Math.floor(roll() * ids.length)]
    if (id === undefined) return
    if (what < 0.28) {
      await lesson.sim.leave(id)
      out.push(names.get(id) ?? '')
      here.delete(id)
      names.delete(id)
    } else {
      const camera = here.get(id) === 'on' ? 'off' : 'on'
      await lesson.sim.camera(id, camera)
      here.set(id, camera)
    }
  }

  it(
    'leave nothing behind in any context',
    async () => {
      const { meeting, panel } = lesson
      const scale = await scaleFor(stage, meeting, panel)
      const roll = dice(SEED)
      const began = Date.now()
      let weighAt = began + WEIGH_EVERY_MS
      // As evenly as the computer can: a change that comes late is made up for, and none is left out. A slow one takes longer for them.
      while (Date.now() - began < SOAK_MS || changes < CHANGES_IN_THREE_HOURS) {
        const due = ((Date.now() - began) / SOAK_MS) * CHANGES_IN_THREE_HOURS
        if (changes < due) await change(roll)
        else await new Promise((done) => setTimeout(done, 20))
        if (Date.now() < weighAt) continue
        prints.push(await scale.weigh())
        weighAt += WEIGH_EVERY_MS
      }
      console.log(tableOf(prints, changes, Date.now() - began))
      for (const [what, of] of Object.entries(GROWING)) {
        const [middle = 0, end] = ([1, 2] as const).map((which) => medianIn(prints, which, of))
        expect(end, what).toBeLessThan(middle * SLACK + SLACK_BYTES)
      }
      expect(Math.max(...prints.map(inAll)) / MB).toBeLessThan(BUDGET_MB)
    },
    4 * SOAK_MS,
  )
})

const MB = 1e6
/** Between the middle third and the last: what the collector left, and the lesson's own events (1.4 kB each, test/unit/soak.test.ts). */
const SLACK = 1.1
const SLACK_BYTES = 1.5 * MB

const sizeOf = ({ heap, buffers }: Held): number => heap + buffers
const GROWING: Readonly<Record<string, (print: Footprint) => number>> = {
  'the meeting page': (print) => sizeOf(print.meeting),
  'the background': (print) => sizeOf(print.worker),
  'the panel and the room check': (print) => sizeOf(print.pages),
}

/** Of the first, the middle or the last third. */
function medianIn(
  prints: readonly Footprint[],
  which: 0 | 1 | 2,
  of: (print: Footprint) => number,
): number {
  const third = Math.floor(prints.length / 3)
  const from = prints.length - (3 - which) * third
  return median(prints.slice(from, from + third).map(of))
}

/** The extension's process as the system counts it, or where it does not what its contexts hold; and the meeting page with our script. */
function inAll(print: Footprint): number {
  return (print.process ?? sizeOf(print.worker) + sizeOf(print.pages)) + sizeOf(print.meeting)
}

function tableOf(prints: readonly Footprint[], changes: number, ms: number): string {
  const mb = (bytes: number): string => (bytes / MB).toFixed(1)
  const row = (what: string, of: (print: Footprint) => number, show = mb): string => {
    const values = ([0, 1, 2] as const).map((which) => show(medianIn(prints, which, of)))
    return `  ${what}: ${values.join(', ')}`
  }
  return [
    `Soak, ${PEOPLE} people, ${changes} comings, goings and cameras in ${(ms / 60_000).toFixed(1)} minutes, seed ${SEED}; medians of three thirds, MB:`,
    ...Object.entries(GROWING).map(([what, of]) => row(what, of)),
    row('the extension’s process', (print) => print.process ?? Number.NaN),
    row('nodes of the meeting page', (print) => print.meeting.nodes, String),
    row('listeners of the meeting page', (print) => print.meeting.listeners, String),
    `  at most in all, with the site’s own scripts: ${mb(Math.max(...prints.map(inAll)))} (budget for a class of 30: ${BUDGET_MB})`,
  ].join('\n')
}
