import type { Looks, Observation } from '../meeting/index.ts'
import type { SessionEventBody } from './events.ts'
import type { SessionState } from './state.ts'

/** How the page was read from some moment on: which client of the site, by which selector pack. */
export interface ReadBy {
  readonly at: number
  /** "meet-2026", "teams-light"; as the page was recognised. */
  readonly variant: string
  /** Absent where the page was read without a choice of packs. */
  readonly looks?: Looks
}

/** A page that changes its mind with every reading must not fill the journal. */
const MOST = 50

/** The event that says how the page is read, where that is news. */
export function readByEvents(state: SessionState, seen: Observation): readonly SessionEventBody[] {
  if (seen.phase !== 'inCall') return []
  const known = state.readBy ?? []
  const last = known.at(-1)
  const { looks } = seen
  // A page in the middle of a change is not recognised for a moment: that is no other client.
  const isVague = seen.variant === '' || seen.variant.endsWith('unknown')
  const variant = isVague && last !== undefined ? last.variant : seen.variant
  const same =
    last !== undefined &&
    last.variant === variant &&
    last.looks?.asOf === looks?.asOf &&
    last.looks?.from === looks?.from
  if (same || known.length >= MOST) return []
  return [{ type: 'readBy', variant, ...(looks === undefined ? {} : { looks }) }]
}
