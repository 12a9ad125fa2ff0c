/** Attributes that are read out or shown to people. */
const SPOKEN = [
  'aria-label',
  'aria-description',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'title',
  'alt',
  'placeholder',
  'value',
  'data-tooltip',
  'data-text',
]

/** Most that is read; a page that shows more gives no words, and then none of ours is kept either. */
const MOST_TEXT = 2_000_000

/** Every word that a page shows or says, in small letters; undefined where there is too much to look at all of it. */
export function wordsSaid(
  documents: readonly Document[],
  icons: ReadonlySet<string>,
): ReadonlySet<string> | undefined {
  const said = new Set<string>()
  let length = 0
  const add = (text: string): void => {
    length += text.length
    for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{M}\p{N}]+/gu)) said.add(word)
  }
  for (const doc of documents) {
    add(doc.title)
    const texts = doc.createTreeWalker(doc, NodeFilter.SHOW_TEXT)
    for (
      let node = texts.nextNode();
      node !== null && length < MOST_TEXT;
      node = texts.nextNode()
    ) {
      const parent = node.parentElement
      if (parent === null || ['SCRIPT', 'STYLE', 'NOSCRIPT'].includes(parent.tagName)) continue
      const text = node.nodeValue ?? ''
      // An icon is drawn by a word that nobody reads.
      if (!(parent.tagName === 'I' && icons.has(text.trim()))) add(text)
    }
    for (const element of doc.querySelectorAll(SPOKEN.map((name) => `[${name}]`).join(','))) {
      for (const name of SPOKEN) add(element.getAttribute(name) ?? '')
      if (length >= MOST_TEXT) break
    }
    for (const field of doc.querySelectorAll('input, textarea')) {
      const { value } = field as HTMLInputElement
      if (typeof value === 'string') add(value)
    }
  }
  return length >= MOST_TEXT ? undefined : said
}
