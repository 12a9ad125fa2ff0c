import type { Shelf } from '../desk/shelf.ts'
import { timesOf } from '../concern/times.ts'
import { isToBeMarked, keptFrom } from '../session/keptFrom.ts'
import type { Database } from './database.ts'

const DAY = 86_400_000

/** Concerns in a table of their own: no lesson, export or list of lessons ever reads it, and a backup only where she chose it. */
export function concernShelf(
  db: Database,
): Pick<Shelf, 'concerns' | 'addConcern' | 'saveConcern' | 'deleteConcern' | 'forgetConcerns'> {
  return {
    concerns: () => db.concerns.orderBy('at').reverse().toArray(),
    async addConcern(concern) {
      await db.concerns.add(concern)
    },
    async saveConcern(concern) {
      await db.concerns.put(concern)
    },
    async deleteConcern(ref) {
      await db.concerns.delete(ref)
    },
    async forgetConcerns(days, now) {
      for (const concern of await db.concerns.toArray()) {
        const times = timesOf(concern)
        if ((keptFrom(times, now) ?? now) + days * DAY <= now) await db.concerns.delete(concern.ref)
        else if (isToBeMarked(times, now)) await db.concerns.update(concern.ref, { keptFrom: now })
      }
    },
  }
}
