import { z } from 'zod'
import { t, tOf } from '../words/say.ts'

/**
 * A selector pack: everything an adapter knows about the looks of one site, as data. The shipped packs live beside their
 * adapters; a school can load a repaired one from a file or from its managed settings when a site has changed.
 * A pack describes where to look and can't bring code: no regular expressions, one `{name}` a wording at most.
 */

const alternative = z.strictObject({
  css: z.string().min(1).max(400),
  icon: z.array(z.string().min(1).max(60)).min(1).max(20).optional(),
  seen: z.string().min(1).max(300),
  generation: z.enum(['2025', '2026', 'any']),
  expect: z.record(z.string(), z.number().int().min(0)).optional(),
})

const wording = z
  .string()
  .min(1)
  .max(200)
  .refine((text) => text.split('{name}').length <= 2, {
    error: () => tOf('at most one {name} in a wording'),
  })
  .refine((text) => text.split('{n}').length <= 2, {
    error: () => tOf('at most one {n} in a wording'),
  })

const wordTable = z.record(z.string().min(1).max(60), z.array(wording).max(20))
const languageWords = z.strictObject({ seen: wordTable, guess: wordTable })

export const selectorPackSchema = z.strictObject({
  format: z.literal(1),
  platform: z.enum(['meet', 'teams']),
  /** Day of the newest observation in it, e.g. "2026-09-27". */
  asOf: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, { error: () => t('a day as 2026-09-27') }),
  targets: z.record(z.string().min(1).max(60), z.array(alternative).max(12)),
  words: z.record(
    z.string().regex(/^[a-z]{2,3}$/, { error: () => t('a language as "en"') }),
    languageWords,
  ),
  /** Icon words that are text in the page and never part of a name. */
  iconWords: z.array(z.string().min(1).max(60)).max(400),
})

export type SelectorPack = z.infer<typeof selectorPackSchema>

export type PackResult =
  | { readonly ok: true; readonly pack: SelectorPack }
  | { readonly ok: false; readonly problems: readonly string[] }

/**
 * Reads a pack from the text of a file. `needed`: the targets that the adapter asks for; a pack that lacks one is refused, because
 * a thing that can't be looked for would silently never be found. Never throws; every problem says where it is.
 */
export function parsePack(text: string, needed: readonly string[] = []): PackResult {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    return {
      ok: false,
      problems: [t('not JSON: {what}', { what: error instanceof Error ? error.message : '' })],
    }
  }
  const parsed = selectorPackSchema.safeParse(json)
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
    return { ok: false, problems }
  }
  const missing = needed.filter((target) => (parsed.data.targets[target]?.length ?? 0) === 0)
  if (missing.length > 0) {
    return {
      ok: false,
      problems: missing.map((target) => t('{where}: missing', { where: `targets.${target}` })),
    }
  }
  return { ok: true, pack: parsed.data }
}

/** The text of a pack, as `parsePack` reads it: two spaces, a line end at the end. */
export function formatPack(pack: SelectorPack): string {
  return JSON.stringify(pack, null, 2) + '\n'
}
