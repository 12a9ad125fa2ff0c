import type { SessionEventBody } from '../session/index.ts'
import type { Journal } from '../session/journal.ts'
import type { CurrentLesson } from './currentLesson.ts'
import { Lesson } from './lesson.ts'

/** Who has lessons: the one that is shown in memory, the others in the journal. */
export interface LessonsHeld {
  readonly journal: Journal
  readonly current: CurrentLesson
}

/**
 * Writes into the lesson that is named, also where another one is shown by now. What is said after a lesson is written into its journal
 * alone: its row has been closed with its own class and rules, and stays. Never rejects: false where the lesson is gone, damaged or can't
 * be written, and nothing was.
 */
export async function addToLesson(
  { journal, current }: LessonsHeld,
  sessionId: string,
  events: readonly SessionEventBody[],
  now: number,
): Promise<boolean> {
  // What the disk refuses of this one stays in memory, is in its record, and is tried again.
  if (current.state?.sessionId === sessionId) {
    await current.add(events, now)
    return true
  }
  try {
    const lesson = await Lesson.resume(journal, sessionId)
    if (lesson === undefined) return false
    await lesson.add(events, now)
    return !lesson.isUnwritten
  } catch (failure) {
    console.error('A past lesson could not be written into', failure)
    return false
  }
}
