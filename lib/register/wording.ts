import type { Message } from '../words/catalogue.ts'
import type { MatchKind, MatchReason } from './types.ts'

/** What is said about a name that was compared with a register. */

export const REASONS = {
  exact: 'Name on the register',
  preferredName: 'Name the child goes by',
  alias: 'Confirmed by a teacher before',
  lastFirst: 'Last name first',
  guardianName: 'A guardian’s name',
  guardianOfPupil: 'Says whose parent or carer it is',
  familyName: 'Family name',
  firstNameOnly: 'First name only',
  initials: 'Initials',
  nickname: 'Short form of the name',
  closeSpelling: 'Spelled a little differently',
  teacherChoice: 'Chosen by the teacher',
  twoFit: 'More than one person fits',
  severalPeople: 'More than one child behind one device',
  deviceName: 'Name of a device or a phone',
  tooShort: 'Too short for a name',
  onlySymbols: 'No letters in it',
  lookAlikeLetters: 'Letters that only look right',
  sameNameTwice: 'Shown by more than one',
  knownBot: 'A known note-taking program',
  noFit: 'Nobody on the register fits',
} as const satisfies Readonly<Record<MatchReason, Message>>

/** What the teacher can do; nothing is needed where a kind has none. */
export const NEXT: Readonly<Partial<Record<MatchKind, Message>>> = {
  unknown: 'Ask who it is before letting them in.',
  ambiguous: 'Pick the right person.',
  notAName: 'Ask for the child’s real name.',
  duplicate: 'Look at both, ask, and remove the one that does not belong.',
  noteTaker: 'Remove it unless the school uses it.',
}

/** By the number of people that a name could mean. */
export const COULD_BE_MEANT: readonly Message[] = [
  'No one could be meant: {list}.',
  'One person could be meant: {list}.',
  'Two people could be meant: {list}.',
  'Three people could be meant: {list}.',
  'Four people could be meant: {list}.',
  'Five people could be meant: {list}.',
  'Six people could be meant: {list}.',
  'Seven people could be meant: {list}.',
  'Eight people could be meant: {list}.',
]

export const NOT_A_NAME = {
  deviceName: 'The name of a device or a phone, not of a person.',
  tooShort: 'Too short to be a name.',
  onlySymbols: 'No letters in it, so not a name.',
  noFit: 'Not a real name.',
} as const satisfies Readonly<Partial<Record<MatchReason, Message>>>
