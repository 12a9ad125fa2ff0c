import type { OverlayView } from '../../lib/views/types.ts'
import type { PromptView } from '../../lib/views/types.ts'

/** Every word that the overlay itself adds. Kept in one place so that it can be translated; those of the guide in `wordsGuide.ts`. */
export * from './wordsGuide.ts'

export const WORDS = {
  product: 'Lesson Steward',
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
  openPanel: 'Open Lesson Steward',
  taken: 'Taken',
  move: 'Move this card',
  moveHow: 'Drag it or use the arrow keys. Home puts it back.',
  moveLeft: 'Move left',
  moveUp: 'Move up',
  moveDown: 'Move down',
  moveRight: 'Move right',
  putBack: 'Put back',
} as const

export const SEVERITY: Readonly<Record<PromptView['severity'], string>> = {
  alarm: 'Act now',
  act: 'Please check',
  notice: 'For your information',
}

export function position(index: number, count: number): string {
  return `${index + 1} of ${count}`
}

export function messages(count: number): string {
  return count === 1 ? '1 message' : `${count} messages`
}

export function waitingWords(count: number): string {
  return count === 1 ? '1 waiting to come in' : `${count} waiting to come in`
}

export function dotWords(count: number): string {
  return count === 0 ? WORDS.product : `${WORDS.product}: ${count} waiting`
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
      return { text: 'Locked', tone: 'ok' }
    case 'cannotSee':
      return { text: 'Can’t see a lock – check', tone: 'check' }
    case 'reopened':
      return { text: 'Open again – lock', tone: 'alarm' }
    case 'due':
      return { text: 'Lock now', tone: 'alarm' }
    case 'counting': {
      if (lock.dueAt === undefined) return undefined
      const left = Math.ceil((lock.dueAt - now) / 1000)
      if (left <= 0) return { text: 'Lock now', tone: 'alarm' }
      return { text: `Lock in ${minutes(left)}`, tone: left <= 60 ? 'check' : 'quiet' }
    }
  }
}

function minutes(seconds: number): string {
  const hours = Math.floor(seconds / 3600)
  const rest = String(seconds % 60).padStart(2, '0')
  const whole = Math.floor((seconds % 3600) / 60)
  return hours > 0 ? `${hours}:${String(whole).padStart(2, '0')}:${rest}` : `${whole}:${rest}`
}
