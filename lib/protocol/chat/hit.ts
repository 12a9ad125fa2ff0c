import type { ChatFlagKind } from '../../session/events.ts'

/** A stretch of a chat line that looks like personal information: the characters `from` up to, not including, `to`. */
export interface Hit {
  readonly kind: ChatFlagKind
  readonly from: number
  readonly to: number
}

/** Every place where the pattern (with the flag g) is found. */
export function all(line: string, pattern: RegExp, kind: ChatFlagKind): readonly Hit[] {
  return [...line.matchAll(pattern)].map((found) => ({
    kind,
    from: found.index,
    to: found.index + found[0].length,
  }))
}

export function overlapsAny(hit: Hit, others: readonly Hit[]): boolean {
  return others.some((other) => hit.from < other.to && other.from < hit.to)
}
