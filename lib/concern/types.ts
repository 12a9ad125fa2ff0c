/**
 * A safeguarding or conduct concern as CPOMS entries and KCSIE ask for it: who, what, in whose words, what was done, who was told.
 * Facts and opinion stand apart. It is kept apart from the lesson's record, which only has its reference, and only until it has
 * gone into the school's own system (CW-14, EG-1, EG-39).
 */
export const CONCERN_CATEGORIES = [
  'disclosure',
  'seenOrHeard',
  'neglect',
  'physicalHarm',
  'emotionalHarm',
  'sexualHarm',
  'onlineSafety',
  'bullying',
  'conductOfChild',
  'conductOfParent',
  'conductOfStaff',
  'securityBreach',
  'other',
] as const
export type ConcernCategory = (typeof CONCERN_CATEGORIES)[number]

export interface Concern {
  /** "C-20261120-1005-3": day and time and a count, no name. */
  readonly ref: string
  /** When it was written, ms since 1970. */
  readonly at: number
  /** When it was seen or heard, ms since 1970. */
  readonly happenedAt: number
  readonly timeZone: string
  /** The lesson it is from; absent where there was none. */
  readonly sessionId?: string
  /** "Year 4 Maths, Google Meet abc-defg-hij": where it was. */
  readonly where: string
  /** Name and job title of who writes. */
  readonly writer: string
  /** Full names, as CPOMS wants them. */
  readonly about: string
  readonly category: ConcernCategory
  /** The child's own words, as said. */
  readonly words: string
  /** What was seen and heard, and nothing else. */
  readonly facts: string
  /** What the writer makes of it, marked as such. */
  readonly opinion: string
  /** Who else was there. */
  readonly present: string
  readonly actions: string
  /** Who was told. */
  readonly told: string
  /** When they were told, ms since 1970. */
  readonly toldAt?: number
  /** When it was last changed after it had been kept, ms since 1970; absent where it stands as it was first written. */
  readonly changedAt?: number
  /** Only where `at` lies ahead, as after a wrong clock: when that was first seen, which is what the days are counted from. */
  readonly keptFrom?: number
}

/** A concern as it was kept just now. */
export interface SavedConcern extends Concern {
  /** It names a lesson whose record could not take its reference. Only said, never stored. */
  readonly notInRecord?: true
}
