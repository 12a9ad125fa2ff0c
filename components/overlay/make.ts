/** Building by hand: the sites enforce Trusted Types, and names from a page must stay text. */

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
  children: readonly (Node | undefined)[] = [],
): HTMLElementTagNameMap[K] {
  const element = doc.createElement(tag)
  if (look.className !== undefined) element.className = look.className
  if (look.text !== undefined) element.textContent = look.text
  if (look.label !== undefined) element.setAttribute('aria-label', look.label)
  if (look.role !== undefined) element.setAttribute('role', look.role)
  for (const child of children) if (child !== undefined) element.append(child)
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

/** Text from outside, clipped: a name of 10,000 characters must not push the buttons off the card. */
export function clipped(text: string, longest: number): string {
  const letters = [...text.slice(0, longest * 2)]
  return letters.length > longest || text.length > longest * 2
    ? `${letters.slice(0, longest - 1).join('')}…`
    : text
}

export type Tone = 'ok' | 'check' | 'alarm' | 'quiet'

/** Tones differ in shape as well as in colour: tick in a disc, question in a diamond, mark in a triangle, a plain ring. */
const SHAPES: Readonly<Record<Tone, readonly { readonly d: string; readonly mark?: true }[]>> = {
  ok: [{ d: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1z' }, { d: 'M4.7 8.2l2.3 2.3 4.4-4.8', mark: true }],
  check: [
    { d: 'M8 .8 15.2 8 8 15.2.8 8z' },
    { d: 'M6.3 6.4c0-2.3 3.5-2.2 3.5-.1 0 1.4-1.7 1.3-1.7 2.7M8.1 11.1v.3', mark: true },
  ],
  alarm: [{ d: 'M8 1.2 15.4 14.4H.6z' }, { d: 'M8 6v4M8 12v.3', mark: true }],
  quiet: [{ d: 'M8 3.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9z' }],
}

const SVG = 'http://www.w3.org/2000/svg'

export function shape(doc: Document, tone: Tone): SVGSVGElement {
  const svg = doc.createElementNS(SVG, 'svg')
  svg.setAttribute('viewBox', '0 0 16 16')
  svg.setAttribute('aria-hidden', 'true')
  svg.setAttribute('class', `shape ${tone}`)
  for (const { d, mark } of SHAPES[tone]) {
    const path = doc.createElementNS(SVG, 'path')
    path.setAttribute('d', d)
    path.setAttribute('class', mark === true ? 'mark' : 'body')
    svg.append(path)
  }
  return svg
}
