import { shownMoment } from '../protocol/time.ts'
import type { Database, JournalRow, SessionRow } from '../storage/database.ts'
import { CHAIN_START, linkOf } from './chain.ts'
import type { ChainTip } from './chain.ts'
import type { SessionEvent } from './events.ts'

/**
 * The storage edge of the session: events are on disk before anybody hears that they were taken. `append` is one transaction;
 * a `seq` that is already there makes it fail, so two writers can never interleave. Each event is written with its link of the
 * chain (`chain.ts`), and the session's row with the last one.
 */
export interface Journal {
  /** Writes the row and its first events. */
  open(row: SessionRow, events: readonly SessionEvent[]): Promise<void>
  append(sessionId: string, events: readonly SessionEvent[]): Promise<void>
  read(sessionId: string): Promise<readonly SessionEvent[]>
  /** The stored rows as they are, by number, for the check of the chain. */
  stored(sessionId: string): Promise<readonly JournalRow[]>
  /** Rows of sessions that were never closed, latest first. The first thing that is asked: it opens what is not open. */
  live(): Promise<readonly SessionRow[]>
  /** The one that was begun last of those that are closed. */
  lastClosed(): Promise<SessionRow | undefined>
  rows(): Promise<readonly SessionRow[]>
  row(sessionId: string): Promise<SessionRow | undefined>
  update(sessionId: string, change: Partial<SessionRow>): Promise<void>
  remove(sessionId: string): Promise<void>
}

/** Rows with their links, and the last link, for events that follow the one with the hash `before`. */
export function linked(
  sessionId: string,
  events: readonly SessionEvent[],
  before: string,
): { readonly rows: readonly JournalRow<SessionEvent>[]; readonly tip: ChainTip | undefined } {
  let hash = before
  const rows = events.map((event): JournalRow<SessionEvent> => {
    hash = linkOf(hash, event)
    return { sessionId, seq: event.seq, event, hash }
  })
  const last = rows.at(-1)
  return { rows, tip: last === undefined ? undefined : { seq: last.seq, hash } }
}

export function databaseJournal(db: Database): Journal {
  return {
    async open(row, events) {
      const { rows, tip } = linked(row.sessionId, events, CHAIN_START)
      await db.transaction('rw', db.sessions, db.journal, async () => {
        await db.sessions.add(tip === undefined ? row : { ...row, tip })
        await db.journal.bulkAdd(rows)
      })
    },
    async append(sessionId, events) {
      const [first] = events
      if (first === undefined) return
      await db.transaction('rw', db.sessions, db.journal, async () => {
        const last = await db.journal.get([sessionId, first.seq - 1])
        const { rows, tip } = linked(sessionId, events, last?.hash ?? CHAIN_START)
        await db.journal.bulkAdd(rows)
        if (tip !== undefined) await db.sessions.update(sessionId, { tip })
      })
    },
    async read(sessionId) {
      const rows = await db.journal.where('sessionId').equals(sessionId).sortBy('seq')
      // As they were written; whoever goes on with a journal looks through it first (`Lesson.resume`).
      return rows.map((row) => row.event as SessionEvent)
    },
    async stored(sessionId) {
      return db.journal.where('sessionId').equals(sessionId).sortBy('seq')
    },
    async live() {
      // A database that could not be opened refuses everything until it is opened anew; where it is open this does nothing.
      await db.open()
      const rows = await db.sessions.orderBy('startedAt').reverse().toArray()
      return rows.filter((row) => row.endedAt === undefined).map(readable)
    },
    async lastClosed() {
      // One row, not all: this is asked on every wake.
      return db.sessions
        .orderBy('startedAt')
        .reverse()
        .filter((row) => row.endedAt !== undefined)
        .first()
    },
    async rows() {
      const rows = await db.sessions.orderBy('startedAt').reverse().toArray()
      return rows.map(readable)
    },
    async row(sessionId) {
      const row = await db.sessions.get(sessionId)
      return row === undefined ? undefined : readable(row)
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

/** A row whose times no calendar has, as an earlier version took them from a backup, is still listed and makes a record. */
function readable({ startedAt, endedAt, ...row }: SessionRow): SessionRow {
  return {
    ...row,
    startedAt: shownMoment(startedAt),
    ...(endedAt === undefined ? {} : { endedAt: shownMoment(endedAt) }),
  }
}
