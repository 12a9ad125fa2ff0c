import { parsePack } from '../../lib/protocol/pack.ts'
import { idleBecause } from '../../lib/protocol/idleRules.ts'
import type { PackError } from '../../lib/protocol/pack.ts'
import { ruleDefaults } from '../../lib/protocol/ownRules.ts'
import type { Pack } from '../../lib/protocol/types.ts'

/** Rules while somebody types: any field may hold anything until it is looked over by `judge`. */
export type DraftRules = Readonly<Record<string, unknown>>

/** A copy to be changed. Rules that come with the tool get a name of their own; the school's own ones the next version. */
export function draftOf(pack: Pack, isOwn: boolean, ownId: string): DraftRules {
  return {
    ...ruleDefaults(pack),
    ...pack,
    id: isOwn ? pack.id : ownId,
    version: isOwn ? nextVersion(pack.version) : '1',
  }
}

/** "3" → "4", "2026.1" → "2026.2", "summer" → "summer.1". */
export function nextVersion(version: string): string {
  const found = /^(.*?)(\d{1,9})$/.exec(version)
  return found === null ? `${version}.1` : `${found[1] ?? ''}${Number(found[2]) + 1}`
}

export function valueAt(draft: DraftRules, path: string): unknown {
  let at: unknown = draft
  for (const key of path.split('.'))
    at =
      typeof at === 'object' && at !== null && Object.hasOwn(at, key)
        ? (at as Record<string, unknown>)[key]
        : undefined
  return at
}

/** The draft with another value at a path of one or two steps. */
export function withValue(draft: DraftRules, path: string, value: unknown): DraftRules {
  const [key = '', inner] = path.split('.')
  if (inner === undefined) return { ...draft, [key]: value }
  const before = draft[key]
  const inside = typeof before === 'object' && before !== null ? before : {}
  return { ...draft, [key]: { ...inside, [inner]: value } }
}

/** A number field as typed: a number where it is one, else the text, which the schema refuses. */
export function numberOf(text: string): number | string {
  const trimmed = text.trim()
  return trimmed !== '' && Number.isFinite(Number(trimmed)) ? Number(trimmed) : text
}

export function judge(draft: DraftRules): {
  readonly pack?: Pack
  readonly errors: readonly PackError[]
} {
  const read = parsePack(draft)
  return 'pack' in read ? { pack: read.pack, errors: [] } : { errors: read.errors }
}

/** Why the rule at a path does nothing beside the others as they stand in the draft; undefined where it does something. */
export function idleAt(draft: DraftRules, path: string): string | undefined {
  const clauses = valueAt(draft, 'clauses')
  const chosen: readonly unknown[] = Array.isArray(clauses) ? clauses : []
  return idleBecause(path, {
    at: (other) => valueAt(draft, other),
    has: (clause) => chosen.includes(clause),
  })
}

/** What is wrong at one field, or inside it ("schoolHours.days.0"). */
export function errorsAt(errors: readonly PackError[], path: string): readonly string[] {
  return errors
    .filter((one) => one.path === path || one.path.startsWith(`${path}.`))
    .map((one) => one.message)
}
