import type { OverlayView } from '../../lib/views/types.ts'
import { write } from './drawn.ts'
import { button, make, shape } from './make.ts'
import { lockWords, waitingWords } from './words.ts'

/** The countdown and the waiting room, as two small buttons that open the panel. */
export interface Chips {
  readonly element: HTMLElement
  update(view: Pick<OverlayView, 'lock' | 'waiting'>): void
  /** Moves the countdown on; the deadline is absolute, so a late tick shows the right time. */
  tick(now: number): void
}

export function createChips(doc: Document, onOpenPanel: () => void): Chips {
  const lockText = make(doc, 'span')
  const lock = button(doc, { className: 'chip' }, onOpenPanel)
  const waitingText = make(doc, 'span')
  const waiting = button(doc, { className: 'chip check' }, onOpenPanel)
  waiting.append(shape(doc, 'person', 'check'), waitingText)
  const element = make(doc, 'div', { className: 'chips' }, [waiting, lock])
  let view: Pick<OverlayView, 'lock' | 'waiting'> = { lock: { state: 'notSet' }, waiting: 0 }
  let shown = ''

  function tick(now: number): void {
    const words = lockWords(view.lock, now)
    lock.hidden = words === undefined
    if (words === undefined || shown === `${words.tone} ${words.text}`) return
    shown = `${words.tone} ${words.text}`
    lock.className = `chip ${words.tone}`
    write(lockText, words.text)
    lock.replaceChildren(shape(doc, 'lock', words.tone), lockText)
  }

  lock.hidden = true
  waiting.hidden = true
  return {
    element,
    tick,
    update(next) {
      view = next
      waiting.hidden = next.waiting <= 0
      write(waitingText, waitingWords(next.waiting))
    },
  }
}
