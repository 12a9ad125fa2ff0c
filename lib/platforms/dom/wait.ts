import type { ActTools } from '../../meeting/index.ts'

/** How often a page is looked at while something is waited for. */
const LOOK_EVERY_MS = 80

/**
 * Looks until `look` gives something, at most `forMs` milliseconds; undefined when the time is up. Uses the tools' clock, so it
 * ends (rejects) with the content script. Looks once before the first wait and once after the last.
 */
export async function waitFor<T>(
  tools: Pick<ActTools, 'wait'>,
  look: () => T | undefined | false,
  forMs: number,
): Promise<T | undefined> {
  for (let waited = 0; ; waited += LOOK_EVERY_MS) {
    const seen = look()
    if (seen !== undefined && seen !== false) return seen
    if (waited >= forMs) return undefined
    await tools.wait(LOOK_EVERY_MS)
  }
}
