import { hitsOf } from './dom/find.ts'
import type { SelectorPack } from './pack.ts'

/** How many elements each alternative of each target finds on a page right now, in the order of the pack. */
export type TargetHits = Readonly<Record<string, readonly number[]>>

/** More than this is no further news. */
const MOST_HITS = 999
/** Older builds of Teams hold the call in a frame. */
const MOST_FRAMES = 4

/** For the self-test and for trying a pack before it is used. Reads only; costs a few milliseconds, so it is done when asked, never by itself. */
export function targetHits(pack: Pick<SelectorPack, 'targets'>, doc: Document): TargetHits {
  const documents = documentsOf(doc)
  return Object.fromEntries(
    Object.entries(pack.targets).map(([target, alternatives]) => [
      target,
      alternatives.map((alternative) =>
        Math.min(
          MOST_HITS,
          documents.reduce((sum, one) => sum + hitsOf(one, alternative).length, 0),
        ),
      ),
    ]),
  )
}

/** The page and the frames of its own origin in it. */
export function documentsOf(doc: Document): readonly Document[] {
  const inner = [...doc.querySelectorAll('iframe')].slice(0, 40).flatMap((frame) => {
    try {
      return frame.contentDocument ?? []
    } catch {
      return [] // of another origin
    }
  })
  return [doc, ...inner.slice(0, MOST_FRAMES)]
}
