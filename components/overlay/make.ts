import { words, write } from './drawn.ts'

/** Building by hand: the sites enforce Trusted Types, and names from a page must stay text, which is drawn (drawn.ts). */

export interface Look {
  readonly className?: string
  readonly text?: string
  readonly label?: string
  readonly role?: string
}

export function make<K extends keyof HTMLElementTagNameMap>(
  doc: Document,
  tag: K,
  look: Look = {},
  children: readonly (Node | string | undefined)[] = [],
): HTMLElementTagNameMap[K] {
  const element = doc.createElement(tag)
  if (look.className !== undefined) element.className = look.className
  if (look.text !== undefined) write(element, look.text)
  if (look.label !== undefined) element.setAttribute('aria-label', look.label)
  if (look.role !== undefined) element.setAttribute('role', look.role)
  for (const child of children)
    if (child !== undefined) element.append(typeof child === 'string' ? words(doc, child) : child)
  return element
}

/**
 * A button of ours. It takes only real clicks (a page can make up events), and the mouse does not take the focus away from
 * what the teacher is typing.
 */
export function button(doc: Document, look: Look, onPress: () => void): HTMLButtonElement {
  const made = make(doc, 'button', look)
  made.type = 'button'
  made.addEventListener('mousedown', (event) => event.preventDefault())
  made.addEventListener('click', (event) => {
    if (event.isTrusted) onPress()
  })
  return made
}

/** Puts new nodes in the place of all that stands after `first`, which is not touched: a node that is taken out loses the pointer. */
export function fillAfter(first: Element, nodes: readonly Node[]): void {
  while (first.nextSibling !== null) first.nextSibling.remove()
  first.after(...nodes)
}

/** Text from outside, clipped: a name of 10,000 characters must not push the buttons off the card. */
export function clipped(text: string, longest: number): string {
  const letters = [...text.slice(0, longest * 2)]
  return letters.length > longest || text.length > longest * 2
    ? `${letters.slice(0, longest - 1).join('')}…`
    : text
}

export type Tone = 'ok' | 'check' | 'alarm' | 'quiet'

export type Shape = Tone | 'lock' | 'person' | 'grip'

interface Stroke {
  readonly d: string
  readonly kind: 'body' | 'mark' | 'line'
}

/** Tones differ in shape as well as in colour: tick in a disc, question in a box, mark in a triangle, a plain ring. */
const SHAPES: Readonly<Record<Shape, readonly Stroke[]>> = {
  ok: [
    { kind: 'body', d: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1z' },
    { kind: 'mark', d: 'M4.7 8.2l2.3 2.3 4.4-4.8' },
  ],
  check: [
    { kind: 'body', d: 'M4 1h8a3 3 0 0 1 3 3v8a3 3 0 0 1-3 3H4a3 3 0 0 1-3-3V4a3 3 0 0 1 3-3z' },
    { kind: 'mark', d: 'M5.7 6c0-3.1 4.7-3 4.7-.2C10.4 7.7 8 7.5 8 9.6M8 12.1v.3' },
  ],
  alarm: [
    { kind: 'body', d: 'M8 1.2 15.4 14.4H.6z' },
    { kind: 'mark', d: 'M8 6v4M8 12v.3' },
  ],
  quiet: [{ kind: 'line', d: 'M8 3.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9z' }],
  lock: [
    { kind: 'line', d: 'M5 7V5a3 3 0 0 1 6 0v2' },
    { kind: 'body', d: 'M4 7h8a1 1 0 0 1 1 1v5a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1z' },
  ],
  person: [{ kind: 'body', d: 'M8 2a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM2.5 14.5a5.5 5.5 0 0 1 11 0z' }],
  grip: [
    {
      kind: 'body',
      d: 'M5.5 1.7a1.3 1.3 0 1 0 0 2.6 1.3 1.3 0 0 0 0-2.6zM5.5 6.7a1.3 1.3 0 1 0 0 2.6 1.3 1.3 0 0 0 0-2.6zM5.5 11.7a1.3 1.3 0 1 0 0 2.6 1.3 1.3 0 0 0 0-2.6zM10.5 1.7a1.3 1.3 0 1 0 0 2.6 1.3 1.3 0 0 0 0-2.6zM10.5 6.7a1.3 1.3 0 1 0 0 2.6 1.3 1.3 0 0 0 0-2.6zM10.5 11.7a1.3 1.3 0 1 0 0 2.6 1.3 1.3 0 0 0 0-2.6z',
    },
  ],
}

const SVG = 'http://www.w3.org/2000/svg'

export function shape(doc: Document, which: Shape, tone: Tone = toneOf(which)): SVGSVGElement {
  const svg = doc.createElementNS(SVG, 'svg')
  svg.setAttribute('viewBox', '0 0 16 16')
  svg.setAttribute('aria-hidden', 'true')
  svg.setAttribute('class', `shape ${tone}`)
  for (const { d, kind } of SHAPES[which]) {
    const path = doc.createElementNS(SVG, 'path')
    path.setAttribute('d', d)
    path.setAttribute('class', kind)
    svg.append(path)
  }
  return svg
}

function toneOf(which: Shape): Tone {
  return which === 'lock' || which === 'person' || which === 'grip' ? 'quiet' : which
}
