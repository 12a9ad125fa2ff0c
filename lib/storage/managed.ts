import { z } from 'zod'

/**
 * What a school sets for all its computers (`public/managed-schema.json`, the browser's policies). Read only; each key by itself, so that
 * one mistake in a policy does not undo the others.
 */
export interface ManagedSettings {
  /** Texts of selector packs, as a file would hold them. */
  readonly selectorPackMeet?: string
  readonly selectorPackTeams?: string
  /** The school's rules, as the text of a file; judged where they are used, so that what is wrong with them can be said. */
  readonly policyPack?: string
  readonly schoolName?: string
  readonly safeguardingContacts?: readonly Contact[]
  readonly headteacher?: Contact
  /** Days until a record is deleted. */
  readonly retentionDays?: number
  /** Days until a concern is deleted here. */
  readonly concernDays?: number
  /** False: the welcome page does not open by itself after an install. */
  readonly welcomePage?: boolean
  /** What is switched off on all its computers. */
  readonly featuresOff?: readonly Feature[]
  /** What of it can't be used and does not hold, by its key, or by `featuresOff: …`: a technician has to be told. */
  readonly unusable?: readonly string[]
}

type Key = Exclude<keyof ManagedSettings, 'unusable'>

/**
 * What a school can switch off. Concerns are not among them: a child's words for which there is no place would be lost.
 * `backup` is making one; taking one in stays, or what was saved before could not be brought back.
 */
export const FEATURES = ['roomCheck', 'selectorPackFiles', 'backup'] as const
export type Feature = (typeof FEATURES)[number]

export interface Contact {
  readonly name: string
  readonly role: string
  readonly phone: string
}

/** A policy holds the pack as it is in the file, or as one string. */
const packText = z
  .union([z.string().min(1), z.looseObject({}).transform((pack) => JSON.stringify(pack))])
  .refine((text) => text.length <= 1_000_000, 'too long')

const contact = z.object({
  name: z.string().min(1).max(200),
  role: z.string().max(100).default(''),
  phone: z.string().max(50).default(''),
})

/**
 * The known ones hold beside one that is not: a later version may know more than this one. For the same reason the schema for the
 * browser, which would drop the whole list for one value, does not list them.
 */
const featuresOff = z
  .array(z.unknown())
  .max(100)
  .transform((listed) => FEATURES.filter((feature) => listed.includes(feature)))

function unknownFeatures(listed: unknown): readonly string[] {
  const all: readonly unknown[] = Array.isArray(listed) ? listed : []
  return all
    .filter((one) => !FEATURES.some((feature) => feature === one))
    .map((one) => `featuresOff: ${typeof one === 'string' ? one.slice(0, 40) : typeof one}`)
}

/** Each key as it is read; `public/managed-schema.json` has the same for the browser. */
export const MANAGED = {
  selectorPackMeet: packText,
  selectorPackTeams: packText,
  policyPack: packText,
  schoolName: z.string().min(1).max(200),
  safeguardingContacts: z.array(contact).min(1).max(10),
  headteacher: contact,
  retentionDays: z.int().min(1).max(3650),
  concernDays: z.int().min(1).max(365),
  welcomePage: z.boolean(),
  featuresOff,
} as const satisfies { readonly [K in Key]-?: z.ZodType<ManagedSettings[K]> }

const NAMES = Object.keys(MANAGED) as Key[]

/** What of a policy can be used. What can't is left out, named in `unusable`, and the log says why. */
export function managedOf(stored: Readonly<Record<string, unknown>>): ManagedSettings {
  const found: Record<string, unknown> = {}
  const unusable: string[] = []
  for (const name of NAMES) {
    const value = stored[name]
    if (value === undefined) continue
    const parsed = MANAGED[name].safeParse(value)
    if (parsed.success) {
      found[name] = parsed.data
      const unknown = name === 'featuresOff' ? unknownFeatures(value) : []
      unusable.push(...unknown)
      if (unknown.length > 0)
        console.warn('The school’s settings switch off what is not known.', ...unknown)
      continue
    }
    unusable.push(name)
    console.warn(`The school’s setting “${name}” could not be read.`, parsed.error.message)
  }
  // Each value was parsed by the schema of its own name.
  return unusable.length === 0 ? found : { ...found, unusable }
}

/** The browser's store of policies, as far as it is used: `browser.storage.managed`. */
export interface ManagedArea {
  get(keys: string[]): Promise<Record<string, unknown>>
}

/** Nothing where the school sets nothing: most computers. Never rejects. */
export async function readManaged(area: ManagedArea): Promise<ManagedSettings> {
  try {
    return managedOf(await area.get([...NAMES]))
  } catch (failure) {
    // A browser without policies may refuse instead of answering with nothing.
    console.warn('The school’s settings could not be read.', failure)
    return {}
  }
}
