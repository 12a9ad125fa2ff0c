import { z } from 'zod'
import { ROOM_CLASSES } from './types.ts'
import { DEFAULT_VERDICT_POLICY, enterFor } from './verdict.ts'
import type { VerdictPolicy } from './verdict.ts'

/** What is written beside the model file: the order of its answers, its hash, and optionally the verdict's settings. */
const cardSchema = z.object({
  labels: z
    .array(z.enum(ROOM_CLASSES))
    .refine(
      (labels) => new Set(labels).size === ROOM_CLASSES.length,
      'must name each of the five classes once',
    ),
  /** Hash of the model file in hexadecimal; empty while the model is being made. */
  sha256: z.string().max(64).default(''),
  /** Score from which a single picture may be called a bedroom, chosen from false alarms on held-out tiles. */
  bedroomAt: z.number().gt(0.05).lt(0.999).exactOptional(),
})

export type ModelCard = z.infer<typeof cardSchema>

/** Throws with what is wrong where the file does not fit. */
export function readModelCard(json: unknown): ModelCard {
  return cardSchema.parse(json)
}

/** The verdict's settings for a model: its own threshold moves both sides of the step into "private". */
export function verdictPolicyOf(card: ModelCard): VerdictPolicy {
  if (card.bedroomAt === undefined) return DEFAULT_VERDICT_POLICY
  const step = DEFAULT_VERDICT_POLICY.enter - DEFAULT_VERDICT_POLICY.leave
  const enter = enterFor(card.bedroomAt, DEFAULT_VERDICT_POLICY)
  return { ...DEFAULT_VERDICT_POLICY, enter, leave: enter - step }
}
