import type { Pack } from '../../lib/protocol/types.ts'

/** What a file of rules would take away if it came into use. */
export interface Loss {
  /** The school's own rules that are stored now: there is room for one set of them. */
  readonly own?: Pack
  /** Days that records are kept now, where the file would shorten them: older ones are then deleted. */
  readonly days?: number
}

/** Undefined where nothing would be lost: no other rules of the school's own, and records are kept no shorter. Pure. */
export function lossBy(pack: Pack, own: Pack | undefined, days: number): Loss | undefined {
  const replaced = own !== undefined && JSON.stringify(own) !== JSON.stringify(pack)
  const shorter = pack.retentionDays < days
  if (!replaced && !shorter) return undefined
  return { ...(replaced ? { own } : {}), ...(shorter ? { days } : {}) }
}
