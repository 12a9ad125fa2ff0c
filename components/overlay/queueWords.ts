import type { OverlayQueue, QueueQuestion } from '../../lib/views/types.ts'
import type { Message } from '../../lib/words/catalogue.ts'
import { t, tn } from '../../lib/words/say.ts'

/** What the queue's card says about one person. */
export const QUEUE_ASKS = {
  name: '{name} is in. Ask who it is.',
  camera: '{name} is in. The camera is not on yet.',
  adult: '{name} is in. Adult seen?',
  complete: '{name} is in. Everything seen.',
  next: 'Next: {name}',
  unsure: 'Next: {name} – not a name we know for certain. Ask who it is.',
  admitting: 'Letting in {name}',
} as const satisfies Readonly<Record<QueueQuestion | 'next' | 'unsure' | 'admitting', Message>>

/** The other words of the queue's card. */
export const QUEUE_WORDS = {
  title: 'Waiting room',
  leave: 'Leave waiting',
  yes: 'Yes##adult seen',
  notYet: 'Not yet',
  goOn: 'Go on',
  minimise: 'Make the waiting room small',
  open: 'Show the waiting room',
  letIn: { act: 'Let in', guide: 'Show me where' },
  mute: { act: 'Mute', guide: 'Show me Mute' },
} as const satisfies Readonly<Record<string, Message | Readonly<Record<'act' | 'guide', Message>>>>

export function waitingCount(count: number): string {
  return count === 0 ? t('Nobody waiting') : tn('{n} waiting|{n} waiting', count)
}

/** The chip, where the card would hide a face. */
export function shortWords(count: number, queue: OverlayQueue | undefined): string {
  if (queue?.admitting !== undefined) return t('Letting in {name}', { name: queue.admitting })
  if (queue?.walk?.question === 'adult') return t('{name}: adult seen?', { name: queue.walk.name })
  if (queue?.next === undefined) return tn('{n} waiting|{n} waiting', count)
  return tn('{n} waiting · next: {name}|{n} waiting · next: {name}', count, {
    name: queue.next.name,
  })
}
