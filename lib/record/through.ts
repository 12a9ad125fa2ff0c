import type { SessionEvent } from '../session/events.ts'
import { fold } from '../session/fold.ts'
import type { PersonState, SessionState, Stay } from '../session/state.ts'
import { closeStay, openStay } from '../session/stays.ts'

/** What the last state does not hold any more, and every state on the way there did. */
export interface Through {
  /** The last state; undefined where the journal holds no lesson. */
  readonly state: SessionState | undefined
  /** Device id → when its camera was seen to be off, and when because staff had asked for it. */
  readonly cameras: ReadonlyMap<
    string,
    { readonly off: readonly Stay[]; readonly byStaff: readonly Stay[] }
  >
  /** When the meeting was seen closed to newcomers. */
  readonly locked: readonly Stay[]
}

/** Folds the journal and looks at each state on the way: whatever the fold means by "off" and "locked" counts here too. */
export function throughOf(events: readonly SessionEvent[]): Through {
  const cameras = new Map<string, { off: readonly Stay[]; byStaff: readonly Stay[] }>()
  let locked: readonly Stay[] = []
  let before: SessionState | undefined
  for (const event of events) {
    const state = fold(before, event)
    if (state === undefined) continue
    if (state.people !== before?.people) {
      for (const [index, person] of state.people.entries())
        if (person !== before?.people[index]) noteCamera(cameras, person, event.at)
    }
    if (state.lockedAt !== before?.lockedAt)
      locked =
        state.lockedAt === undefined
          ? closeStay(locked, event.at)
          : openStay(locked, state.lockedAt)
    before = state
  }
  return { state: before, cameras, locked }
}

function noteCamera(
  cameras: Map<string, { off: readonly Stay[]; byStaff: readonly Stay[] }>,
  person: PersonState,
  at: number,
): void {
  const known = cameras.get(person.id) ?? { off: [], byStaff: [] }
  const isOff = person.present && person.camera.state === 'off'
  const told = isOff ? person.cameraOffByStaffAt : undefined
  cameras.set(person.id, {
    off: isOff ? openStay(known.off, at) : closeStay(known.off, at),
    // The picture may have gone a moment before the command was known to be done.
    byStaff:
      told === undefined
        ? closeStay(known.byStaff, at)
        : openStay(known.byStaff, Math.max(told, person.camera.since)),
  })
}
