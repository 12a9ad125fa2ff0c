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

export interface Register {
  readonly id: string
  /** e.g. "Year 4 Maths". */
  readonly name: string
  readonly pupils: readonly Pupil[]
  readonly staff: readonly StaffMember[]
  /** Milliseconds since 1970. */
  readonly updatedAt: number
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
  readonly alternatives: readonly {
    readonly personId: string
    readonly confidence: number
    readonly reasons: readonly MatchReason[]
  }[]
}

/** From here on a match is taken without asking. */
export const CERTAIN = 0.9
