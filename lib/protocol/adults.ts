import type { PersonState, SessionState } from '../session/state.ts'
import { wasSentForAnAdult } from './holds.ts'
import type { Scene, Seen } from './scene.ts'
import { sameNameKey } from './text.ts'

/** Who has an adult in the room, as the teacher saw it (CW-5, CW-6, EG-28). Nothing of this is ever read from a picture. */

/** So long after a child came in (or the lesson began) an adult is expected to have been seen. */
const EXPECTED_MS = 300_000
const MINUTE = 60_000

export function childDevices(people: readonly Seen[]): readonly Seen[] {
  return people.filter((one) => one.standing === 'pupil' || one.standing === 'guardian')
}

/** One row per child: a child on two devices has an adult when one of the devices shows one, or one they dropped out of did. */
export function withoutAdult(people: readonly Seen[], scene: Scene): readonly Seen[] {
  const devices = childDevices(people)
  return devices.filter(
    (one, index) => index === firstDevice(one, devices) && lastSeenAt(one, scene) === undefined,
  )
}

/** Children who have been here long enough for an adult to have been seen, and none was. */
export function adultOverdue(people: readonly Seen[], scene: Scene): readonly Seen[] {
  return withoutAdult(people, scene).filter((one) => scene.now >= adultDueAt(one, scene))
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
    const seen = lastSeenAt(one, scene)
    return seen !== undefined && scene.now - seen >= every * MINUTE
  })
}

/** When an adult was last seen with a child, on whichever of the devices; undefined where that does not stand any more. */
export function lastSeenAt(one: Seen, scene: Scene): number | undefined {
  const people = devicesOf(one, scene).map(({ person }) => person)
  return looksThatStand(people, scene.state).at(-1)
}

/** All the devices of a child in this lesson: who drops out comes back on a new one, and the adult was seen all the same. */
export function devicesOf(one: Seen, { pupilsEver }: Pick<Scene, 'pupilsEver'>): readonly Seen[] {
  // A copy of the name shows nothing of the child.
  if (one.pupil === undefined || childDevices([one]).length === 0) return [one]
  return childDevices(pupilsEver.get(one.pupil.id) ?? [one])
}

/**
 * Every time that an adult was seen on the devices of one child since the teacher last took it back, in order of time (CW-5). Taking the
 * child out because no adult is there takes it back as well, by her own word. `until`: what she did from then on is left out.
 */
export function looksThatStand(
  devices: readonly PersonState[],
  { holds = [], goesOnWith = [] }: Pick<SessionState, 'holds' | 'goesOnWith'>,
  until = Number.POSITIVE_INFINITY,
): readonly number[] {
  // What was seen before the teacher was away for some minutes is still said of the same lesson.
  const names = new Set(devices.map(({ name }) => sameNameKey(name)))
  const before = goesOnWith.flatMap(({ name, adultSeenAt }) =>
    adultSeenAt !== undefined && names.has(sameNameKey(name))
      ? [{ at: adultSeenAt, seen: true }]
      : [],
  )
  const looks = [...before, ...devices.flatMap(({ adultLooks = [] }) => adultLooks)].toSorted(
    (one, other) => one.at - other.at,
  )
  const takenBack = looks.findLastIndex((look) => !look.seen)
  const ids = new Set(devices.map(({ id }) => id))
  const out = holds.findLast((hold) => wasSentForAnAdult(hold, ids) && hold.at < until)
  return looks
    .slice(takenBack + 1)
    .map((look) => look.at)
    .filter((at) => out === undefined || at > out.at)
}

function firstDevice(one: Seen, devices: readonly Seen[]): number {
  return devices.findIndex((other) => other.pupil?.id === one.pupil?.id)
}
