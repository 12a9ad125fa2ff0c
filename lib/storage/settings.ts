import { z } from 'zod'
import { packShape } from '../protocol/pack.ts'
import type { Pack } from '../protocol/types.ts'
import { LANGUAGE_CHOICES } from '../words/language.ts'

const rules: z.ZodType<Pack> = packShape

/** What a school or a teacher sets once. Stored in `storage.local` under SETTINGS_KEY, readable by our own pages only. */
export const schoolSettings = z.object({
  version: z.literal(3),
  schoolName: z.string().max(200),
  packId: z.string().min(1).max(100),
  dsl: z
    .array(
      z.object({ name: z.string().max(200), role: z.string().max(100), phone: z.string().max(50) }),
    )
    .max(10),
  /** The background check by the room model; off until the school or the teacher switches it on is a school's choice. */
  roomCheck: z.boolean(),
  /** Records older than this many days are deleted. */
  retentionDays: z.number().int().min(1).max(3650),
  /** Who hears a parent's concern about a member of staff (CW-15). Empty where not set. */
  headteacher: z.object({
    name: z.string().max(200),
    role: z.string().max(100),
    phone: z.string().max(50),
  }),
  /** Concerns are a note on the way to the school's own system: they are deleted here after this many days. */
  concernDays: z.number().int().min(1).max(365),
  /** The language of the interface; `browser` is whichever of ours the browser prefers. */
  language: z.enum(LANGUAGE_CHOICES),
  /** The school's own rules, edited here or read from a file. */
  ownPack: rules.exactOptional(),
})
export type SchoolSettings = Readonly<z.infer<typeof schoolSettings>>

export const SETTINGS_KEY = 'settings'

export const DEFAULT_SETTINGS: SchoolSettings = {
  version: 3,
  schoolName: '',
  packId: 'combined',
  dsl: [],
  roomCheck: true,
  retentionDays: 365,
  headteacher: { name: '', role: '', phone: '' },
  concernDays: 30,
  language: 'browser',
}
