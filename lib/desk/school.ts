import { parsePackText } from '../protocol/pack.ts'
import type { PackError } from '../protocol/pack.ts'
import { findPack, PACKS } from '../protocol/packs/index.ts'
import { textOf } from '../session/chain.ts'
import type { Pack } from '../protocol/types.ts'
import type { Feature, ManagedSettings } from '../storage/managed.ts'
import type { SchoolSettings } from '../storage/settings.ts'

/** Settings that a school can set for all its computers, and features that it can switch off. */
export type SetBySchool =
  'schoolName' | 'packId' | 'dsl' | 'headteacher' | 'retentionDays' | 'concernDays' | Feature

/** What holds on this computer: what was stored here, and over it what the school has set for all its computers. */
export interface School {
  /** As they count. */
  readonly settings: SchoolSettings
  /** Those that can be chosen: the school's own one alone where it has set one. */
  readonly packs: readonly Pack[]
  /** What can't be changed here. */
  readonly setBySchool: readonly SetBySchool[]
  /** Why the rules that the school has set can't be used. Empty where they can, or where it set none. */
  readonly problems: readonly PackError[]
  /** What else of its settings can't be used, by the keys of docs/admin.md. */
  readonly unusable: readonly string[]
}

/**
 * Pure. The one place that says how long things are kept here: by the school's own setting, else by the rules that it has set, else as
 * stored on this computer. What is shown and what is deleted both go by it. What is wrong with the school's rules is told and the stored
 * ones hold; they are never used by half.
 */
export function schoolOf(stored: SchoolSettings, managed: ManagedSettings): School {
  const { policyPack, schoolName, safeguardingContacts, headteacher, concernDays } = managed
  const { featuresOff = [] } = managed
  const read = policyPack === undefined ? undefined : parsePackText(policyPack)
  const pack = read !== undefined && 'pack' in read ? read.pack : undefined
  const own = stored.ownPack
  const retentionDays = managed.retentionDays ?? pack?.retentionDays
  const setBySchool: SetBySchool[] = [
    ...(schoolName === undefined ? [] : (['schoolName'] as const)),
    ...(pack === undefined ? [] : (['packId'] as const)),
    ...(safeguardingContacts === undefined ? [] : (['dsl'] as const)),
    ...(headteacher === undefined ? [] : (['headteacher'] as const)),
    ...(retentionDays === undefined ? [] : (['retentionDays'] as const)),
    ...(concernDays === undefined ? [] : (['concernDays'] as const)),
    ...featuresOff,
  ]
  return {
    settings: {
      ...stored,
      ...(schoolName === undefined ? {} : { schoolName }),
      ...(pack === undefined ? {} : { packId: pack.id }),
      ...(safeguardingContacts === undefined ? {} : { dsl: [...safeguardingContacts] }),
      ...(headteacher === undefined ? {} : { headteacher }),
      ...(retentionDays === undefined ? {} : { retentionDays }),
      ...(concernDays === undefined ? {} : { concernDays }),
      ...(featuresOff.includes('roomCheck') ? { roomCheck: false } : {}),
    },
    packs: pack === undefined ? [...PACKS, ...(own === undefined ? [] : [own])] : [pack],
    setBySchool,
    problems: read !== undefined && 'errors' in read ? read.errors : [],
    unusable: managed.unusable ?? [],
  }
}

/** The rules of a lesson: those that were chosen for it, unless the school has set its own; and whether they are still there. */
export function rulesFor(
  { packs, settings, setBySchool }: School,
  chosen: string | undefined,
): { readonly pack: Pack; readonly known: boolean } {
  const [only] = packs
  if (setBySchool.includes('packId') && only !== undefined) return { pack: only, known: true }
  return findPack(packs, chosen ?? settings.packId)
}

/** Whether two packs ask the same. The school's name over them is no rule; a version that was not counted up is no proof. */
export function hasSameRules(one: Pack, other: Pack): boolean {
  const rules = (pack: Pack): string => textOf({ ...pack, schoolName: '' })
  return rules(one) === rules(other)
}
