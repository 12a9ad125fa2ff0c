/**
 * What was asked of a context that is only just opening: kept until it is there, for a few seconds. An older wish is forgotten: emergency
 * steps that open by themselves a minute later would be a fright.
 */
export interface Wishes<K> {
  ask(of: K): void
  /** What is asked and not forgotten yet, with when. */
  fresh(): readonly { readonly of: K; readonly at: number }[]
  /** Whether something was asked of it just now; it is then no longer asked. */
  take(of: K): boolean
}

const FRESH_MS = 8_000

export function createWishes<K>(clock: () => number): Wishes<K> {
  const askedAt = new Map<K, number>()
  const fresh = () =>
    [...askedAt].flatMap(([of, at]) => (clock() - at < FRESH_MS ? [{ of, at }] : []))
  return {
    ask: (of) => void askedAt.set(of, clock()),
    fresh,
    take(of) {
      const isFresh = fresh().some((one) => one.of === of)
      askedAt.delete(of)
      return isFresh
    },
  }
}
