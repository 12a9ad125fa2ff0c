/** What a school keeps about a class. Never enters a content script. */

export type Consent = 'yes' | 'no' | 'unknown'

export interface Guardian {
  readonly firstName: string
  readonly lastName: string
  /** e.g. "Mrs", "Dr"; empty where not known. */
  readonly title: string
  /** e.g. "mother", "carer"; free text, empty where not known. */
  readonly relation: string
  readonly phone: string
}

export interface Pupil {
  readonly id: string
  readonly firstName: string
  readonly lastName: string
  /** The name the child goes by, empty when the same as firstName. */
  readonly preferredName: string
  readonly guardians: readonly Guardian[]
  readonly consentVideo: Consent
  readonly consentRecording: Consent
  /** Names that a teacher has confirmed for this pupil before, as shown in a meeting. */
  readonly aliases: readonly string[]
}

export interface StaffMember {
  readonly id: string
  readonly firstName: string
  readonly lastName: string
  readonly title: string
  readonly role: string
  readonly aliases: readonly string[]
}

/** A pupil of a class who is in a set. Nothing of the pupil is copied: what is changed in the class is changed in the set. */
export interface SetMember {
  readonly registerId: string
  readonly pupilId: string
}

/** A class, or (with `members`) a set across classes. */
export interface Register {
  readonly id: string
  /** e.g. "Year 4 Maths". */
  readonly name: string
  /** As stored, a set has none of its own; `withSets` puts those of its classes in. */
  readonly pupils: readonly Pupil[]
  readonly staff: readonly StaffMember[]
  /** Milliseconds since 1970. */
  readonly updatedAt: number
  /** Makes it a set: who of which class is in it. */
  readonly members?: readonly SetMember[]
  /** Since when it is put away (milliseconds since 1970): kept, and not offered for lessons. */
  readonly archivedAt?: number
}

export type MatchKind =
  | 'pupil'
  | 'guardian'
  | 'staff'
  | 'self'
  | 'unknown'
  | 'ambiguous'
  | 'notAName'
  | 'duplicate'
  | 'noteTaker'

/** Why a name was judged as it was; a closed list so that the wording is data. */
export type MatchReason =
  | 'exact'
  | 'preferredName'
  | 'alias'
  | 'lastFirst'
  | 'guardianName'
  | 'guardianOfPupil' // "Dev's mum", "Mum (Dev)"
  | 'familyName' // "The Shah family"
  | 'firstNameOnly'
  | 'initials'
  | 'nickname'
  | 'closeSpelling'
  | 'teacherChoice'
  | 'twoFit'
  | 'severalPeople' // "Amelia & Tom": more than one child behind a device
  | 'deviceName'
  | 'tooShort'
  | 'onlySymbols'
  | 'lookAlikeLetters'
  | 'sameNameTwice'
  | 'knownBot'
  | 'noFit'

export interface Match {
  /** Key of what was matched: a participant id or a knock key. */
  readonly key: string
  /** The name as shown. */
  readonly shown: string
  readonly kind: MatchKind
  /** Pupil for `pupil` and `guardian`, staff for `staff`. */
  readonly personId?: string
  /** 0–1; 1 is certain. Below CERTAIN the match is offered, not taken. */
  readonly confidence: number
  readonly reasons: readonly MatchReason[]
  /** Which of the pupil's guardians, by place on the register, where that is known. */
  readonly guardian?: number
  /** The note-taker's own name, e.g. "Otter". */
  readonly bot?: string
  /** Every pupil that one device stands for ("Amelia & Tom"): offered while the match is ambiguous, taken once it is certain. */
  readonly together?: readonly string[]
  readonly alternatives: readonly {
    readonly personId: string
    readonly confidence: number
    readonly reasons: readonly MatchReason[]
  }[]
}

/** From here on a match is taken without asking. */
export const CERTAIN = 0.9
