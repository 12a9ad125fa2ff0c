import type { Database, SessionRow } from '../storage/database.ts'
import type { SessionEvent } from './events.ts'

/**
 * The storage edge of the session: events are on disk before anybody hears that they were taken. `append` is one transaction;
 * a `seq` that is already there makes it fail, so two writers can never interleave.
 */
export interface Journal {
  /** Writes the row and its first events. */
  open(row: SessionRow, events: readonly SessionEvent[]): Promise<void>
  append(sessionId: string, events: readonly SessionEvent[]): Promise<void>
  read(sessionId: string): Promise<readonly SessionEvent[]>
  /** Rows of sessions that were never closed, latest first. */
  live(): Promise<readonly SessionRow[]>
  rows(): Promise<readonly SessionRow[]>
  row(sessionId: string): Promise<SessionRow | undefined>
  update(sessionId: string, change: Partial<SessionRow>): Promise<void>
  remove(sessionId: string): Promise<void>
}

export function databaseJournal(db: Database): Journal {
  const toRows = (sessionId: string, events: readonly SessionEvent[]) =>
    events.map((event) => ({ sessionId, seq: event.seq, event }))
  return {
    async open(row, events) {
      await db.transaction('rw', db.sessions, db.journal, async () => {
        await db.sessions.add(row)
        await db.journal.bulkAdd(toRows(row.sessionId, events))
      })
    },
    async append(sessionId, events) {
      await db.transaction('rw', db.journal, async () => {
        await db.journal.bulkAdd(toRows(sessionId, events))
      })
    },
    async read(sessionId) {
      const rows = await db.journal.where('sessionId').equals(sessionId).sortBy('seq')
      return rows.map((row) => row.event)
    },
    async live() {
      const rows = await db.sessions.orderBy('startedAt').reverse().toArray()
      return rows.filter((row) => row.endedAt === undefined)
    },
    async rows() {
      return db.sessions.orderBy('startedAt').reverse().toArray()
    },
    async row(sessionId) {
      return db.sessions.get(sessionId)
    },
    async update(sessionId, change) {
      await db.sessions.update(sessionId, change)
    },
    async remove(sessionId) {
      await db.transaction('rw', db.sessions, db.journal, async () => {
        await db.sessions.delete(sessionId)
        await db.journal.where('sessionId').equals(sessionId).delete()
      })
    },
  }
}
