import { ON_THE_WAY_MS } from './clock.ts'
import { mayComeIn, turnedAway } from './doorDone.ts'
import type { SessionEvent } from './events.ts'
import type { DoorCommand, EntryState, KnockState, SessionState } from './state.ts'

/**
 * Coming in from the waiting room, as a fold of what the page shows and the teacher does.
 *
 *   knocked ─▶ waiting ── "Admit" (panel, meeting, or the site's own button) ─▶ seen in the call ─▶ entry: the walk
 *     │          └── left waiting, with or without a reason ─▶ held outside ── "Admit" ─▶ …
 *     └── gone without coming in
 *
 *   entry ── name, camera, adult all there ─▶ complete
 *     │ ── the next one comes in, or "Go on" ─▶ passed; still listed as unfinished
 *     │ ── held with a reason ─▶ taken out ── knocks again ─▶ waiting, "was here until …, held because …"
 *     └── leaves
 *
 * What is seen and which steps apply is judged by the school's rules (`protocol/walk.ts`); here is only what happened.
 */

type Joined = Extract<SessionEvent, { type: 'joined' }>
type Commanded = Extract<SessionEvent, { type: 'command' }>

/** A device that has just come in: if its name waited, it came by the waiting room. Call with the state before the join. */
export function entered(state: SessionState, event: Joined): SessionState {
  const { person, at } = event
  const wasHere = state.people.some((one) => one.id === person.id && one.present)
  if (wasHere || person.isSelf || person.name === '') return state
  const knock = knockBehind(state, person.name, at)
  if (knock === undefined) return state
  const entry: EntryState = {
    key: knock.key,
    id: person.id,
    name: person.name,
    knockedAt: knock.at,
    at,
    late: knock.late,
  }
  return { ...state, entries: [...(state.entries ?? []), entry] }
}

function knockBehind(state: SessionState, name: string, at: number): KnockState | undefined {
  const used = (knock: KnockState): boolean =>
    state.entries?.some((one) => one.key === knock.key && one.knockedAt === knock.at) === true
  const waiting = state.knocks.find(
    (one) => one.name === name && !used(one) && mayComeIn(state, one, at),
  )
  return (
    waiting ??
    state.pastKnocks.findLast(
      (one) =>
        one.name === name &&
        one.how !== 'denied' &&
        Math.abs(at - one.goneAt) <= ON_THE_WAY_MS &&
        !used(one),
    )
  )
}

/** What became of a command at the door. */
export function atTheDoor(state: SessionState, { command, outcome, at }: Commanded): SessionState {
  switch (command.kind) {
    case 'admit':
    case 'deny':
      return door(state, { at, kind: command.kind, key: command.key, name: command.name, outcome })
    case 'remove': {
      const next = door(state, { at, kind: 'remove', key: command.id, name: command.name, outcome })
      const last = next.holds?.findLast((one) => one.id === command.id)
      if (last === undefined || last.result !== undefined) return next
      const holds = (next.holds ?? []).map((one) =>
        one === last ? { ...one, result: outcome.result } : one,
      )
      return { ...next, holds }
    }
    case 'mute':
      return outcome.result === 'done'
        ? latest(state, command.id, (entry) => ({ ...entry, mutedAt: at }))
        : state
    case 'muteAll':
      return outcome.result === 'done'
        ? { ...state, mutedAllAt: [...(state.mutedAllAt ?? []), at] }
        : state
    default:
      return state
  }
}

function door(state: SessionState, command: DoorCommand): SessionState {
  return turnedAway({ ...state, door: [...(state.door ?? []), command] }, command)
}

export function leftWaiting(
  state: SessionState,
  event: Extract<SessionEvent, { type: 'leftWaiting' }>,
): SessionState {
  const why = event.why === undefined ? {} : { heldWhy: event.why }
  return {
    ...state,
    knocks: state.knocks.map((one) =>
      one.key === event.key ? { ...one, leftWaitingAt: event.at, ...why } : one,
    ),
  }
}

export function held(
  state: SessionState,
  { at, id, name, why }: Extract<SessionEvent, { type: 'held' }>,
): SessionState {
  return { ...state, holds: [...(state.holds ?? []), { at, id, name, why }] }
}

export function wentOn(
  state: SessionState,
  { at, id, missing }: Extract<SessionEvent, { type: 'wentOn' }>,
): SessionState {
  return latest(state, id, (entry) =>
    entry.wentOn === undefined ? { ...entry, wentOn: { at, missing } } : entry,
  )
}

/** Changes the latest entry of a device, where it has one. */
function latest(
  state: SessionState,
  id: string,
  change: (entry: EntryState) => EntryState,
): SessionState {
  const last = state.entries?.findLast((one) => one.id === id)
  if (last === undefined) return state
  return {
    ...state,
    entries: (state.entries ?? []).map((one) => (one === last ? change(one) : one)),
  }
}
