import type { SessionEvent, SessionEventBody } from './events.ts'

/** What is known of a session beside its journal: enough to begin it again where its first event is lost. */
export type Beginning = Omit<Extract<SessionEventBody, { type: 'started' }>, 'type'> & {
  readonly startedAt: number
}

/**
 * What could be read of a damaged journal (`unread.ts`), as one that can be folded: the events keep their order and their times and are
 * numbered anew. An undamaged journal comes back as it is.
 */
export function mend(
  readable: readonly SessionEvent[],
  beginning: Beginning,
): readonly SessionEvent[] {
  const { startedAt, ...rest } = beginning
  const started: SessionEvent = { type: 'started', seq: 0, at: startedAt, ...rest }
  const whole = readable[0]?.type === 'started' ? readable : [started, ...readable]
  return whole.map((event, seq) => (event.seq === seq ? event : { ...event, seq }))
}
