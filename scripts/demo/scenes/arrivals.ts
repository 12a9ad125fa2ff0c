import { confirmInMeeting, idInCall } from '../../../test/e2e/support/lesson.ts'
import { ask } from '../../../test/e2e/support/panel.ts'
import type { Interface } from '../../../test/e2e/support/sites.ts'
import { admitBeside, press, pressBeside, seen } from '../kit.ts'
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

const WAITING_ROOM = '[aria-label="Waiting room"]'
const FIRST_MINUTE_MS = 59_000

/** Three people knock: one is known, one is a parent's name, one is a device. One at a time, and each is walked through. */
export async function knocking(scene: Scene): Promise<void> {
  const { sim, panel, meeting, camera } = scene
  await sim.enterCall()
  await seen(panel, 'the call', (view) => view.phase === 'during')
  const tom = await sim.join({
    name: 'Tom Bradley',
    role: 'cohost',
    room: 'study',
    person: 'people/16.webp',
  })
  for (const name of ['Amelia Potter', 'Priya Shah', 'iPad (2)'])
    await sim.knock({ name, room: 'living' })
  await sim.openPanel('people')
  await seen(panel, 'three people waiting', (view) => view.knocks.length === 3)
  await sim.videoReady(tom)
  await camera.shoot('lobby', meeting, panel, WAITING_ROOM)

  await admitBeside(scene, 'Amelia Potter')
  await seen(panel, 'Amelia in the call', (view) =>
    view.people.some(
      (row) => row.name === 'Amelia Potter' && row.where === 'inCall' && row.camera === 'on',
    ),
  )
  await seen(panel, 'her walk', (view) => view.queue?.walk?.name === 'Amelia Potter')
  await camera.shoot('admitted', meeting, panel, WAITING_ROOM)
  await pressBeside(scene, 'Adult seen')

  await admitBeside(scene, 'Priya Shah')
  await seen(panel, 'Dev', (view) =>
    view.people.some((row) => row.name === 'Dev Shah' && row.where === 'inCall'),
  )
  await pressBeside(scene, 'Don’t let in')
  await seen(panel, 'nobody waiting', (view) => view.knocks.length === 0)
}

/** A child without a grown-up waits outside, with the reason, and is offered by name when they are back. */
export async function heldAndBack(scene: Scene): Promise<void> {
  const { sim, panel, meeting, camera } = scene
  await sim.knock({ name: 'Yusuf Ali', room: 'study' })
  await seen(panel, 'Yusuf at the door', (view) =>
    view.knocks.some((knock) => knock.name === 'Yusuf Ali'),
  )
  await admitBeside(scene, 'Yusuf Ali')
  await seen(panel, 'his walk', (view) => view.queue?.walk?.name === 'Yusuf Ali')
  await press(panel, 'Hold')
  await press(panel, 'No adult seen')
  await confirmInMeeting(meeting)
  await seen(
    panel,
    'Yusuf outside',
    (view) => !view.people.some((row) => row.name === 'Yusuf Ali' && row.where === 'inCall'),
  )
  await sim.knock({ name: 'Yusuf Ali', room: 'study' })
  await sim.openPanel('people')
  await seen(panel, 'why he was outside', (view) =>
    view.knocks.some((knock) => knock.note?.includes('held because no adult was seen') === true),
  )
  await camera.shoot('held', meeting, panel, WAITING_ROOM)
  await admitBeside(scene, 'Yusuf Ali')
  await seen(panel, 'Yusuf', (view) =>
    view.people.some((row) => row.name === 'Yusuf Ali' && row.where === 'inCall'),
  )
}

/** The rest of the class; every tile gets its badge, and the teacher has seen a grown-up beside each but the last, who is late. */
export async function classComesIn(scene: Scene): Promise<void> {
  const { sim, panel, meeting, camera, where } = scene
  await sim.openPanel(null)
  const coming = COMING.slice(0, ARRIVALS[where])
  const last = coming.at(-1)
  const punctual = coming.slice(0, -1)
  await comeIn(scene, punctual)
  const inTime = Date.now()
  const { people } = await seen(panel, 'the class', () => true)
  for (const row of people) {
    const isChild = row.kind === 'pupil' || row.kind === 'guardian'
    if (row.where === 'inCall' && isChild && row.participantId !== undefined)
      await ask(panel, 'adultSeen', { participantId: row.participantId, seen: true })
  }
  for (const [name] of punctual) await sim.videoReady(await idInCall(sim, name))
  await camera.shoot('badges', meeting, panel, '[role="tablist"]')

  if (last === undefined) return
  // The planned start is put where all of them were in time (the first minute counts as that), so that the next one is late at once.
  await ask(panel, 'setPlannedStart', { startsAt: inTime - FIRST_MINUTE_MS })
  await comeIn(scene, [last])
  const late = await seen(panel, 'who is late', () => true)
  const id = late.people.find((row) => row.name === last[0])?.participantId
  if (id !== undefined) await ask(panel, 'adultSeen', { participantId: id, seen: false })
}

/** They come in without knocking, as those do whom the site knows; their cameras are on. */
async function comeIn({ sim, panel }: Scene, coming: readonly [string, string][]): Promise<void> {
  for (const [name, room] of coming) await sim.join({ name, room })
  await seen(panel, 'those who came, each with a picture', (view) =>
    coming.every(([name]) =>
      view.people.some((row) => row.name === name && row.where === 'inCall' && row.camera === 'on'),
    ),
  )
}
