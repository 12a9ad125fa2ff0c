import { timesOf } from '../../lib/concern/times.ts'
import { keptFrom } from '../../lib/session/keptFrom.ts'
import type { Concern } from '../../lib/concern/types.ts'
import type { Shelf } from '../../lib/desk/shelf.ts'

const DAY = 86_400_000

/** Concerns as the browser's storage keeps them, in memory. */
export function memoryConcerns(): Pick<
  Shelf,
  'concerns' | 'addConcern' | 'saveConcern' | 'deleteConcern' | 'forgetConcerns'
> {
  const rows = new Map<string, Concern>()
  return {
    concerns: async () => [...rows.values()].toSorted((a, b) => b.at - a.at),
    addConcern: async (concern) => {
      if (rows.has(concern.ref)) throw new Error(`There is a concern ${concern.ref} already`)
      rows.set(concern.ref, concern)
    },
    saveConcern: async (concern) => void rows.set(concern.ref, concern),
    deleteConcern: async (ref) => void rows.delete(ref),
    forgetConcerns: async (days, now) => {
      for (const one of rows.values()) {
        if ((keptFrom(timesOf(one), now) ?? now) + days * DAY <= now) rows.delete(one.ref)
      }
    },
  }
}
