import { keyOf } from '../../session/prompts.ts'
import type { Scene, Seen } from '../scene.ts'
import type { Cause } from './cause.ts'

/** After "Ask to move" or "Later", a new look at the same child's room belongs to that conversation for this long. */
const SAME_CONVERSATION_MS = 180_000
/** The teacher chose "Camera off" and the same room is still in the picture after this long. */
const STILL_ON_AFTER_MS = 120_000

/** CW-9, EG-34: a pupil may be in a bedroom or bathroom. CW-8, EG-17: the same for staff. */
export function roomCauses(scene: Scene): readonly Cause[] {
  // Switched off by the teacher is switched off: nothing is said any more. A check that failed keeps what it had asked.
  if (!scene.pack.roomCheck || scene.state.roomCheck.state === 'off') return []
  return scene.here.flatMap((one) => roomCause(one, scene) ?? [])
}

function roomCause(one: Seen, scene: Scene): Cause | undefined {
  const room = one.person.room
  if (room === undefined || room.verdict === 'fine' || room.verdict === 'covered') return undefined
  if (room.calledFine === true) return undefined
  const isStaff = one.standing === 'staff'
  const { verdict } = room
  // "Not sure" (a new scene, a moving laptop) is no all-clear: an open prompt stays until the room is seen to be fine.
  const holds = verdict !== 'unsure' && scene.state.roomCheck.state === 'on'
  return {
    kind: 'room',
    key:
      conversation(one, scene) ??
      openKey(one, scene) ??
      `${verdict === 'bathroom' ? 'bathroom' : 'room'}:${one.person.id}:${room.at}`,
    about: [one.person.id],
    since: room.at,
    clauses: isStaff ? ['CW-8', 'EG-17'] : ['CW-9', 'EG-34'],
    rule: 'roomCheck',
    severity: isStaff ? 'notice' : 'act',
    answers: isStaff
      ? ['looksFine', 'later']
      : scene.pack.roomFirst === 'cameraOff'
        ? ['cameraOff', 'askToMove', 'looksFine', 'later']
        : ['askToMove', 'cameraOff', 'looksFine', 'later'],
    holds,
  }
}

function lastPrompt(one: Seen, scene: Scene) {
  return scene.state.prompts.findLast(
    (prompt) => prompt.kind === 'room' && prompt.about.includes(one.person.id),
  )
}

/** While a prompt about this child's room is open, every new verdict is part of it. */
function openKey(one: Seen, scene: Scene): string | undefined {
  const last = lastPrompt(one, scene)
  return last !== undefined && last.answer === undefined ? keyOf(last.promptId) : undefined
}

/** A child who was asked to move carries the laptop through the house: each new scene on the way is no new alarm. */
function conversation(one: Seen, scene: Scene): string | undefined {
  const last = lastPrompt(one, scene)
  const answer = last?.answer
  if (last === undefined || answer === undefined || answer.by !== 'teacher') return undefined
  const ago = scene.now - answer.at
  if (answer.answer === 'askToMove' || answer.answer === 'later')
    return ago <= SAME_CONVERSATION_MS ? keyOf(last.promptId) : undefined
  if (answer.answer !== 'cameraOff' || one.person.camera.state !== 'on') return undefined
  return ago <= STILL_ON_AFTER_MS ? keyOf(last.promptId) : undefined
}
