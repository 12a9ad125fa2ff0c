import { ask, waitForView } from '../../test/e2e/support/panel.ts'
import { openCall } from '../../test/e2e/support/sites.ts'
import { sizeMeeting } from './camera.ts'
import { press, pressBeside } from './kit.ts'
import type { Scene } from './kit.ts'

/**
 * A short call of one teacher and one child in which something goes seriously wrong: nobody else is there, the call is ended for
 * everyone, the safeguarding lead is told. Its record is apart from that of the lesson.
 */
export async function seriousCall(from: Omit<Scene, 'meeting' | 'sim'>): Promise<void> {
  const { stage, camera, panel, where } = from
  const { page: meeting, sim } = await openCall(stage.browser, where, {
    code: 'one-toon-exx',
    params: { title: 'Catching up', person: 'people/15.webp', room: 'plain', video: 'canvas' },
  })
  await sizeMeeting(meeting)
  const scene: Scene = { ...from, meeting, sim }
  await waitForView(panel, 'the second call', (view) => view.phase === 'during')
  await pressBeside(scene, 'Use this class')
  await waitForView(panel, 'the class', (view) => view.session?.className === 'Year 4 Maths')
  await ask(panel, 'setOneToOne', { on: true })
  await sim.join({ name: 'Amelia Potter', room: 'living' })
  await waitForView(
    panel,
    'that they are alone',
    (view) => view.prompts.some((prompt) => prompt.kind === 'alone'),
    90_000,
  )
  await camera.shoot('alone', meeting, panel)

  await press(panel, 'Emergency')
  await panel.locator('::-p-text(Mrs Jane Hughes)').wait()
  await camera.shoot('emergency', meeting, panel)
  await sim.end('endedForAll')
  await waitForView(panel, 'the end', (view) => view.phase === 'after')
  await panel.bringToFront()
  await panel.locator('button::-p-text(I told them)').click()
  await panel.locator('::-p-text(Noted: Mrs Jane Hughes)').wait()
  await panel.locator('summary::-p-text(Nobody picks up?)').click()
  await camera.shoot('emergency-after', meeting, panel)
  await press(panel, 'Close')
  await meeting.close()
}
