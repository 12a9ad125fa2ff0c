import { LEFT_AFTER_MS, ON_THE_WAY_MS } from './clock.ts'
import type { DoorCommand, KnockState, PastKnock, SessionState } from './state.ts'

/**
 * What the page was seen to do at the door on the teacher's click, and which knock it did it to.
 *
 *   "Don't let in" ─▶ the row goes ─▶ done        the command names a knock, but the page may have numbered two of one name anew
 *                         └──────▶ a reading      and either of the two may be told first
 *
 * So a command stands for one knock only, and for none that came after it.
 */
type Kind = Extract<DoorCommand['kind'], 'admit' | 'deny'>

const HOW = { admit: 'admitted', deny: 'denied' } as const satisfies Record<Kind, PastKnock['how']>

/** What was done at the door under this name and has not been seen in the waiting room yet, in order of time. */
export function notSeenYet(state: SessionState, kind: Kind, name: string): readonly DoorCommand[] {
  const done = (state.door ?? []).filter(
    (one) => one.kind === kind && one.name === name && one.outcome.result === 'done',
  )
  if (done.length === 0) return done
  let gone = state.pastKnocks.filter((one) => one.name === name && one.how === HOW[kind])
  return done.filter((command) => {
    const fits = gone.filter((knock) => mayBe(command, knock))
    const its = fits.find((knock) => knock.key === command.key) ?? fits[0]
    gone = gone.filter((knock) => knock !== its)
    return its === undefined
  })
}

/** What the page was seen to do with this very knock. */
export function doneWith(
  state: SessionState,
  kind: Kind,
  knock: KnockState,
): DoorCommand | undefined {
  return notSeenYet(state, kind, knock.name).find(
    (one) => one.key === knock.key && one.at >= knock.at,
  )
}

/**
 * Whether somebody who comes in at `at` may be this knock. Just after it was turned away it is another of the name; somebody whose row
 * stood on has knocked again, or was not turned away after all.
 */
export function mayComeIn(state: SessionState, knock: KnockState, at: number): boolean {
  const denied = doneWith(state, 'deny', knock)
  return denied === undefined || at > denied.at + LEFT_AFTER_MS
}

/** How a knock went that was told of as `how`: a journal of an older version never tells that somebody was turned away. */
export function howGone(
  state: SessionState,
  knock: KnockState,
  how: PastKnock['how'],
): PastKnock['how'] {
  const denied = doneWith(state, 'deny', knock)
  if (denied === undefined) return how
  const cameIn = state.entries?.some(
    (one) => one.key === knock.key && one.knockedAt === knock.at && one.at > denied.at,
  )
  return cameIn === true ? how : 'denied'
}

/** The row was told of as gone before the page said that it had turned it away. */
export function turnedAway(state: SessionState, command: DoorCommand): SessionState {
  if (command.kind !== 'deny' || command.outcome.result !== 'done') return state
  if (state.knocks.some((one) => one.key === command.key)) return state
  const last = state.pastKnocks.findLast((one) => one.key === command.key)
  if (last === undefined || last.name !== command.name || !mayBe(command, last)) return state
  return {
    ...state,
    pastKnocks: state.pastKnocks.map((one) => (one === last ? { ...one, how: 'denied' } : one)),
  }
}

function mayBe(command: DoorCommand, knock: PastKnock): boolean {
  return knock.at <= command.at && knock.goneAt >= command.at - ON_THE_WAY_MS
}
