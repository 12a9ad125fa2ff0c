/** Backing up to a file and taking such a file in. */

import type { Platform } from '../meeting/index.ts'

/** A file of 200 lessons with 30 children is about 6 MB. */
export const MOST_BACKUP_TEXT = 60_000_000
export const MOST_PASSPHRASE = 500
/** Characters. The key is only as good as the passphrase. */
export const LEAST_PASSPHRASE = 12

/** What is asked of a backup. */
export interface BackupAsked {
  readonly passphrase: string
  /**
   * Concerns go in only where she chose it for this file: they hold a child's own words, and nothing deletes them from a file after the
   * days that they are kept for here.
   */
  readonly concerns: boolean
}

export interface BackupMade {
  /** The whole file. */
  readonly text: string
  readonly lessons: number
  readonly classes: number
  /** Concerns that are in the file. */
  readonly concerns: number
  /** Concerns that are here and not in the file. */
  readonly concernsLeft: number
  /** Selector packs from files, one for each site at most. */
  readonly looks: number
  /** A lesson that still runs is not in the file. */
  readonly running: number
}

/** Days that a record, and a concern, is kept; absent where this computer's own settings hold. */
export interface KeepDays {
  readonly retentionDays?: number
  readonly concernDays?: number
}

/**
 * What became of a selector pack in a file. `alreadyHere`: the very same one. `kept`: the one in place is newer, or of the same day and
 * another one. `old`: the extension knows newer looks by itself. `setBySchool`: nobody can change it on this computer. `filesOff`: the school
 * wants no pack from a file. `unreadable`: no pack that could be used.
 */
export type LooksFate =
  'taken' | 'alreadyHere' | 'kept' | 'old' | 'setBySchool' | 'filesOff' | 'unreadable'

/** What became of everything in a file. */
export interface Restored {
  readonly lessons: {
    readonly added: number
    /** The file knew more of a lesson than was here, e.g. a later note. */
    readonly extended: number
    readonly alreadyHere: number
    /** Another lesson of the same id is here; that one was kept. */
    readonly differ: number
    /** Older than the school keeps records. */
    readonly expired: number
    /** Could not be read at all. */
    readonly unreadable: number
    /** Of those taken in, how many have entries that can't be read, and how many such entries. They are kept as they are. */
    readonly lacking: number
    readonly entries: number
  }
  readonly classes: {
    readonly added: number
    readonly replaced: number
    readonly alreadyHere: number
    /** Pupils of the sets taken in who were found in no class here, and the names of those sets. */
    readonly lost: { readonly pupils: number; readonly sets: readonly string[] }
    readonly unreadable: number
  }
  readonly concerns: {
    readonly added: number
    readonly alreadyHere: number
    /** References of those that are here with other words or facts; those here were kept. */
    readonly differ: readonly string[]
    /** Older than concerns are kept here. */
    readonly expired: number
    readonly unreadable: number
  }
  /** By site; only those that are in the file. */
  readonly looks: Readonly<Partial<Record<Platform, LooksFate>>>
  /** Whether the settings of the file were taken: only where none were set here. */
  readonly settings: 'taken' | 'kept' | 'unreadable'
}

export interface Vault {
  /** Rejects where the passphrase is too short. */
  backUp(asked: BackupAsked, now: number): Promise<BackupMade>
  /**
   * Rejects, in words for a person, where the file is none, is of a newer version, damaged, or the passphrase is wrong. `keep`: days
   * that the school has set for all its computers.
   */
  restore(passphrase: string, text: string, now: number, keep?: KeepDays): Promise<Restored>
}
