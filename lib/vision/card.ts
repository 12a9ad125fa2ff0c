import { z } from 'zod'
import { ROOM_CLASSES } from './types.ts'
import { DEFAULT_VERDICT_POLICY } from './verdict.ts'
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
  verdict: z.record(z.string(), z.number()).optional(),
})

export type ModelCard = z.infer<typeof cardSchema>

/** Throws with what is wrong where the file does not fit. */
export function readModelCard(json: unknown): ModelCard {
  return cardSchema.parse(json)
}

/** The settings of the verdict for a model, where its card states any; the rest as by default. */
export function verdictPolicyOf(card: ModelCard): VerdictPolicy {
  const own: Record<string, number> = {}
  for (const key of Object.keys(DEFAULT_VERDICT_POLICY)) {
    const value = card.verdict?.[key]
    if (value !== undefined && Number.isFinite(value)) own[key] = value
  }
  return { ...DEFAULT_VERDICT_POLICY, ...own }
}
