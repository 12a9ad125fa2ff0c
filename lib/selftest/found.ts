import type { TargetHits } from '../platforms/inspect.ts'

/** The most that each alternative of each target has found at any moment of the test. */
export type Found = TargetHits

/** One more look taken in. Menus and dialogs come and go: what was found once counts. */
export function foundWith(before: Found, hits: TargetHits): Found {
  const targets = new Set([...Object.keys(before), ...Object.keys(hits)])
  return Object.fromEntries(
    [...targets].map((target) => {
      const now = hits[target] ?? []
      const then = before[target] ?? []
      const length = Math.max(now.length, then.length)
      return [target, Array.from({ length }, (_, i) => Math.max(now[i] ?? 0, then[i] ?? 0))]
    }),
  )
}

/** Which way of looking for a thing was the first to find it. */
export type Which = 'first' | 'later' | 'none'

export interface FoundSummary {
  readonly target: string
  readonly which: Which
  /** Place of the first alternative that found something, from 1; 0 for none. */
  readonly alternative: number
  readonly of: number
}

export function whichFound(found: Found): readonly FoundSummary[] {
  return Object.entries(found).map(([target, hits]) => {
    const at = hits.findIndex((count) => count > 0)
    const which = at < 0 ? 'none' : at === 0 ? 'first' : 'later'
    return { target, which, alternative: at + 1, of: hits.length }
  })
}
