import type { Observation } from '../meeting/index.ts'
import { lastSeenAt } from '../protocol/adults.ts'
import { isChildSide, makeScene } from '../protocol/scene.ts'
import { sameNameKey } from '../protocol/text.ts'
import { clockBackMs } from '../session/index.ts'
import type { SessionEventBody, SessionState, WasBefore } from '../session/index.ts'
import { People } from './people.ts'
import type { Judged } from './recordBook.ts'

/** A new call on the same link within this time takes the class over from the last one. */
const SAME_LESSON_MS = 15 * 60_000
/** The same where the last one broke off unseen: a laptop that slept through the middle of a lesson comes back to the same class. */
const SLEPT_MS = 120 * 60_000

/**
 * The lesson before, where the call that begins is the same one once more: its class is then taken over. Undefined where it is not, so that
 * nobody's class is guessed. `now` is the computer's clock: the one before may have counted on from a later one. Pure.
 */
export function goesOn(
  last: SessionState | undefined,
  seen: Pick<Observation, 'code'>,
  now: number,
): SessionState | undefined {
  if (last === undefined || last.code !== seen.code || isOver(last)) return undefined
  const { ended } = last
  const within = ended === undefined || ended.reason === 'interrupted' ? SLEPT_MS : SAME_LESSON_MS
  const passed = now + clockBackMs(last) - (ended?.at ?? last.lastAliveAt)
  return passed < within ? last : undefined
}

/** A connection that drops, or a background that could not read its disk, is back within this time; the class did not go home. */
const SAME_CALL_MS = 2 * 60_000

/** When the call began, where what begins at `startedAt` is the call of the lesson before after no more than a moment. */
export function sameCall(last: SessionState, startedAt: number): { readonly since?: number } {
  const ahead = clockBackMs(last)
  const since = (last.goesOnSince ?? last.startedAt) - ahead
  return startedAt + ahead - last.lastAliveAt <= SAME_CALL_MS ? { since } : {}
}

/** Whoever comes later than this is no proof that the lesson before goes on. */
const BACK_WITHIN_MS = 5 * 60_000

/** What was agreed in the lesson before, and who was in it beside staff, by the key of the name. */
export interface AgreedBefore {
  /** The planned start. */
  readonly startsAt?: number
  /** When the call is to be locked, where the teacher moved that herself; by the computer's clock. */
  readonly lockMovedTo?: number
  readonly names: ReadonlySet<string>
}

/** What there is to take over once somebody of the lesson before is back; undefined where nothing was agreed in it. */
export function agreedBefore(last: SessionState, judged: Judged): AgreedBefore | undefined {
  const { plannedStartAt: startsAt, lockDeadline } = last
  const moved = lockDeadline?.by === 'teacher'
  if (startsAt === undefined && !moved) return undefined
  const names = whoWasIn(last, judged).map((one) => sameNameKey(one.name))
  return {
    ...(startsAt === undefined ? {} : { startsAt }),
    ...(moved ? { lockMovedTo: lockDeadline.dueAt - clockBackMs(last) } : {}),
    names: new Set(names),
  }
}

/** Who was in a lesson beside staff, one for each name, also of the parts before it; and the adult that stands as seen with them. */
export function whoWasIn(
  last: SessionState,
  { register, pack, dsl }: Judged,
): readonly WasBefore[] {
  const matches = new People().judge(last, register)
  const now = last.ended?.at ?? last.lastAliveAt
  const scene = makeScene({
    state: last,
    pack,
    matches,
    now,
    dsl,
    ...(register === undefined ? {} : { register }),
  })
  const were = scene.ever.filter(isChildSide).map((one): WasBefore => {
    const adultSeenAt = lastSeenAt(one, scene)
    return { name: one.person.name, ...(adultSeenAt === undefined ? {} : { adultSeenAt }) }
  })
  // What was said last of a name holds.
  const found = new Map(
    [...(last.goesOnWith ?? []), ...were].map((one) => [sameNameKey(one.name), one]),
  )
  found.delete('')
  return [...found.values()]
}

/**
 * What is taken over where somebody of the lesson before is there again: its planned start, and in a call that only broke off for a moment
 * the lock's time that the teacher chose (EG-24). That she herself is back says nothing: she holds the next lesson on the same link, and by
 * the old start everybody would be late.
 */
export function takenOver(
  { startsAt, lockMovedTo, names }: AgreedBefore,
  state: SessionState,
  now: number,
): readonly SessionEventBody[] {
  const { goesOnFrom, goesOnSince, plannedStartAt, lockDeadline, startedAt, people } = state
  if (goesOnFrom === undefined || now - startedAt > BACK_WITHIN_MS) return []
  const isBack = people.some(
    (one) => one.present && !one.isSelf && names.has(sameNameKey(one.name)),
  )
  if (!isBack) return []
  const events: SessionEventBody[] = []
  if (startsAt !== undefined && plannedStartAt === undefined)
    events.push({ type: 'plannedStart', startsAt })
  if (lockMovedTo !== undefined && goesOnSince !== undefined && lockDeadline?.by !== 'teacher')
    events.push({ type: 'lockDeadline', dueAt: lockMovedTo, by: 'teacher', carried: true })
  return events
}

/**
 * A lesson that was ended for everybody or finished by the teacher is over. Whoever comes next on the link comes to another one, perhaps
 * of another class: with the old class every child of the new one would be a stranger, and with the old start everybody late.
 */
function isOver({ ended }: SessionState): boolean {
  return ended?.reason === 'endedForAll' || ended?.reason === 'closedByTeacher'
}
