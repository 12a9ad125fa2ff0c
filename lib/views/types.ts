import type { Capabilities, Health, Outcome, Platform } from '../meeting/index.ts'
import type { Explanation, Match, MatchKind } from '../register/index.ts'
import type { ChecklistItem, ClausePhase } from '../protocol/types.ts'
import type { PromptAnswer, PromptKind, RoomVerdictKind, WalkStep } from '../session/events.ts'

/** What is drawn, made by pure functions from state + register + findings. The panel mirrors it and adds nothing. */

export type LessonPhase = 'none' | 'before' | 'during' | 'after'

export interface LockView {
  readonly state: 'notSet' | 'counting' | 'due' | 'locked' | 'cannotSee' | 'reopened'
  /** Absolute; the view ticks by itself. */
  readonly dueAt?: number
  /** When the countdown began, for the ring. */
  readonly fromAt?: number
  readonly lockedAt?: number
  /** What was looked at ("The access badge says …"), plain words. */
  readonly evidence: string
  readonly expectedMissing: readonly string[]
  /** By a complete list: only then are the missing "not here"; else "not seen". */
  readonly absenceCertain: boolean
  readonly canLock: 'act' | 'guide' | 'none'
  readonly lastOutcome?: Outcome
}

export type PersonTone = 'ok' | 'check' | 'alarm' | 'quiet'

/** One line of the register view: a pupil or staff member of the register, or somebody who is not on it. */
export interface PersonRow {
  readonly key: string
  /** Participant id when in the call, for actions. */
  readonly participantId?: string
  readonly name: string
  /** As shown in the meeting, where that differs. */
  readonly shownAs?: string
  readonly kind: MatchKind | 'expected'
  readonly where: 'inCall' | 'waiting' | 'dropped' | 'notHere'
  /** Only present rows of a complete list may make somebody "not here"; else "not seen". */
  readonly absenceCertain: boolean
  readonly camera: 'on' | 'off' | 'offByStaff' | 'unknown'
  readonly room?: RoomVerdictKind
  readonly tone: PersonTone
  /** Short words for chips, e.g. "Camera off", "Name not on the register". */
  readonly chips: readonly { readonly text: string; readonly tone: PersonTone }[]
  readonly adultSeen: boolean
  /** Shares a screen right now. */
  readonly presenting?: boolean
  readonly match?: Match
  /** Candidates for the one-click correction, best first. */
  readonly candidates: readonly CandidateView[]
  /** Key of the knock for somebody who waits, for what is said or noted of them. */
  readonly knockKey?: string
  /** Why the name was judged as it was and what to do, in words. */
  readonly explained?: Explanation
  /** What the teacher said of this name ("You said: this is Amelia Potter."), to be taken back. */
  readonly said?: string
  /** Changes of the name since they came in, latest last. */
  readonly changes?: readonly { readonly at: number; readonly from: string; readonly to: string }[]
}

export interface CandidateView {
  readonly personId: string
  readonly name: string
  /** Further children behind the same device. */
  readonly also?: readonly string[]
}

export interface KnockRow {
  readonly key: string
  readonly name: string
  readonly judgement: string
  readonly tone: PersonTone
  readonly kind: MatchKind
  readonly late: boolean
  /** Dropped after being in the call: offered back by name. */
  readonly wasHere: boolean
  /** They did not drop out: the teacher took them out for now. */
  readonly wasHeld?: true
  readonly noConsent: boolean
  readonly since: number
  readonly candidates?: readonly CandidateView[]
  readonly explained?: Explanation
  readonly said?: string
  /** When the teacher decided to leave them waiting. */
  readonly leftWaitingAt?: number
  /** Their turn: `next` is the one that is offered, `look` wants the teacher's eye first, `off` was put off by her. */
  readonly turn?: 'next' | 'inTurn' | 'look' | 'off'
  /** Why they are not offered, or what is known from before ("Was here until 10:12, held because …"). */
  readonly note?: string
}

/** The entry of one person, step by step (EG-25, EG-27, CW-5). */
export interface WalkView {
  readonly id: string
  /** The register's name where it is certain. */
  readonly name: string
  readonly at: number
  readonly steps: readonly {
    readonly step: WalkStep
    readonly is: 'done' | 'open' | 'cannotSee' | 'excused'
    readonly text: string
    readonly at?: number
  }[]
  readonly complete: boolean
  /** Offered while the microphone is on, or can't be seen and the school wants it off; `first` where the school wants it off. */
  readonly mute?: { readonly can: 'act' | 'guide'; readonly first: boolean; readonly seen: boolean }
}

export interface QueueView {
  /** Key of the knock that is offered. */
  readonly nextKey?: string
  /** Under way: nobody else is offered meanwhile. */
  readonly admitting?: { readonly key: string; readonly name: string }
  readonly walk?: WalkView
  /** Came in before, and something is still open: to come back to, never asked. */
  readonly unfinished: readonly {
    readonly id: string
    readonly name: string
    readonly missing: readonly WalkStep[]
  }[]
  /** What holding somebody who is in the call means on this site. */
  readonly holdNote: string
}

export interface PromptView {
  readonly promptId: string
  readonly kind: PromptKind
  readonly severity: 'alarm' | 'act' | 'notice'
  readonly title: string
  readonly body: string
  /** Words the teacher can say, empty where none. */
  readonly say: string
  readonly answers: readonly {
    readonly answer: PromptAnswer
    readonly label: string
    readonly primary: boolean
  }[]
  readonly about: readonly string[]
  readonly clauses: readonly string[]
  /** The school's own rule that asks for it, in the words of the form, where no clause does. */
  readonly rule?: string
  /** It can be answered with the reason why the rule can't be kept this time. */
  readonly takesReason?: boolean
  /** Whom to ring at home, a line for each child. Only in the panel, and only where the register has a number. */
  readonly ring?: readonly string[]
  readonly at: number
}

export interface LogLine {
  readonly at: number
  readonly text: string
  readonly tone: PersonTone
}

/** Everything the side panel shows. */
/** A step of the checklist, with what only the panel may show beside it. */
export interface CheckRow extends ChecklistItem {
  /** EG-12: whom it may be about to ring, a line for each child. */
  readonly ring?: readonly string[]
}

export interface PanelView {
  readonly phase: LessonPhase
  /** By the clock of the lesson that runs. */
  readonly now: number
  /** How far that clock is ahead of the computer's, which was set back while it ran. */
  readonly clockBackMs?: number
  /** By whose clock times are shown and typed: the school's, of the rules of this lesson or of those in force. */
  readonly timeZone: string
  readonly session?: {
    readonly sessionId: string
    readonly platform: Platform
    readonly code: string
    readonly title: string
    readonly startedAt: number
    readonly endedAt?: number
    readonly interrupted: boolean
    /** The meeting showed that the call ended for everybody. */
    readonly endedForAll?: boolean
    readonly registerId?: string
    readonly className?: string
    readonly plannedStartAt?: number
    /** It is too long ago to be proposed where a class is chosen. */
    readonly startIsOld?: true
  }
  readonly meetingTab: 'none' | 'greenRoom' | 'waiting' | 'inCall' | 'ended'
  /** Those that can be chosen: what is put away is left out, unless this lesson is held with it. */
  readonly registers: readonly {
    readonly id: string
    readonly name: string
    readonly pupils: number
    /** Absent for a class. */
    readonly isSet?: boolean
  }[]
  readonly packs: readonly {
    readonly id: string
    readonly schoolName: string
    readonly timeZone: string
  }[]
  readonly packId: string
  readonly lock: LockView
  readonly people: readonly PersonRow[]
  readonly knocks: readonly KnockRow[]
  /** How many more wait by the site's own count, whose names can't be seen until its people list is open. */
  readonly knocksUnseen: number
  /** Absent where no lesson runs. */
  readonly queue?: QueueView
  readonly prompts: readonly PromptView[]
  readonly checklist: readonly {
    readonly phase: ClausePhase
    readonly items: readonly CheckRow[]
  }[]
  readonly health: Health
  readonly roomCheck: {
    readonly state: 'on' | 'off' | 'failed'
    readonly why: string
    /** She can't switch it on: `why` says who has settled that. */
    readonly ruledOut?: true
  }
  readonly log: readonly LogLine[]
  /** True while the teacher presents: names and prompts fold into a neutral dot until opened. */
  readonly discreet: boolean
  readonly can: Capabilities
  readonly dsl: readonly { readonly name: string; readonly role: string; readonly phone: string }[]
  /** No lesson is open whose record the steps of an emergency could go into. */
  readonly emergencyNotKept?: true
  /** Loud problems of the tool itself: storage full, model missing, two tabs. */
  readonly banners: readonly {
    readonly id: string
    readonly tone: 'problem' | 'info'
    readonly text: string
    /** What can be done about it. */
    readonly action?: 'anotherLesson'
  }[]
}

/** What the content script may draw. Holds nothing from the register: names are those the page itself shows. */
export interface OverlayView {
  readonly badges: readonly {
    readonly participantId: string
    readonly tone: PersonTone
    readonly text: string
  }[]
  readonly lock: {
    readonly state: LockView['state']
    readonly dueAt?: number
    readonly fromAt?: number
  }
  /** How far the lesson's clock, by which the lock is due, is ahead of the computer's. */
  readonly clockBackMs?: number
  readonly prompts: readonly PromptView[]
  readonly discreet: boolean
  /**
   * A side panel is open and reads alarms out: the overlay then does not. The panel is the one to speak because it stays beside every
   * tab, while a meeting in the background is not read out at all, and because it also tells of arrivals and the lock.
   */
  readonly panelSpeaks?: boolean
  readonly waiting: number
  readonly queue?: OverlayQueue
  readonly sampleRooms: boolean
  /** People whose room is looked at more often: flagged, or asked to move and on the way. */
  readonly attention: readonly string[]
}

/** The admission queue on the meeting. Names are those that the page shows. */
export interface OverlayQueue {
  readonly next?: {
    readonly key: string
    readonly name: string
    readonly can: 'act' | 'guide' | 'none'
    /** Known for certain; else the name wants a look first. */
    readonly sure: boolean
  }
  readonly admitting?: string
  /** What became of the last one, where it was not simply done. */
  readonly said?: string
  readonly walk?: {
    readonly id: string
    readonly name: string
    readonly question: QueueQuestion
    readonly mute?: { readonly can: 'act' | 'guide'; readonly first: boolean }
  }
}

/** What the walk asks next: `adult` only she can say; the others are seen by themselves and only told. */
export type QueueQuestion = WalkStep | 'complete'

/** What a click on the queue's card means; the background looks whether it was offered. */
export type QueueAnswer = 'admit' | 'leaveWaiting' | 'adultSeen' | 'goOn' | 'mute'
