import type { SetBySchool } from '../desk/school.ts'
import type { Capabilities, Outcome } from '../meeting/index.ts'
import type { Evaluation, Pack } from '../protocol/types.ts'
import type { Match, Register } from '../register/index.ts'
import type { SessionEvent } from '../session/events.ts'
import type { SessionState } from '../session/state.ts'
import type { SchoolSettings } from '../storage/settings.ts'
import type { LessonPhase, PanelView } from './types.ts'

/** Everything that a view may be made from. The desk gathers it; the views only arrange it. */
export interface ViewSituation {
  readonly now: number
  readonly phase: LessonPhase
  /** The lesson that is shown; before the call a preview of it, with what was chosen so far. */
  readonly state: SessionState | undefined
  readonly events: readonly SessionEvent[]
  readonly register: Register | undefined
  readonly registers: readonly Register[]
  readonly pack: Pack
  readonly packs: readonly Pack[]
  readonly settings: SchoolSettings
  /** What can't be changed here, and what is switched off. */
  readonly setBySchool: readonly SetBySchool[]
  /** By participant id and knock key. */
  readonly matches: ReadonlyMap<string, Match>
  readonly evaluation: Evaluation
  /** How many wait by the site's own count, where it shows one. */
  readonly pendingKnocks: number | undefined
  /** Who is being let in right now, and whose microphone is on by the last reading; neither is part of the record. */
  readonly admitting?: { readonly key: string; readonly name: string } | undefined
  readonly microphones?: ReadonlyMap<string, 'on' | 'off' | 'unknown'> | undefined
  readonly meetingTab: PanelView['meetingTab']
  readonly capabilities: Capabilities
  readonly lastLockOutcome: Outcome | undefined
  /** The teacher is sharing her screen. */
  readonly presenting: boolean
  /** A step of an emergency is written into a record. */
  readonly takesEmergency: boolean
  readonly banners: PanelView['banners']
}
