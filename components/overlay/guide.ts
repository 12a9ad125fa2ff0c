import { button, clipped, make } from './make.ts'
import { boxOf, bubbleSpot } from './place.ts'
import type { Box } from './place.ts'
import { WORDS } from './words.ts'

/** Outlines a real control of the page and says one sentence beside it. Goes when the control is clicked or is gone. */
export interface Guide {
  point(target: Element, sentence: string): void
  clear(): void
  readonly target: Element | undefined
  /** Follows the control; says whether it moved. */
  place(window: Box): boolean
}

const PADDING = 5
/** A control that is redrawn is away for a moment; after this many looks it is taken to be gone. */
const GONE_AFTER = 24

export function createGuide(
  doc: Document,
  layer: HTMLElement,
  onClear: () => void,
  signal: AbortSignal,
): Guide {
  const outline = make(doc, 'div', { className: 'outline' })
  const text = make(doc, 'span')
  const bubble = make(doc, 'div', { className: 'bubble', role: 'group' }, [
    text,
    button(doc, { className: 'icon', label: WORDS.closeGuide, text: '×' }, clear),
  ])
  outline.hidden = true
  bubble.hidden = true
  layer.append(outline, bubble)
  let target: Element | undefined
  let at = ''
  let missing = 0

  function clear(): void {
    target = undefined
    at = ''
    outline.hidden = true
    bubble.hidden = true
    onClear()
  }

  doc.addEventListener(
    'click',
    (event) => {
      if (target !== undefined && event.isTrusted && event.composedPath().includes(target)) clear()
    },
    { capture: true, signal },
  )

  return {
    get target() {
      return target
    },
    clear,
    point(next, sentence) {
      target = next
      missing = 0
      at = ''
      text.textContent = clipped(sentence, 240)
      bubble.setAttribute('aria-label', clipped(sentence, 240))
    },
    place(window) {
      if (target === undefined) return false
      const box = boxOf(target)
      if (!target.isConnected || box.width === 0 || box.height === 0) {
        missing += 1
        outline.hidden = true
        bubble.hidden = true
        at = ''
        if (missing >= GONE_AFTER) clear()
        return missing < GONE_AFTER
      }
      missing = 0
      const here = `${box.x} ${box.y} ${box.width} ${box.height} ${window.width} ${window.height}`
      if (here === at) return false
      at = here
      outline.hidden = false
      bubble.hidden = false
      outline.style.transform = `translate(${box.x - PADDING}px, ${box.y - PADDING}px)`
      outline.style.width = `${box.width + 2 * PADDING}px`
      outline.style.height = `${box.height + 2 * PADDING}px`
      const spot = bubbleSpot(
        box,
        { width: bubble.offsetWidth, height: bubble.offsetHeight },
        window,
      )
      bubble.style.transform = `translate(${spot.x}px, ${spot.y}px)`
      return true
    },
  }
}
