import { hitsOf, type Alternative } from './find.ts'

type Shape = Pick<Alternative, 'css' | 'icon'>

/**
 * The same thing looked for in many rows or tiles at once: one walk over the page for each of its shapes, where asking each row would
 * be one walk and one call for each of hundreds.
 */

/**
 * For each container what `firstOf` finds in it. `containers` in document order, none within another; those in which nothing is found
 * are missing.
 */
export function firstInEach(
  containers: readonly Element[],
  alternatives: readonly Shape[],
): ReadonlyMap<Element, Element> {
  const found = new Map<Element, Element>()
  const around = aroundAll(containers)
  for (const alternative of alternatives) {
    if (around === undefined || found.size === containers.length) break
    const hits = new Map<Element, Element>()
    deal(hitsOf(around, alternative), containers, (container, hit) => {
      if (!hits.has(container)) hits.set(container, hit)
    })
    for (const [container, hit] of hits) if (!found.has(container)) found.set(container, hit)
  }
  return found
}

/** For each container what `everyOf` finds in it, in the same order. */
export function everyInEach(
  containers: readonly Element[],
  alternatives: readonly Shape[],
): ReadonlyMap<Element, readonly Element[]> {
  const found = new Map<Element, Set<Element>>()
  const around = aroundAll(containers)
  if (around === undefined) return new Map()
  for (const alternative of alternatives) {
    deal(hitsOf(around, alternative), containers, (container, hit) => {
      const before = found.get(container)
      if (before === undefined) found.set(container, new Set([hit]))
      else before.add(hit)
    })
  }
  return new Map([...found].map(([container, hits]) => [container, [...hits]]))
}

/** The smallest part of the page that holds them all: the list, or the stage. */
function aroundAll(containers: readonly Element[]): Element | undefined {
  const last = containers.at(-1)
  let around: Element | null | undefined = containers[0]
  while (around !== null && around !== undefined && last !== undefined && !around.contains(last))
    around = around.parentElement
  return around ?? undefined
}

/** Both lists are in document order, so each is gone through once. */
function deal(
  hits: readonly Element[],
  containers: readonly Element[],
  give: (container: Element, hit: Element) => void,
): void {
  let at = 0
  for (const hit of hits) {
    for (let container = containers[at]; container !== undefined; container = containers[at]) {
      if (container.contains(hit)) {
        if (container !== hit) give(container, hit)
        break
      }
      const isAhead =
        (container.compareDocumentPosition(hit) & Node.DOCUMENT_POSITION_FOLLOWING) === 0
      if (isAhead) break
      at += 1
    }
  }
}
