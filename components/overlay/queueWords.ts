import type { OverlayQueue, QueueQuestion } from '../../lib/views/types.ts'

const QUESTION: Readonly<Record<QueueQuestion, string>> = {
  name: 'is in. Ask who it is.',
  camera: 'is in. The camera is not on yet.',
  adult: 'is in. Adult seen?',
  complete: 'is in. Everything seen.',
}

/** The words of the queue's card. */
export const QUEUE_WORDS = {
  title: 'Waiting room',
  next: 'Next:',
  unsure: '– not a name we know for certain. Ask who it is.',
  admitting: 'Letting in',
  leave: 'Leave waiting',
  yes: 'Yes',
  notYet: 'Not yet',
  goOn: 'Go on',
  minimise: 'Make the waiting room small',
  open: 'Show the waiting room',
  question: QUESTION,
  waiting: (count: number): string => (count === 0 ? 'Nobody waiting' : `${count} waiting`),
  letIn: (can: 'act' | 'guide'): string => (can === 'act' ? 'Let in' : 'Show me where'),
  mute: (can: 'act' | 'guide'): string => (can === 'act' ? 'Mute' : 'Show me Mute'),
  /** The chip, where the card would hide a face. */
  short: (count: number, queue: OverlayQueue | undefined): string => {
    if (queue?.admitting !== undefined) return `Letting in ${queue.admitting}`
    if (queue?.walk?.question === 'adult') return `${queue.walk.name}: adult seen?`
    const next = queue?.next === undefined ? '' : ` · next: ${queue.next.name}`
    return `${count} waiting${next}`
  },
} as const
