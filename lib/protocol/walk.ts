import type { EntryState, Stay } from '../session/state.ts'
import type { WalkStep } from '../session/events.ts'
import { toldOf } from '../session/told.ts'
import { devicesOf, looksThatStand } from './adults.ts'
import { isChildSide } from './scene.ts'
import type { Scene, Seen } from './scene.ts'

/**
 * The walk of somebody who has just come in: name → camera → adult (EG-25, EG-27, CW-5, EG-28), only the steps that the school's
 * rules ask of them. It helps and never stands in the way: the next one may be let in at any time.
 *
 *   walking ── every step there ─▶ complete
 *      │ ── the next one came in, or "Go on" ─▶ passed (unfinished until it is complete)
 *      │ ── held ─▶ held          └── left ─▶ left
 *
 * A step that was seen in this stay stays seen. Only the teacher taking something back, or a changed name, opens one again.
 */
export interface Walk {
  readonly entry: EntryState
  readonly one: Seen
  readonly steps: readonly StepState[]
  readonly is: 'walking' | 'complete' | 'passed' | 'held' | 'left'
  /** When the last step was there. */
  readonly completeAt?: number
}

export interface StepState {
  readonly step: WalkStep
  /** `excused`: staff asked for it to be otherwise. `cannotSee`: the meeting does not show it. */
  readonly is: 'done' | 'open' | 'cannotSee' | 'excused'
  readonly at?: number
}

/** One walk for each time that somebody came in from the waiting room, in order. */
export function walksOf(scene: Scene): readonly Walk[] {
  const entries = scene.state.entries ?? []
  const people = new Map(scene.ever.map((one) => [one.person.id, one]))
  return entries.flatMap((entry, index) => {
    const one = people.get(entry.id)
    return one === undefined ? [] : [walk(entry, one, index === entries.length - 1, scene)]
  })
}

/** So long the last one is still shown as complete, so that the teacher sees that it is. */
const SHOWN_MS = 20_000

/** The one who came in last, while there is something to see or a moment longer. */
export function currentWalk(walks: readonly Walk[], now: number): Walk | undefined {
  const last = walks.at(-1)
  if (last?.is === 'walking') return last
  if (last?.is !== 'complete' || last.entry.wentOn !== undefined) return undefined
  return now - (last.completeAt ?? 0) < SHOWN_MS ? last : undefined
}

/** Those of whom something is still open, in order of coming in: a list to come back to, never a prompt. */
export function unfinished(walks: readonly Walk[]): readonly Walk[] {
  return walks.filter((one) => one.is === 'passed')
}

export function missing(steps: readonly StepState[]): readonly WalkStep[] {
  return steps.filter((one) => one.is === 'open' || one.is === 'cannotSee').map((one) => one.step)
}

function walk(entry: EntryState, one: Seen, isLast: boolean, scene: Scene): Walk {
  const stay = one.person.stays.find((each) => each.from === entry.at) ?? { from: entry.at }
  const steps = [
    ...nameStep(entry, one, scene),
    ...cameraStep(entry, stay, one, scene),
    ...adultStep(entry, one, scene),
  ]
  const complete = missing(steps).length === 0
  const completeAt = Math.max(entry.at, ...steps.map((each) => each.at ?? 0))
  const is = stateOf(entry, stay, one, { complete, isLast }, scene)
  return { entry, one, steps, is, ...(complete ? { completeAt } : {}) }
}

function stateOf(
  entry: EntryState,
  stay: Stay,
  one: Seen,
  { complete, isLast }: { complete: boolean; isLast: boolean },
  scene: Scene,
): Walk['is'] {
  const end = stay.to ?? Number.POSITIVE_INFINITY
  const held = scene.state.holds?.some(
    (hold) =>
      hold.id === entry.id &&
      hold.at >= entry.at &&
      hold.at <= end &&
      // Taking out may only have been pointed at: until they are gone the walk goes on.
      (hold.result === 'done' || stay.to !== undefined),
  )
  if (held === true) return 'held'
  if (complete) return 'complete'
  if (stay.to !== undefined || !one.person.present) return 'left'
  return isLast && entry.wentOn === undefined ? 'walking' : 'passed'
}

/** Known for certain, by the register or by the teacher's own word. Without a class there is nothing to check it by. */
function nameStep(entry: EntryState, one: Seen, scene: Scene): readonly StepState[] {
  if (scene.register === undefined) return []
  const known = ['pupil', 'guardian', 'staff', 'visitor'].includes(one.standing)
  if (!known) return [{ step: 'name', is: 'open' }]
  const told = toldOf(scene.state, one.person.name, one.person.id)
  const said = told === undefined || told === 'another' ? 0 : told.at
  return [{ step: 'name', is: 'done', at: Math.max(entry.at, said) }]
}

/** EG-27 asks it of children, and of whoever may be one. */
function cameraStep(entry: EntryState, stay: Stay, one: Seen, scene: Scene): readonly StepState[] {
  const { cameraRule } = scene.pack
  if (cameraRule === 'staffChoice' || cameraRule === 'off' || !isChildSide(one)) return []
  const end = stay.to ?? Number.POSITIVE_INFINITY
  const on = one.person.cameraOn.find(
    (each) => (each.to ?? Number.POSITIVE_INFINITY) > entry.at && each.from <= end,
  )
  if (on !== undefined) return [{ step: 'camera', is: 'done', at: Math.max(entry.at, on.from) }]
  if (one.person.cameraOffByStaffAt !== undefined) return [{ step: 'camera', is: 'excused' }]
  const blind =
    one.person.camera.state === 'unknown' && scene.state.health.cameras.level !== 'complete'
  return [{ step: 'camera', is: blind ? 'cannotSee' : 'open' }]
}

/** CW-5, EG-28: only the teacher can say it. Once for a child, on whichever device. */
function adultStep(entry: EntryState, one: Seen, scene: Scene): readonly StepState[] {
  if (scene.pack.parentPresence === 'none') return []
  if (one.standing !== 'pupil' && one.standing !== 'guardian') return []
  const people = devicesOf(one, scene).map(({ person }) => person)
  // Being taken out later on changes nothing of how they came in this time.
  const [first] = looksThatStand(people, scene.state, entry.at)
  return first === undefined
    ? [{ step: 'adult', is: 'open' }]
    : [{ step: 'adult', is: 'done', at: first }]
}
