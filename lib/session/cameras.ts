import type { Command, Outcome } from '../meeting/index.ts'
import { FLICKER_MS } from './clock.ts'
import type { SessionEvent } from './events.ts'
import type { PersonState, SessionState } from './state.ts'
import { closeStay, openStay } from './stays.ts'

/**
 * Cameras, and whose wish an off camera is. A child whom staff told to switch off is not to blame for it (CW-9 against EG-27).
 *
 *   "Camera off" to a prompt ──────────────▶ told to ── goes off ─▶ off by instruction ── on again, or left ─▶ forgotten
 *                                                            ▲                              │
 *                                                            └── off within FLICKER_MS ◀────┘ it was on for a moment only
 *   command cameraOff, camerasOffForAll done ─▶ told to    │
 *   told to, and it stays on: the room is fine again, or TOLD_LAPSES_MS ─▶ forgotten: what goes off later is the child's own hand
 *   told to or off by instruction ── allowCamera, camerasOnForAll done, or asked for the camera ─▶ forgotten, with time to switch on
 *
 * What was said to all is said to whoever comes in as well, until cameras are allowed again, or one goes on by itself.
 */

/** So long after being told a camera that goes off is what was asked for. A child of six needs a moment, and half an hour is none. */
const TOLD_LAPSES_MS = 180_000
/**
 * What is seen and what was done are told by two ways: a picture may be gone before the command that took it is known to be done (it
 * closes menus first), and a look at a room from before may come after it.
 */
const AT_ONCE_MS = 15_000

export function setCamera(
  person: PersonState,
  reading: Pick<PersonState['camera'], 'state' | 'why'>,
  at: number,
): PersonState {
  if (!person.present) return person
  const changed = reading.state !== person.camera.state
  const camera = {
    state: reading.state,
    why: reading.why,
    since: changed ? at : person.camera.since,
  }
  if (!changed) return { ...person, camera }
  if (reading.state === 'on') {
    const { cameraAllowedAt: _also, ...rest } = overFor(person, at)
    return { ...rest, camera, cameraOn: openStay(person.cameraOn, at) }
  }
  // The picture is gone, and what was seen in it with it: a new picture is judged anew.
  const { room: _old, ...rest } = hasLapsed(person, at)
    ? withoutMark(person)
    : stillToldOff(person, at)
  return { ...rest, camera, cameraOn: closeStay(person.cameraOn, at) }
}

/** The camera is seen on: what it was off for is over, unless that turns out to be a moment's reading. */
function overFor(person: PersonState, at: number): PersonState {
  const { cameraOffByStaffAt: told, cameraOffByStaffWas: _before, ...rest } = person
  return told === undefined ? rest : { ...rest, cameraOffByStaffWas: { at: told, overAt: at } }
}

/** Off again at once: it was never on, or only by a slip, and is off by the same wish as before. */
function stillToldOff(person: PersonState, at: number): PersonState {
  const { cameraOffByStaffWas: was, ...rest } = person
  if (was === undefined) return person
  const isTold = rest.cameraOffByStaffAt === undefined && at - was.overAt < FLICKER_MS
  return isTold ? { ...rest, cameraOffByStaffAt: was.at } : rest
}

/** Told so long ago, and the camera was on all the while: its going off now is no answer to that. */
function hasLapsed({ camera, cameraOffByStaffAt: told }: PersonState, at: number): boolean {
  return told !== undefined && camera.state === 'on' && at - told > TOLD_LAPSES_MS
}

/** Staff asked for it to be off: by an answer to a prompt, or by a command that was seen to be done. */
export function toldOff(person: PersonState, at: number): PersonState {
  if (!person.present) return person
  const { camera } = person
  if (camera.state !== 'off') return { ...person, cameraOffByStaffAt: at }
  const since = at - camera.since <= AT_ONCE_MS ? camera.since : at
  return { ...person, cameraOffByStaffAt: person.cameraOffByStaffAt ?? since }
}

/** The room is fine and the camera never went off: what it was to go off for is over. */
export function roomIsFine(person: PersonState, at: number): PersonState {
  const { camera, cameraOffByStaffAt: told = at } = person
  return camera.state === 'on' && at - told > AT_ONCE_MS ? withoutMark(person) : person
}

/** It may be on again. Whoever was told to be off is given the time that a newcomer has. */
function allowed(person: PersonState, at: number): PersonState {
  if (person.cameraOffByStaffAt === undefined) return withoutMark(person)
  return { ...withoutMark(person), cameraAllowedAt: at }
}

function withoutMark(person: PersonState): PersonState {
  const { cameraOffByStaffAt: _over, cameraOffByStaffWas: _was, ...rest } = person
  return rest
}

/** The site's switches for everybody leave those out who may turn them. */
function isMeantByAll({ present, isSelf, role }: PersonState): boolean {
  return present && !isSelf && role !== 'host' && role !== 'cohost'
}

/** Comes in, or comes in again. */
export function toldOnEntry(
  person: PersonState,
  allOffAt: number | undefined,
  at: number,
): PersonState {
  return allOffAt !== undefined && isMeantByAll(person) ? toldOff(person, at) : person
}

/** The state with what this event, which is not folded yet, means for newcomers' cameras. */
export function keepAllOff(state: SessionState, event: SessionEvent): SessionState {
  if (event.type === 'command') {
    const { command, outcome, at } = event
    if (outcome.result !== 'done') return state
    if (command.kind === 'camerasOffForAll') return { ...state, allCamerasOffAt: at }
    return command.kind === 'camerasOnForAll' ? withoutAllOff(state) : state
  }
  const { allCamerasOffAt: since, people } = state
  if (since === undefined || event.type !== 'camera' || event.reading.state !== 'on') return state
  if (event.at - since <= AT_ONCE_MS) return state
  // The sites let nobody switch on while they hold all cameras off: somebody has allowed it there by hand.
  const person = people.find((one) => one.id === event.id)
  return person?.cameraOffByStaffAt === undefined ? state : withoutAllOff(state)
}

function withoutAllOff({ allCamerasOffAt: _over, ...rest }: SessionState): SessionState {
  return rest
}

/** What a command about cameras means for whom it was about, once it was seen to be done. */
export function camerasCommanded(
  people: readonly PersonState[],
  { command, outcome, at }: { command: Command; outcome: Outcome; at: number },
): readonly PersonState[] {
  if (outcome.result !== 'done') return people
  switch (command.kind) {
    case 'cameraOff':
      return people.map((one) => (one.id === command.id ? toldOff(one, at) : one))
    case 'camerasOffForAll':
      return people.map((one) => (isMeantByAll(one) ? toldOff(one, at) : one))
    case 'allowCamera':
      return people.map((one) => (one.id === command.id ? allowed(one, at) : one))
    case 'camerasOnForAll':
      return people.map((one) => allowed(one, at))
    default:
      return people
  }
}

/** What the teacher's answer to a prompt about these people means for their cameras. */
export function camerasAnswered(
  people: readonly PersonState[],
  about: readonly string[],
  { answer, by, at }: Pick<Extract<SessionEvent, { type: 'answered' }>, 'answer' | 'by' | 'at'>,
): readonly PersonState[] {
  if (by !== 'teacher' || (answer !== 'cameraOff' && answer !== 'askCameraOn')) return people
  const change = answer === 'cameraOff' ? toldOff : allowed
  return people.map((one) => (about.includes(one.id) ? change(one, at) : one))
}
