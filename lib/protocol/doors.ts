import type { Stay } from '../session/state.ts'
import type { Stretch } from '../session/stretches.ts'
import { difference, intersection, union } from '../session/stretches.ts'
import { levelOf, silentOf } from '../session/watch.ts'
import type { Scene, Seen } from './scene.ts'

const MINUTE = 60_000
/** It takes a moment to press a lock, and the site another to show it. */
const LATE_MS = 2 * MINUTE

/** When anybody could come in without asking, as far as somebody did, and who it was. */
export function cameInUnasked(scene: Scene): {
  readonly when: readonly Stretch[]
  readonly who: readonly Seen[]
} {
  const open = (scene.state.opened?.toAnybody ?? []).map((stay) => closed(stay, scene))
  // Who is there when the open door is first seen came in by it, too.
  const within = ({ from, to }: Stretch, at: number) => from <= at && at <= to
  const came = scene.ever.flatMap((one) =>
    one.standing === 'staff'
      ? []
      : one.person.stays
          .filter(({ from }) => open.some((stretch) => within(stretch, from)))
          .filter((stay) => !knocked(one, stay, scene))
          .map(({ from }) => ({ one, from })),
  )
  return {
    when: open.filter((stretch) => came.some(({ from }) => within(stretch, from))),
    who: came.map(({ one }) => one),
  }
}

/** Somebody who waited and was let in has asked, however open the door. */
function knocked({ person }: Seen, stay: Stay, { state }: Scene): boolean {
  return (state.entries ?? []).some((one) => one.id === person.id && one.at === stay.from)
}

export type LockTime =
  | { readonly is: 'inTime' }
  | { readonly is: 'late'; readonly at: number; readonly minutes: number }
  /** It was locked late or not seen to be: nobody could tell which. */
  | { readonly is: 'unclear'; readonly at: number }

/** The first lock that held at the deadline or came after it, against the deadline. */
export function lockTime({ state }: Scene): LockTime {
  const { locked = [], lockDeadline, opened, watch } = state
  if (lockDeadline === undefined) return { is: 'inTime' }
  const { dueAt } = lockDeadline
  const first = locked.find(({ to }) => to === undefined || to > dueAt)
  if (first === undefined || first.from - dueAt <= LATE_MS) return { is: 'inTime' }
  const at = first.from
  const late = { from: dueAt + LATE_MS, to: at }
  const open = union(opened?.toNewcomers ?? [], late)
  // Seen, not remembered: behind a closed menu somebody may have locked it long before.
  const readable =
    watch === undefined
      ? []
      : difference(levelOf(watch, 'lock', 'complete', late), silentOf(watch, late))
  return intersection(open, readable).length > 0
    ? { is: 'late', at, minutes: Math.round((at - dueAt) / MINUTE) }
    : { is: 'unclear', at }
}

function closed({ from, to }: Stay, { state, now }: Scene): Stretch {
  return { from, to: to ?? Math.max(from, state.ended?.at ?? now) }
}
