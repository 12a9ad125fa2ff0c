import type { Observation } from '../../meeting/index.ts'

/** What the call showed of who is in it. */
type Shown = Pick<Observation, 'people' | 'deviceCount'>

/**
 * Whether the site counts more than have come in under other names since: somebody else, who needed nobody to let him in, raises the
 * count as well. A count that isn't shown proves nothing, nor one that was behind the people in sight.
 */
export function countsOneMore(
  before: Shown,
  now: Shown,
  isSought: (name: string) => boolean,
): boolean {
  if (before.deviceCount === undefined || now.deviceCount === undefined) return false
  const known = new Set(before.people.map(({ id }) => id))
  const others = now.people.filter(({ id, name }) => !known.has(id) && !isSought(name))
  return now.deviceCount - Math.max(before.deviceCount, known.size) > others.length
}
