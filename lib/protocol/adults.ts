import type { PersonState } from '../session/state.ts'
import type { Scene, Seen } from './scene.ts'

/** Who has an adult in the room, as the teacher saw it (CW-5, CW-6, EG-28). Nothing of this is ever read from a picture. */

/** So long after a child came in (or the lesson began) an adult is expected to have been seen. */
const EXPECTED_MS = 300_000
const MINUTE = 60_000

export function childDevices(people: readonly Seen[]): readonly Seen[] {
  return people.filter((one) => one.standing === 'pupil' || one.standing === 'guardian')
}

/** One row per child: a child on two devices has an adult when one of the devices shows one. */
export function withoutAdult(people: readonly Seen[]): readonly Seen[] {
  const devices = childDevices(people)
  const ticked = new Set(
    devices.filter((one) => one.person.adultSeenAt !== undefined).map((one) => one.pupil?.id),
  )
  return devices.filter(
    (one, index) => !ticked.has(one.pupil?.id) && index === firstDevice(one, devices),
  )
}

/** Children who have been here long enough for an adult to have been seen, and none was. */
export function adultOverdue(people: readonly Seen[], scene: Scene): readonly Seen[] {
  return withoutAdult(people).filter((one) => scene.now >= adultDueAt(one, scene))
}

/** When an adult should have been seen with this child, ms since 1970. */
export function adultDueAt(one: Seen, scene: Scene): number {
  const lesson = Math.max(scene.state.plannedStartAt ?? 0, scene.state.startedAt)
  return Math.max(one.since, lesson) + EXPECTED_MS
}

/**
 * CW-5, "stay in the same room throughout": children whose adult was seen longer ago than the school wants to look again. Empty
 * where the school does not ask for it, and after the lesson.
 */
export function recheckDue(scene: Scene): readonly Seen[] {
  const every = scene.pack.parentRecheckMinutes ?? 0
  if (every === 0 || scene.ended) return []
  const devices = childDevices(scene.here)
  return devices.filter((one, index) => {
    if (index !== firstDevice(one, devices)) return false
    const seen = lastSeenAt(one, devices)
    return seen !== undefined && scene.now - seen >= every * MINUTE
  })
}

/** When an adult was last seen with a child, on whichever of the devices. */
export function lastSeenAt(one: Seen, devices: readonly Seen[]): number | undefined {
  const times = devices
    .filter((other) => other.pupil?.id === one.pupil?.id)
    .flatMap((other) => other.person.adultSeenAt ?? [])
  return times.length === 0 ? undefined : Math.max(...times)
}

/** Every time that an adult was seen on this device since the teacher last took it back, in order of time (CW-5). */
export function looksThatStand({ adultSeenAt, adultLooks = [] }: PersonState): readonly number[] {
  if (adultSeenAt === undefined) return []
  const takenBack = adultLooks.findLastIndex((look) => !look.seen)
  return adultLooks.slice(takenBack + 1).map((look) => look.at)
}

function firstDevice(one: Seen, devices: readonly Seen[]): number {
  return devices.findIndex((other) => other.pupil?.id === one.pupil?.id)
}
