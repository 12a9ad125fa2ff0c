/**
 * Looking something up by an ordered list of alternatives. Several generations of a site are alive at once, so a thing is
 * described by what it was seen to look like, newest and most robust first; the first alternative that hits is the answer.
 */

/** One way to recognise a thing on a page. Data: it can be replaced from a file without a release. */
export interface Alternative {
  readonly css: string
  /** Icon words (ligatures) of which the element must contain one: they are the same in every language. */
  readonly icon?: readonly string[] | undefined
  /** Where and when it was seen, by the short names of docs/selectors.md. */
  readonly seen: string
  /** The generation of the site's interface it belongs to. */
  readonly generation: '2025' | '2026' | 'any'
  /** How many elements it gives on a named saved page. Checked by a test. */
  readonly expect?: Readonly<Record<string, number>> | undefined
}

/** Everything that one alternative hits under `scope`. Nothing for a selector that the browser does not understand. */
export function hitsOf(
  scope: ParentNode,
  alternative: Pick<Alternative, 'css' | 'icon'>,
): Element[] {
  let found: Iterable<Element>
  try {
    found = scope.querySelectorAll(alternative.css)
  } catch {
    return [] // a replaced pack can hold a selector that no browser reads; `badSelectors` names it
  }
  const { icon } = alternative
  const hits = [...found].filter((element) => !isForm(element))
  return icon === undefined ? hits : hits.filter((element) => hasIcon(element, icon))
}

/**
 * A form's fields stand in for its own properties by their names: one called "getAttribute" makes every reading of the form fail, and with
 * it that of the page. Nothing that is looked for on either site is a form.
 */
export function isForm(element: Element): boolean {
  return element instanceof HTMLFormElement
}

/** The hits of the first alternative that has any. */
export function allOf(scope: ParentNode, alternatives: readonly Alternative[]): Element[] {
  for (const alternative of alternatives) {
    const hits = hitsOf(scope, alternative)
    if (hits.length > 0) return hits
  }
  return []
}

/** The hits of all alternatives together: for things that come in several shapes at the same time. */
export function everyOf(scope: ParentNode, alternatives: readonly Alternative[]): Element[] {
  return [...new Set(alternatives.flatMap((alternative) => hitsOf(scope, alternative)))]
}

/** The first hit, in order of the alternatives, that `accept` takes. */
export function firstOf(
  scope: ParentNode,
  alternatives: readonly Alternative[],
  accept: (element: Element) => boolean = () => true,
): Element | undefined {
  for (const alternative of alternatives) {
    if (alternative.icon === undefined) {
      const quick = queryOne(scope, alternative.css)
      if (quick === null) continue
      if (!isForm(quick) && accept(quick)) return quick
    }
    const hit = hitsOf(scope, alternative).find(accept)
    if (hit !== undefined) return hit
  }
  return undefined
}

function queryOne(scope: ParentNode, css: string): Element | null {
  try {
    return scope.querySelector(css)
  } catch {
    return null
  }
}

/** Whether an icon inside the element shows one of `words`. */
export function hasIcon(element: Element, words: readonly string[]): boolean {
  return iconIn(element, words) !== undefined
}

/** The first of `words` that an icon inside the element shows. */
export function iconIn(element: Element, words: readonly string[]): string | undefined {
  if (element.tagName === 'I') {
    const own = (element.textContent ?? '').trim()
    if (words.includes(own)) return own
  }
  if (element.firstElementChild === null) return undefined
  for (const icon of element.querySelectorAll('i')) {
    const word = (icon.textContent ?? '').trim()
    if (words.includes(word)) return word
  }
  return undefined
}

/** Alternatives whose CSS this browser refuses, for the page that takes a replaced pack. */
export function badSelectors(
  targets: Readonly<Record<string, readonly Alternative[]>>,
  doc: Document,
): { readonly target: string; readonly css: string }[] {
  const probe = doc.createDocumentFragment()
  return Object.entries(targets).flatMap(([target, alternatives]) =>
    alternatives.flatMap(({ css }) => {
      try {
        probe.querySelector(css)
        return []
      } catch {
        return [{ target, css }]
      }
    }),
  )
}

/** The nearest element around this one (or itself) that an alternative describes by its CSS alone. */
export function closestOf(
  element: Element,
  alternatives: readonly Alternative[],
): Element | undefined {
  for (const { css, icon } of alternatives) {
    if (icon !== undefined) continue
    try {
      const around = element.closest(css)
      if (around !== null) return around
    } catch {
      continue // as in `hitsOf`
    }
  }
  return undefined
}
