import type { Shelf } from '../desk/shelf.ts'
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
      await db.concerns
        .where('at')
        .belowOrEqual(now - days * DAY)
        .delete()
    },
  }
}
