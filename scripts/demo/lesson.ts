import { setStage } from '../../test/e2e/support/browser.ts'
import { followViews } from '../../test/e2e/support/panel.ts'
import { strangeRequests } from '../../test/e2e/support/requests.ts'
import { openCall } from '../../test/e2e/support/sites.ts'
import type { Interface } from '../../test/e2e/support/sites.ts'
import { createCamera, PANEL, sizeMeeting } from './camera.ts'
import { keeping } from './keeping.ts'
import { isTeams, LIGHT, openPage, seen } from './kit.ts'
import type { Scene } from './kit.ts'
import { classComesIn, heldAndBack, knocking } from './scenes/arrivals.ts'
import { preflight, setUpSchool } from './scenes/before.ts'
import {
  copiedName,
  lateKnock,
  numberInChat,
  teacherPresents,
  twoOfOneName,
  whatShouldNotBe,
  writeConcern,
} from './scenes/conduct.ts'
import { countdownAndLock } from './scenes/lock.ts'
import { checks, followUp, record } from './scenes/record.ts'
import { bedroom, camerasOff } from './scenes/rooms.ts'
import { seriousCall } from './serious.ts'

/** The lesson itself, and the short call after it. */
const PLAYED = 2

export interface Played {
  readonly pictures: readonly string[]
  readonly files: readonly string[]
  /** The addresses asked for besides the simulated site. Nothing leaves the computer, so there are none. */
  readonly requests: readonly string[]
}

/**
 * The lesson of the README, step by step, clicked as a teacher would; then a second, short call in which something goes seriously
 * wrong, and what is kept of all of it. Every step waits for what it needs to see.
 */
export async function playLesson(
  out: string,
  say: (text: string) => void,
  where: Interface = 'meet-2026',
): Promise<Played> {
  const stage = await setStage()
  try {
    const camera = await createCamera(stage.browser, out)
    say('Before the lesson: the class comes from a CSV file')
    await setUpSchool(stage, camera)
    const panel = await openPage(stage, 'sidepanel.html', PANEL)
    await followViews(panel)
    const { page: meeting, sim } = await openCall(stage.browser, where, {
      start: 'greenRoom',
      params: { title: 'Year 4 Maths', person: 'people/15.webp', room: 'plain', ...LIGHT },
    })
    meeting.setDefaultTimeout(panel.getDefaultTimeout())
    await sizeMeeting(meeting)
    const scene: Scene = { stage, camera, meeting, panel, sim, where, say }
    await preflight(scene)

    say('Arrivals: three people knock; each is walked through')
    await knocking(scene)
    if (!isTeams(scene)) {
      say('A child without a grown-up waits outside, and comes back')
      await heldAndBack(scene)
    }
    say('The class comes in; every tile gets its badge')
    await classComesIn(scene)
    if (isTeams(scene)) {
      say('Somebody comes in under another child’s name')
      await twoOfOneName(scene)
    }
    say('The countdown to the lock, moved forward so that nobody waits five minutes')
    await countdownAndLock(scene)
    await lateKnock(scene)
    say('Dev carries his laptop into a bedroom')
    await bedroom(scene)
    say('Four cameras are off: one prompt')
    await camerasOff(scene)
    if (!isTeams(scene)) {
      say('Somebody takes another child’s name')
      await copiedName(scene)
    }
    say('A phone number in the chat')
    await numberInChat(scene)
    say('A note-taker, a pupil who shares a screen, a recording')
    await whatShouldNotBe(scene)
    say('The teacher presents: what concerns a child folds away')
    await teacherPresents(scene)
    say('A concern about a child, kept apart')
    await writeConcern(scene)
    say('What the school asks for, step by step')
    await checks(scene)

    say('The call ends; the record')
    await sim.end('endedForAll')
    const after = await seen(panel, 'the end', (view) => view.phase === 'after')
    await camera.shoot('after', meeting, panel)
    await followUp(scene)
    const files = await record(scene, after.session?.sessionId ?? '', out)
    await meeting.close()

    say(
      'Another call, in which only one child and one teacher are left: something is seriously wrong',
    )
    await seriousCall({ stage, camera, panel, where, say })
    say('What is kept: the lessons of a month, each with the day of its deletion')
    files.push(...(await keeping(stage, camera, out, PLAYED)))
    return {
      pictures: camera.pictures,
      files,
      requests: strangeRequests(stage).map(({ host, path }) => host + path),
    }
  } finally {
    await stage.close()
  }
}
