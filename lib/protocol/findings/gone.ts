import { locksCalls } from '../ownRules.ts'
import type { Scene } from '../scene.ts'
import { lastLeftAt } from '../../session/stays.ts'
import type { Cause } from './cause.ts'
import { afterLock, leavingTogether, wasRemoved } from './waiting.ts'

/** A child who went to fetch something is back by then. */
const LONG_MS = 300_000

/**
 * A pupil who was in the call and has been gone for some minutes while the lesson goes on (EG-7). After the lock `droppedPupil`
 * says more, so this is only for a call that is still open. Said only from a complete list, and not when the class is leaving.
 */
export function goneCauses(scene: Scene): readonly Cause[] {
  const { state, now } = scene
  if (state.health.people.level !== 'complete') return []
  if (scene.pupilsHere.size === 0 || (locksCalls(scene.pack) && afterLock(scene))) return []
  const waiting = new Set(
    scene.waiting.flatMap((one) => (one.pupil === undefined ? [] : [one.pupil.id])),
  )
  const gone = [...scene.pupilsEver]
    .filter(([id]) => !scene.pupilsHere.has(id) && !waiting.has(id))
    .flatMap(([id, devices]) => {
      const last = devices.at(-1)
      if (last === undefined) return []
      const at = Math.max(...devices.map((one) => lastLeftAt(one.person.stays) ?? state.startedAt))
      return [{ id, last, at }]
    })
  if (leavingTogether(gone, scene)) return []
  return gone
    .filter(({ last, at }) => now - at >= LONG_MS && !wasRemoved(last.person.id, scene))
    .map(({ id, last, at }) => ({
      kind: 'goneLong',
      key: `goneLong:${id}:${at}`,
      about: [last.person.id],
      since: at,
      clauses: ['EG-7'],
      severity: 'notice',
      answers: ['seen', 'later'],
      group: 'goneLong',
    }))
}
