import { z } from 'zod'
import { ownNumber } from '../session/chain.ts'
import type { Chained } from '../session/chain.ts'

/**
 * The journal of a lesson in a backup. Nothing of it is judged here and nothing is left out: an entry that this version can't read goes
 * through a backup as it is, so that the chain over it holds and a later version may read it. What of it makes a record is asked when
 * one is made, as of every stored journal.
 */

/** Beyond this no lesson goes: such a number is damage. */
const MOST_NUMBER = 10_000_000
const number = z.int().min(0).max(MOST_NUMBER)
const row = z
  .object({
    seq: number.optional().catch(undefined),
    event: z.unknown(),
    // One that is damaged shows as a break in the chain.
    hash: z.string().max(64).optional().catch(undefined),
  })
  .refine((link) => Object.hasOwn(link, 'event'))

/** The number stands beside an entry only where the entry does not say it itself. */
export function writeLinks(journal: readonly Chained[]): readonly object[] {
  return journal.map(({ seq, event, hash: link }) => ({
    ...(ownNumber(event) === seq ? {} : { seq }),
    // JSON would leave out an entry that is nothing at all.
    event: event ?? null,
    hash: link,
  }))
}

/** The rows as they were, in their order, each under a number of its own. */
export function readLinks(values: readonly unknown[]): readonly Chained[] {
  const links = values.map(readLink)
  const taken = new Set<number>()
  // First come those that say which they are; two of one number can't be stored.
  const numbers = links.map(({ seq }) => {
    if (seq === undefined || taken.has(seq)) return undefined
    taken.add(seq)
    return seq
  })
  let before = -1
  return links.map(({ event, hash: link }, i) => {
    before = numbers[i] ?? firstFree(before + 1, taken)
    taken.add(before)
    return { seq: before, event, ...(link === undefined ? {} : { hash: link }) }
  })
}

function readLink(value: unknown): { seq: number | undefined; event: unknown; hash?: string } {
  const read = row.safeParse(value)
  // What is no link at all is kept in the place of its entry.
  if (!read.success) return { seq: undefined, event: value }
  const { seq, event, hash } = read.data
  return {
    seq: seq ?? number.safeParse(ownNumber(event)).data,
    event,
    ...(hash === undefined ? {} : { hash }),
  }
}

function firstFree(from: number, taken: ReadonlySet<number>): number {
  let free = from
  while (taken.has(free)) free += 1
  return free
}
