import { t } from '../../lib/words/say.ts'
import { tell, write, written } from './drawn.ts'
import { button, clipped, make } from './make.ts'
import type { Box, Spot } from './place.ts'
import { WORDS } from './words.ts'

/** What is drawn of a hint: the outline, which takes no pointer, and the bubble with its two buttons. */
export interface Bubble {
  say(sentence: string, help: string): void
  /** Read out once by a screen reader, however often the same is said. */
  announce(sentence: string): void
  size(windowWidth: number): { readonly width: number; readonly height: number }
  /** `stay`: the bubble keeps its place. */
  draw(outline: Box | undefined, spot: Spot | 'stay' | undefined): void
  hasFocus(focused: Element | null): boolean
  /** Puts the keyboard on the first button. */
  focus(): void
  /** Shows or hides the help button. */
  offer(help: boolean): void
  /** Gone for good until the next `say`. */
  hide(): void
}

const LONGEST = 240

export function createBubble(
  doc: Document,
  layer: HTMLElement,
  onHelp: (byKey: boolean) => void,
  onClose: () => void,
): Bubble {
  const outline = make(doc, 'div', { className: 'outline' })
  const text = make(doc, 'p')
  const go = button(doc, { className: 'go' }, () => {})
  go.addEventListener('click', (event) => {
    if (event.isTrusted) onHelp(event.detail === 0)
  })
  const close = button(doc, { className: 'icon', label: t(WORDS.closeGuide), text: '×' }, onClose)
  const bubble = make(doc, 'div', { className: 'bubble', role: 'group', label: t(WORDS.hint) }, [
    make(doc, 'div', { className: 'hint' }, [text, go]),
    close,
  ])
  const told = make(doc, 'div', { className: 'told hinted', role: 'status' })
  outline.hidden = true
  bubble.hidden = true
  layer.append(outline, bubble, told)
  let measured = ''
  let size = { width: 0, height: 0 }
  let announced = ''

  return {
    say(sentence, help) {
      write(text, clipped(sentence, LONGEST))
      write(go, help)
      // Laid out but not seen until it has a place: its size is needed for that.
      if (bubble.hidden) bubble.classList.add('unseen')
      bubble.hidden = false
    },
    announce(sentence) {
      if (sentence === announced) return
      announced = sentence
      tell(told, clipped(sentence, LONGEST))
    },
    size(windowWidth) {
      const key = `${written(text)} ${written(go)} ${go.hidden} ${windowWidth}`
      if (key !== measured) {
        measured = key
        size = { width: bubble.offsetWidth, height: bubble.offsetHeight }
      }
      return size
    },
    draw(around, spot) {
      outline.hidden = around === undefined
      if (around !== undefined) {
        outline.style.transform = `translate(${around.x}px, ${around.y}px)`
        outline.style.width = `${around.width}px`
        outline.style.height = `${around.height}px`
      }
      bubble.classList.toggle('unseen', spot === undefined)
      if (typeof spot === 'object') bubble.style.transform = `translate(${spot.x}px, ${spot.y}px)`
    },
    hasFocus: (focused) => focused !== null && bubble.contains(focused),
    focus: () => (go.hidden ? close : go).focus({ preventScroll: true }),
    offer: (help) => (go.hidden = !help),
    hide() {
      outline.hidden = true
      bubble.hidden = true
      announced = ''
      tell(told, '')
      measured = ''
    },
  }
}
