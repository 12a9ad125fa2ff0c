/**
 * Text as a person sees it. On these sites icon words ("mic_off", "devices") are text nodes, tooltips repeat every name, and
 * hover overlays sit inside messages: a plain `textContent` would put all of that into a child's name.
 */

/** Subtrees whose text is never part of what a person is called or wrote. */
const NOT_PROSE = new Set(['I', 'BUTTON', 'SCRIPT', 'STYLE', 'SVG', 'svg', 'TEMPLATE', 'NOSCRIPT'])

/** A page can put a megabyte into a name; nothing beyond this many characters is looked at. */
const MAX_LOOKED_AT = 12_000

function isProse(element: Element): boolean {
  if (NOT_PROSE.has(element.tagName)) return false
  if (element.getAttribute('aria-hidden') === 'true') return false
  return element.getAttribute('role') !== 'tooltip'
}

const NOTHING: ReadonlySet<Element> = new Set()

const UNTIDY = /[\t\r\n\f]|^ | $| {2}/

/** Runs of ordinary white space become one space. Bidi and zero-width characters stay: matching deals with them. */
export function tidy(text: string): string {
  // Most of what a page shows is tidy already, and a reading asks this a thousand times.
  if (text.length <= MAX_LOOKED_AT && !UNTIDY.test(text)) return text
  return text
    .slice(0, MAX_LOOKED_AT)
    .replace(/[ \t\r\n\f]+/g, ' ')
    .replace(/^ | $/g, '')
}

/** At most `max` characters; a longer text ends in an ellipsis. Never cuts a character in half. */
export function clip(text: string, max: number): string {
  if (text.length <= max) return text
  let end = max - 1
  const last = text.charCodeAt(end - 1)
  if (last >= 0xd800 && last <= 0xdbff) end -= 1
  return text.slice(0, end) + '…'
}

/** The pieces of text under `root` that are prose, each tidied, empty ones left out, in document order; none of what is in `without`. */
export function proseLeaves(
  root: Element,
  max = 200,
  without: ReadonlySet<Element> = NOTHING,
): string[] {
  const leaves: string[] = []
  if (root.firstElementChild === null) {
    const text = tidy(root.textContent ?? '')
    return text === '' || max < 1 ? [] : [text]
  }
  // From text to text: most elements of a tile or a row hold none, and need not be looked at.
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  while (leaves.length < max && walker.nextNode() !== null) {
    const node = walker.currentNode
    const raw = node.nodeValue ?? ''
    if (raw.length < 64 && raw.trim() === '') continue
    if (!isUnderProse(node, root, without)) continue
    const text = tidy(raw)
    if (text !== '') leaves.push(text)
  }
  return leaves
}

/** Everything between the text and `root`; `root` itself was chosen by the caller. */
function isUnderProse(node: Node, root: Element, without: ReadonlySet<Element>): boolean {
  for (let up = node.parentElement; up !== null && up !== root; up = up.parentElement) {
    if (!isProse(up) || without.has(up)) return false
  }
  return true
}

/** All prose under `root` as one line, without what is in `without`. */
export function visibleText(root: Element, without: ReadonlySet<Element> = NOTHING): string {
  return tidy(proseLeaves(root, 2000, without).join(' '))
}

/** What a control is called: its accessible name where the page gives one, else its text, icon words left out. */
export function nameOfControl(element: Element): string {
  const label = tidy(element.getAttribute('aria-label') ?? '')
  if (label !== '') return label
  const ids = element.getAttribute('aria-labelledby')
  if (ids !== null) {
    const named = ids
      .split(/\s+/)
      .map((id) => element.ownerDocument.getElementById(id)?.textContent ?? '')
      .join(' ')
    if (tidy(named) !== '') return tidy(named)
  }
  return tidy(proseLeaves(element, 50).join(' '))
}
