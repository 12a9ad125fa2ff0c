import type { ActTools } from '../../meeting/index.ts'

/** How often a page is looked at while something is waited for. */
const LOOK_EVERY_MS = 80

/** On a page that takes all the time there is, a wait may become this many times as long, and this much longer, before it ends. */
const SLOW_FACTOR = 2
const SLOW_MS = 1000

/**
 * Looks until `look` gives something, at most `forMs` milliseconds; undefined when the time is up. Uses the tools' clock, so it
 * ends (rejects) with the content script. Looks once before the first wait and once after the last. Where each wait takes far longer
 * than asked (a page that works without a pause, a tab in the background), the page's clock ends it.
 */
export async function waitFor<T>(
  tools: Pick<ActTools, 'wait'>,
  look: () => T | undefined | false,
  forMs: number,
): Promise<T | undefined> {
  const latest = performance.now() + forMs * SLOW_FACTOR + SLOW_MS
  for (let waited = 0; ; waited += LOOK_EVERY_MS) {
    const seen = look()
    if (seen !== undefined && seen !== false) return seen
    if (waited >= forMs || performance.now() > latest) return undefined
    await tools.wait(LOOK_EVERY_MS)
  }
}
