import type { NoticeKind } from '../session/events.ts'
import type { PromptHow } from '../session/prompts.ts'
import type { RulesHeld, SessionState } from '../session/state.ts'
import type { Health, HealthReason, HealthTopic, Tri } from '../meeting/index.ts'
import type { ReadBy } from '../session/readBy.ts'
import type { Unread } from '../session/unread.ts'
import type { MatchKind, MatchReason, Register } from '../register/index.ts'
import type { ChecklistItem, Pack } from '../protocol/types.ts'

/** What the record of one lesson is made from. */
export interface RecordSource {
  readonly state: SessionState
  readonly register?: Register
  readonly pack?: Pack
  readonly checklist: readonly ChecklistItem[]
}

export interface RecordPerson {
  /** Register name where the match is certain, else the name as shown. */
  readonly name: string
  readonly shown: readonly string[]
  readonly kind: MatchKind | 'expectedAbsent'
  readonly reasons: readonly MatchReason[]
  readonly firstSeenAt?: number
  readonly lastSeenAt?: number
  /** Whole minutes in the call, gaps and time that nobody watched left out. */
  readonly minutesPresent: number
  readonly minutesCameraOn: number
  /** Whole minutes in the call with the camera seen to be off; those in which staff had asked for that are part of them. */
  readonly minutesCameraOff?: number
  readonly minutesCameraOffByStaff?: number
  /** Whole minutes that they may have been in the call while nobody watched (`unwatched` of the record). */
  readonly minutesUnwatched?: number
  readonly stays: readonly { readonly from: number; readonly to: number }[]
  readonly cameraOn: readonly { readonly from: number; readonly to: number }[]
  readonly cameraOff?: readonly { readonly from: number; readonly to: number }[]
  readonly cameraOffByStaff?: readonly { readonly from: number; readonly to: number }[]
  /** When they shared a screen, each time; absent where they never did (EG-31). */
  readonly presented?: readonly { readonly from: number; readonly to: number }[]
  /** Between one stay and the next. */
  readonly gaps?: readonly { readonly from: number; readonly to: number }[]
  /** Whole minutes after the planned start; only of somebody who was late. */
  readonly lateMinutes?: number
  /** How sure the match is, 0 to 1. */
  readonly confidence?: number
  /**
   * Against the planned start. `hereBefore`: there when the page was first read, which was after the start, or in the part of the lesson
   * before a break; when they came is not known.
   */
  readonly arrival: 'early' | 'onTime' | 'late' | 'hereBefore' | 'unknown' | 'notSeen'
  /** When an adult was first seen with them, as far as the teacher has not taken it back. */
  readonly adultSeenAt?: number
  /** The last time, where they were looked for again. */
  readonly adultLastSeenAt?: number
  /** Every look, also what was taken back (`seen: false`). */
  readonly adultLooks?: readonly { readonly at: number; readonly seen: boolean }[]
  readonly rooms: readonly {
    readonly at: number
    readonly verdict: string
    readonly answer: string
  }[]
  readonly renames: readonly { readonly at: number; readonly from: string; readonly to: string }[]
  /** Register id of the pupil or member of staff, where the match is certain: the same person over several lessons. */
  readonly personId?: string
  /** First sign of them: the first knock or the first stay. Arrival is judged by this. */
  readonly arrivedAt?: number
  /** Register name that was offered and not taken, because the match is not certain. */
  readonly perhaps?: string
  /** The teacher said that this visitor is expected, when and with which note. */
  readonly visitor?: { readonly at: number; readonly note: string }
  /** The other pupils behind the same device ("Amelia & Tom"), by name. */
  readonly sharedWith?: readonly string[]
}

export interface RecordEntry {
  readonly name: string
  readonly shown: string
  readonly knockedAt: number
  readonly admittedAt: number
  /** Let in by a click in this tool, or by the meeting's own button. */
  readonly by: 'tool' | 'meeting'
  readonly late: boolean
  readonly cameraAt?: number
  readonly adultSeenAt?: number
  /** Who said that the adult was seen: the teacher, by the name in the meeting. */
  readonly adultSeenBy?: string
  readonly mutedAt?: number
  readonly end: 'complete' | 'passed' | 'held' | 'left'
  /** Steps of the entry that were never seen. */
  readonly missing: readonly string[]
}

export interface RecordHold {
  readonly at: number
  readonly name: string
  readonly where: 'waitingRoom' | 'call'
  readonly why: string
  /** For somebody in the call: what became of taking them out. */
  readonly result?: string
  readonly backAt?: number
}

/** How long one thing could be read how well, over the whole session, in milliseconds. */
export interface ReadingTime {
  readonly complete: number
  readonly partial: number
  readonly blind: number
  /** Why it was not read in full, for how long each, longest first. Absent in a record of an earlier version. */
  readonly why?: readonly {
    readonly level: 'partial' | 'blind'
    readonly why: HealthReason
    readonly ms: number
  }[]
  /** When it was not read in full, in order of time. */
  readonly parts?: readonly {
    readonly from: number
    readonly to: number
    readonly level: 'partial' | 'blind'
  }[]
}

/** What the journal is worth from which the record was made (`session/chain.ts`). */
export interface JournalProof {
  readonly events: number
  /** The hash of the last event, in hexadecimal: the same journal has the same one. */
  readonly head: string
  /**
   * `intact`: every event is as it was written. `changed`, `missing`: it is not, from the event `at` on. `unchained`: written by a
   * version that kept no chain. `inMemory`: not read back from disk, because the lesson runs or could not be written.
   */
  readonly check: 'intact' | 'changed' | 'missing' | 'unchained' | 'inMemory'
  readonly at?: number
  /** How many entries could not be read at all: what they say is not in the record. */
  readonly unreadable?: number
  /** Which, by their place in the journal as `at` counts it, and when they were written where they say so. */
  readonly unread?: readonly Unread[]
}

/** The record of one lesson; every export is made from this. Times are milliseconds since 1970. */
export interface LessonRecord {
  readonly schema: 'lesson-steward/record'
  readonly schemaVersion: 1
  readonly sessionId: string
  readonly className: string
  /**
   * The register by which people were known: ids of its pupils are only unique inside it. Absent where there was none, and in a record of
   * an earlier version.
   */
  readonly registerId?: string
  readonly schoolName: string
  readonly platform: string
  readonly code: string
  /** What the meeting called itself. */
  readonly title?: string
  readonly toolVersion: string
  readonly timeZone: string
  readonly packId: string
  readonly packVersion: string
  /** Which rules held from when on; `packId` and `packVersion` are those at the end, by which it is judged. */
  readonly rules?: readonly RulesHeld[]
  readonly startedAt: number
  readonly endedAt: number
  readonly endReason: string
  /** Set when the end is the last proof of life and not a seen end. */
  readonly interrupted: boolean
  readonly plannedStartAt?: number
  readonly lengthMinutes: number
  readonly people: readonly RecordPerson[]
  /** Register pupils not seen; only "absent" where the people reading was complete, else "not seen". */
  readonly notSeen: readonly {
    readonly name: string
    readonly certain: boolean
    /** Register id of the pupil. */
    readonly personId?: string
  }[]
  readonly lock: {
    readonly dueAt?: number
    /** When it was first seen locked, also where it was opened again. */
    readonly doneAt?: number
    /** What that lock was known by; where there was none, what was seen of who may come in. */
    readonly evidence: string
    readonly attempts: readonly { readonly at: number; readonly result: string }[]
    readonly reopenedAt: readonly number[]
    /**
     * When it was seen locked, and what each lock was known by (absent in a record of an earlier version). Only where the journal was at
     * hand, as is `reopened`.
     */
    readonly locked?: readonly {
      readonly from: number
      readonly to: number
      readonly knownBy?: string
    }[]
    /** When it was open again after a lock, until when, and who came in meanwhile. */
    readonly reopened?: readonly {
      readonly at: number
      readonly until?: number
      readonly cameIn: readonly string[]
    }[]
  }
  readonly knocks: readonly {
    readonly at: number
    readonly name: string
    readonly late: boolean
    readonly how: string
    /** When the teacher decided to leave them waiting. */
    readonly leftWaitingAt?: number
    /** What the school's policy says of somebody who knocks after the lock. */
    readonly policy?: string
  }[]
  /** Everybody who came in from the waiting room, one line for each time (EG-26, EG-27, CW-5). */
  readonly entries?: readonly RecordEntry[]
  /** Who was kept out or taken out for a reason, and when they came (back) in. */
  readonly holds?: readonly RecordHold[]
  /** What the teacher said of names: whom they belong to, expected visitors; also what she took back. */
  readonly choices?: readonly {
    readonly at: number
    readonly shown: string
    readonly what: 'is' | 'visitor'
    readonly who: readonly string[]
    readonly note: string
    readonly undoneAt?: number
  }[]
  readonly prompts: readonly {
    readonly at: number
    readonly kind: string
    /** What the kind alone would say wrongly: `held` for a child who was taken out for now and asks to come back (CW-6),
     * `transcription` for what is no recording (EG-21). */
    readonly how?: PromptHow
    readonly about: readonly string[]
    readonly answer: string
    readonly answeredAt?: number
    readonly by: string
    /** With the answer `reason`: why the rule could not be kept, as the teacher wrote it. */
    readonly note?: string
  }[]
  readonly checks: readonly {
    readonly clause: string
    readonly text: string
    readonly state: string
    readonly what: string
    readonly at?: number
    /** Who confirmed it or said that it does not apply: the name in the meeting. */
    readonly by?: string
  }[]
  readonly chatFlags: readonly {
    readonly at: number
    readonly sender: string
    readonly kinds: readonly string[]
    readonly masked: string
  }[]
  readonly notes: readonly { readonly at: number; readonly about: string; readonly text: string }[]
  /** Concerns that were written down, by reference; their words are kept apart and never here. */
  readonly concerns?: readonly { readonly at: number; readonly ref: string }[]
  readonly emergencies: readonly {
    readonly at: number
    readonly step: string
    readonly note: string
  }[]
  readonly health: Health
  readonly roomCheck: { readonly state: string; readonly why: string }
  /**
   * What the site itself showed that it keeps of the call: its last sign (`unknown`: it showed none either way), and when it was seen on
   * (EG-21). Absent in a record of an earlier version.
   */
  readonly notices?: readonly {
    readonly what: NoticeKind
    readonly last: Tri
    readonly seen: readonly { readonly from: number; readonly to: number }[]
  }[]
  /** `health` is the last reading; this is how it was through the lesson. Only where the journal was at hand. */
  readonly healthThrough?: Readonly<Record<HealthTopic, ReadingTime>>
  /** Which client of the site it was and by which selector pack it was read, from when on. Absent where it was not kept. */
  readonly readBy?: readonly ReadBy[]
  /** When nobody watched: the computer slept, or the meeting's page gave no sign. Who was there then is not known. */
  readonly unwatched?: readonly { readonly from: number; readonly to: number }[]
  /** When the computer's clock was set back, and by how many milliseconds: times after it are counted on. Absent where it never was. */
  readonly clockSetBack?: readonly { readonly at: number; readonly ms: number }[]
  readonly journal?: JournalProof
}
