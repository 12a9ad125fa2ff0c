import type { EndReason } from '../../lib/meeting/index.ts'
import { T0, deskAt, meetingTab } from './desk.ts'
import { memoryJournal } from './memoryJournal.ts'
import { observation, participant } from './observe.ts'

/** When the lesson of `heldLesson` ended. */
export const END = T0 + 40 * 60_000
export const khan = participant('self', 'Aisha Khan', { isSelf: true, role: 'host' })
export const dev = participant('p1', 'Dev Shah')

/** A lesson of forty minutes that has ended; the worker that kept it is gone. */
export async function heldLesson(endReason: EndReason = 'endedForAll', journal = memoryJournal()) {
  const { desk, clock } = deskAt(T0, journal)
  const tab = meetingTab(desk)
  await tab.observe(observation([khan, dev]))
  await desk.fromPage('chooseClass', {
    registerId: 'year4',
    packId: 'combined',
    plannedStartAt: T0,
  })
  clock.now = END
  await tab.observe(observation([], { phase: 'ended', endReason }))
  await tab.leave()
  const [row] = await journal.rows()
  return { journal, sessionId: row?.sessionId ?? '' }
}

/** What was written of a lesson, in order. */
export async function typesOf(journal: ReturnType<typeof memoryJournal>, sessionId: string) {
  return (await journal.read(sessionId)).map((event) => event.type)
}
