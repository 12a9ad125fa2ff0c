import { isChanged } from '../../concern/schema.ts'
import { concernRef } from '../../concern/text.ts'
import type { SavedConcern } from '../../concern/types.ts'
import { addToLesson } from '../pastLesson.ts'
import type { LessonsHeld } from '../pastLesson.ts'
import type { Shelf } from '../shelf.ts'
import type { Turns } from '../turns.ts'
import type { Doors } from './types.ts'

export interface ConcernDoorParts extends LessonsHeld {
  readonly turns: Turns
  readonly shelf: Pick<Shelf, 'concerns' | 'addConcern' | 'saveConcern' | 'deleteConcern'>
}

/**
 * Safeguarding concerns, apart from lessons: a lesson gets the reference only. What was written down about a child must not leave the
 * computer with the record of a lesson.
 */
export function concernDoors({
  turns,
  journal,
  current,
  shelf,
}: ConcernDoorParts): Doors<'saveConcern' | 'concerns' | 'deleteConcern'> {
  return {
    saveConcern: async ({ concern, ref }) => {
      let kept: SavedConcern | undefined
      // One at a time: two that are written at once must not get one reference.
      await turns.told(async (now) => {
        const all = await shelf.concerns()
        const before = all.find((one) => one.ref === ref)
        if (before === undefined) {
          const taken = all.map((one) => one.ref)
          const fresh = { ...concern, ref: concernRef(now, concern.timeZone, taken), at: now }
          // On disk first: the lesson must not name a concern that is nowhere.
          await shelf.addConcern(fresh)
          kept = fresh
          const { sessionId, ref: named } = fresh
          if (sessionId === undefined) return
          // Into the lesson that it names, also while the next one is prepared or runs already.
          const event = { type: 'concern', ref: named } as const
          if (!(await addToLesson({ journal, current }, sessionId, [event], now)))
            kept = { ...fresh, notInRecord: true }
          return
        }
        const { at, changedAt, keptFrom } = before
        const changed = isChanged(before, concern) ? now : changedAt
        kept = {
          ...concern,
          ref: before.ref,
          at,
          ...(changed === undefined ? {} : { changedAt: changed }),
          ...(keptFrom === undefined ? {} : { keptFrom }),
        }
        await shelf.saveConcern(kept)
      })
      if (kept === undefined) throw new Error('A concern was saved without a result.')
      return kept
    },
    concerns: async () => {
      await turns.ready()
      return shelf.concerns()
    },
    deleteConcern: ({ ref }) => turns.told(() => shelf.deleteConcern(ref)),
  }
}
