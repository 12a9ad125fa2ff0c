import type { ActTools } from '../../meeting/index.ts'
import { waitFor } from './wait.ts'

/** Going down a list that draws only the rows in sight. */

const MAX_SCROLLS = 80
/** For the rows of a new place to be drawn, in milliseconds; longer where the list is known to draw as it goes: a slow computer is late. */
const SETTLE_MS = 320
const REDRAW_MS = 1000

/** What scrolls around an element: the nearest that is longer than it shows. */
export function scrollerAround(element: Element | undefined): Element | undefined {
  for (let up = element; up !== undefined; up = up.parentElement ?? undefined) {
    if (up === up.ownerDocument.body) return undefined
    if (isLonger(up) && up.clientHeight > 40 && canScroll(up)) return up
  }
  return undefined
}

export const isLonger = (element: Element) => element.scrollHeight > element.clientHeight + 4

const canScroll = (element: Element) =>
  ['auto', 'scroll', 'overlay'].includes(getComputedStyle(element).overflowY)

/** A list with what tells one sight of it from another. */
export interface ScrolledList {
  readonly scroller: Element | undefined
  /** The rows that are drawn now, as one text. */
  readonly sight: () => string
}

/**
 * Goes down the list from its top, in steps of less than a page so that no row is skipped, and hands every sight of it to `look` until
 * that says stop. Where it starts from is for the caller to put back.
 */
export async function scrollThrough(
  tools: Pick<ActTools, 'wait'>,
  { scroller, sight }: ScrolledList,
  look: () => boolean,
): Promise<void> {
  if (look() || scroller === undefined) return
  let redraws = false
  const moveTo = async (top: number) => {
    const [before, from] = [sight(), scroller.scrollTop]
    scroller.scrollTop = top
    // Waits until the list has drawn other rows, or a little where it has no need to.
    if (scroller.scrollTop === from) return
    const drawn = await waitFor(tools, () => sight() !== before, redraws ? REDRAW_MS : SETTLE_MS)
    if (drawn === true) redraws = true
  }
  await moveTo(0)
  for (let step = 0; step < MAX_SCROLLS; step += 1) {
    if (look()) return
    const before = scroller.scrollTop
    await moveTo(before + Math.max(40, scroller.clientHeight * 0.7))
    if (scroller.scrollTop <= before) break
  }
  look()
}
