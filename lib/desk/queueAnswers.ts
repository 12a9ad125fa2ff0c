import type { Command } from '../meeting/index.ts'
import { missing } from '../protocol/walk.ts'
import type { SessionEventBody } from '../session/index.ts'
import { overlayQueue } from '../views/queue.ts'
import type { QueueNow } from '../views/queue.ts'
import type { ViewSituation } from '../views/situation.ts'
import type { QueueAnswer } from '../views/types.ts'

export interface QueueEffects {
  readonly events: readonly SessionEventBody[]
  readonly command?: Command
}

/**
 * What a click on the queue's card in the meeting means. The page only says which button and about whom; it counts where that is
 * what was offered at this very moment, and for nothing else: a page can't let anybody in whom the teacher was not shown. Pure.
 */
export function queueEffects(
  { answer, id }: { readonly answer: QueueAnswer; readonly id: string },
  now: QueueNow | undefined,
  from: ViewSituation,
): QueueEffects | undefined {
  if (now === undefined) return undefined
  const offered = overlayQueue(from, now)
  const knock = now.queue.next?.one.knock
  const person = now.walk?.one.person
  switch (answer) {
    case 'admit':
      if (knock?.key !== id || offered?.admitting !== undefined) return undefined
      if (from.capabilities.admit === 'none') return undefined
      return { events: [], command: { kind: 'admit', key: id, name: knock.name } }
    case 'leaveWaiting':
      if (knock?.key !== id) return undefined
      return { events: [{ type: 'leftWaiting', key: id, name: knock.name }] }
    case 'adultSeen':
      if (person?.id !== id || offered?.walk?.question !== 'adult') return undefined
      return { events: [{ type: 'adultSeen', id, seen: true }] }
    case 'goOn': {
      if (person?.id !== id) return undefined
      return { events: [{ type: 'wentOn', id, missing: missing(now.walk?.steps ?? []) }] }
    }
    case 'mute':
      if (person?.id !== id || offered?.walk?.mute === undefined) return undefined
      return { events: [], command: { kind: 'mute', id, name: person.name } }
  }
}

/** The same for a click in the panel, where every open walk can be gone on from. */
export function goOnEvents(id: string, now: QueueNow | undefined): readonly SessionEventBody[] {
  if (now?.walk?.one.person.id !== id) return []
  return [{ type: 'wentOn', id, missing: missing(now.walk.steps) }]
}
