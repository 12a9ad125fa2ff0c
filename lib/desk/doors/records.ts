import { knownNames } from '../../record/index.ts'
import type { Journal } from '../../session/journal.ts'
import { InWords } from '../../words/inWords.ts'
import { t } from '../../words/say.ts'
import type { CurrentLesson } from '../currentLesson.ts'
import type { RecordBook } from '../recordBook.ts'
import type { Standards } from '../standards.ts'
import type { Turns } from '../turns.ts'
import type { Doors } from './types.ts'

export interface RecordDoorParts {
  readonly turns: Turns
  readonly now: () => number
  readonly current: CurrentLesson
  readonly standards: Standards
  readonly journal: Pick<Journal, 'remove'>
  readonly book: RecordBook
}

/**
 * Past lessons and their records. The running one is given from memory and can't be deleted: its next event would be written into a journal
 * that has no beginning.
 */
export function recordDoors({
  turns,
  now,
  current,
  standards,
  journal,
  book,
}: RecordDoorParts): Doors<'sessions' | 'record' | 'knownNames' | 'deleteSession'> {
  return {
    sessions: async () => {
      await turns.ready()
      const { retentionDays } = standards.school.settings
      return book.summaries(current.lesson, retentionDays, standards.pack(current.state), now())
    },
    record: async ({ sessionId }) => {
      await turns.ready()
      return book.record(sessionId, current.lesson, standards.judged(current.state), now())
    },
    knownNames: async ({ sessionId }) => {
      await turns.ready()
      const judged = standards.judged(current.state)
      const { register, dsl } = await book.judgedBy(sessionId, current.lesson, judged)
      const { headteacher, dsl: today } = standards.school.settings
      return knownNames({ register, contacts: [...dsl, ...today, headteacher] })
    },
    deleteSession: ({ sessionId }) =>
      turns.told(async () => {
        if (current.state?.sessionId === sessionId) {
          if (current.running !== undefined)
            throw new InWords(t('This lesson is still running. End it first.'))
          current.show(undefined)
        }
        await journal.remove(sessionId)
      }),
  }
}
