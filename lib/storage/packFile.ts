import { z } from 'zod'
import type { PackFile } from '../desk/looks.ts'
import { LAST_MOMENT } from '../protocol/time.ts'

/** A selector pack from a file, as it is kept and as it is in a backup. Whether the pack itself can be used is judged where it is. */
export const packFile: z.ZodType<PackFile> = z.object({
  name: z.string().max(300),
  loadedAt: z.number().int().min(0).max(LAST_MOMENT),
  text: z.string().max(1_000_000),
})
