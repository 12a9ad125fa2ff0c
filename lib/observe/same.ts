/** Whether two readings say the same. For plain data only (what an Observation is made of); stops at the first difference. */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a)) {
    return (
      Array.isArray(b) && a.length === b.length && a.every((item, index) => same(item, b[index]))
    )
  }
  if (Array.isArray(b)) return false
  const one = Object.entries(a)
  const other = b as Record<string, unknown>
  return (
    one.length === Object.keys(b).length &&
    one.every(([key, value]) => Object.hasOwn(b, key) && same(value, other[key]))
  )
}
