import Dexie, { type EntityTable, type Table } from 'dexie'
import type { Pack } from '../protocol/types.ts'
import type { Register } from '../register/index.ts'
import type { SessionEvent } from '../session/events.ts'

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
}

export type JournalRow = {
  readonly sessionId: string
  readonly seq: number
  readonly event: SessionEvent
}

/**
 * The stored data, in IndexedDB of the extension's own origin: no content script can open it. Only the background writes.
 * Every change of shape is a new `version` with its upgrade in `migrations/`.
 */
export class Database extends Dexie {
  declare readonly registers: EntityTable<Register, 'id'>
  declare readonly sessions: EntityTable<SessionRow, 'sessionId'>
  declare readonly journal: Table<JournalRow, [string, number]>

  constructor(name = 'lesson-steward') {
    super(name)
    this.version(1).stores({
      registers: 'id',
      sessions: 'sessionId, startedAt, code',
      journal: '[sessionId+seq], sessionId',
    })
  }
}
