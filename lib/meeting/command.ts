/** What the teacher can ask of a meeting, and what became of it. */

export type Command =
  | { readonly kind: 'openPeople' }
  | { readonly kind: 'admit'; readonly key: string; readonly name: string }
  | { readonly kind: 'deny'; readonly key: string; readonly name: string }
  | { readonly kind: 'muteAll' }
  | { readonly kind: 'mute'; readonly id: string; readonly name: string }
  | { readonly kind: 'camerasOffForAll' }
  | { readonly kind: 'cameraOff'; readonly id: string; readonly name: string }
  | { readonly kind: 'remove'; readonly id: string; readonly name: string }
  | { readonly kind: 'lock' }
  | { readonly kind: 'unlock' }
  | { readonly kind: 'endForAll' }
export type CommandKind = Command['kind']

/** One step of a command, as it was seen to go. */
export interface OutcomeStep {
  /** A short id from the adapter's step table, e.g. "openHostControls". Wording is looked up, never sent by a page. */
  readonly step: string
  readonly result: 'done' | 'guided' | 'unavailable'
}

/**
 * `done`: seen on the page afterwards. `guided`: the real control was pointed at and the teacher must click it.
 * `unavailable`: this can't be done here, and why. Never `done` without having looked.
 */
export interface Outcome {
  readonly result: 'done' | 'guided' | 'unavailable'
  readonly steps: readonly OutcomeStep[]
  readonly why?: OutcomeWhy
  /** What was seen that proves `done`, in the site's own words, clipped. */
  readonly evidence?: string
}

export type OutcomeWhy =
  | 'siteHasNoSuchControl'
  | 'notAHost'
  | 'controlNotFound'
  | 'controlDisabled'
  | 'notSeenAfterwards'
  | 'personGone'
  | 'siteAsksForConfirmation'
  | 'timedOut'
  | 'pageGone'
