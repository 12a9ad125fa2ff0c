import Dexie, { type EntityTable, type Table } from 'dexie'
import type { Concern } from '../concern/types.ts'
import type { Pack } from '../protocol/types.ts'
import type { Register } from '../register/index.ts'
import type { ChainTip } from '../session/chain.ts'
import type { SchoolSettings } from './settings.ts'

/** One row per session: enough for the list, and what the record needs beside the journal once the session is closed. */
export interface SessionRow {
  readonly sessionId: string
  readonly platform: string
  readonly code: string
  readonly startedAt: number
  /** Absent while the session runs. */
  readonly endedAt?: number
  readonly interrupted: boolean
  readonly className: string
  readonly people: number
  /** The register and the rules as they were when the session was closed: a later edit must not change an old record. */
  readonly register?: Register
  readonly pack?: Pack
  /** Whom to ring, as it was then (EG-19). Absent in a session of an earlier version. */
  readonly dsl?: SchoolSettings['dsl']
  /** The last link of the journal's chain. Absent in a session of version 1 or 2. */
  readonly tip?: ChainTip
  /** Only where `endedAt` lies ahead: when that was first seen, which is what the days are counted from that it is kept. */
  readonly keptFrom?: number
}

export type JournalRow<Entry = unknown> = {
  readonly sessionId: string
  readonly seq: number
  /** An event as it was written. Read back it may be damaged, or of a later version: then it stays as it is. */
  readonly event: Entry
  /** The link of the chain, in hexadecimal. Absent in rows of version 1 and 2. */
  readonly hash?: string
}

/** A register as it was before its last import (or, once that was undone, as the import had made it). */
export interface UndoRow {
  readonly registerId: string
  readonly kept: Register
  readonly source: string
  readonly at: number
  readonly undone: boolean
}

/**
 * The stored data, in IndexedDB of the extension's own origin: no content script can open it. Only the background writes.
 * Every change of shape is a new `version` here, with an upgrade where stored rows have to change, and a line in
 * `test/unit/storage-database.test.ts`, which opens a database of each earlier version with the newest one.
 *
 * 1  registers, sessions, journal
 * 2  undos: registers as they were before an import. Registers may have `members` (a set) and `archivedAt`; rows of version 1
 *    have neither and are classes in use, so nothing has to be changed.
 * 3  concerns: safeguarding concerns on their way to the school's own system, apart from the lessons.
 * 4  rows of the journal have a link of the chain (`hash`), sessions the last one (`tip`). Earlier rows have none and stay as they
 *    are: a chain made afterwards would prove nothing.
 * 5  sessions have the safeguarding contacts of their day (`dsl`). Earlier rows have none: nobody knows any more who they were.
 * 6  sessions of a date that lies ahead have the moment from which they are kept (`keptFrom`). Earlier ones get it when they are seen.
 */
export class Database extends Dexie {
  declare readonly registers: EntityTable<Register, 'id'>
  declare readonly sessions: EntityTable<SessionRow, 'sessionId'>
  declare readonly journal: Table<JournalRow, [string, number]>
  declare readonly undos: EntityTable<UndoRow, 'registerId'>
  declare readonly concerns: EntityTable<Concern, 'ref'>

  constructor(name = 'lesson-steward') {
    super(name)
    this.version(1).stores({
      registers: 'id',
      sessions: 'sessionId, startedAt, code',
      journal: '[sessionId+seq], sessionId',
    })
    this.version(2).stores({ undos: 'registerId' })
    this.version(3).stores({ concerns: 'ref, at' })
    this.version(4).stores({})
    this.version(5).stores({})
    this.version(6).stores({})
  }
}
