import type { Access } from '../meeting/index.ts'
import type { SessionEvent } from '../session/events.ts'
import { fold, isClosed } from '../session/fold.ts'
import type { PersonState, SessionState, Stay } from '../session/state.ts'
import { closeStay, openStay } from '../session/stays.ts'

/** A stretch in which the meeting was locked. `access`: as it was first seen closed; absent where it was only seen after the click. */
export interface LockStay extends Stay {
  readonly access?: Access
}

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
  readonly locked: readonly LockStay[]
}

/** Folds the journal and looks at each state on the way: whatever the fold means by "off" and "locked" counts here too. */
export function throughOf(events: readonly SessionEvent[]): Through {
  const cameras = new Map<string, { off: readonly Stay[]; byStaff: readonly Stay[] }>()
  let locked: readonly LockStay[] = []
  let before: SessionState | undefined
  for (const event of events) {
    const state = fold(before, event)
    if (state === undefined) continue
    if (state.people !== before?.people) {
      for (const [index, person] of state.people.entries())
        if (person !== before?.people[index]) noteCamera(cameras, person, event.at)
    }
    if (state.lockedAt !== before?.lockedAt || state.access !== before?.access)
      locked = lockOn(locked, state, event.at)
    before = state
  }
  return { state: before, cameras, locked }
}

function lockOn(
  before: readonly LockStay[],
  { lockedAt, access }: SessionState,
  at: number,
): readonly LockStay[] {
  const last = before.at(-1)
  const isOn = last !== undefined && last.to === undefined
  if (lockedAt === undefined)
    return isOn ? [...before.slice(0, -1), { ...last, to: Math.max(last.from, at) }] : before
  // What was seen before a click says nothing of what the click did.
  const seen = access?.at === at && isClosed(access) ? { access } : {}
  if (!isOn) return [...before, { from: lockedAt, ...seen }]
  return last.access === undefined ? [...before.slice(0, -1), { ...last, ...seen }] : before
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
