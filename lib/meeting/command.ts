/** What the teacher can ask of a meeting, and what became of it. */

export type Command =
  | { readonly kind: 'openPeople' }
  /** Reads the whole list of people by scrolling it, and puts it back as it was. */
  | { readonly kind: 'rollCall' }
  | { readonly kind: 'admit'; readonly key: string; readonly name: string }
  | { readonly kind: 'deny'; readonly key: string; readonly name: string }
  | { readonly kind: 'muteAll' }
  | { readonly kind: 'mute'; readonly id: string; readonly name: string }
  | { readonly kind: 'askToUnmute'; readonly id: string; readonly name: string }
  /** Keeps a microphone off; "mute" alone lets the person switch it on again. */
  | { readonly kind: 'micOff'; readonly id: string; readonly name: string }
  | { readonly kind: 'allowMic'; readonly id: string; readonly name: string }
  | { readonly kind: 'cameraOff'; readonly id: string; readonly name: string }
  | { readonly kind: 'allowCamera'; readonly id: string; readonly name: string }
  | { readonly kind: 'camerasOffForAll' }
  | { readonly kind: 'camerasOnForAll' }
  | { readonly kind: 'stopPresenting'; readonly id: string; readonly name: string }
  | { readonly kind: 'chatOff' }
  | { readonly kind: 'chatOn' }
  | { readonly kind: 'remove'; readonly id: string; readonly name: string }
  | { readonly kind: 'lock' }
  | { readonly kind: 'unlock' }
  | { readonly kind: 'endForAll' }
export type CommandKind = Command['kind']

/** Every kind of command, in the order of a capability table. */
export const COMMAND_KINDS = [
  'openPeople',
  'rollCall',
  'admit',
  'deny',
  'muteAll',
  'mute',
  'askToUnmute',
  'micOff',
  'allowMic',
  'cameraOff',
  'allowCamera',
  'camerasOffForAll',
  'camerasOnForAll',
  'stopPresenting',
  'chatOff',
  'chatOn',
  'remove',
  'lock',
  'unlock',
  'endForAll',
] as const satisfies readonly CommandKind[]

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
  /** Something of the page lies over it. */
  | 'controlCovered'
  /** The page has several that could be meant: never guessed between. */
  | 'controlUnclear'
  | 'notSeenAfterwards'
  | 'personGone'
  | 'siteAsksForConfirmation'
  | 'timedOut'
  | 'pageGone'
