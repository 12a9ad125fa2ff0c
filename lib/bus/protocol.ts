import type { Command, LooksFrom, Observation, Outcome, Platform } from '../meeting/index.ts'
import type { EmergencyStep, HoldReason, PromptAnswer } from '../session/events.ts'
import type { OverlayView, PanelView, QueueAnswer } from '../views/types.ts'
import type { ConcernDraft } from '../concern/schema.ts'
import type { Concern, SavedConcern } from '../concern/types.ts'
import type { School } from '../desk/school.ts'
import type { Inspected } from '../desk/inspections.ts'
import type { SiteLooks } from '../desk/looks.ts'
import type { ImportUndo } from '../desk/shelf.ts'
import type { Inspection } from '../observe/looks.ts'
import type { BackupAsked, BackupMade, Restored } from '../backup/types.ts'
import type { SelectorPack } from '../platforms/pack.ts'
import type { Register } from '../register/index.ts'
import type { LessonRecord } from '../record/types.ts'
import type { RoomReading } from '../vision/types.ts'
import type { SchoolSettings } from '../storage/settings.ts'
import type { MeetingWords } from '../words/start.ts'
import type { WelcomeProgress } from '../welcome/progress.ts'

/**
 * Every message between the contexts, by direction. A message is a claim: the receiver proves the sender, parses with the
 * schema of the same name in `schemas.ts`, and only then handles it. Unknown or malformed messages are refused.
 */

/** Meeting page → background, as single messages. `openPanel` must reach its handler in the click's own turn. */
export interface FromMeeting {
  openPanel: Record<string, never>
}

/** Offscreen page → background. The participant id is a claim of the meeting page that sent the frame. */
export interface FromOffscreen {
  roomReading: {
    readonly tabId: number
    readonly participantId: string
    readonly isSelf: boolean
    readonly reading: RoomReading
  }
  roomCheckFailed: { readonly why: RoomCheckFailure }
}

/** Why the room check is off although it was asked for. */
export type RoomCheckFailure =
  'noWebGL' | 'noSimd' | 'modelMissing' | 'modelBroken' | 'framesNotCarried' | 'crashed'

/** Background → meeting page (over the port "meeting"). */
export type ToMeeting =
  | { readonly type: 'overlay'; readonly view: OverlayView }
  | { readonly type: 'perform'; readonly requestId: string; readonly command: Command }
  /** By what to read the page; `null` is what ships. Told right after the page has connected, and again when it changes. */
  | { readonly type: 'looks'; readonly pack: SelectorPack | null; readonly from: LooksFrom }
  /** In which language to speak. Told right after the page has connected unless it is English, and again when it changes. */
  | ({ readonly type: 'words' } & MeetingWords)
  /** A technician looks into the page; `pack` is tried without being used. */
  | {
      readonly type: 'inspect'
      readonly requestId: string
      readonly report: boolean
      readonly pack: SelectorPack | null
    }
  /** The teacher's own key press asks for the message: the keyboard goes to the card. */
  | { readonly type: 'focusPrompt' }
  | { readonly type: 'standDown' }

/** Meeting page → background over the port "meeting". */
export type FromMeetingPort =
  | { readonly type: 'observed'; readonly observation: Observation; readonly tabVisible: boolean }
  | { readonly type: 'performed'; readonly requestId: string; readonly outcome: Outcome }
  | { readonly type: 'answer'; readonly promptId: string; readonly answer: PromptAnswer }
  | { readonly type: 'inspected'; readonly requestId: string; readonly inspection: Inspection }
  /** A click on the queue's card; `id` is a knock's key or a participant id, and counts only if it was offered. */
  | { readonly type: 'queue'; readonly answer: QueueAnswer; readonly id: string }
  | { readonly type: 'alive' }

/** Our own pages → background. */
export interface FromPages {
  chooseClass: {
    readonly registerId: string
    readonly packId: string
    readonly plannedStartAt?: number
  }
  setPlannedStart: { readonly startsAt: number }
  /** The call is not the lesson that it went on from: class and start are open again. */
  anotherLesson: Record<string, never>
  /** The lesson that is over is put away, so that the next one can be prepared before its call is opened. */
  prepareNext: Record<string, never>
  moveLock: { readonly dueAt: number }
  /** `note` belongs to the answer `reason`, which counts for nothing without it. */
  answerPrompt: {
    readonly promptId: string
    readonly answer: PromptAnswer
    readonly note?: string
  }
  perform: { readonly command: Command }
  /** A tick with its note, or (`as`) that the clause does not apply, with the reason as note. */
  tick: {
    readonly clause: string
    readonly on: boolean
    readonly note: string
    readonly as?: 'notApplicable'
  }
  adultSeen: { readonly participantId: string; readonly seen: boolean }
  fixMatch: {
    readonly shown: string
    readonly registerPersonId: string
    /** The device or knock that is meant, where one is. */
    readonly id?: string
    /** Further pupils behind the same device. */
    readonly also?: readonly string[]
  }
  /** Takes back the last correction or expected visitor of this name. */
  undoChoice: { readonly shown: string }
  leaveWaiting: { readonly key: string; readonly name: string; readonly why?: HoldReason }
  /** Goes on from the entry of somebody although something is still open. */
  goOn: { readonly participantId: string }
  /** Takes somebody out of the call with a reason, to come back; the outcome is that of taking out. */
  hold: { readonly participantId: string; readonly why: HoldReason }
  expectVisitor: { readonly shown: string; readonly note: string }
  addNote: { readonly about: string; readonly text: string }
  emergency: {
    readonly step: EmergencyStep
    readonly note: string
  }
  /** Says whether this is a one-to-one call. */
  setOneToOne: { readonly on: boolean }
  /** Writes a concern down, apart from the lesson; the lesson gets its reference. With `ref`: a changed one. */
  saveConcern: { readonly concern: ConcernDraft; readonly ref?: string }
  concerns: Record<string, never>
  deleteConcern: { readonly ref: string }
  /** What the school has set for all its computers, and the rules that can be chosen. */
  school: Record<string, never>
  /** How far the welcome page was worked through. */
  welcome: Record<string, never>
  saveWelcome: WelcomeProgress
  setRoomCheck: { readonly on: boolean }
  settings: Record<string, never>
  saveSettings: SchoolSettings
  eraseAll: Record<string, never>
  endSession: Record<string, never>
  saveRegister: { readonly register: Register }
  /** What an import made; `source` is the file's name, to be shown where it can be undone. */
  saveImported: { readonly registers: readonly Register[]; readonly source: string }
  importUndos: Record<string, never>
  /** Takes the last import of a class back; said again it brings it back. */
  undoImport: { readonly registerId: string }
  deleteRegister: { readonly registerId: string }
  registers: Record<string, never>
  sessions: Record<string, never>
  record: { readonly sessionId: string }
  /** Names that the record may hold of people who were not in the call, for the record with initials. */
  knownNames: { readonly sessionId: string }
  deleteSession: { readonly sessionId: string }
  /** All closed lessons, classes and settings, and concerns where asked for, as the text of a file that only the passphrase opens. */
  backUp: BackupAsked
  /** Adds what such a file holds to what is here; nothing is there twice afterwards. */
  restore: { readonly passphrase: string; readonly text: string }
  /** By which selector packs the sites are read. */
  looks: Record<string, never>
  saveLooks: { readonly platform: Platform; readonly name: string; readonly text: string }
  /** Back to the pack that ships. */
  resetLooks: { readonly platform: Platform }
  /** The pack in use, as the text of a file. */
  looksText: { readonly platform: Platform }
  /** Looks into an open meeting: what can be read, what each selector finds, the redacted page report where asked for. */
  inspect: {
    readonly report: boolean
    /** The meeting that was looked into before, where it is still open. */
    readonly tabId?: number
    /** Only a meeting of this site, by this pack, without using it. */
    readonly tried?: { readonly platform: Platform; readonly text: string }
  }
}

/** Answers of the background to `FromPages`, where there is more than "taken". */
export interface PageReplies {
  settings: SchoolSettings
  school: School
  welcome: WelcomeProgress
  saveConcern: SavedConcern
  concerns: readonly Concern[]
  perform: Outcome
  hold: Outcome
  registers: readonly Register[]
  importUndos: readonly ImportUndo[]
  sessions: readonly SessionSummary[]
  record: LessonRecord | undefined
  knownNames: readonly string[]
  backUp: BackupMade
  restore: Restored
  looks: readonly SiteLooks[]
  saveLooks: readonly SiteLooks[]
  resetLooks: readonly SiteLooks[]
  looksText: string
  /** Nothing where no meeting page is open, or it did not answer. */
  inspect: Inspected | undefined
}

/** The answer to a page's question: the value of `PageReplies`, or nothing where the message is only taken. */
export type PageReply<K extends keyof FromPages> = K extends keyof PageReplies
  ? PageReplies[K]
  : null

export interface SessionSummary {
  readonly sessionId: string
  /** The register in use; only of the lesson that runs. */
  readonly registerId?: string
  readonly className: string
  readonly platform: string
  readonly code: string
  /** By whose clock its times are shown: that of its record. */
  readonly timeZone: string
  readonly startedAt: number
  readonly endedAt?: number
  /** When the record is deleted by itself, milliseconds since 1970; absent while the lesson runs. */
  readonly deleteAt?: number
  readonly interrupted: boolean
  readonly people: number
}

/** Background → side panel over the port "panel". */
export type ToPanel = { readonly type: 'view'; readonly view: PanelView }

/** Background → side panels: the shortcut was pressed in this window, at this time; said again to a panel that opens just after. */
export interface EmergencyAsked {
  readonly type: 'emergency'
  readonly windowId: number
  readonly at: number
}
