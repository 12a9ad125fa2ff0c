import { ask } from '../../test/e2e/support/panel.ts'
import { openCall } from '../../test/e2e/support/sites.ts'
import { sizeMeeting } from './camera.ts'
import { LIGHT, press, pressBeside, seen } from './kit.ts'
import type { Scene } from './kit.ts'

/**
 * A short call of one child in which something goes seriously wrong: the second adult is gone, the call is ended for everyone, the
 * safeguarding lead is told. Its record is apart from that of the lesson.
 */
export async function seriousCall(from: Omit<Scene, 'meeting' | 'sim'>): Promise<void> {
  const { stage, camera, panel, where } = from
  const { page: meeting, sim } = await openCall(stage.browser, where, {
    code: 'one-toon-exx',
    params: { title: 'Catching up', person: 'people/15.webp', room: 'plain', ...LIGHT },
  })
  meeting.setDefaultTimeout(panel.getDefaultTimeout())
  await sizeMeeting(meeting)
  const scene: Scene = { ...from, meeting, sim }
  await seen(panel, 'the second call', (view) => view.phase === 'during')
  await pressBeside(scene, 'Use this class')
  await seen(panel, 'the class', (view) => view.session?.className === 'Year 4 Maths')
  await ask(panel, 'setOneToOne', { on: true })
  // The second adult comes and goes: for somebody who is expected and has not come yet the panel waits two minutes.
  const tom = await sim.join({ name: 'Tom Bradley', role: 'cohost', room: 'study' })
  await sim.join({ name: 'Amelia Potter', room: 'living' })
  await seen(panel, 'both', (view) =>
    ['Mr Tom Bradley', 'Amelia Potter'].every((name) =>
      view.people.some((row) => row.name === name && row.where === 'inCall'),
    ),
  )
  await sim.leave(tom)
  await seen(panel, 'that they are alone', (view) =>
    view.prompts.some((prompt) => prompt.kind === 'alone'),
  )
  await camera.shoot('alone', meeting, panel)

  await press(panel, 'Emergency')
  await panel.locator('::-p-text(Mrs Jane Hughes)').wait()
  await camera.shoot('emergency', meeting, panel)
  await sim.end('endedForAll')
  await seen(panel, 'the end', (view) => view.phase === 'after')
  await panel.bringToFront()
  await panel.locator('button::-p-text(I told them)').click()
  await panel.locator('::-p-text(Noted: Mrs Jane Hughes)').wait()
  await panel.locator('summary::-p-text(Nobody picks up?)').click()
  await camera.shoot('emergency-after', meeting, panel)
  await press(panel, 'Close')
  await meeting.close()
}
