import { confirmInMeeting } from '../../../test/e2e/support/lesson.ts'
import { ask } from '../../../test/e2e/support/panel.ts'
import { isTeams, pressBeside, seen } from '../kit.ts'
import type { Scene } from '../kit.ts'

/** The countdown, the lock by the teacher's click, and somebody who knocks when it is shut. */
export async function countdownAndLock(scene: Scene): Promise<void> {
  const { panel, meeting, camera } = scene
  await ask(panel, 'moveLock', { dueAt: Date.now() + 55_000 })
  await seen(panel, 'the warning', (view) =>
    view.prompts.some((prompt) => prompt.kind === 'lockSoon'),
  )
  await camera.shoot('countdown', meeting, panel)
  await ask(panel, 'moveLock', { dueAt: Date.now() })
  await seen(panel, 'the lock prompt', (view) =>
    view.prompts.some((prompt) => prompt.kind === 'lockDue'),
  )
  await camera.shoot('lock-prompt', meeting, panel)
  await pressBeside(scene, 'Lock now')
  if (isTeams(scene)) {
    // Teams asks back, because whoever drops out can't come back: that answer is hers, and our outline points at it.
    await meeting.locator('[role="dialog"] button.sim-primary').wait()
    await camera.shoot('lock-question', meeting, panel)
    await confirmInMeeting(meeting)
  }
  await seen(panel, 'the lock', (view) => view.lock.state === 'locked')
  await camera.shoot('locked', meeting, panel)
}
