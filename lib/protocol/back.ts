import type { HoldState, PersonState } from '../session/state.ts'
import type { Scene, Waiting } from './scene.ts'
import { sameNameKey } from './text.ts'

/** When somebody who waits was in the call before, and how that ended. */
export interface Before {
  readonly until: number
  readonly hold: HoldState | undefined
  readonly removed: boolean
}

/** The stay before: of the same child, or under the same name where nobody is known. Not while they are still here. */
export function backOf({ knock, pupil, staff }: Waiting, scene: Scene): Before | undefined {
  const name = sameNameKey(knock.name)
  const same = scene.ever.filter((one) =>
    pupil !== undefined
      ? one.pupil?.id === pupil.id
      : staff !== undefined
        ? one.staff?.id === staff.id
        : one.pupil === undefined && name !== '' && sameNameKey(one.person.name) === name,
  )
  if (same.length === 0 || same.some((one) => one.person.present)) return undefined
  const until = Math.max(...same.map((one) => leftAt(one.person, scene)))
  const ids = new Set(same.map((one) => one.person.id))
  const hold = scene.state.holds?.findLast((one) => ids.has(one.id))
  const out = scene.state.door?.findLast(
    (one) => one.kind === 'remove' && one.outcome.result === 'done' && ids.has(one.key),
  )
  const heldLast = hold !== undefined && (out === undefined || hold.at <= out.at)
  const since = Math.max(...same.map((one) => one.since))
  return {
    until,
    // A hold of an earlier stay is over: they have been let in again since.
    hold: hold !== undefined && hold.at >= since ? hold : undefined,
    removed: out !== undefined && out.at >= since && !(heldLast && hold.at >= since),
  }
}

function leftAt(person: PersonState, scene: Scene): number {
  return person.stays.at(-1)?.to ?? scene.state.startedAt
}
