import type { Command, CommandKind, Outcome } from './command.ts'
import type { Observation, Platform, SelfRole } from './observation.ts'

/** What can be done on a site, and how far: `act` by us, `guide` only by pointing, `none` the site has no such control. */
export type Capability = 'act' | 'guide' | 'none'

/** What can be done, by kind of command. Data: the buttons of panel and prompts are drawn from it. */
export type Capabilities = Readonly<Record<CommandKind, Capability>>

/** A picture source on the page, decided from the enclosing tile at the moment of asking (elements are re-used). */
export interface TileVideo {
  readonly participantId: string
  readonly video: HTMLVideoElement
  readonly isSelf: boolean
}

/** What a site adapter gives to the rest of the content script. The only code that knows the page. */
export interface MeetingAdapter {
  readonly platform: Platform
  /** By what the page says of its client (`Observation.variant`) and of the teacher's own rank. */
  capabilities(variant: string, role: SelfRole): Capabilities
  /** The meeting code of an address, or undefined where it is no meeting. */
  codeOf(url: URL): string | undefined
  /** One full reading. Never throws: what can't be read is `blind` with a reason. */
  read(doc: Document, url: URL): Observation
  /** The displayed, live camera pictures right now (no screen shares). */
  videos(doc: Document): readonly TileVideo[]
  /** By participant: the tiles on the stage now, for placing badges beside them. One reading for all of them. */
  tiles(doc: Document): ReadonlyMap<string, Element>
  /** Where the meeting's own bottom bar or stage is, so that the overlay can keep clear of it. */
  stage(doc: Document): Element | undefined
  /** Carries out a command after the teacher's own click. `signal` ends it when the script is stood down. */
  perform(doc: Document, command: Command, tools: ActTools): Promise<Outcome>
}

/** What an action may use; given by the content script so that timers die with it and guides can be drawn. */
export interface ActTools {
  readonly signal: AbortSignal
  /** Resolves after `ms` milliseconds, rejects when the script is stood down. */
  wait(ms: number): Promise<void>
  /** Outlines a real control of the page and shows one sentence beside it, until the next call. */
  guide(target: Element, step: string): void
  clearGuide(): void
  /** Whether she has clicked something else since this was asked for: a wait for her hand then ends. Without it none is ended early. */
  askedElse?(): boolean
}
