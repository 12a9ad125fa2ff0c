import type { OverlayView } from '../../lib/views/types.ts'
import type { PromptView } from '../../lib/views/types.ts'
import type { Message } from '../../lib/words/catalogue.ts'
import { t, tn } from '../../lib/words/say.ts'

/** Every sentence that the overlay itself adds; those of the guide in `wordsGuide.ts`. */
export * from './wordsGuide.ts'

export const PRODUCT = 'Lesson Steward'

export const WORDS = {
  say: 'You could say',
  minimise: 'Make this message small',
  restore: 'Show the message',
  next: 'Next message',
  nothing: 'No message, and nobody waits.',
  hint: 'Hint',
  closeGuide: 'Close this hint',
  covered: 'Something lies over this message. Move it away, or answer in the side panel.',
  takeMe: 'Take me there',
  showMe: 'Show me',
  fold: 'Fold away',
  move: 'Move this card',
  moveHow: 'Drag it or use the arrow keys. Home puts it back.',
  moveLeft: 'Move left',
  moveUp: 'Move up',
  moveDown: 'Move down',
  moveRight: 'Move right',
  putBack: 'Put back',
} as const satisfies Readonly<Record<string, Message>>

export const SEVERITY = {
  alarm: 'Act now',
  act: 'Please check',
  notice: 'For your information',
} as const satisfies Readonly<Record<PromptView['severity'], Message>>

export function position(index: number, count: number): string {
  return t('{n} of {count}', { n: index + 1, count })
}

export function messages(count: number): string {
  return tn('{n} message|{n} messages', count)
}

export function waitingWords(count: number): string {
  return tn('{n} waiting to come in|{n} waiting to come in', count)
}

export function dotWords(count: number): string {
  return count === 0
    ? PRODUCT
    : tn('Lesson Steward: {n} waiting|Lesson Steward: {n} waiting', count)
}

export interface LockWords {
  readonly text: string
  readonly tone: 'ok' | 'check' | 'alarm' | 'quiet'
}

/** What the countdown chip says at `now`; undefined where there is nothing to say. */
export function lockWords(lock: OverlayView['lock'], now: number): LockWords | undefined {
  switch (lock.state) {
    case 'notSet':
      return undefined
    case 'locked':
      return { text: t('Locked'), tone: 'ok' }
    case 'cannotSee':
      return { text: t('Can’t see a lock – check'), tone: 'check' }
    case 'reopened':
      return { text: t('Open again – lock'), tone: 'alarm' }
    case 'due':
      return { text: t('Lock now'), tone: 'alarm' }
    case 'counting': {
      if (lock.dueAt === undefined) return undefined
      const left = Math.ceil((lock.dueAt - now) / 1000)
      if (left <= 0) return { text: t('Lock now'), tone: 'alarm' }
      return {
        text: t('Lock in {time}', { time: minutes(left) }),
        tone: left <= 60 ? 'check' : 'quiet',
      }
    }
  }
}

function minutes(seconds: number): string {
  const hours = Math.floor(seconds / 3600)
  const rest = String(seconds % 60).padStart(2, '0')
  const whole = Math.floor((seconds % 3600) / 60)
  return hours > 0 ? `${hours}:${String(whole).padStart(2, '0')}:${rest}` : `${whole}:${rest}`
}
