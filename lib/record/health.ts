import type { HealthItem, HealthTopic } from '../meeting/index.ts'
import { HEALTH_TOPICS } from '../meeting/index.ts'
import type { SessionEvent } from '../session/events.ts'
import type { SessionState } from '../session/state.ts'
import type { Stretch } from './stretches.ts'
import type { ReadingTime } from './types.ts'

/** The people panel may have to be opened by hand once: a list that is complete from here on counts as complete. */
const OPENING_MS = 120_000
/** A page that is being taken down can't be read for a moment. */
const CLOSING_MS = 15_000

type Level = HealthItem['level']
interface LevelStretch extends Stretch {
  readonly level: Level
}

/** How well one thing could be read, stretch by stretch, from the beginning (blind until the first reading) to the end. */
function levels(
  events: readonly SessionEvent[],
  topic: HealthTopic,
  session: Stretch,
): readonly LevelStretch[] {
  const found: LevelStretch[] = []
  let level: Level = 'blind'
  let from = session.from
  const until = (at: number): void => {
    const to = Math.min(Math.max(at, from), session.to)
    if (to > from) found.push({ level, from, to })
    from = to
  }
  for (const event of events) {
    if (event.type !== 'health' || event.topic !== topic) continue
    until(event.at)
    level = event.item.level
  }
  until(session.to)
  return found
}

/** Milliseconds of the session at each level, for each of the five things that are read. */
export function healthThrough(
  events: readonly SessionEvent[],
  session: Stretch,
): Readonly<Record<HealthTopic, ReadingTime>> {
  const times = HEALTH_TOPICS.map((topic): readonly [HealthTopic, ReadingTime] => {
    const sum = { complete: 0, partial: 0, blind: 0 }
    for (const stretch of levels(events, topic, session))
      sum[stretch.level] += stretch.to - stretch.from
    return [topic, sum]
  })
  return Object.fromEntries(times) as Record<HealthTopic, ReadingTime>
}

/**
 * Whether the list of people was good enough to call somebody absent. With the journal: complete from two minutes after the
 * beginning to the end. Without it: complete at the last reading. In doubt no.
 */
export function listWasComplete(
  state: SessionState,
  session: Stretch,
  events?: readonly SessionEvent[],
): boolean {
  if (events === undefined) return state.health.people.level === 'complete'
  const stretches = levels(events, 'people', session)
  const counted = stretches.filter(
    (one) => one.to > session.from + OPENING_MS && one.from < session.to - CLOSING_MS,
  )
  return (
    stretches.some((one) => one.level === 'complete') &&
    counted.every((one) => one.level === 'complete')
  )
}
