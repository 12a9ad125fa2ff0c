import type { DoorCommand, HoldState } from '../session/state.ts'
import { backOf } from './back.ts'
import type { Before } from './back.ts'
import { withoutConsent } from './findings/company.ts'
import { isLate } from './findings/waiting.ts'
import type { Scene, Waiting } from './scene.ts'
import { sameNameKey } from './text.ts'

/**
 * Who is to be let in next (EG-25, EG-26, CW-2): one at a time, those first who were here and dropped out, then staff, pupils in
 * order of knocking, families, expected visitors. Unknown names stand last and want a look. Pure; a fold of who waits now. Everybody who waits is in
 * it once.
 *
 *   waiting ── may be next ─▶ offered ── "Admit" done ─▶ on the way in (not offered again)
 *      │                        └── left waiting, held ─▶ outside (never offered, always listed)
 *      └── wants a look first ─▶ listed with the reason; let in only by the teacher's own choice
 */
export interface QueuedPerson {
  readonly one: Waiting
  readonly place: Place
  /** Why they are never offered as the next one; undefined for those who may be. */
  readonly look?: Look
  /** They were in the call before, until when, and what they were held for. */
  readonly back?: { readonly until: number; readonly hold?: HoldState }
}

export interface EntryQueue {
  readonly next: QueuedPerson | undefined
  /** Everybody who waits, in the order in which they may come in. */
  readonly all: readonly QueuedPerson[]
}

/** In order: who comes first is let in first. */
export const PLACES = ['back', 'staff', 'pupil', 'family', 'visitor', 'unknown'] as const
export type Place = (typeof PLACES)[number]

export type Look =
  | 'noteTaker'
  | 'noConsent'
  | 'lookAlike'
  | 'sameName'
  | 'unknownName' // not on the register, not a real name, or it may be several
  | 'late'
  | 'removed' // taken out of the call by the teacher, not to come back
  | 'denied' // turned away before under this name
  | 'leftWaiting'
  | 'onTheWay' // let in already; the page still lists them
  | 'gone' // the meeting says that they are no longer there

export function entryQueue(scene: Scene): EntryQueue {
  const all = scene.waiting.map((one) => queued(one, scene)).toSorted(inTurn)
  return { next: all.find((one) => one.look === undefined), all }
}

function inTurn(a: QueuedPerson, b: QueuedPerson): number {
  return (
    lookRank(a) - lookRank(b) ||
    PLACES.indexOf(a.place) - PLACES.indexOf(b.place) ||
    a.one.knock.at - b.one.knock.at
  )
}

/** Whom the teacher has put off herself stands last. */
function lookRank({ look }: QueuedPerson): number {
  if (look === undefined) return 0
  return look === 'leftWaiting' ? 2 : 1
}

function queued(one: Waiting, scene: Scene): QueuedPerson {
  const before = backOf(one, scene)
  const look = lookAt(one, before, scene)
  return {
    one,
    place: placeOf(one, before),
    ...(look === undefined ? {} : { look }),
    ...(before === undefined
      ? {}
      : {
          back: {
            until: before.until,
            ...(before.hold === undefined ? {} : { hold: before.hold }),
          },
        }),
  }
}

function placeOf({ standing, pupil }: Waiting, before: Before | undefined): Place {
  switch (standing) {
    case 'staff':
      return 'staff'
    case 'visitor':
      return 'visitor'
    case 'pupil':
    case 'guardian':
      if (before !== undefined && pupil !== undefined) return 'back'
      return standing === 'pupil' ? 'pupil' : 'family'
    default:
      return 'unknown'
  }
}

function lookAt(one: Waiting, before: Before | undefined, scene: Scene): Look | undefined {
  const { knock, standing, pupil } = one
  if (standing === 'noteTaker') return 'noteTaker'
  if (withoutConsent(one) !== undefined) return 'noConsent'
  if (standing === 'lookAlike') return 'lookAlike'
  if (standing === 'duplicate') return 'sameName'
  // The child is in already; a parent's second device is not the child again.
  if (standing === 'pupil' && pupil !== undefined && scene.pupilsHere.has(pupil.id))
    return 'sameName'
  const door = atDoor(one, scene)
  if (door?.kind === 'admit' && door.at >= knock.at) {
    if (door.outcome.result === 'done') return 'onTheWay'
    if (door.outcome.why === 'personGone') return 'gone'
  }
  if (knock.leftWaitingAt !== undefined) return 'leftWaiting'
  if (before?.removed === true) return 'removed'
  if (door?.kind === 'deny' && door.outcome.result === 'done' && door.at <= knock.at)
    return 'denied'
  // A pupil who dropped out is no latecomer (EG-24); of an unknown name nobody can say whether it is the same person.
  const place = placeOf(one, before)
  if (place !== 'back' && place !== 'staff' && place !== 'visitor' && isLate(one, scene))
    return 'late'
  // CW-2, EG-25: whoever can't be told from the register is asked, not waved through with the big button. Without a register there
  // is nothing to tell by.
  if (scene.register === undefined) return undefined
  if (standing === 'stranger' || standing === 'notAName' || standing === 'unsure')
    return 'unknownName'
  return undefined
}

/** The last thing that was done about this knock, or about the same name before it. */
function atDoor({ knock }: Waiting, scene: Scene): DoorCommand | undefined {
  const name = sameNameKey(knock.name)
  return scene.state.door?.findLast(
    (one) =>
      one.kind !== 'remove' &&
      (one.key === knock.key || (one.kind === 'deny' && sameNameKey(one.name) === name)),
  )
}
