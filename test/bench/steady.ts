import { z } from 'zod'
import { setStage } from '../e2e/support/browser.ts'
import { beginLesson } from '../e2e/support/lesson.ts'
import { waitForView } from '../e2e/support/panel.ts'
import type { Interface } from '../e2e/support/sites.ts'
import type { Figure } from './figure.ts'

const SHARE_BUDGET = 1.5
const TASK_BUDGET_MS = 16
const SETTLE_MS = 60_000

/** What a CPU profile is made of, as far as it is looked at. Times in microseconds. */
const profileSchema = z.object({
  profile: z.object({
    nodes: z.array(
      z.object({
        id: z.number(),
        callFrame: z.object({ functionName: z.string(), url: z.string() }),
        children: z.array(z.number()).optional(),
      }),
    ),
    startTime: z.number(),
    endTime: z.number(),
    samples: z.array(z.number()),
    timeDeltas: z.array(z.number()),
  }),
})

/**
 * What the content script costs in a lesson of thirty in which nothing happens but the lesson itself: people speak, the clock ticks.
 * Taken from a CPU profile of the meeting page: samples that stand in the extension's own script or in what it called.
 */
export async function steadyFigures(
  where: Interface,
  seconds: number,
  pupils = 30,
): Promise<readonly Figure[]> {
  const stage = await setStage()
  try {
    const { sim, meeting, panel } = await beginLesson(
      stage,
      { params: { video: 'canvas', fps: 5, tiles: 49 } },
      where,
    )
    for (let at = 0; at < pupils; at += 1) await sim.join({ name: `Pupil ${letters(at)}` })
    await meeting.bringToFront()
    await waitForView(
      panel,
      'the class',
      (view) => view.people.filter((row) => row.where === 'inCall').length > pupils,
      90_000,
    )
    const { people } = await sim.state()
    // Until every room has been looked at as often as a new one is: from then on it is the lesson's daily bread.
    await new Promise((done) => setTimeout(done, SETTLE_MS))
    const cdp = await meeting.createCDPSession()
    await cdp.send('Profiler.enable')
    await cdp.send('Profiler.setSamplingInterval', { interval: 500 })
    await cdp.send('Profiler.start')
    const until = Date.now() + seconds * 1000
    for (let turn = 0; Date.now() < until; turn += 1) {
      const speaker = people[turn % people.length]
      if (speaker !== undefined) await sim.speak(speaker.id, turn % 2 === 0)
      await new Promise((done) => setTimeout(done, 500))
    }
    const { profile } = profileSchema.parse(await cdp.send('Profiler.stop'))
    const parents = new Map<number, number>()
    const byId = new Map(profile.nodes.map((node) => [node.id, node]))
    for (const node of profile.nodes)
      for (const child of node.children ?? []) parents.set(child, node.id)
    const isOurs = (id: number | undefined): boolean => {
      for (let at = id; at !== undefined; at = parents.get(at))
        if (byId.get(at)?.callFrame.url.startsWith('chrome-extension://') === true) return true
      return false
    }
    const ours = new Map(profile.nodes.map((node) => [node.id, isOurs(node.id)]))
    const isIdle = (id: number): boolean =>
      ['(idle)', '(root)'].includes(byId.get(id)?.callFrame.functionName ?? '')
    let spent = 0
    let page = 0
    let run = 0
    let longest = 0
    profile.samples.forEach((id, at) => {
      // The time before a sample belongs to the sample before it.
      const ms = (profile.timeDeltas[at + 1] ?? 0) / 1000
      if (ours.get(id) === true) {
        spent += ms
        run += ms
        longest = Math.max(longest, run)
        return
      }
      run = 0
      if (!isIdle(id)) page += ms
    })
    const whole = (profile.endTime - profile.startTime) / 1000
    if (spent === 0) throw new Error('Nothing of the content script was seen in the profile.')
    return [
      {
        what: `content script, ${where}, ${pupils} pupils, ${seconds} s: share of one core`,
        value: (spent / whole) * 100,
        unit: '%',
        budget: SHARE_BUDGET,
        baseline: { what: 'the meeting page itself', value: (page / whole) * 100 },
      },
      {
        what: `content script, ${where}: longest piece of work`,
        value: longest,
        unit: 'ms',
        budget: TASK_BUDGET_MS,
      },
    ]
  } finally {
    await stage.close()
  }
}

function letters(at: number): string {
  return `${String.fromCharCode(65 + (at % 26))}${at >= 26 ? 'b' : 'a'}rnett`
}
