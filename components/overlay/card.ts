import type { Schedule } from '../../lib/observe/schedule.ts'
import type { PromptAnswer } from '../../lib/session/events.ts'
import type { PromptView } from '../../lib/views/types.ts'
import { bySeverity } from '../../lib/views/urgency.ts'
import { t } from '../../lib/words/say.ts'
import { write } from './drawn.ts'
import { button, clipped, fillAfter, make, shape } from './make.ts'
import type { Tone } from './make.ts'
import type { Grip } from './mover.ts'
import { messages, position, SEVERITY, WORDS } from './words.ts'

/**
 * The prompts, one at a time.
 *
 *   none ── prompt ─▶ card ── answer ─▶ waiting for the background ── prompt gone ─▶ next card, or none
 *                     │  ▲                     └── still there after `TAKEN_MS` ─▶ card, answers open again
 *            minimise │  │ restore, or an alarm that is new
 *                     ▼  │
 *                    chip
 *
 * A card that is being read is not replaced under the pointer: another prompt only raises the count, unless it is worse and nobody is
 * at the card. For a moment after a card appears its answers take nothing, so that a click meant for the last card
 * does not answer this one.
 */
export interface Card {
  readonly element: HTMLElement
  readonly chip: HTMLElement
  update(prompts: readonly PromptView[]): void
  /** The participants that the card on screen is about; empty while there is none. */
  about(): readonly string[]
  minimise(): void
  focusFirst(): boolean
}

export interface CardParts {
  readonly doc: Document
  readonly schedule: Schedule
  /** By which the card is moved. */
  readonly grip: Grip
  readonly onAnswer: (promptId: string, answer: PromptAnswer) => void
  /** Tells a moment later whether the card can be seen as it is; where it can't, its answers take nothing (plain.ts). */
  readonly inPlainSight: (card: Element, take: (seen: boolean) => void) => void
  /** What stands on screen changed its size. */
  readonly onChange: () => void
  readonly isFocusInside: () => boolean
  /** Gives the focus back to the page after an answer by keyboard. */
  readonly giveFocusBack: () => void
}

const TONES: Readonly<Record<PromptView['severity'], Tone>> = {
  alarm: 'alarm',
  act: 'check',
  notice: 'quiet',
}
const DEAF_MS = 400
const TAKEN_MS = 5000

export function createCard(parts: CardParts): Card {
  const { doc, schedule } = parts
  const { handle, steps } = parts.grip
  const top = make(doc, 'div', { className: 'top' }, [handle])
  const element = make(doc, 'section', { className: 'card', role: 'group' }, [top, steps])
  const chipText = make(doc, 'span')
  const chip = button(doc, { className: 'chip' }, () => setSmall(false))
  chip.append(chipText)
  element.hidden = true
  chip.hidden = true

  let prompts: readonly PromptView[] = []
  let current: PromptView | undefined
  /** Where the keyboard goes first: the first answer, else the minimise button. */
  let first: HTMLElement = chip
  let small = false
  let deaf = false
  let built = ''
  let pointerInside = false
  let cancelDeaf = () => {}
  let cancelTaken = () => {}
  const known = new Set<string>()

  element.addEventListener('pointerenter', () => (pointerInside = true))
  element.addEventListener('pointerleave', () => (pointerInside = false))

  function setSmall(wish: boolean): void {
    const focusWasInside = parts.isFocusInside()
    small = wish
    render()
    if (!focusWasInside) return
    if (small) chip.focus()
    else focusFirst()
  }

  function choose(): PromptView | undefined {
    const still = prompts.find((one) => one.promptId === current?.promptId)
    const worst = prompts.toSorted(bySeverity)[0]
    const free = !pointerInside && !parts.isFocusInside()
    // Something worse takes the place of what can wait, but not from under her hand.
    if (still === undefined || worst === undefined) return worst
    return free && bySeverity(worst, still) < 0 ? worst : still
  }

  function update(next: readonly PromptView[]): void {
    prompts = next
    const alarmIsNew = next.some((one) => one.severity === 'alarm' && !known.has(one.promptId))
    known.clear()
    for (const one of next) known.add(one.promptId)
    if (alarmIsNew) small = false
    if (next.length === 0) small = false
    current = choose()
    render()
  }

  function render(): void {
    const open = current !== undefined && !small
    const hadFocus = !element.hidden && parts.isFocusInside()
    element.hidden = !open
    if (element.hidden) pointerInside = false
    chip.hidden = current === undefined || open
    if (current === undefined) {
      built = ''
      if (hadFocus) parts.giveFocusBack()
    } else {
      renderChip(current)
      const wanted = JSON.stringify([current, prompts.length, prompts.indexOf(current)])
      if (wanted !== built) {
        const samePrompt = element.dataset['prompt'] === current.promptId
        build(current)
        built = wanted
        element.dataset['prompt'] = current.promptId
        if (!samePrompt) beDeafAWhile()
        // Who moves the card goes on moving it.
        if (hadFocus && !small && !parts.isFocusInside()) focusFirst()
      }
    }
    parts.onChange()
  }

  function renderChip(prompt: PromptView): void {
    const tone = TONES[prompts.some((one) => one.severity === 'alarm') ? 'alarm' : prompt.severity]
    chip.className = `chip ${tone}`
    chip.setAttribute('aria-label', `${messages(prompts.length)}. ${t(WORDS.restore)}`)
    chip.replaceChildren(shape(doc, tone), chipText)
    write(chipText, messages(prompts.length))
  }

  function build(prompt: PromptView): void {
    const index = Math.max(0, prompts.indexOf(prompt))
    element.className = `card ${prompt.severity}`
    const heading = clipped(prompt.title, 140)
    element.setAttribute('aria-label', heading)
    const minimise = button(doc, { className: 'icon', label: t(WORDS.minimise), text: '–' }, () =>
      setSmall(true),
    )
    const next = button(doc, { className: 'icon', label: t(WORDS.next), text: '›' }, () => {
      current = prompts[(index + 1) % prompts.length]
      render()
      if (parts.isFocusInside()) focusFirst()
    })
    next.hidden = prompts.length < 2
    first = minimise
    const count = make(doc, 'span', {
      text: prompts.length < 2 ? '' : position(index, prompts.length),
    })
    const reading = make(doc, 'div', { className: 'reading' }, [
      make(doc, 'h2', { className: 'title', text: heading }),
    ])
    if (prompt.body !== '') {
      reading.append(make(doc, 'p', { className: 'text', text: clipped(prompt.body, 400) }))
    }
    if (prompt.say !== '') {
      reading.append(
        make(doc, 'div', { className: 'say' }, [
          make(doc, 'p', { className: 'lead', text: t(WORDS.say) }),
          make(doc, 'p', { text: clipped(prompt.say, 400) }),
        ]),
      )
    }
    fillAfter(handle, [
      shape(doc, TONES[prompt.severity]),
      make(doc, 'span', { className: 'grow', text: t(SEVERITY[prompt.severity]) }),
      count,
      next,
      minimise,
    ])
    fillAfter(steps, [reading, answersOf(prompt)])
  }

  function answersOf(prompt: PromptView): HTMLElement {
    const row = make(doc, 'div', { className: 'answers' })
    for (const { answer, label, primary } of prompt.answers) {
      const made = button(
        doc,
        { className: primary ? 'answer primary' : 'answer', text: clipped(label, 60) },
        () => {
          if (deaf || row.getAttribute('aria-busy') === 'true') return
          row.setAttribute('aria-busy', 'true')
          cancelTaken()
          cancelTaken = schedule.after(TAKEN_MS, () => row.removeAttribute('aria-busy'))
          parts.inPlainSight(element, (seen) => {
            if (seen) parts.onAnswer(prompt.promptId, answer)
            else row.removeAttribute('aria-busy')
          })
        },
      )
      if (row.childElementCount === 0) first = made
      row.append(made)
    }
    return row
  }

  function beDeafAWhile(): void {
    deaf = true
    cancelDeaf()
    cancelDeaf = schedule.after(DEAF_MS, () => (deaf = false))
  }

  function focusFirst(): boolean {
    if (current === undefined) return false
    ;(small ? chip : first).focus()
    return true
  }

  return {
    element,
    chip,
    update,
    about: () => (current === undefined || small ? [] : current.about),
    minimise: () => setSmall(true),
    focusFirst,
  }
}
