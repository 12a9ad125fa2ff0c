import { setStage } from '../e2e/support/browser.ts'
import { beginLesson } from '../e2e/support/lesson.ts'
import { waitForView } from '../e2e/support/panel.ts'
import type { Interface } from '../e2e/support/sites.ts'
import type { Figure } from './figure.ts'
import { costIn } from './trace.ts'

const SHARE_BUDGET = 1.5
const TASK_BUDGET_MS = 16
const SETTLE_MS = 60_000

/**
 * What the content script costs in a lesson of thirty in which nothing happens but the lesson itself: people speak, the clock ticks.
 * Taken from a trace of the meeting page, in processor time: with the pictures of thirty cameras drawn by the same two cores, time on
 * the wall measures how long our script was kept waiting. A call from the browser into our script counts whole, with the style and
 * layout that it forced (which the page would have had to do at its next frame); so do all microtasks outside of calls that took longer
 * than an empty round of them, ours or the page's.
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
    const speakers = (await sim.state()).people.slice(1, 5)
    for (const { id } of speakers) await sim.speak(id, true)
    // Until every room has been looked at as often as a new one is: from then on it is the lesson's daily bread.
    await new Promise((done) => setTimeout(done, SETTLE_MS))
    const started = Date.now()
    await meeting.tracing.start({ categories: ['devtools.timeline', 'v8.execute'] })
    const until = Date.now() + seconds * 1000
    for (let turn = 0; Date.now() < until; turn += 1) {
      // Four who take turns, with their microphones on; a conversation, not a class in which a microphone goes on every second.
      const speaker = speakers[turn % speakers.length]
      if (speaker !== undefined) await sim.speak(speaker.id, (turn / speakers.length) % 2 < 1)
      await new Promise((done) => setTimeout(done, 500))
    }
    const trace = await meeting.tracing.stop()
    const whole = (Date.now() - started) * 1000
    const { ours, page, longest, forced, times } = costIn(new TextDecoder().decode(trace))
    return [
      {
        what: `content script, ${where}, ${pupils} pupils, ${seconds} s: share of one core`,
        value: (ours / whole) * 100,
        unit: '%',
        budget: SHARE_BUDGET,
        baseline: { what: 'scripts of the meeting page itself', value: (page / whole) * 100 },
      },
      {
        what: `content script, ${where}: of that, style and layout that the page had left to do`,
        value: (forced / whole) * 100,
        unit: '%',
        baseline: { what: 'times a second', value: times / seconds },
      },
      {
        what: `content script, ${where}: longest piece of work`,
        value: longest / 1000,
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
