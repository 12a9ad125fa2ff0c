/**
 * Takes over from `next` only what differs from `prev`: equal parts keep their identity, so that a whole new view from the
 * background redraws the one row that changed and not 250 of them. Plain data only (what a message can carry).
 */
export function share<T>(prev: T, next: T): T {
  return shared(prev, next) as T
}

function shared(prev: unknown, next: unknown): unknown {
  if (Object.is(prev, next)) return prev
  if (Array.isArray(prev) && Array.isArray(next)) return sharedList(prev, next)
  if (isRecord(prev) && isRecord(next)) return sharedRecord(prev, next)
  return next
}

function sharedList(prev: readonly unknown[], next: readonly unknown[]): readonly unknown[] {
  // Rows are found again by their key, so that one newcomer at the top doesn't renew everybody below.
  const byKey = new Map<string, unknown>()
  for (const item of prev) {
    const key = keyOf(item)
    if (key !== undefined) byKey.set(key, item)
  }
  let same = prev.length === next.length
  const list = next.map((item, i) => {
    const key = keyOf(item)
    // Two of one key stay in their places.
    const here = prev[i]
    const before = key === undefined || keyOf(here) === key ? here : byKey.get(key)
    const kept = before === undefined ? item : shared(before, item)
    if (!Object.is(kept, prev[i])) same = false
    return kept
  })
  return same ? prev : list
}

function sharedRecord(
  prev: Readonly<Record<string, unknown>>,
  next: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const keys = Object.keys(next)
  let same = keys.length === Object.keys(prev).length
  const record: Record<string, unknown> = {}
  for (const key of keys) {
    const kept = shared(prev[key], next[key])
    record[key] = kept
    if (!(key in prev) || !Object.is(kept, prev[key])) same = false
  }
  return same ? prev : record
}

function keyOf(item: unknown): string | undefined {
  if (!isRecord(item)) return undefined
  const key = item['key'] ?? item['promptId'] ?? item['id']
  return typeof key === 'string' ? key : undefined
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
