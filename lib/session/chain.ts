import { sha256 } from '@noble/hashes/sha2'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils'
import type { SessionEvent } from './events.ts'

/**
 * A chain over the journal: each event is stored with a SHA-256 of the one before it and of itself, in hexadecimal. An event that is
 * changed, taken out or put in later no longer fits, and the record says so. It shows damage and careless edits; whoever owns the
 * computer could still write a whole new chain, so it is no seal against its owner.
 */

/** Before the first event. */
export const CHAIN_START = ''

/**
 * A journal row as far as the chain looks at it. Rows of a version before the chain have no hash. What stands in a row that was read back
 * may be anything: an entry that can't be read is kept as it is, so that the chain over it still holds.
 */
export interface Chained<Entry = unknown> {
  readonly seq: number
  readonly event: Entry
  readonly hash?: string
}

/** The last event that was written, kept with the session itself: a journal that lost its end is shorter than this. */
export interface ChainTip {
  readonly seq: number
  readonly hash: string
}

export type ChainCheck =
  | { readonly is: 'intact' }
  /** Every event is there, and the one of this number is not what was written, or the end is not. */
  | { readonly is: 'changed'; readonly seq: number }
  /** The event of this number is missing. */
  | { readonly is: 'missing'; readonly seq: number }
  /** Written before there was a chain. */
  | { readonly is: 'unchained' }

/** The same text for the same event, whatever order its fields have: JSON with the fields of every object in order. */
export function canonical(event: unknown): string {
  return textOf(event)
}

/** Any plain value as JSON with its fields in order: two that hold the same are the same text. */
export function textOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(textOf).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const fields = value as Readonly<Record<string, unknown>>
  const parts: string[] = []
  for (const name of Object.keys(fields).toSorted())
    if (fields[name] !== undefined) parts.push(`${JSON.stringify(name)}:${textOf(fields[name])}`)
  return `{${parts.join(',')}}`
}

/** The hash of an event, or of what stands in its place, that follows the one with the hash `before`. */
export function linkOf(before: string, event: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(`${before}\n${canonical(event)}`)))
}

/** The hash of each event, in order. */
export function chainOf(events: readonly SessionEvent[], before = CHAIN_START): readonly string[] {
  let last = before
  return events.map((event) => (last = linkOf(last, event)))
}

/** The hash of the last event; the start of a chain where there is none. */
export function headOf(events: readonly unknown[]): string {
  let last = CHAIN_START
  for (const event of events) last = linkOf(last, event)
  return last
}

/** The number that an entry gives itself, where it does. */
export function ownNumber(entry: unknown): number | undefined {
  if (typeof entry !== 'object' || entry === null || !('seq' in entry)) return undefined
  return typeof entry.seq === 'number' ? entry.seq : undefined
}

/** Looks through a whole journal, sorted by number. The first fault counts. */
export function checkChain(rows: readonly Chained[], tip: ChainTip | undefined): ChainCheck {
  let before = CHAIN_START
  let chained = false
  for (const [index, row] of rows.entries()) {
    if (row.seq !== index) return { is: 'missing', seq: index }
    if (ownNumber(row.event) !== index) return { is: 'changed', seq: index }
    if (row.hash === undefined) {
      // A lesson may have begun under an earlier version: its first events have no hash, the later ones do.
      if (chained) return { is: 'changed', seq: index }
      continue
    }
    chained = true
    before = linkOf(before, row.event)
    if (row.hash !== before) return { is: 'changed', seq: index }
  }
  if (tip !== undefined && rows.length <= tip.seq) return { is: 'missing', seq: rows.length }
  if (!chained) return { is: 'unchained' }
  if (tip === undefined || tip.seq !== rows.length - 1 || tip.hash !== before)
    return { is: 'changed', seq: rows.length - 1 }
  return { is: 'intact' }
}
