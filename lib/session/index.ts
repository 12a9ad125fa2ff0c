export type * from './events.ts'
export { HOLD_REASONS, WALK_STEPS } from './events.ts'
export type * from './state.ts'
export { fold, foldAll, isClosed, isOpen } from './fold.ts'
export { lastChoice } from './choices.ts'
export { isToldOfOthers, toldOf } from './told.ts'
export { blindHealth, diff, NOTHING_MISSING } from './diff.ts'
export type { Diff, Missing } from './diff.ts'
export { keyOf, reconcilePrompts } from './prompts.ts'
export {
  CLOCK_SLIP_MS,
  clockBackMs,
  INTERRUPTED_AFTER_MS,
  policyDeadline,
  PROOF_EVERY_MS,
} from './clock.ts'
