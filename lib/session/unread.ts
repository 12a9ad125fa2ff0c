import { LAST_MOMENT } from '../protocol/time.ts'
import type { Chained } from './chain.ts'
import { isKnownType, storedEvent } from './eventSchema.ts'
import type { SessionEvent } from './events.ts'

/** An entry of a journal that this version can't read: damaged, or written by a later version. It is kept as it is. */
export interface Unread {
  /** Its place in the journal, counted from 0, as in a fault of the chain. */
  readonly seq: number
  /** When it was written, where it says so itself. */
  readonly at?: number
}

/** What the rows of a journal say: the events that can be folded, and the entries that nothing in a record can come from. */
export interface ReadThrough {
  readonly events: readonly SessionEvent[]
  readonly unread: readonly Unread[]
}

/** An event of a kind that a later version invented is in both: the fold passes over it, and the record lacks what it says. */
export function readThrough(rows: readonly Chained[]): ReadThrough {
  const events: SessionEvent[] = []
  const unread: Unread[] = []
  for (const { seq, event } of rows) {
    const read = storedEvent(event)
    if (read !== undefined) events.push(read)
    if (read !== undefined && isKnownType(read.type)) continue
    const at = timeOf(event)
    unread.push({ seq, ...(at === undefined ? {} : { at }) })
  }
  return { events, unread }
}

function timeOf(entry: unknown): number | undefined {
  if (typeof entry !== 'object' || entry === null || !('at' in entry)) return undefined
  const { at } = entry
  return typeof at === 'number' && at >= 0 && at <= LAST_MOMENT ? at : undefined
}
