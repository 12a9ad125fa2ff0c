/** What lies over a control: a person could not click it there, and neither do we. */

/** Where a control is tried, as parts of its box: something that hides only an edge hides nothing. */
const PLACES = [
  [0.5, 0.5],
  [0.25, 0.25],
  [0.75, 0.75],
] as const

/** Our own panel lies over everything and is none of the page's business. */
const OURS = '[data-lesson-steward]'
const SWITCH = 'input, [role="switch"], [role="radio"], [role="checkbox"]'

type HolderOf = (element: Element) => Element | undefined

/**
 * The element that lies over the whole of `element`; undefined where none does and where nobody can tell (no box, out of the window,
 * deaf to the pointer: the sites fade their bars out while they remain usable). `holderOf` gives the tile or row that something stands
 * in: the layers of a tile, and the neighbours that it overlaps with, are nothing in front of its controls.
 */
export function coverOf(
  element: Element,
  holderOf: HolderOf = () => undefined,
): Element | undefined {
  const root = element.getRootNode()
  if (!(root instanceof Document || root instanceof ShadowRoot)) return undefined
  if (!element.checkVisibility({ visibilityProperty: true })) return undefined
  if (getComputedStyle(element).pointerEvents === 'none') return undefined
  const box = element.getBoundingClientRect()
  if (box.width < 1 || box.height < 1) return undefined
  let cover: Element | undefined
  for (const [x, y] of PLACES) {
    const over = root
      .elementsFromPoint(box.left + box.width * x, box.top + box.height * y)
      .find((one) => one.closest(OURS) === null)
    if (over === undefined || belongs(over, element, holderOf)) return undefined
    cover ??= over
  }
  return cover
}

/** A part of the control, something around it, what draws a switch over its tiny input, or a layer of the same tile or row. */
function belongs(over: Element, element: Element, holderOf: HolderOf): boolean {
  if (element.contains(over) || over.contains(element)) return true
  if (holderOf(element) !== undefined && holderOf(over) !== undefined) return true
  if (over.closest('label')?.control === element) return true
  return element.matches(SWITCH) && element.parentElement?.contains(over) === true
}

/** Brings a control that has been scrolled away in its panel or list back into sight. Out of the window nobody can tell what lies over it. */
export function showInList(element: Element): void {
  const { left, top, width, height } = element.getBoundingClientRect()
  const view = element.ownerDocument.defaultView
  if (view === null || width < 1 || height < 1) return
  const [x, y] = [left + width / 2, top + height / 2]
  const inside = x >= 0 && y >= 0 && x < view.innerWidth && y < view.innerHeight
  if (!inside || coverOf(element) !== undefined) element.scrollIntoView({ block: 'nearest' })
}
