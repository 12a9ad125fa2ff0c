import type {
  Access,
  CameraReading,
  Command,
  EndReason,
  HealthItem,
  HealthTopic,
  Looks,
  Outcome,
  Platform,
  Tri,
} from '../meeting/index.ts'

/**
 * What happened in a lesson. The journal of these is the only truth: the state, the record and every view are folds of it.
 * `seq` counts up by one within a session from 0; `at` is milliseconds since 1970 on the teacher's computer, counted on where its clock
 * was set back meanwhile (`clockSetBack`).
 */
export type SessionEvent = { readonly seq: number; readonly at: number } & SessionEventBody

/** One device at the time it was first seen or came back. */
export interface JoinedPerson {
  readonly id: string
  readonly name: string
  readonly isSelf: boolean
  readonly role: 'host' | 'cohost' | 'none' | 'unknown'
  readonly decorations: readonly string[]
}

export type CloseReason =
  | EndReason
  /** The browser, the tab or the extension went away; the session ends at its last proof of life. */
  | 'interrupted'
  | 'closedByTeacher'

export type RoomVerdictKind = 'bedroom' | 'bathroom' | 'fine' | 'unsure' | 'covered'

export type PromptKind =
  | 'room' // may be in a bedroom or bathroom
  | 'cameraOff'
  | 'unknownPerson'
  | 'renamed'
  | 'duplicateName'
  | 'lockSoon' // one minute before the deadline
  | 'lockDue'
  | 'lockGone' // the meeting was locked and is open again
  | 'lateKnock'
  | 'droppedPupil'
  | 'noConsent'
  | 'chatFlag'
  | 'recording'
  | 'noteTaker'
  | 'presenting'
  | 'alone' // one adult, one pupil
  | 'fewStaff' // fewer members of staff than the school asks for
  | 'noAdult' // no adult was seen with a child yet
  | 'adultAgain' // it is time to look again whether the adult is still there
  | 'goneLong' // a pupil who was here has been gone for some minutes
  | 'filePosted'
  | 'chatUsed' // in a school that keeps the chat off
  | 'outsideHours'
export type PromptAnswer =
  | 'askToMove'
  | 'cameraOff'
  | 'looksFine'
  | 'later'
  | 'askCameraOn'
  | 'lockNow'
  | 'wait' // give the class one more minute before the lock
  | 'admit'
  | 'deny'
  | 'remove'
  | 'expected'
  | 'seen'
  /** An adult is there with everybody the prompt is about. */
  | 'adultSeen'
  /** Taken out for now, to come back with an adult. */
  | 'hold'
  /** End the call for everyone, where the school's rule leaves nothing but that or to wait (EG-37, CW-16). */
  | 'endCall'
  /** Why the rule could not be kept this time; the words are the note of the event. */
  | 'reason'
  | 'dismissed'
  /** The cause went away by itself before the teacher answered. */
  | 'cleared'
  /** The check that asked was switched off: nothing is known of the cause any more, and nothing is called cleared. */
  | 'withdrawn'

/** Why somebody is not in (yet): said by the teacher, kept in the record. */
export const HOLD_REASONS = ['noAdult', 'cameraOff', 'nameUnclear', 'other'] as const
export type HoldReason = (typeof HOLD_REASONS)[number]

/** What is looked at when somebody has come in, in this order (EG-25, EG-27, CW-5). */
export const WALK_STEPS = ['name', 'camera', 'adult'] as const
export type WalkStep = (typeof WALK_STEPS)[number]

/**
 * What was done in an emergency (CW-13). `endedForAll`: seen on the page; `endedByTeacher`: she ended the call for everybody herself, by
 * her own word; `otherTold`: somebody who is none of the safeguarding contacts was told, the note says who; `mistake`: opened by mistake.
 */
export const EMERGENCY_STEPS = [
  'opened',
  'endedForAll',
  'endedByTeacher',
  'dslTold',
  'otherTold',
  'mistake',
  'closed',
] as const
export type EmergencyStep = (typeof EMERGENCY_STEPS)[number]

/** What the site itself says that it keeps of the call (EG-21). */
export const NOTICE_KINDS = ['recording', 'transcription', 'noteTaking'] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

export type ChatFlagKind = 'phone' | 'email' | 'social' | 'link' | 'address'

/** Somebody of the part of a lesson before a break, by the name shown, and the adult that was seen with them (CW-5). */
export interface WasBefore {
  readonly name: string
  readonly adultSeenAt?: number
}

export type SessionEventBody =
  | {
      readonly type: 'started'
      readonly sessionId: string
      readonly platform: Platform
      readonly code: string
      readonly title: string
      readonly toolVersion: string
      readonly timeZone: string
    }
  | {
      readonly type: 'classChosen'
      readonly registerId: string
      readonly className: string
      readonly packId: string
      readonly packVersion: string
    }
  /** The rules that hold were changed while the lesson ran: on this computer (`settings`) or by the school for all (`managed`). */
  | {
      readonly type: 'rulesChanged'
      readonly packId: string
      readonly packVersion: string
      /** What held until then. */
      readonly before: { readonly packId: string; readonly packVersion: string }
      readonly by: 'settings' | 'managed'
    }
  | { readonly type: 'plannedStart'; readonly startsAt: number }
  /** The class was taken over from a lesson on the same link that ended a short while before. */
  | {
      readonly type: 'goesOn'
      readonly sessionId: string
      /** Who was in it beside staff; absent in a lesson that was written before it was kept. */
      readonly were?: readonly WasBefore[]
      /** When its call began, where this is the same call without a break: the lock is due as it was. */
      readonly since?: number
    }
  /** The teacher says that it is another lesson: nothing of the one before holds. */
  | { readonly type: 'anotherLesson' }
  /** The stored absolute lock deadline. `by: 'teacher'` when it was moved; `carried` where she moved it in the lesson before. */
  | {
      readonly type: 'lockDeadline'
      readonly dueAt: number
      readonly by: 'policy' | 'teacher'
      readonly carried?: boolean
    }
  | { readonly type: 'joined'; readonly person: JoinedPerson }
  | { readonly type: 'left'; readonly id: string }
  | { readonly type: 'renamed'; readonly id: string; readonly from: string; readonly to: string }
  /** More is known of somebody than when they came in: a page shows marks and ranks only once its lists are open. */
  | {
      readonly type: 'recognised'
      readonly id: string
      readonly isSelf: boolean
      readonly role: JoinedPerson['role']
      readonly decorations: readonly string[]
    }
  | { readonly type: 'camera'; readonly id: string; readonly reading: CameraReading }
  | { readonly type: 'presenting'; readonly id: string; readonly on: boolean }
  | {
      readonly type: 'knocked'
      readonly key: string
      readonly name: string
      readonly late: boolean
    }
  | {
      readonly type: 'knockGone'
      readonly key: string
      readonly name: string
      readonly how: 'admitted' | 'denied' | 'unknown'
    }
  | {
      readonly type: 'matchFixed'
      readonly shown: string
      readonly registerPersonId: string
      readonly by: 'teacher'
      /** The device or knock it was said of: others who show the same name at that time are not meant. */
      readonly id?: string
      /** Further pupils behind the same device. */
      readonly also?: readonly string[]
      /** Who got the name as an alias by this, and who lost it: what an undo has to put back. */
      readonly learnt?: readonly string[]
      readonly lost?: readonly string[]
    }
  /** The teacher takes back what she said last of this name: a correction or an expected visitor. */
  | { readonly type: 'choiceUndone'; readonly shown: string }
  /** The teacher has seen that somebody waits and decided to leave them there. */
  | {
      readonly type: 'leftWaiting'
      readonly key: string
      readonly name: string
      /** Set where they are held outside for a reason. */
      readonly why?: HoldReason
    }
  /** Taken out of the call again, and may come back: neither site can put anybody back into its waiting room. */
  | {
      readonly type: 'held'
      readonly id: string
      readonly name: string
      readonly why: HoldReason
    }
  /** The teacher went on to the next one although some steps of the entry were still open. */
  | { readonly type: 'wentOn'; readonly id: string; readonly missing: readonly WalkStep[] }
  | { readonly type: 'visitorExpected'; readonly shown: string; readonly note: string }
  | { readonly type: 'access'; readonly access: Access }
  /** Which client of the site it is, and by which selector pack it is read from here on. */
  | { readonly type: 'readBy'; readonly variant: string; readonly looks?: Looks }
  | { readonly type: 'health'; readonly topic: HealthTopic; readonly item: HealthItem }
  | {
      readonly type: 'notice'
      readonly what: NoticeKind
      readonly state: Tri
      /** With `yes`, of what was on before: its sign is not shown any more, or (`false`) is shown again. */
      readonly hidden?: boolean
    }
  | {
      readonly type: 'room'
      readonly id: string
      readonly verdict: RoomVerdictKind
      readonly confidence: number
      readonly readings: number
      /** It is a scene again of which the teacher had said that it looks fine. */
      readonly calledFine?: boolean
    }
  | { readonly type: 'roomCheck'; readonly state: 'on' | 'off' | 'failed'; readonly why: string }
  | {
      readonly type: 'prompted'
      readonly promptId: string
      readonly kind: PromptKind
      readonly about: readonly string[]
      readonly clauses: readonly string[]
    }
  | {
      readonly type: 'answered'
      readonly promptId: string
      readonly answer: PromptAnswer
      readonly by: 'teacher' | 'itself'
      /** With `reason`: what the teacher wrote. */
      readonly note?: string
    }
  | { readonly type: 'command'; readonly command: Command; readonly outcome: Outcome }
  | {
      readonly type: 'ticked'
      readonly clause: string
      readonly on: boolean
      readonly note: string
      /** Said not to apply to this lesson, with the reason as the note. Absent: confirmed. */
      readonly as?: 'notApplicable'
    }
  | { readonly type: 'adultSeen'; readonly id: string; readonly seen: boolean }
  | {
      readonly type: 'chatFlag'
      readonly lineId: string
      /** As shown, but the teacher's own name where the site says "You". */
      readonly sender: string
      /** The teacher wrote it herself. */
      readonly own?: true
      readonly kinds: readonly ChatFlagKind[]
      readonly masked: string
    }
  /** A file or, in a school without chat, a line in the chat, by somebody else than the teacher. Nothing of what it says. */
  | {
      readonly type: 'chatSeen'
      readonly what: 'file' | 'line'
      readonly lineId: string
      readonly sender: string
    }
  /** The teacher says that this is a one-to-one call, or that it is none. */
  | { readonly type: 'oneToOne'; readonly on: boolean }
  /** A concern was written down. It is kept apart, with its own time of deletion; the lesson only knows that there is one. */
  | { readonly type: 'concern'; readonly ref: string }
  | { readonly type: 'note'; readonly about: string; readonly text: string }
  | {
      readonly type: 'emergency'
      readonly step: EmergencyStep
      readonly note: string
    }
  /** The computer's clock was set back by `ms`. What comes after it is counted on from `at`, so that nothing lies before what was. */
  | { readonly type: 'clockSetBack'; readonly ms: number }
  /**
   * Written once a minute at most: the tab was alive and readable at `at`. `silentFor`: it is known that it gave no sign for so many
   * milliseconds before.
   */
  | { readonly type: 'proofOfLife'; readonly silentFor?: number }
  | { readonly type: 'ended'; readonly reason: CloseReason; readonly endedAt: number }

export type SessionEventType = SessionEventBody['type']
