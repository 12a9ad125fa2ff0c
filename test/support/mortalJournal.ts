import type { Journal } from '../../lib/session/journal.ts'
import type { SessionEvent } from '../../lib/session/events.ts'

export interface Acknowledged {
  readonly sessionId: string
  readonly event: SessionEvent
}

/**
 * A journal as a process holds it that may be killed at any moment: a write takes a while, and what was under way when it died is either
 * written or not, but nobody hears of it. `onTaken` hears of everything that was acknowledged to the living.
 */
export function mortalJournal(stored: Journal, onTaken: (taken: Acknowledged) => void) {
  let dead = false
  const gone = new Promise<never>(() => {})
  const live = async <T>(work: () => Promise<T>): Promise<T> => {
    await pause()
    if (dead) return gone
    const result = await work()
    await pause()
    return dead ? gone : result
  }
  const taken = (sessionId: string, events: readonly SessionEvent[]): void => {
    for (const event of events) onTaken({ sessionId, event: structuredClone(event) })
  }
  const journal: Journal = {
    async open(row, events) {
      await live(() => stored.open(row, events))
      taken(row.sessionId, events)
    },
    async append(sessionId, events) {
      await live(() => stored.append(sessionId, events))
      taken(sessionId, events)
    },
    read: (id) => live(() => stored.read(id)),
    stored: (id) => live(() => stored.stored(id)),
    live: () => live(() => stored.live()),
    lastClosed: () => live(() => stored.lastClosed()),
    rows: () => live(() => stored.rows()),
    row: (id) => live(() => stored.row(id)),
    update: (id, change) => live(() => stored.update(id, change)),
    remove: (id) => live(() => stored.remove(id)),
  }
  return { journal, die: () => void (dead = true) }
}

async function pause(): Promise<void> {
  for (let i = 0; i < 3; i += 1) await Promise.resolve()
}
