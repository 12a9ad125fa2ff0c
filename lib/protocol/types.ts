import type { Match, Register } from '../register/index.ts'
import type { SessionState } from '../session/state.ts'
import type { PromptAnswer, PromptKind } from '../session/events.ts'
import type { OwnRule } from './ownRules.ts'

export type ClausePhase = 'before' | 'arrival' | 'during' | 'oneToOne' | 'incident' | 'after'
/** How a clause is known: read from the meeting, helped with one click, asked as a tick, or only shown. */
export type ClauseHow = 'auto' | 'assist' | 'ask' | 'info'

/** One clause of a school's policy, as data. Ids are those of the two founding policies: "CW-1" … "EG-42". */
export interface Clause {
  readonly id: string
  readonly phase: ClausePhase
  readonly how: readonly ClauseHow[]
  /** The clause in plain words, as shown on the checklist. */
  readonly text: string
  /** What to do, one or two sentences, in the words of the site that the lesson is held on. */
  readonly help: string
}

/** A school's rules. One JSON file per school in `packs/`. Durations in minutes unless named otherwise. */
export interface Pack {
  readonly id: string
  readonly version: string
  readonly schoolName: string
  readonly clauses: readonly string[]
  readonly lockAfterMinutes: number
  readonly warnBeforeLockMinutes: number
  readonly earlyWindowMinutes: { readonly from: number; readonly to: number }
  readonly schoolHours: {
    readonly from: string
    readonly to: string
    readonly timeZone: string
    readonly days: readonly number[]
  }
  readonly cameraRule: 'onToEnter' | 'on' | 'staffChoice' | 'off'
  readonly cameraGraceSeconds: number
  readonly adultsRequired: number
  readonly parentPresence: 'start' | 'throughout' | 'none'
  readonly expectedName: 'pupilOrGuardian' | 'guardianPreferred' | 'pupil'
  readonly roomCheck: boolean
  readonly recording: 'withConsentOfAll' | 'never'
  readonly retentionDays: number
  /**
   * With `parentPresence: 'throughout'`: look again whether the adult is still there when it was so many minutes ago. 0 or absent:
   * once is enough.
   */
  readonly parentRecheckMinutes?: number
  /** Who may share a screen. Absent: staff only where EG-31 is one of the clauses, else anybody. */
  readonly presenting?: 'staffOnly' | 'anyone'
  /** `off`: this school keeps the chat off, and a line by anybody else is told. Absent: `open`. */
  readonly chat?: 'open' | 'off'
  /** Whether this school locks its calls; where not, no deadline is set. Absent: it does where EG-24 is one of the clauses. */
  readonly locks?: boolean
  /** What is offered first when a room is not suitable. CW-9 switches the camera off; absent: the child is asked to move. */
  readonly roomFirst?: 'askToMove' | 'cameraOff'
}

/** Where a checklist item stands. `blind` is never shown as good. */
export type CheckState =
  | { readonly is: 'seen'; readonly at: number; readonly what: string }
  /** `by` is the name under which she is in the call; empty before anybody could be read. */
  | {
      readonly is: 'confirmed'
      readonly at: number
      readonly note: string
      readonly by: string
    }
  /** The clause asks nothing of this lesson. With `at` and `by` where a person said so, else by the school's rules. */
  | {
      readonly is: 'notApplicable'
      readonly why: string
      readonly at?: number
      readonly by?: string
    }
  | { readonly is: 'todo' }
  | { readonly is: 'problem'; readonly what: string; readonly about: readonly string[] }
  | { readonly is: 'blind'; readonly what: string }
  | { readonly is: 'info' }
  | { readonly is: 'waiting'; readonly what: string }

/** `reason`: why the rule could not be kept this time. `agreements`: who agreed for the family and who for the school, and when. */
export type TickNeeds = 'reason' | 'agreements'

export interface ChecklistItem {
  readonly clause: Clause
  readonly state: CheckState
  /** Whether a person can tick it. */
  readonly tickable: boolean
  /** A tick alone is not enough: it takes these words with it. */
  readonly needs?: TickNeeds
}

/** A thing the tool noticed that may need the teacher. The session turns it into a prompt once, not again and again. */
export interface Finding {
  /** Same cause, same key: e.g. `room:<participantId>:<scene>`. */
  readonly key: string
  readonly kind: PromptKind
  readonly about: readonly string[]
  readonly clauses: readonly string[]
  /** The rule of the school that asks for it, where none of its clauses does. */
  readonly rule?: OwnRule
  readonly severity: 'alarm' | 'act' | 'notice'
  readonly answers: readonly PromptAnswer[]
  /** Asked "where possible": it can be answered with the reason why not. */
  readonly takesReason?: boolean
  /** Staff did it: they are spoken of otherwise than children. */
  readonly byStaff?: boolean
  /** Can be seen at this moment, so that a promise to stop it may be followed up. Prompts whose key begins so are about the same. */
  readonly followUp?: string
}

/** Everything that an evaluation may look at. */
export interface Situation {
  readonly state: SessionState
  readonly pack: Pack
  readonly register?: Register
  /** For everyone present or waiting, by participant id or knock key. */
  readonly matches: ReadonlyMap<string, Match>
  readonly now: number
  /** Who can be rung when something goes wrong (EG-19). Absent: not known here, so nothing is claimed about it. */
  readonly dsl?: readonly { readonly name: string; readonly role: string; readonly phone: string }[]
}

export interface Evaluation {
  readonly findings: readonly Finding[]
  readonly checklist: readonly ChecklistItem[]
}
