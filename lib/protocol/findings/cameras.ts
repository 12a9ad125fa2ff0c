import { FLICKER_MS } from '../../session/clock.ts'
import { occurrences } from '../../session/stays.ts'
import type { Scene, Seen } from '../scene.ts'
import { isChildSide, isStranger } from '../scene.ts'
import type { Cause } from './cause.ts'

/** A child who was just asked to move, or told to switch off, is not asked to switch on while on the way. */
const MOVING_MS = 180_000

export type CameraStanding =
  'on' | 'off' | 'covered' | 'offByStaff' | 'justCame' | 'moving' | 'unknown'

/**
 * How the camera of somebody on the children's side stands against the school's rule. Off counts only after the grace time,
 * never where staff asked for it (CW-9 against EG-27: the pack decides which comes first, the child is never to blame for both).
 */
export function cameraStanding(one: Seen, scene: Scene): CameraStanding {
  const { person } = one
  if (person.camera.state === 'unknown') return 'unknown'
  if (person.camera.state === 'on') return person.room?.verdict === 'covered' ? 'covered' : 'on'
  if (person.cameraOffByStaffAt !== undefined) return 'offByStaff'
  const from = Math.max(offSince(one), person.cameraAllowedAt ?? 0)
  if (scene.now - from < scene.pack.cameraGraceSeconds * 1000) return 'justCame'
  return isMoving(one, scene) ? 'moving' : 'off'
}

/**
 * When the camera was last seen to go off in this stay, or the beginning of the stay. Does not move when a reading flickers: a picture of
 * some seconds, before and after which the camera was off, is nothing to ask about anew.
 */
export function offSince(one: Seen): number {
  const ends = occurrences(one.person.cameraOn).flatMap(({ from, to }) =>
    to !== undefined && to >= one.since && to - from >= FLICKER_MS ? [to] : [],
  )
  return Math.max(one.since, ...ends)
}

/** Whether the camera was on at some time in this stay, i.e. whether the child has entered as EG-27 asks. */
export function wasOn(one: Seen): boolean {
  return one.person.cameraOn.some((stretch) => stretch.to === undefined || stretch.to > one.since)
}

/** Those whose camera the rule is about: children's devices, not people who are flagged as not belonging here at all. */
export function cameraPeople(people: readonly Seen[], scene: Scene): readonly Seen[] {
  return people.filter(
    (one) => isChildSide(one) && (scene.register === undefined || !isStranger(one.standing)),
  )
}

/** EG-27: face shown, camera on to enter. */
export function cameraCauses(scene: Scene): readonly Cause[] {
  const rule = scene.pack.cameraRule
  if (rule === 'staffChoice' || rule === 'off') return []
  const blind = scene.state.health.cameras.level === 'blind'
  return cameraPeople(scene.here, scene).flatMap((one): readonly Cause[] => {
    const standing = cameraStanding(one, scene)
    const { id, room } = one.person
    if (standing !== 'off' && standing !== 'covered' && standing !== 'unknown') return []
    const since = standing === 'covered' ? (room?.at ?? one.since) : offSince(one)
    return [
      {
        kind: 'cameraOff',
        key: `${standing === 'covered' ? 'covered' : 'cameraOff'}:${id}:${since}`,
        about: [id],
        since,
        clauses: ['EG-27'],
        rule: 'cameraRule',
        severity: rule === 'onToEnter' && wasOn(one) ? 'notice' : 'act',
        answers: ['askCameraOn', 'seen', 'remove', 'later'],
        answersMany: ['askCameraOn', 'seen', 'later'],
        group: 'cameras',
        holds: standing !== 'unknown' && !blind,
      },
    ]
  })
}

function isMoving(one: Seen, scene: Scene): boolean {
  return scene.state.prompts.some(
    (prompt) =>
      prompt.kind === 'room' &&
      prompt.about.includes(one.person.id) &&
      (prompt.answer?.answer === 'askToMove' || prompt.answer?.answer === 'cameraOff') &&
      scene.now - prompt.answer.at < MOVING_MS,
  )
}
