import { setStage } from '../e2e/support/browser.ts'
import { beginLesson } from '../e2e/support/lesson.ts'
import { ask, waitForView } from '../e2e/support/panel.ts'
import { extensionUse } from '../e2e/support/processes.ts'
import { until } from '../e2e/support/rooms.ts'
import { chooseThirty, joinThirty, pupilName } from '../e2e/support/thirty.ts'
import { median } from '../support/median.ts'
import type { Figure } from './figure.ts'
import type { PanelView } from '../../lib/views/types.ts'

const NEWCOMERS = 9
const WATCHED_MS = 30_000
const SETTLE_MS = 60_000
const PATIENCE_MS = 90_000

/**
 * A class of thirty in the simulated Meet, all cameras on, with the built extension: how soon six bedrooms are prompted for, how soon a
 * newcomer stands judged in the panel, what the extension's own process costs and holds. The same two cores draw, send and show all
 * pictures, so that times on the wall are longer than on a teacher's computer.
 */
export async function lessonFigures(): Promise<readonly Figure[]> {
  const stage = await setStage()
  try {
    const lesson = await beginLesson(stage, { params: { video: 'canvas', fps: 5, tiles: 49 } })
    const { sim, meeting, panel } = lesson
    const sessionId = await chooseThirty(panel, 30 + NEWCOMERS)
    await meeting.bringToFront()
    const joined = [...(await joinThirty(sim)).values()]
    const bedrooms = new Map(
      joined.filter((one) => one.isBedroom).map(({ name, at }) => [name, at]),
    )
    const promptTimes = async (): Promise<readonly number[]> => {
      const record = await ask(panel, 'record', { sessionId })
      return (record?.prompts ?? [])
        .filter(({ kind }) => kind === 'room')
        .flatMap(({ at, about }) =>
          about.flatMap((name) => {
            const cameOn = bedrooms.get(name)
            return cameOn === undefined ? [] : [at - cameOn]
          }),
        )
    }
    await until('prompts for six bedrooms', PATIENCE_MS, async () => {
      return (await promptTimes()).length >= bedrooms.size
    })
    const prompts = await promptTimes()

    const newcomers: number[] = []
    for (let at = 30; at < 30 + NEWCOMERS; at += 1) {
      const name = pupilName(at)
      const seen = panel.waitForFunction(
        (shown) => {
          const { __view: view } = window as unknown as { __view?: PanelView }
          const row = view?.people.find((one) => one.name === shown)
          return row?.kind === 'pupil' && Date.now()
        },
        { polling: 20 },
        name,
      )
      const from = Date.now()
      await sim.join({ name, room: 'living' })
      newcomers.push(Number(await (await seen).jsonValue()) - from)
    }
    await waitForView(panel, 'everybody', (view) => view.people.length > 30 + NEWCOMERS)
    // Whoever is new is looked at often, for a minute: after that it is the lesson's daily bread, with six prompts left open.
    await new Promise((done) => setTimeout(done, SETTLE_MS))
    const before = await extensionUse(stage.browser)
    await new Promise((done) => setTimeout(done, WATCHED_MS))
    const after = await extensionUse(stage.browser)
    const { JSHeapUsedSize: pageHeap = 0 } = await meeting.metrics()
    return [
      {
        what: `bedroom prompt after the camera came on, class of 30, median of ${prompts.length}`,
        value: median(prompts) / 1000,
        unit: 's',
        budget: 12,
      },
      {
        what: `newcomer’s name judged and told to the panel, class of 30, median of ${NEWCOMERS}`,
        value: median(newcomers) / 1000,
        unit: 's',
        budget: 1,
        baseline: { what: 'the longest', value: Math.max(...newcomers) / 1000 },
      },
      ...(before === undefined || after === undefined
        ? []
        : [
            {
              what: 'room check, panel and background, class of 30: share of one core',
              value: ((after.cpuMs - before.cpuMs) / WATCHED_MS) * 100,
              unit: '%' as const,
              budget: 6,
            },
            {
              what: 'memory of all our pages and the worker, class of 30',
              value: after.memory / 1e6,
              unit: 'MB' as const,
              budget: 250,
              baseline: {
                what: 'scripts’ memory of the meeting page, its own and ours',
                value: pageHeap / 1e6,
              },
            },
          ]),
    ]
  } finally {
    await stage.close()
  }
}
