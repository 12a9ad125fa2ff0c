import type { Schedule } from '../../lib/observe/schedule.ts'
import type { OverlayQueue, OverlayView, QueueAnswer } from '../../lib/views/types.ts'
import { t, tParts } from '../../lib/words/say.ts'
import { write } from './drawn.ts'
import { button, clipped, fillAfter, make, shape } from './make.ts'
import type { Grip } from './mover.ts'
import { faceOf, isOver } from './corner.ts'
import type { Box } from './place.ts'
import { QUEUE_ASKS, QUEUE_WORDS, shortWords, waitingCount } from './queueWords.ts'

/**
 * The admission queue on the meeting: who is next, and the next question about the one who came in.
 *
 *   nobody waits ─▶ away
 *   somebody ─▶ card, where it hides no face, caption or control ── one under it, or "–" ─▶ chip ── click ─▶ card, until "–"
 *
 * Names are those that the page shows. It takes no focus, and a card whose question has just changed takes no click for a moment,
 * so that one too many does not let in the next child. What only she can say is taken in plain sight alone, as on the card of a prompt.
 * What a click means is decided by the background.
 */
export interface QueueCard {
  readonly element: HTMLElement
  readonly chip: HTMLElement
  /** Whether the card itself is on screen. */
  readonly isOpen: boolean
  update(view: Pick<OverlayView, 'queue' | 'waiting'>): void
  /** Tells where the card stands or would stand, where pictures are, and where captions and controls; says whether it changed. */
  avoid(corner: Pick<Box, 'x' | 'y'>, tiles: readonly Box[], solid: readonly Box[]): boolean
  minimise(): void
  /** The keyboard goes to the first answer; false where nobody waits. */
  focusFirst(): boolean
}

export interface QueueParts {
  readonly doc: Document
  readonly schedule: Schedule
  /** By which the card is moved. */
  readonly grip: Grip
  readonly onAnswer: (answer: QueueAnswer, id: string) => void
  /** Tells a moment later whether the card can be seen as it is; where it can't, what only the teacher can say is not taken (plain.ts). */
  readonly inPlainSight: (card: Element, take: (seen: boolean) => void) => void
  readonly onChange: () => void
  /** The keyboard is in the card: it is neither folded nor taken away under the teacher's hands. */
  readonly isFocusInside: (element: HTMLElement) => boolean
  /** Gives the focus back to the page when the last question was answered by keyboard. */
  readonly giveFocusBack: () => void
}

/**
 * What stands in the record because she said it, and nothing else does it: that she saw an adult, or went on without, or left somebody
 * waiting. Whom to let in or to mute the page's own controls decide as well, so there a click is not worth stealing.
 */
const ONLY_HERS: Readonly<Record<QueueAnswer, boolean>> = {
  admit: false,
  mute: false,
  adultSeen: true,
  goOn: true,
  leaveWaiting: true,
}
const DEAF_MS = 500
const TAKEN_MS = 5000
const LONGEST_NAME = 48
const WIDTH = 344
const HEIGHT = 150

export function createQueue(parts: QueueParts): QueueCard {
  const { doc, schedule } = parts
  const { handle, steps } = parts.grip
  const top = make(doc, 'div', { className: 'top' }, [handle])
  const element = make(doc, 'section', { className: 'card queue', role: 'group' }, [top, steps])
  element.setAttribute('aria-label', t(QUEUE_WORDS.title))
  const chipText = make(doc, 'span')
  const chip = button(doc, { className: 'chip check' }, () => wish('open'))
  chip.append(shape(doc, 'person', 'check'), chipText)
  element.hidden = true
  chip.hidden = true

  let queue: OverlayQueue | undefined
  let waiting = 0
  /** What the teacher wants; undefined: open where it hides nobody. */
  let wanted: 'open' | 'small' | undefined
  let coversFace = false
  /** The pictures as they were when it was last looked whether the card hides a face. */
  let lookedAt = ''
  let pointerInside = false
  let built = ''
  let subject = ''
  let deaf = false
  let cancelDeaf = () => {}
  let cancelTaken = () => {}

  for (const part of [element, chip]) {
    part.addEventListener('pointerenter', () => (pointerInside = true))
    part.addEventListener('pointerleave', () => (pointerInside = false))
  }

  function wish(next: 'open' | 'small'): void {
    const focusWasInside = parts.isFocusInside(element) || parts.isFocusInside(chip)
    wanted = next
    render()
    if (focusWasInside) (next === 'open' ? firstButton() : chip).focus()
  }

  function firstButton(): HTMLElement {
    return element.querySelector<HTMLElement>('.answer') ?? chip
  }

  function isEmpty(): boolean {
    return queue === undefined
  }

  function isOpen(): boolean {
    if (isEmpty()) return false
    return wanted === undefined ? !coversFace : wanted === 'open'
  }

  function render(): void {
    const hadFocus = parts.isFocusInside(element) || parts.isFocusInside(chip)
    const wasOpen = !element.hidden
    element.hidden = !isOpen()
    // What is hidden is left by no pointer, and the browser does not say so.
    if (wasOpen !== isOpen()) pointerInside = false
    chip.hidden = isEmpty() || isOpen()
    const said = shortWords(waiting, queue)
    write(chipText, clipped(said, 60))
    chip.setAttribute('aria-label', `${clipped(said, 90)}. ${t(QUEUE_WORDS.open)}`)
    const now = JSON.stringify([queue, waiting])
    if (queue !== undefined && now !== built) {
      built = now
      build(queue)
    }
    // What is hidden under the keyboard would leave it on nothing, and her next Tab at the top of the page.
    if (hadFocus && isEmpty()) parts.giveFocusBack()
    parts.onChange()
  }

  function build(shown: OverlayQueue): void {
    const about = `${shown.next?.key ?? ''} ${shown.walk?.id ?? ''} ${shown.walk?.question ?? ''}`
    const hadFocus = parts.isFocusInside(element)
    fillAfter(handle, [
      shape(doc, 'person', 'check'),
      make(doc, 'span', { className: 'grow', text: waitingCount(waiting) }),
      button(doc, { className: 'icon', label: t(QUEUE_WORDS.minimise), text: '–' }, () =>
        wish('small'),
      ),
    ])
    fillAfter(steps, [
      ...walkOf(shown),
      ...nextOf(shown),
      make(doc, 'p', { className: 'said', role: 'status', text: shown.said ?? '' }),
    ])
    if (about !== subject) {
      subject = about
      beDeafAWhile()
    }
    if (hadFocus && !parts.isFocusInside(element)) firstButton().focus()
  }

  function walkOf({ walk }: OverlayQueue): readonly Node[] {
    if (walk === undefined) return []
    const { id, question, mute } = walk
    const row = make(doc, 'div', { className: 'answers' })
    const muteIt = (first: boolean): void => {
      if (mute?.first === first)
        row.append(answer(row, t(QUEUE_WORDS.mute[mute.can]), first, 'mute', id))
    }
    muteIt(true)
    if (question === 'adult') {
      row.append(answer(row, t(QUEUE_WORDS.yes), mute?.first !== true, 'adultSeen', id))
      row.append(answer(row, t(QUEUE_WORDS.notYet), false, 'goOn', id))
    } else if (question !== 'complete') {
      row.append(answer(row, t(QUEUE_WORDS.goOn), false, 'goOn', id))
    }
    muteIt(false)
    return [ask(QUEUE_ASKS[question], walk.name), ...(row.childElementCount > 0 ? [row] : [])]
  }

  function nextOf(shown: OverlayQueue): readonly Node[] {
    const { next, admitting } = shown
    if (admitting !== undefined) return [ask(QUEUE_ASKS.admitting, admitting)]
    if (next === undefined) return []
    const row = make(doc, 'div', { className: 'answers' })
    if (next.can !== 'none')
      row.append(answer(row, t(QUEUE_WORDS.letIn[next.can]), next.sure, 'admit', next.key))
    row.append(answer(row, t(QUEUE_WORDS.leave), false, 'leaveWaiting', next.key))
    return [ask(QUEUE_ASKS[next.sure ? 'next' : 'unsure'], next.name), row]
  }

  /** A sentence about one person. */
  function ask(sentence: (typeof QUEUE_ASKS)[keyof typeof QUEUE_ASKS], name: string): HTMLElement {
    const bdi = make(doc, 'bdi', { className: 'name', text: clipped(name, LONGEST_NAME) })
    return make(doc, 'p', { className: 'ask' }, tParts(sentence, { name: bdi }))
  }

  /** A button that answers once, and not in its first moment. */
  function answer(
    row: HTMLElement,
    text: string,
    primary: boolean,
    what: QueueAnswer,
    id: string,
  ): HTMLElement {
    return button(doc, { className: primary ? 'answer primary' : 'answer', text }, () => {
      if (deaf || row.getAttribute('aria-busy') === 'true') return
      row.setAttribute('aria-busy', 'true')
      cancelTaken()
      cancelTaken = schedule.after(TAKEN_MS, () => row.removeAttribute('aria-busy'))
      if (!ONLY_HERS[what]) return parts.onAnswer(what, id)
      parts.inPlainSight(element, (seen) => {
        if (seen) parts.onAnswer(what, id)
        else row.removeAttribute('aria-busy')
      })
    })
  }

  function beDeafAWhile(): void {
    deaf = true
    cancelDeaf()
    cancelDeaf = schedule.after(DEAF_MS, () => (deaf = false))
  }

  return {
    element,
    chip,
    get isOpen() {
      return isOpen()
    },
    update(view) {
      queue = view.queue
      waiting = view.waiting
      // The next class that arrives is shown again, whatever was wished for the last one.
      if (isEmpty()) wanted = undefined
      render()
    },
    avoid(corner, tiles, solid) {
      if (isEmpty() || wanted !== undefined) return false
      // A chip that opens under her hand takes the click, or the key, that was meant to open it as one for a child.
      if (pointerInside || parts.isFocusInside(element) || parts.isFocusInside(chip)) return false
      // Looked at anew only when the pictures have moved: the card's own coming and going must not set it off again.
      const pictures = [...tiles, ...solid]
        .map(({ x, y, width, height: tall }) => [x, y, width, tall].map(Math.round).join())
        .join(' ')
      if (pictures === lookedAt) return false
      lookedAt = pictures
      const height = element.hidden ? HEIGHT : element.offsetHeight
      const box = { ...corner, width: WIDTH, height }
      const covers = isOver(box, [...tiles.map(faceOf), ...solid])
      if (covers === coversFace) return false
      coversFace = covers
      render()
      return true
    },
    minimise() {
      if (isOpen()) wish('small')
    },
    focusFirst() {
      if (isEmpty()) return false
      ;(isOpen() ? firstButton() : chip).focus()
      return true
    },
  }
}
