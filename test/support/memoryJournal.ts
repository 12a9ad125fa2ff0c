import { CHAIN_START, chainOf } from '../../lib/session/chain.ts'
import { linked } from '../../lib/session/journal.ts'
import type { Journal } from '../../lib/session/journal.ts'
import type { SessionEvent } from '../../lib/session/index.ts'
import type { SessionRow } from '../../lib/storage/database.ts'

/** A journal in memory with the rules of the real one, and a switch that makes every write fail (a full disk). */
export function memoryJournal(): Journal & {
  full: boolean
  readonly events: Map<string, SessionEvent[]>
} {
  const rows = new Map<string, SessionRow>()
  const events = new Map<string, SessionEvent[]>()
  const journal = {
    full: false,
    events,
    async open(row: SessionRow, first: readonly SessionEvent[]) {
      refuseWhenFull()
      if (rows.has(row.sessionId)) throw new Error('There is a session of this id already.')
      rows.set(row.sessionId, row)
      events.set(row.sessionId, structuredClone([...first]))
    },
    async append(sessionId: string, more: readonly SessionEvent[]) {
      refuseWhenFull()
      const list = events.get(sessionId) ?? []
      const taken = new Set(list.map((event) => event.seq))
      if (more.some((event) => taken.has(event.seq)))
        throw new Error('An event of this seq is there already.')
      events.set(sessionId, [...list, ...structuredClone([...more])])
    },
    async read(sessionId: string) {
      return structuredClone(events.get(sessionId) ?? [])
    },
    async stored(sessionId: string) {
      const { rows: made } = linked(sessionId, await journal.read(sessionId), CHAIN_START)
      return made
    },
    async live() {
      return (await journal.rows()).filter((row) => row.endedAt === undefined)
    },
    async lastClosed() {
      return (await journal.rows()).find((row) => row.endedAt !== undefined)
    },
    async rows() {
      return [...rows.values()].toSorted((a, b) => b.startedAt - a.startedAt)
    },
    async row(sessionId: string) {
      const row = rows.get(sessionId)
      const list = events.get(sessionId) ?? []
      const hash = chainOf(list).at(-1)
      return row === undefined || hash === undefined
        ? row
        : { ...row, tip: { seq: list.at(-1)?.seq ?? 0, hash } }
    },
    async update(sessionId: string, change: Partial<SessionRow>) {
      refuseWhenFull()
      const row = rows.get(sessionId)
      if (row !== undefined) rows.set(sessionId, { ...row, ...change })
    },
    async remove(sessionId: string) {
      rows.delete(sessionId)
      events.delete(sessionId)
    },
  }
  function refuseWhenFull(): void {
    if (journal.full) throw new Error('QuotaExceededError')
  }
  return journal
}
