import { t } from '../../lib/words/say.ts'
import { button, make, shape } from './make.ts'
import { clearOf, inside, ownPlaceOf, spotOf } from './ownPlace.ts'
import type { OwnPlace, Size } from './ownPlace.ts'
import type { Box, Spot } from './place.ts'
import { WORDS } from './words.ts'

/**
 * Lets the teacher put the card where she wants it: by the handle in its top line, by the arrow keys on that handle, or, without any
 * dragging, by the arrows that a press of the handle shows. Home, a double click and "Put back" let it stand by itself again. Her place
 * holds for all cards of the lesson. Only what she really does counts; a page can make up events.
 */
export interface Mover {
  /** The handle and its arrows for one card. They must stay in the document while it is dragged. */
  grip(): Grip
  /** She drags it at this moment. */
  readonly held: boolean
  /**
   * Where she has put it: inside the window and, unless it has to keep still under her hand, clear of `never`. Undefined: nowhere.
   * Called at every placing, with the size that it has.
   */
  spot(size: Size, window: Size, never: readonly Box[], still: boolean): Spot | undefined
  /** Whether the key was meant for it. */
  onKey(event: KeyboardEvent, focused: Element | null): boolean
}

export interface Grip {
  readonly handle: HTMLElement
  readonly steps: HTMLElement
}

export interface MoverParts {
  readonly doc: Document
  /** Where it stands now. */
  readonly box: () => Box
  readonly onMove: () => void
}

const STEP = 16
const BIG_STEP = 64
/** A hand that trembles presses; it does not drag. */
const SLACK = 4

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowRight: [1, 0],
}

export function createMover({ doc, box, onMove }: MoverParts): Mover {
  let own: OwnPlace | undefined
  let size: Size = { width: 0, height: 0 }
  let window: Size = { width: 0, height: 0 }
  let never: readonly Box[] = []
  let drag: { readonly x: number; readonly y: number; readonly from: Box } | undefined
  let before: OwnPlace | undefined
  let dragged = false
  const handles = new Set<Element>()

  function put(wanted: Spot): void {
    own = ownPlaceOf({ ...clearOf(wanted, size, window, never), ...size }, window)
    onMove()
  }

  function step(x: number, y: number): void {
    const from = own === undefined ? box() : spotOf(own, size, window)
    put({ x: from.x + x, y: from.y + y })
  }

  function back(): void {
    own = undefined
    onMove()
  }

  function take(handle: HTMLElement): void {
    handle.addEventListener('pointerdown', (event) => {
      if (!event.isTrusted || !event.isPrimary || event.button !== 0) return
      handle.setPointerCapture(event.pointerId)
      drag = { x: event.clientX, y: event.clientY, from: box() }
      before = own
      dragged = false
    })
    handle.addEventListener('pointermove', (event) => {
      if (!event.isTrusted || drag === undefined) return
      const { clientX, clientY } = event
      const far = Math.hypot(clientX - drag.x, clientY - drag.y)
      if (!dragged && far < SLACK) return
      dragged = true
      put({ x: drag.from.x + clientX - drag.x, y: drag.from.y + clientY - drag.y })
    })
    // Also when the browser takes the pointer away, or the card goes.
    for (const name of ['pointerup', 'pointercancel', 'lostpointercapture'] as const)
      handle.addEventListener(name, (event) => {
        if (event.isTrusted) drag = undefined
      })
    handle.addEventListener('dblclick', (event) => {
      if (event.isTrusted) back()
    })
  }

  return {
    grip() {
      const steps = make(doc, 'div', { className: 'steps', role: 'group', label: t(WORDS.move) })
      steps.hidden = true
      const handle = button(doc, { className: 'icon handle', label: t(WORDS.move) }, () => {
        // The end of a drag is a click, too.
        if (dragged) {
          dragged = false
          return
        }
        steps.hidden = !steps.hidden
        handle.setAttribute('aria-expanded', String(!steps.hidden))
        onMove()
      })
      handle.setAttribute('aria-expanded', 'false')
      handle.setAttribute('aria-description', t(WORDS.moveHow))
      handle.append(shape(doc, 'grip'))
      handles.add(handle)
      take(handle)
      const arrow = (text: string, label: string, x: number, y: number) =>
        button(doc, { className: 'icon', text, label }, () => step(x * BIG_STEP, y * BIG_STEP))
      steps.append(
        arrow('←', t(WORDS.moveLeft), -1, 0),
        arrow('↑', t(WORDS.moveUp), 0, -1),
        arrow('↓', t(WORDS.moveDown), 0, 1),
        arrow('→', t(WORDS.moveRight), 1, 0),
        button(doc, { className: 'go', text: t(WORDS.putBack) }, back),
      )
      return { handle, steps }
    },
    get held() {
      return drag !== undefined && dragged
    },
    spot(nextSize, nextWindow, nextNever, still) {
      size = nextSize
      window = nextWindow
      never = nextNever
      if (own === undefined) return undefined
      const spot = spotOf(own, size, window)
      return still ? inside(spot, size, window) : clearOf(spot, size, window, never)
    },
    onKey(event, focused) {
      if (event.key === 'Escape' && drag !== undefined) {
        drag = undefined
        own = before
        onMove()
        return true
      }
      if (focused === null || !handles.has(focused)) return false
      dragged = false
      const arrow = ARROWS[event.key]
      if (arrow !== undefined) {
        const far = event.shiftKey ? BIG_STEP : STEP
        step(arrow[0] * far, arrow[1] * far)
      } else if (event.key === 'Home') back()
      else return false
      // The page does not scroll.
      event.preventDefault()
      return true
    },
  }
}
