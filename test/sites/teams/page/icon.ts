import { act, h, type Attributes } from './dom.ts'
import type { IconWord } from './icon-drawings.ts'

type Shape = readonly [tag: string, attributes: Readonly<Record<string, string>>]

let shapes: Readonly<Record<string, readonly Shape[]>> = {}

/** The drawings, once for the page. */
export async function loadIcons(): Promise<void> {
  shapes = (await fetch('/sim/icons.json').then((answer) => answer.json())) as typeof shapes
}

const svg = 'http://www.w3.org/2000/svg'

/** An icon as the site has it: an `svg` element with no words in it. */
export function icon(word: IconWord, attributes: Attributes = {}): SVGElement {
  const made = document.createElementNS(svg, 'svg')
  const set: Attributes = {
    viewBox: '0 0 24 24',
    'aria-hidden': 'true',
    class: 'fui-Icon-regular',
    ...attributes,
  }
  for (const [name, value] of Object.entries(set))
    if (value !== undefined && value !== false) made.setAttribute(name, String(value))
  for (const [tag, parts] of shapes[word] ?? []) {
    const part = document.createElementNS(svg, tag)
    for (const [name, value] of Object.entries(parts))
      if (name !== 'key') part.setAttribute(name, value)
    made.append(part)
  }
  return made
}

/** Class names as the site's style engine makes them: they change with every release, here with every load. */
export function hashed(): string {
  return `___${Math.floor(Math.random() * 0xfff_ffff).toString(36)}`
}

/** A button with an icon, a text, or both. The label is left out where the text says it all. */
export function button(
  attributes: Attributes,
  face: { readonly icon?: IconWord; readonly text?: string },
  run: (event: Event) => void,
): HTMLButtonElement {
  const made = h(
    'button',
    { type: 'button', class: `fui-Button ${hashed()}`, ...attributes },
    face.icon !== undefined && h('span', { class: 'fui-Button__icon' }, icon(face.icon)),
    face.text !== undefined && h('span', { class: hashed() }, face.text),
  )
  return act(made, run)
}

/** Puts another icon into a button made above. */
export function setFace(of: Element, word: IconWord, attributes: Attributes = {}): void {
  of.querySelector('.fui-Button__icon')?.replaceChildren(icon(word, attributes))
}
