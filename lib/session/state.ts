import type { Access, CameraReading, Health, Outcome, Platform, Tri } from '../meeting/index.ts'
import type { ReadBy } from './readBy.ts'
import type { Watch } from './watch.ts'
import type {
  ChatFlagKind,
  CloseReason,
  EmergencyStep,
  HoldReason,
  JoinedPerson,
  NoticeKind,
  PromptAnswer,
  PromptKind,
  RoomVerdictKind,
  WalkStep,
  WasBefore,
} from './events.ts'

/** A stay in the call, from a join to a leave. `to` is absent while the person is here. */
export interface Stay {
  readonly from: number
  readonly to?: number
}

/** The teacher saw an adult with somebody, or took that back. */
export interface AdultLook {
  readonly at: number
  readonly seen: boolean
}

/** One device over the whole session. */
export interface PersonState extends JoinedPerson {
  readonly present: boolean
  readonly stays: readonly Stay[]
  readonly camera: CameraReading & { readonly since: number }
  /** Completed and open stretches with the camera on. */
  readonly cameraOn: readonly Stay[]
  readonly presenting: boolean
  /** When they shared a screen, as it was read; absent where they never did (EG-31). */
  readonly presented?: readonly Stay[]
  readonly renames: readonly { readonly at: number; readonly from: string; readonly to: string }[]
  readonly room?: {
    readonly verdict: RoomVerdictKind
    readonly confidence: number
    readonly at: number
    /** The teacher said of what is seen now that it looks fine: it is asked about no more. */
    readonly calledFine?: true
  }
  /** The last verdict that was sure. Unlike `room` it stays when the camera goes off or they leave; absent where there was none. */
  readonly roomJudged?: {
    readonly verdict: Extract<RoomVerdictKind, 'bedroom' | 'bathroom' | 'fine'>
    readonly at: number
  }
  /** Every time that the teacher said so (`seen`) or took it back, in order of time; absent where she never did (CW-5). */
  readonly adultLooks?: readonly AdultLook[]
  /** Since when staff want the camera off, while that holds (`cameras.ts`). The camera may be on still. */
  readonly cameraOffByStaffAt?: number
  /** The mark above while it is only just over: since when it had held, and when a camera was seen on (`cameras.ts`). */
  readonly cameraOffByStaffWas?: { readonly at: number; readonly overAt: number }
  /** When staff let it be on again; set until it is on. */
  readonly cameraAllowedAt?: number
}

export interface KnockState {
  readonly key: string
  readonly name: string
  readonly at: number
  readonly late: boolean
  /** When the teacher decided to leave them waiting. */
  readonly leftWaitingAt?: number
  /** Why they are held outside, where the teacher said so. */
  readonly heldWhy?: HoldReason
}

export interface PastKnock extends KnockState {
  readonly goneAt: number
  readonly how: 'admitted' | 'denied' | 'unknown'
}

/** Somebody who came in from the waiting room, by the name that knocked. One for each time. */
export interface EntryState {
  /** Key of the knock. */
  readonly key: string
  /** Device in the call. */
  readonly id: string
  readonly name: string
  readonly knockedAt: number
  /** When they were in the call. */
  readonly at: number
  readonly late: boolean
  /** The teacher went on before everything was seen, and what was open then. */
  readonly wentOn?: { readonly at: number; readonly missing: readonly WalkStep[] }
  /** When they were muted after coming in, as seen on the page. */
  readonly mutedAt?: number
}

/** Taken out of the call with a reason, to come back. */
export interface HoldState {
  readonly at: number
  readonly id: string
  readonly name: string
  readonly why: HoldReason
  /** What became of taking them out. */
  readonly result?: Outcome['result']
}

/** A command about one person at the door, as it ended. `key`: of the knock, or the participant id for `remove`. */
export interface DoorCommand {
  readonly at: number
  readonly kind: 'admit' | 'deny' | 'remove'
  readonly key: string
  readonly name: string
  readonly outcome: Outcome
}

export interface PromptState {
  readonly promptId: string
  readonly kind: PromptKind
  /** Participant ids, knock keys or chat line ids, by kind. */
  readonly about: readonly string[]
  readonly clauses: readonly string[]
  readonly at: number
  readonly answer?: {
    readonly answer: PromptAnswer
    readonly at: number
    readonly by: 'teacher' | 'itself'
    readonly note?: string
  }
}

/** What the teacher said of a name as shown. All are kept, also those taken back: the record says what was decided when. */
export interface Choice {
  readonly at: number
  readonly shown: string
  readonly what: 'is' | 'visitor'
  /** The device or knock it was said of, where one was. */
  readonly id?: string
  /** Register ids for `is`: one, or several children behind one device. */
  readonly personIds: readonly string[]
  /** For `visitor`. */
  readonly note: string
  readonly learnt: readonly string[]
  readonly lost: readonly string[]
  readonly undoneAt?: number
}

/** From `from` on (ms since 1970) these rules held, until the next ones. */
export interface RulesHeld {
  readonly from: number
  readonly packId: string
  readonly packVersion: string
  /** Chosen with the class, changed on this computer, or by the school for all its computers; `start`: held when the lesson began. */
  readonly by: 'start' | 'chosen' | 'settings' | 'managed'
}

export interface SessionState {
  readonly sessionId: string
  readonly platform: Platform
  readonly code: string
  readonly title: string
  readonly toolVersion: string
  readonly timeZone: string
  readonly startedAt: number
  readonly ended?: { readonly reason: CloseReason; readonly at: number }
  readonly lastAliveAt: number
  /** When the computer's clock was set back, and how far; absent where it never was. */
  readonly clockSetBack?: readonly { readonly at: number; readonly ms: number }[]
  readonly registerId?: string
  readonly className?: string
  /** As chosen with the class; what held in the end is the last of `rules`. */
  readonly packId?: string
  readonly packVersion?: string
  /** Which rules held from when on, in order of time; absent where none were chosen and none were changed. */
  readonly rules?: readonly RulesHeld[]
  readonly plannedStartAt?: number
  /** The lesson that this one goes on from, by whose class it is judged until the teacher chooses one herself. */
  readonly goesOnFrom?: string
  /** Who was in that one; with it this is gone as well. */
  readonly goesOnWith?: readonly WasBefore[]
  /** When the call of that one began, where it is still the same call. */
  readonly goesOnSince?: number
  readonly lockDeadline?: {
    readonly dueAt: number
    readonly by: 'policy' | 'teacher'
    /** She moved it in the lesson that this one goes on from. */
    readonly carried?: boolean
  }
  /** In order of first arrival. */
  readonly people: readonly PersonState[]
  readonly knocks: readonly KnockState[]
  readonly pastKnocks: readonly PastKnock[]
  /** In order of time. These four are absent in a state that was made before there were any. */
  readonly entries?: readonly EntryState[]
  readonly holds?: readonly HoldState[]
  readonly door?: readonly DoorCommand[]
  /** When everybody was muted, as seen on the page. */
  readonly mutedAllAt?: readonly number[]
  readonly access?: Access & { readonly at: number }
  /** When the access was first seen closed to newcomers (locked, or restricted with asking off). */
  readonly lockedAt?: number
  /** When the access was seen open: to anybody without asking, and to newcomers in any way. Absent where it never was. */
  readonly opened?: { readonly toAnybody: readonly Stay[]; readonly toNewcomers: readonly Stay[] }
  /** When it was locked, as `lockedAt` has it. Absent where it never was. */
  readonly locked?: readonly Stay[]
  readonly lockAttempts: readonly { readonly at: number; readonly outcome: Outcome }[]
  readonly reopenedAt: readonly number[]
  /** Since when staff want everybody's camera off, newcomers' too, while that holds (`cameras.ts`). */
  readonly allCamerasOffAt?: number
  readonly health: Health
  /** How well the page was read until now. Absent in a state that was made before it was kept. */
  readonly watch?: Watch
  /** In order of time. Absent in a lesson that was written before it was kept. */
  readonly readBy?: readonly ReadBy[]
  readonly notices: {
    readonly recording: Tri
    readonly transcription: Tri
    readonly noteTaking: Tri
  }
  /** When each of them was seen to be on; absent where none ever was. */
  readonly noticed?: Readonly<Partial<Record<NoticeKind, readonly Stay[]>>>
  /**
   * Of what is on: since when the site does not show its sign, which says nothing of whether it goes on, and when the sign came back
   * after so long that it stands for something new.
   */
  readonly signs?: Readonly<
    Partial<Record<NoticeKind, { readonly hiddenAt?: number; readonly backAt?: number }>>
  >
  readonly roomCheck: { readonly state: 'on' | 'off' | 'failed'; readonly why: string }
  readonly prompts: readonly PromptState[]
  /** Clause id → when and with which note it was ticked. */
  readonly ticks: Readonly<
    Record<string, { readonly at: number; readonly note: string; readonly as?: 'notApplicable' }>
  >
  /** Name as shown → register person id, as the teacher corrected it. */
  readonly fixes: Readonly<Record<string, string>>
  readonly visitors: Readonly<Record<string, string>>
  /** Behind `fixes` and `visitors`, in order of time. Absent in a state that was made before there were any. */
  readonly choices?: readonly Choice[]
  /** One-to-one or not, where the teacher has said which. */
  readonly oneToOne?: boolean
  /** Files that somebody else than the teacher put into the chat. Only that there was one: nothing of it is read. */
  readonly files?: readonly {
    readonly at: number
    readonly lineId: string
    readonly sender: string
  }[]
  /** First chat line of each sender, in a school that keeps the chat off. */
  readonly chatUsed?: readonly {
    readonly at: number
    readonly lineId: string
    readonly sender: string
  }[]
  /** Concerns that were written down in this lesson, by reference: their words are kept apart. */
  readonly concerns?: readonly { readonly at: number; readonly ref: string }[]
  readonly chatFlags: readonly {
    readonly at: number
    readonly lineId: string
    readonly sender: string
    /** The teacher wrote it herself. */
    readonly own?: true
    readonly kinds: readonly ChatFlagKind[]
    readonly masked: string
  }[]
  readonly notes: readonly { readonly at: number; readonly about: string; readonly text: string }[]
  readonly emergencies: readonly {
    readonly at: number
    readonly step: EmergencyStep
    readonly note: string
  }[]
  /** Number of events folded in; the next event has this seq. */
  readonly seq: number
}
