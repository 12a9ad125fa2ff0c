import { isOutsideHours } from '../hours.ts'
import type { Scene } from '../scene.ts'
import type { Cause } from './cause.ts'

/** EG-20: the lesson runs outside the school's hours. Once for its beginning, once where it runs on past the end. */
export function hoursCauses(scene: Scene): readonly Cause[] {
  const { state, pack, now } = scene
  if (state.ticks['EG-20'] !== undefined || !isOutsideHours(now, state, pack)) return []
  const began = isOutsideHours(state.startedAt, state, pack) ? 'began' : 'runsOn'
  return [
    {
      kind: 'outsideHours',
      key: `outsideHours:${began}`,
      about: [],
      since: state.startedAt,
      clauses: ['EG-20'],
      severity: 'notice',
      answers: ['seen', 'later'],
    },
  ]
}
