import { documentsOf, targetHits } from '../inspect.ts'
import type { SelectorPack } from '../pack.ts'
import { wordsSaid } from './said.ts'
import { treeOf, type ReportNode } from './tree.ts'
import { vocabularyOf } from './vocabulary.ts'

/** Largest report, in bytes: it is read by a person before it is sent to another. */
export const MOST_REPORT = 300_000
const MOST_ELEMENTS = 6_000

/**
 * The build of a meeting page without anything that it says: for a bug report on a site that has changed. JSON, one element a line.
 *
 * Holds no name, no text, no address: every string in it comes from our own vocabulary (`vocabulary.ts`), and of that no word which the page
 * shows to anybody, except where a selector of the shipped pack asks for that very value. `test/dom/page-report.test.ts` holds it
 * to that, on pages full of names.
 */
export function pageReport(
  doc: Document,
  shipped: SelectorPack,
  used: Pick<SelectorPack, 'asOf' | 'targets'>,
): string {
  const vocabulary = vocabularyOf(shipped)
  const said = wordsSaid(documentsOf(doc), vocabulary.icons)
  // Too much text to hold every word against it: then only what selectors ask for is kept.
  const eyes =
    said === undefined
      ? { vocabulary: { ...vocabulary, words: new Set<string>() }, said: new Set<string>() }
      : { vocabulary, said }
  const hits = Object.entries(targetHits(used, doc)).filter(([name]) =>
    vocabulary.targets.has(name),
  )
  for (let most = MOST_ELEMENTS; ; most = Math.floor(most / 2)) {
    const { tree, reported, cut } = treeOf(doc.body, most, eyes)
    const head = {
      schema: 'lesson-steward/page-report',
      version: 1,
      platform: shipped.platform,
      shippedLooks: shipped.asOf,
      usedLooks: used.asOf,
      elements: doc.body.querySelectorAll('*').length,
      reported,
      cut,
      found: Object.fromEntries(hits),
    }
    const text = `${JSON.stringify(head).slice(0, -1)},\n"tree":\n${lineOf(tree, 0)}\n}\n`
    if (text.length <= MOST_REPORT || most <= 1) return text
  }
}

/** One line an element, so that a person can read it and a tool can compare two. */
function lineOf(node: ReportNode, depth: number): string {
  const { kids, ...own } = node
  const start = ' '.repeat(depth) + JSON.stringify(own)
  if (kids === undefined) return start
  const inner = kids.map((kid) => lineOf(kid, depth + 1)).join(',\n')
  return `${start.slice(0, -1)},"kids":[\n${inner}\n${' '.repeat(depth)}]}`
}
