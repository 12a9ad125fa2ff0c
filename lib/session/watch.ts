import type { HealthItem, HealthTopic } from '../meeting/index.ts'
import type { SessionEvent } from './events.ts'
import type { Stretch } from './stretches.ts'
import { union } from './stretches.ts'

type Level = HealthItem['level']

/**
 * How well the page was read from the beginning on. What is said of a whole lesson is worth no more than this, and the last reading
 * alone does not tell it.
 */
export interface Watch {
  /** When the page last said something. */
  readonly heardAt: number
  /** The journal has proofs of life; without one it says nothing of silence. */
  readonly proven: boolean
  /** When the page said nothing for long. */
  readonly silent: readonly Stretch[]
  /** When it is known to have said nothing: its tab was gone, or did not answer. May be shorter. */
  readonly gone?: readonly Stretch[]
  /** When each topic's level changed, in order of time; each holds until the next. */
  readonly levels: Readonly<
    Record<HealthTopic, readonly { readonly from: number; readonly level: Level }[]>
  >
}

/** The people panel may have to be opened by hand once: a list that is complete from here on counts as complete. */
export const OPENING_MS = 120_000
/** A page that is being taken down can't be read for a moment. */
export const CLOSING_MS = 15_000
/** Longer than a proof of life and a reading can be apart on a busy computer. */
export const SILENT_MS = 3 * 60_000

/** What only a page that is read can say. A page that lives says something at least once a minute (`PROOF_EVERY_MS`). */
export const FROM_THE_PAGE: ReadonlySet<SessionEvent['type']> = new Set<SessionEvent['type']>([
  'joined',
  'left',
  'renamed',
  'camera',
  'presenting',
  'knocked',
  'knockGone',
  'access',
  'health',
  'readBy',
  'notice',
  'proofOfLife',
])

/** Before the first reading nothing is known. */
export function beginWatch(at: number): Watch {
  const unread = [{ from: at, level: 'blind' as const }]
  return {
    heardAt: at,
    proven: false,
    silent: [],
    levels: { people: unread, lobby: unread, cameras: unread, chat: unread, lock: unread },
  }
}

export function watchOn(watch: Watch, event: SessionEvent): Watch {
  if (!FROM_THE_PAGE.has(event.type)) return watch
  const heard = hear(watch, event.at)
  if (event.type === 'proofOfLife')
    return { ...heard, proven: true, ...goneBefore(heard.gone, event) }
  if (event.type !== 'health') return heard
  const before = heard.levels[event.topic]
  const last = before.at(-1)
  const { level } = event.item
  if (last?.level === level) return heard
  const turn = { from: Math.max(event.at, last?.from ?? event.at), level }
  return { ...heard, levels: { ...heard.levels, [event.topic]: [...before, turn] } }
}

/** The page may have been silent before the end as well. What lies behind a stated end never was a part of the lesson. */
export function endWatch(watch: Watch, span: Stretch): Watch {
  const { silent } = hear(watch, span.to)
  return { ...watch, silent: silent.flatMap((one) => union([one], span)).filter(isSilence) }
}

function hear(watch: Watch, at: number): Watch {
  if (at <= watch.heardAt) return watch
  const gap = { from: watch.heardAt, to: at }
  return { ...watch, heardAt: at, silent: isSilence(gap) ? [...watch.silent, gap] : watch.silent }
}

function goneBefore(
  gone: Watch['gone'] = [],
  { at, silentFor }: Extract<SessionEvent, { type: 'proofOfLife' }>,
): Pick<Watch, 'gone'> {
  return silentFor === undefined ? {} : { gone: [...gone, { from: at - silentFor, to: at }] }
}

const isSilence = ({ from, to }: Stretch): boolean => to - from > SILENT_MS

/** When nobody watched. */
export function silentOf(watch: Watch, span: Stretch): readonly Stretch[] {
  if (!watch.proven) return []
  return union([...watch.silent, ...(watch.gone ?? [])], span).filter(({ from, to }) => to > from)
}

/** When a topic was read at this level; a page that says nothing is not read at any. */
export function levelOf(
  watch: Watch,
  topic: HealthTopic,
  level: Level,
  span: Stretch,
): readonly Stretch[] {
  const turns = watch.levels[topic]
  const found = turns.flatMap((turn, index) =>
    turn.level === level ? [{ from: turn.from, to: turns[index + 1]?.from ?? span.to }] : [],
  )
  return union(found, span)
}
