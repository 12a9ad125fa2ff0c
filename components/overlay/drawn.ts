/**
 * Words that only a person can read. A closed root keeps a page's scripts away from its nodes, but `window.find()` of the page searches the
 * text in it all the same, and a copy of the page's selection holds it. Neither sees what a style sheet draws. So nothing of ours is a
 * text node: the words stand in an attribute, and `::before` draws them from there (style.ts). Screen readers are given drawn words as
 * any others.
 */
export const WORDS_IN = 'data-words'

/** Gives the element these words in place of those that it had; none: it is empty. */
export function write(element: Element, text: string): void {
  if (text === '') element.removeAttribute(WORDS_IN)
  else if (written(element) !== text) element.setAttribute(WORDS_IN, text)
}

/** The element's own words. */
export function written(element: Element): string {
  return element.getAttribute(WORDS_IN) ?? ''
}

/** Words in the midst of others. */
export function words(doc: Document, text: string): HTMLElement {
  const element = doc.createElement('span')
  write(element, text)
  return element
}

/** What a region reads out: a new element each time, so that a screen reader takes it for news also where the same is said again. */
export function tell(region: Element, text: string): void {
  region.replaceChildren(...(text === '' ? [] : [words(region.ownerDocument, text)]))
}
