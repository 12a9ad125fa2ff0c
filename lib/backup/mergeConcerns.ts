import { timesOf } from '../concern/times.ts'
import type { Concern } from '../concern/types.ts'
import { keptFrom } from '../session/keptFrom.ts'
import type { Restored } from './types.ts'

const DAY = 86_400_000

/** Concerns that a file brings: those to add, and what there is to say. */
export interface ConcernMerge {
  readonly added: readonly Concern[]
  readonly said: Omit<Restored['concerns'], 'unreadable'>
}

/**
 * One reference is one concern. One that is here is never changed, as with lessons: a concern doesn't say when it was changed, so
 * nothing tells which of two is the later one, and a child's words must not be lost by a guess. What would be deleted here at once
 * (`days` after it was written) does not come back.
 */
export function mergeConcerns(
  file: readonly Concern[],
  here: readonly Concern[],
  days: number,
  now: number,
): ConcernMerge {
  const known = new Map(here.map((one) => [one.ref, one]))
  const added: Concern[] = []
  const differ: string[] = []
  let [alreadyHere, expired] = [0, 0]
  for (const one of file) {
    const mine = known.get(one.ref)
    const from = keptFrom(timesOf(one), now) ?? now
    if (mine === undefined && from + days * DAY <= now) expired += 1
    else if (mine === undefined) {
      added.push(one)
      known.set(one.ref, one)
    } else if (isSame(mine, one)) alreadyHere += 1
    else differ.push(one.ref)
  }
  return { added, said: { added: added.length, alreadyHere, differ, expired } }
}

/** Field by field: the order in which they stand says nothing. */
function isSame(one: Concern, other: Concern): boolean {
  return sorted(one) === sorted(other)
}

/** Without the mark of a computer that a date lies ahead of its clock. */
function sorted({ keptFrom: _mark, ...concern }: Concern): string {
  return JSON.stringify(Object.entries(concern).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
