import { idInCall } from '../../../test/e2e/support/lesson.ts'
import { idOf, pressBeside, seen } from '../kit.ts'
import type { Scene } from '../kit.ts'

/** Dev carries his laptop into a bedroom, is asked to move, and the check clears by itself. */
export async function bedroom(scene: Scene): Promise<void> {
  const { sim, panel, meeting, camera } = scene
  const { people } = await seen(panel, 'Dev', (view) =>
    view.people.some((row) => row.name === 'Dev Shah' && row.where === 'inCall'),
  )
  const dev = idOf(people, 'Dev Shah')
  const devInCall = await idInCall(sim, 'Priya Shah')
  await sim.moveRoom(devInCall, 'rooms/bedroom-1.webp')
  await seen(panel, 'the bedroom prompt', (view) =>
    view.prompts.some((prompt) => prompt.kind === 'room'),
  )
  await camera.shoot('bedroom-prompt', meeting, panel)
  await pressBeside(scene, 'Ask to move')
  // A room that the shipped model knows for none to sleep in, as in test/e2e/bedroom.test.ts.
  await sim.moveRoom(devInCall, 'rooms/living-2.webp')
  await seen(panel, 'the cleared room', (view) =>
    view.people.some((row) => row.participantId === dev && row.room === 'fine'),
  )
  await camera.shoot('cleared', meeting, panel)
}

/** Several cameras are off at once: one prompt for all of them; the words to say first, then the next step. */
export async function camerasOff(scene: Scene): Promise<void> {
  const { sim, panel, meeting, camera } = scene
  const four = ['Zofia Kowalska', 'Grace Okafor', 'Rhys Llŷr-Davies', 'Noah Wright']
  for (const name of four) await sim.camera(await idInCall(sim, name), 'off')
  await seen(panel, 'one prompt for four cameras', (view) =>
    view.prompts.some(({ title }) => title.startsWith('4 cameras')),
  )
  await camera.shoot('cameras-off', meeting, panel)
  await pressBeside(scene, 'Ask for camera')
  for (const name of four) await sim.camera(await idInCall(sim, name), 'on')
  await seen(panel, 'all four on again', (view) =>
    four.every((name) => view.people.some((row) => row.name === name && row.camera === 'on')),
  )
}
