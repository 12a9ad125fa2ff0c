import type { Observation } from '../../meeting/index.ts'

/** What the call showed of who is in it. */
type Shown = Pick<Observation, 'people' | 'deviceCount'>

/** Everybody whom the site counts was in sight. */
export const isWhole = ({ people, deviceCount }: Shown): boolean =>
  deviceCount !== undefined && people.length >= deviceCount

/**
 * Whether the site counts more than have come in under other names since: somebody else, who needed nobody to let him in, raises the
 * count as well. A count that isn't shown proves nothing, nor one that was behind the people in sight. Where not everybody was in sight,
 * a new name may have been in the call all along (a tile goes to whoever speaks), and the count alone is taken.
 */
export function countsOneMore(
  before: Shown,
  now: Shown,
  isSought: (name: string) => boolean,
): boolean {
  if (before.deviceCount === undefined || now.deviceCount === undefined) return false
  const known = new Set(before.people.map(({ id }) => id))
  const isOther = ({ id, name }: Shown['people'][number]) => !known.has(id) && !isSought(name)
  const others = isWhole(before) ? now.people.filter(isOther).length : 0
  return now.deviceCount - Math.max(before.deviceCount, known.size) > others
}
