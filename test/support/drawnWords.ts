import { written } from '../../components/overlay/drawn.ts'

/** What is read on an element of the overlay, whose words are drawn and not text nodes; text that is there all the same counts as well. */
export function wordsOf(node: Node | null | undefined): string {
  if (node === null || node === undefined) return ''
  if (node.nodeType === 3) return node.nodeValue ?? ''
  const own = node.nodeType === 1 ? written(node as Element) : ''
  return own + [...node.childNodes].map(wordsOf).join('')
}
