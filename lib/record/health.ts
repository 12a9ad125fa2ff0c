import type { HealthItem, HealthReason, HealthTopic } from '../meeting/index.ts'
import { HEALTH_TOPICS } from '../meeting/index.ts'
import type { SessionEvent } from '../session/events.ts'
import type { SessionState } from '../session/state.ts'
import type { Stretch } from '../session/stretches.ts'
import { union } from '../session/stretches.ts'
import { CLOSING_MS, FROM_THE_PAGE, OPENING_MS, SILENT_MS } from '../session/watch.ts'
import type { ReadingTime } from './types.ts'

type Item = HealthItem
interface ItemStretch extends Stretch {
  readonly item: Item
}

/** Before the first reading nothing is known. */
const NOT_YET: Item = { level: 'blind', why: 'notInCall' }
const SILENT: Item = { level: 'blind', why: 'pageSilent' }

/**
 * When the page said nothing for long: its tab was closed or frozen, or the browser was gone. What was known before is not known then.
 * Only where the journal has proofs of life; one that was put together without them says nothing of silence.
 */
export function silences(events: readonly SessionEvent[], session: Stretch): readonly Stretch[] {
  if (!events.some((event) => event.type === 'proofOfLife')) return []
  const gaps: Stretch[] = []
  let last = session.from
  const until = (at: number): void => {
    const to = Math.min(at, session.to)
    if (to - last > SILENT_MS) gaps.push({ from: last, to })
    last = Math.max(last, to)
  }
  for (const event of events) if (FROM_THE_PAGE.has(event.type)) until(event.at)
  until(session.to)
  return union([...gaps, ...events.flatMap(goneBefore)], session).filter(
    ({ from, to }) => to > from,
  )
}

/** A page that is known to have been gone, also for less than what counts as long. */
function goneBefore(event: SessionEvent): readonly Stretch[] {
  if (event.type !== 'proofOfLife' || event.silentFor === undefined) return []
  return [{ from: event.at - event.silentFor, to: event.at }]
}

/** How well one thing could be read, stretch by stretch, from the beginning (blind until the first reading) to the end. */
function stretchesOf(
  events: readonly SessionEvent[],
  topic: HealthTopic,
  session: Stretch,
): readonly ItemStretch[] {
  const found: ItemStretch[] = []
  const gaps = silences(events, session)
  let item: Item = NOT_YET
  let from = session.from
  const add = (one: Item, start: number, end: number): void => {
    if (end > start) found.push({ item: one, from: start, to: end })
  }
  const until = (at: number): void => {
    const to = Math.min(Math.max(at, from), session.to)
    for (const gap of gaps) {
      if (gap.to <= from || gap.from >= to) continue
      add(item, from, gap.from)
      from = Math.max(from, gap.from)
      const end = Math.min(gap.to, to)
      add(SILENT, from, end)
      from = end
    }
    add(item, from, to)
    from = to
  }
  for (const event of events) {
    if (event.type !== 'health' || event.topic !== topic) continue
    until(event.at)
    item = event.item
  }
  until(session.to)
  return found
}

/** Milliseconds of the session at each level, and why it was no better, for each of the five things that are read. */
export function healthThrough(
  events: readonly SessionEvent[],
  session: Stretch,
): Readonly<Record<HealthTopic, ReadingTime>> {
  const times = HEALTH_TOPICS.map((topic): readonly [HealthTopic, ReadingTime] => {
    const sum = { complete: 0, partial: 0, blind: 0 }
    const why = new Map<string, { level: 'partial' | 'blind'; why: HealthReason; ms: number }>()
    const parts: { from: number; to: number; level: 'partial' | 'blind' }[] = []
    for (const { item, from, to } of stretchesOf(events, topic, session)) {
      sum[item.level] += to - from
      if (item.level === 'complete') continue
      const last = parts.at(-1)
      if (last !== undefined && last.level === item.level && last.to === from) last.to = to
      else parts.push({ from, to, level: item.level })
      const key = `${item.level} ${item.why}`
      const before = why.get(key)?.ms ?? 0
      why.set(key, { level: item.level, why: item.why, ms: before + to - from })
    }
    return [topic, { ...sum, why: [...why.values()].toSorted((a, b) => b.ms - a.ms), parts }]
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
  const stretches = stretchesOf(events, 'people', session)
  const counted = stretches.filter(
    (one) => one.to > session.from + OPENING_MS && one.from < session.to - CLOSING_MS,
  )
  return (
    stretches.some((one) => one.item.level === 'complete') &&
    counted.every((one) => one.item.level === 'complete')
  )
}
