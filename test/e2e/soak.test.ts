import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bigRegister } from '../bench/bigClass.ts'
import { medianOf } from '../support/memory.ts'
import { dice } from '../support/rooms.ts'
import { setStage } from './support/browser.ts'
import type { Stage } from './support/browser.ts'
import { scaleFor } from './support/footprint.ts'
import type { Footprint } from './support/footprint.ts'
import { beginLesson } from './support/lesson.ts'
import type { RunningLesson } from './support/lesson.ts'
import { ask, waitForView } from './support/panel.ts'

/**
 * The comings and goings of three hours of sixty people, pressed into four minutes of the built extension in a simulated call: what every
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
      // As evenly as the computer can: a change that comes late is made up for.
      while (Date.now() - began < SOAK_MS) {
        const due = ((Date.now() - began) / SOAK_MS) * CHANGES_IN_THREE_HOURS
        if (changes < due) await change(roll)
        else await new Promise((done) => setTimeout(done, 20))
        if (Date.now() < weighAt) continue
        prints.push(await scale.weigh())
        weighAt += WEIGH_EVERY_MS
      }
      console.log(
        JSON.stringify(
          prints.map((p) =>
            [
              p.meeting.heap,
              p.meeting.buffers,
              p.meeting.nodes,
              p.meeting.listeners,
              p.worker.heap,
              p.worker.buffers,
              p.pages.heap,
              p.pages.buffers,
              p.process,
            ]
              .map((n) => (n === undefined ? n : n > 1e5 ? `${(n / 1e6).toFixed(2)}M` : n))
              .join(' '),
          ),
          undefined,
          1,
        ),
        changes,
      )
    },
    SOAK_MS + 120_000,
  )
})
