import type { Stretch } from '../session/stretches.ts'
import { difference, intersection, total, union } from '../session/stretches.ts'
import type { Scene, Seen } from './scene.ts'
import { isChildSide, staffDevices } from './scene.ts'
import { sameNameKey } from './text.ts'

const MINUTE = 60_000
/** In the first minute people come one after the other, and in the last they go so. */
const COMING_AND_GOING_MS = MINUTE

/** How long enough members of staff were with the children, in whole minutes of a closed lesson. */
export interface CompanyTime {
  readonly minutes: number
  readonly of: number
}

/**
 * Where fewer members of staff than needed were with the children for longer than it takes to come and go; undefined where there were
 * enough. `unread`: when nobody could see who was there. A colleague may have been, so that time is not held against anybody.
 */
export function tooFewStaff(
  scene: Scene,
  needed: number,
  unread: readonly Stretch[],
): CompanyTime | undefined {
  const span = spanOf(scene)
  const stays = (devices: readonly Seen[]) => staysOf(devices, span)
  const children = stays(scene.ever.filter(isChildSide))
  const staff = staffDevices(scene.ever).map(stays)
  const enough = atOnce(staff, needed, span)
  const middle = children.map(({ from, to }) => ({
    from: from + COMING_AND_GOING_MS,
    to: to - COMING_AND_GOING_MS,
  }))
  const missing = difference(
    difference(
      middle.filter(({ from, to }) => from < to),
      enough,
    ),
    unread,
  )
  if (Math.round(total(missing) / MINUTE) === 0) return undefined
  const of = Math.round(total(children) / MINUTE)
  const minutes = Math.round(total(intersection(children, enough)) / MINUTE)
  return { minutes: Math.min(minutes, of - 1), of }
}

/**
 * Of a lesson that is over, without a class: only one child ever came, and one adult was alone with that child for longer than it takes
 * to come and go. Unknown people count as children, each by the name shown.
 */
export function wasOneToOne(scene: Scene, unread: readonly Stretch[]): boolean {
  const span = spanOf(scene)
  const stays = (devices: readonly Seen[]) => staysOf(devices, span)
  const children = scene.ever.filter(isChildSide)
  const names = new Set(children.map(({ person }) => sameNameKey(person.name)))
  if (names.size !== 1) return false
  const staff = staffDevices(scene.ever).map(stays)
  const others = scene.ever.filter((one) => one.standing !== 'staff' && !isChildSide(one))
  const company = union(
    [
      ...atOnce(staff, 2, span),
      // Two under one name at a time are two.
      ...atOnce(
        children.map((one) => stays([one])),
        2,
        span,
      ),
      ...stays(others),
      ...unread,
    ],
    span,
  )
  const together = intersection(stays(children), union(staff.flat(), span))
  return total(difference(together, company)) > COMING_AND_GOING_MS
}

/** Until when so many members of staff were in the call together last; now, where they are; undefined where they never were. */
export function enoughStaffUntil(scene: Scene, needed: number): number | undefined {
  const span = spanOf(scene)
  const staff = staffDevices(scene.ever).map((devices) => staysOf(devices, span))
  return atOnce(staff, needed, span).at(-1)?.to
}

function spanOf({ state, now }: Scene): Stretch {
  const { startedAt, ended } = state
  return { from: startedAt, to: Math.max(startedAt, ended?.at ?? now) }
}

/** When any of them was there. */
function staysOf(devices: readonly Seen[], span: Stretch): readonly Stretch[] {
  return union(
    devices.flatMap((one) => one.person.stays),
    span,
  )
}

/** When at least so many of them were there together. */
function atOnce(
  people: readonly (readonly Stretch[])[],
  needed: number,
  span: Stretch,
): readonly Stretch[] {
  if (needed <= 0) return [span]
  const moments = people
    .flatMap((stays) =>
      stays.flatMap(({ from, to }) => [
        { at: from, by: 1 },
        { at: to, by: -1 },
      ]),
    )
    // Who comes when another goes takes over without a gap.
    .toSorted((a, b) => a.at - b.at || b.by - a.by)
  const found: Stretch[] = []
  let here = 0
  let since: number | undefined
  for (const { at, by } of moments) {
    here += by
    if (here >= needed) since ??= at
    else if (since !== undefined) {
      found.push({ from: since, to: at })
      since = undefined
    }
  }
  return union(found, span)
}
