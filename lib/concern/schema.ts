import { z } from 'zod'
import { LAST_MOMENT } from '../protocol/time.ts'
import { CONCERN_CATEGORIES } from './types.ts'
import type { Concern } from './types.ts'

const when = z.number().int().min(0).max(LAST_MOMENT)
const line = z.string().max(1_000)
const long = z.string().max(20_000)

/** As long as what asks for a concern by it may be. */
const reference = z.string().min(1).max(300)

/** A concern as a page sends it: without reference and times of writing and changing, which the background gives it. */
export const concernDraft = z.object({
  happenedAt: when,
  timeZone: z.string().min(1).max(100),
  sessionId: z.string().max(300).exactOptional(),
  where: line,
  writer: line,
  about: line,
  category: z.enum(CONCERN_CATEGORIES),
  words: long,
  facts: long,
  opinion: long,
  present: long,
  actions: long,
  told: line,
  toldAt: when.exactOptional(),
}) satisfies z.ZodType<ConcernDraft>

export type ConcernDraft = Omit<Concern, 'ref' | 'at' | 'changedAt' | 'keptFrom'>

/** A concern as it is kept, read from a file. */
export const storedConcern = concernDraft.extend({
  ref: reference,
  at: when,
  changedAt: when.exactOptional(),
  keptFrom: when.exactOptional(),
}) satisfies z.ZodType<Concern>

/** Whether what is sent now says anything else than what is kept. */
export function isChanged(kept: Concern, sent: ConcernDraft): boolean {
  return concernDraft.keyof().options.some((field) => kept[field] !== sent[field])
}
