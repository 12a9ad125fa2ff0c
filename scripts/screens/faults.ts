/**
 * What is wrong with how a page is laid out: wider than its window, text cut off without a sign, controls or words on top of each other.
 * It runs inside the page, so it must not use anything from outside its own body.
 */
export function findFaults(): string[] {
  const faults: string[] = []
  const root = document.documentElement
  const tooWide = root.scrollWidth - root.clientWidth
  if (tooWide > 0) faults.push(`The page is ${tooWide} px wider than the window.`)

  interface Box {
    readonly left: number
    readonly right: number
    readonly top: number
    readonly bottom: number
  }
  const words = (text: string): string => {
    const clean = text.replaceAll(/\s+/g, ' ').trim()
    return `“${clean.length > 50 ? `${clean.slice(0, 49)}…` : clean}”`
  }
  const style = new Map<Element, CSSStyleDeclaration>()
  const styleOf = (one: Element): CSSStyleDeclaration => {
    const known = style.get(one) ?? getComputedStyle(one)
    style.set(one, known)
    return known
  }
  /** For screen readers only: cut off on purpose. */
  const isHidden = (one: Element): boolean => {
    for (let at: Element | null = one; at !== null; at = at.parentElement) {
      const { clipPath, visibility, opacity } = styleOf(at)
      if (clipPath === 'inset(50%)' || visibility === 'hidden' || opacity === '0') return true
    }
    return false
  }
  /** What moves together: two things of different layers may pass over each other when the page is scrolled. */
  const layerOf = (one: Element): Element => {
    for (let at: Element | null = one; at !== null; at = at.parentElement)
      if (/fixed|sticky/.test(styleOf(at).position)) return at
    return root
  }
  /** What is left of a box after everything around it has cut it; undefined where nothing is. */
  const shownPart = (box: Box, from: Element | null): Box | undefined => {
    let { left, right, top, bottom } = box
    for (let at = from; at !== null && at !== document.body; at = at.parentElement) {
      const { overflowX, overflowY, position } = styleOf(at)
      const around = at.getBoundingClientRect()
      if (overflowX !== 'visible') {
        left = Math.max(left, around.left)
        right = Math.min(right, around.right)
      }
      if (overflowY !== 'visible') {
        top = Math.max(top, around.top)
        bottom = Math.min(bottom, around.bottom)
      }
      if (position === 'fixed') break
    }
    return right - left > 1 && bottom - top > 1 ? { left, right, top, bottom } : undefined
  }
  const overlap = (a: Box, b: Box): { readonly x: number; readonly y: number } => ({
    x: Math.min(a.right, b.right) - Math.max(a.left, b.left),
    y: Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top),
  })

  interface Thing {
    readonly element: Element
    readonly box: Box
    readonly layer: Element
    readonly name: string
  }
  /** Pairs of one layer that lie on each other by more than so much. */
  const onEachOther = (things: readonly Thing[], most: number, what: string): void => {
    const sorted = [...things].sort((a, b) => a.box.top - b.box.top)
    for (const [i, a] of sorted.entries()) {
      for (let j = i + 1; j < sorted.length; j++) {
        const b = sorted[j]
        if (b === undefined || b.box.top >= a.box.bottom) break
        if (a.layer !== b.layer || a.element.contains(b.element) || b.element.contains(a.element))
          continue
        const { x, y } = overlap(a.box, b.box)
        if (x > most && y > most) faults.push(`${what} on each other: ${a.name} and ${b.name}.`)
      }
    }
  }

  const controls: Thing[] = []
  const selector = 'button, a[href], input, select, textarea, summary, [role=tab]'
  for (const element of document.querySelectorAll(selector)) {
    if (!element.checkVisibility() || isHidden(element)) continue
    const box = shownPart(element.getBoundingClientRect(), element.parentElement)
    if (box === undefined) continue
    const name = words(element.getAttribute('aria-label') ?? element.textContent)
    controls.push({ element, box, layer: layerOf(element), name })
    if (box.left < -1) faults.push(`Sticks out to the left: ${name}.`)
  }
  onEachOther(controls, 1, 'Controls')

  const texts: Thing[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement
    const text = node.textContent ?? ''
    if (
      element === null ||
      text.trim() === '' ||
      /^(SCRIPT|STYLE|OPTION|TITLE)$/i.test(element.tagName)
    )
      continue
    if (!element.checkVisibility() || isHidden(element)) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const lines = [...range.getClientRects()].filter((one) => one.width > 1 && one.height > 1)
    const name = words(text)
    let isCut = false
    for (let at: Element | null = element; at !== null; at = at.parentElement) {
      const { overflowX, overflowY, textOverflow, webkitLineClamp, position } = styleOf(at)
      // What can be scrolled into view is not lost; what ends in an ellipsis says that it was cut.
      if (/auto|scroll/.test(overflowX + overflowY)) break
      if (textOverflow === 'ellipsis' || webkitLineClamp !== 'none') break
      const around = at.getBoundingClientRect()
      const cut = lines.some(
        (line) =>
          (/hidden|clip/.test(overflowX) &&
            (line.left < around.left - 1 || line.right > around.right + 1)) ||
          (/hidden|clip/.test(overflowY) &&
            // A line box is higher than its letters.
            (line.top < around.top - 3 || line.bottom > around.bottom + 3)),
      )
      if (cut && !isCut)
        faults.push(`Cut off: ${name} in ${at.tagName.toLowerCase()}.${at.className}.`)
      isCut ||= cut
      if (position === 'fixed') break
    }
    for (const line of lines) {
      // Letters fill about the middle of their line box.
      const inset = line.height * 0.2
      const letters = {
        left: line.left,
        right: line.right,
        top: line.top + inset,
        bottom: line.bottom - inset,
      }
      const box = shownPart(letters, element)
      if (box !== undefined) texts.push({ element, box, layer: layerOf(element), name })
    }
  }
  onEachOther(texts, 2, 'Words')
  return [...new Set(faults)]
}
