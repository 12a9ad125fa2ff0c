import type { Consent, Guardian, Register } from '../types.ts'

/** What a file of names says, before anything is written. */

export type GuardianPart = 'name' | 'firstName' | 'lastName' | 'title' | 'relation' | 'phone'
/** A field of the register that a column can hold. `guardian2.phone` is the phone of the second guardian. */
export type Field =
  | 'firstName'
  | 'lastName'
  | 'preferredName'
  | 'fullName'
  | 'title'
  | 'role'
  | 'job'
  | 'className'
  | 'regGroup'
  | 'year'
  | 'number'
  | 'ref'
  | 'shownAs'
  | 'consentVideo'
  | 'consentRecording'
  | `guardian${number}.${GuardianPart}`

export type ConsentField = 'consentVideo' | 'consentRecording'

/** Column index, from 0 → field; a column that is not named is not used. */
export type Mapping = Readonly<Record<number, Field>>

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'mixed'
export type Delimiter = ',' | ';' | '\t' | '|'

export interface RecognisedColumn {
  /** From 0. */
  readonly index: number
  readonly header: string
  /** Absent where the column is not used. */
  readonly field?: Field
  /** `heading`: by its heading; `mapping`: by the mapping passed in; `notUsed`: known and not needed; `unknown`: not recognised. */
  readonly how: 'heading' | 'mapping' | 'notUsed' | 'unknown'
  /** Plain words where something needs saying, e.g. why a media consent column is not taken for lesson consent. */
  readonly note?: string
  /** The first few values, clipped, to recognise the column by. */
  readonly samples: readonly string[]
}

export type ProblemCode =
  | 'emptyFile'
  | 'notText'
  | 'tooLarge'
  | 'noNameColumn'
  | 'noRows'
  | 'oldEncoding'
  | 'mixedEncoding'
  | 'brokenLetters'
  | 'brokenQuotes'
  | 'badMapping'
  | 'fewerCells'
  | 'moreCells'
  | 'emptyName'
  | 'oneNameOnly'
  | 'notAName'
  | 'notAPerson'
  | 'formulaCell'
  | 'tooLong'
  | 'repeatedHeader'
  | 'duplicateRow'
  | 'joinedRows'
  | 'sameName'
  | 'guardiansSplit'
  | 'guardianNotUnderstood'
  | 'consentNotUnderstood'
  | 'consentDiffers'
  | 'roleNotUnderstood'
  | 'phoneBroken'
  | 'otherClass'
  | 'noHeadings'
  | 'tooMany'

export interface Problem {
  /** Line of the file, from 1; 0 where the file as a whole is meant. */
  readonly line: number
  /** Heading of the column, where one cell is meant. */
  readonly column?: string
  readonly code: ProblemCode
  /** Plain British English: what and where. */
  readonly message: string
  /** `error`: the row (or the file) is not taken. `warning`: it is, and somebody should look. */
  readonly severity: 'error' | 'warning'
}

interface UnderstoodBase {
  /** The line it begins on, from 1. */
  readonly line: number
  /** All lines that were joined into it. */
  readonly lines: readonly number[]
  readonly firstName: string
  readonly lastName: string
  readonly className: string
  /** Id of a register exported before. */
  readonly ref: string
  readonly aliases: readonly string[]
}
export interface UnderstoodPupil extends UnderstoodBase {
  readonly kind: 'pupil'
  /** Pupil number or the like; only to tell children of one name apart. */
  readonly number: string
  readonly preferredName: string
  readonly guardians: readonly Guardian[]
  readonly consentVideo: Consent
  readonly consentRecording: Consent
  /** Consents whose cell is there and empty: nothing is said, which is not the same as "not known". */
  readonly unsaid: readonly ConsentField[]
}
export interface UnderstoodStaff extends UnderstoodBase {
  readonly kind: 'staff'
  readonly title: string
  readonly role: string
}
export type UnderstoodRow = UnderstoodPupil | UnderstoodStaff

export interface ImportPreview {
  readonly encoding: Encoding
  readonly delimiter: Delimiter
  /** Line of the headings, from 1; 0 where there are none. */
  readonly headerLine: number
  readonly columns: readonly RecognisedColumn[]
  /** What will be taken, in the order of the file. Empty when anything about the file as a whole is wrong. */
  readonly rows: readonly UnderstoodRow[]
  /** By line. */
  readonly problems: readonly Problem[]
  /** The classes named in the file, in order of appearance. */
  readonly classNames: readonly string[]
  readonly counts: {
    /** Rows with anything in them below the headings. */
    readonly read: number
    readonly pupils: number
    readonly staff: number
    readonly notTaken: number
  }
}

export interface ImportOptions {
  /** Columns mapped by hand, instead of by their headings. */
  readonly mapping?: Mapping
  /** Line of the headings, from 1; 0 for a file without headings (then a mapping is needed). */
  readonly headerLine?: number
  readonly delimiter?: Delimiter
}

/** How much of a file is read, from 0 to 1. */
export type OnProgress = (done: number) => void

/** Makes an id for somebody new. Given the same calls it must give the same ids; never the same id twice. */
export type IdMaker = (kind: 'register' | 'pupil' | 'staff', name: string) => string

export interface ApplyOptions {
  /** Name of the register; else the only class of the file, else the existing name. */
  readonly name?: string
  /** Take only rows of these classes. */
  readonly classNames?: readonly string[]
  /** Take those out who are on the register and not in the file. Off by default: they are only reported. */
  readonly removeMissing?: boolean
  /**
   * What it means where the file says nothing about somebody who is on the register: an empty cell, a parent who is not named.
   * `keep` (the default): nothing is said, what is there stays. `erase`: the file is right, it is taken off.
   */
  readonly whereEmpty?: 'keep' | 'erase'
  /** Milliseconds since 1970; the existing value (or 0) where it is not given. */
  readonly now?: number
}

export interface Changed extends Named {
  readonly changes: readonly { readonly what: string; readonly from: string; readonly to: string }[]
}
export interface Named {
  readonly id: string
  readonly name: string
  /** Line of the file, from 1; absent for who is not in it. */
  readonly line?: number
}
export interface ImportResult {
  readonly register: Register
  readonly added: readonly Named[]
  readonly changed: readonly Changed[]
  readonly unchanged: readonly Named[]
  /** On the register before and not in the file. */
  readonly missing: readonly Named[]
  /** What the class has and the file leaves empty, as it would be erased with `whereEmpty: 'erase'`. */
  readonly emptied: readonly Changed[]
}
