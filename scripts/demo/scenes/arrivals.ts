import { admit, confirmInMeeting } from '../../../test/e2e/support/lesson.ts'
import { ask, waitForView } from '../../../test/e2e/support/panel.ts'
import type { Interface } from '../../../test/e2e/support/sites.ts'
import { idInCall, press, pressBeside } from '../kit.ts'
import type { Scene } from '../kit.ts'

/**
 * How many of the class come in beside the first three. Teams shows nine tiles at a time, in the light client one of them the
 * teacher's own (dom facts, teams.md §2): who has no tile has no picture that could be looked at, and the lesson needs all of them.
 */
const ARRIVALS: Readonly<Record<Interface, number>> = {
  'meet-2025': 8,
  'meet-2026': 8,
  'teams-full': 6,
  'teams-light': 5,
}

const COMING: readonly [string, string][] = [
  ['Ollie Bennett', 'living'],
  ['Zofia Kowalska', 'kitchen'],
  ['Rhys Llŷr-Davies', 'dining'],
  ['Noah Wright', 'study'],
  ['Grace Okafor', 'plain'],
  ['Ibrahim Hussain', 'living'],
  ['Mei Chen', 'kitchen'],
  ['Isla Campbell', 'living'],
]

/** Three people knock: one is known, one is a parent's name, one is a device. One at a time, and each is walked through. */
export async function knocking(scene: Scene): Promise<void> {
  const { sim, panel, meeting, camera } = scene
  await sim.enterCall()
  await waitForView(panel, 'the call', (view) => view.phase === 'during')
  await sim.join({ name: 'Tom Bradley', role: 'cohost', room: 'study', person: 'people/16.webp' })
  for (const name of ['Amelia Potter', 'Priya Shah', 'iPad (2)'])
    await sim.knock({ name, room: 'living' })
  await sim.openPanel('people')
  await waitForView(panel, 'three people waiting', (view) => view.knocks.length === 3)
  await camera.shoot('lobby', meeting, panel)

  await admit(panel, 'Amelia Potter')
  await waitForView(panel, 'Amelia in the call', (view) =>
    view.people.some(
      (row) => row.name === 'Amelia Potter' && row.where === 'inCall' && row.camera === 'on',
    ),
  )
  await waitForView(panel, 'her walk', (view) => view.queue?.walk?.name === 'Amelia Potter')
  await camera.shoot('admitted', meeting, panel)
  await pressBeside(scene, 'Adult seen')

  await admit(panel, 'Priya Shah')
  await waitForView(panel, 'Dev', (view) =>
    view.people.some((row) => row.name === 'Dev Shah' && row.where === 'inCall'),
  )
  await pressBeside(scene, 'Don’t let in')
  await waitForView(panel, 'nobody waiting', (view) => view.knocks.length === 0)
}

/** A child without a grown-up waits outside, with the reason, and is offered by name when they are back. */
export async function heldAndBack(scene: Scene): Promise<void> {
  const { sim, panel, meeting, camera } = scene
  await sim.knock({ name: 'Yusuf Ali', room: 'study' })
  await waitForView(panel, 'Yusuf at the door', (view) =>
    view.knocks.some((knock) => knock.name === 'Yusuf Ali'),
  )
  await admit(panel, 'Yusuf Ali')
  await waitForView(panel, 'his walk', (view) => view.queue?.walk?.name === 'Yusuf Ali')
  await press(panel, 'Hold')
  await press(panel, 'No adult seen')
  await confirmInMeeting(meeting)
  await waitForView(
    panel,
    'Yusuf outside',
    (view) => !view.people.some((row) => row.name === 'Yusuf Ali' && row.where === 'inCall'),
  )
  await sim.knock({ name: 'Yusuf Ali', room: 'study' })
  await sim.openPanel('people')
  await waitForView(panel, 'why he was outside', (view) =>
    view.knocks.some((knock) => knock.note?.includes('held because no adult was seen') === true),
  )
  await camera.shoot('held', meeting, panel)
  await admit(panel, 'Yusuf Ali')
  await waitForView(panel, 'Yusuf', (view) =>
    view.people.some((row) => row.name === 'Yusuf Ali' && row.where === 'inCall'),
  )
}

/** The rest of the class; every tile gets its badge, and the teacher has seen a grown-up beside each. */
export async function classComesIn(scene: Scene): Promise<void> {
  const { sim, panel, meeting, camera, where } = scene
  await sim.openPanel(null)
  const coming = COMING.slice(0, ARRIVALS[where])
  for (const [name, room] of coming) await sim.join({ name, room })
  const before = (await sim.state()).people.length - coming.length
  const full = await waitForView(
    panel,
    'the class, each with a picture',
    (view) =>
      view.people.filter((row) => row.where === 'inCall' && row.camera === 'on').length >=
      before + coming.length,
  )
  for (const row of full.people) {
    const isChild = row.kind === 'pupil' || row.kind === 'guardian'
    if (row.where === 'inCall' && isChild && row.participantId !== undefined)
      await ask(panel, 'adultSeen', { participantId: row.participantId, seen: true })
  }
  for (const [name] of coming) await sim.videoReady(await idInCall(sim, name))
  await camera.shoot('badges', meeting, panel)
}
