import { t, tn } from '../../words/say.ts'
import { folded } from '../names/text.ts'
import type { Pupil, Register, SetMember } from '../types.ts'
import { applyImport } from './apply.ts'
import type { IdMaker, ImportPreview, ImportResult, Named, UnderstoodPupil } from './types.ts'

/** A list of names read as the members of a set. */
export interface MembersResult {
  /** The set as it would be; its own pupils stay none. */
  readonly register: Register
  /** Who of the list is in a class, and comes new into the set. */
  readonly added: readonly Named[]
  /** Who was in it already. */
  readonly unchanged: readonly Named[]
  /** Who is in the set and not on the list. */
  readonly missing: readonly Named[]
  /** Who is on the list and in no class here, or in more than one. */
  readonly notFound: readonly {
    readonly line: number
    readonly name: string
    readonly why: string
  }[]
  readonly staff: Pick<ImportResult, 'added' | 'changed'>
}

interface Lent {
  readonly member: SetMember
  readonly pupil: Pupil
  readonly className: string
}

/**
 * Finds the pupils of a list in the classes that are there: by the id of an earlier export, else by class and name, else by
 * the name alone where it is only once. A set never makes a pupil: who is in no class is named and left out.
 */
export function membersFrom(
  preview: ImportPreview,
  set: Register,
  registers: readonly Register[],
  ids: IdMaker,
  options: { readonly removeMissing?: boolean; readonly now?: number } = {},
): MembersResult {
  const lent = registers
    .filter((one) => one.members === undefined)
    .flatMap((home) =>
      home.pupils.map((pupil) => ({
        member: { registerId: home.id, pupilId: pupil.id },
        pupil,
        className: folded(home.name),
        isPutAway: home.archivedAt !== undefined,
      })),
    )
  const byId = grouped(lent, (one) => one.pupil.id)
  const byName = grouped(lent, (one) => folded(`${one.pupil.firstName} ${one.pupil.lastName}`))
  const find = (row: UnderstoodPupil): readonly Lent[] => {
    const named = byName.get(folded(`${row.firstName} ${row.lastName}`)) ?? []
    const found = (row.ref === '' ? undefined : byId.get(row.ref)) ?? named
    const ofClass = found.filter((one) => one.className === folded(row.className))
    if (ofClass.length > 0) return ofClass
    const inUse = found.filter((one) => !one.isPutAway)
    return inUse.length > 0 ? inUse : found
  }

  const before = set.members ?? []
  const key = ({ registerId, pupilId }: SetMember) => `${registerId}/${pupilId}`
  const there = new Set(before.map(key))
  const onList = new Map<string, SetMember>()
  const added: Named[] = []
  const unchanged: Named[] = []
  const notFound: { line: number; name: string; why: string }[] = []
  for (const row of preview.rows) {
    if (row.kind !== 'pupil') continue
    const name = `${row.firstName} ${row.lastName}`.trim()
    const [one, ...more] = find(row)
    if (one === undefined) {
      notFound.push({ line: row.line, name, why: t('is in no class here') })
      continue
    }
    if (more.length > 0) {
      const why = tn(
        'is in {n} class; tick by hand|is in {n} classes; tick by hand',
        more.length + 1,
      )
      notFound.push({ line: row.line, name, why })
      continue
    }
    const id = key(one.member)
    if (onList.has(id)) continue
    onList.set(id, one.member)
    const said = { id, name, line: row.line }
    if (there.has(id)) unchanged.push(said)
    else added.push(said)
  }
  const nameOf = new Map(
    lent.map(({ member, pupil }) => [key(member), `${pupil.firstName} ${pupil.lastName}`.trim()]),
  )
  const missing = before
    .filter((one) => !onList.has(key(one)) && nameOf.has(key(one)))
    .map((one) => ({ id: key(one), name: nameOf.get(key(one)) ?? '' }))
  const kept = before.filter((one) => options.removeMissing !== true || onList.has(key(one)))
  const fresh = [...onList.values()].filter((one) => !there.has(key(one)))
  const people = applyImport(
    { ...preview, rows: preview.rows.filter((row) => row.kind === 'staff') },
    set,
    ids,
    { name: set.name, ...(options.now === undefined ? {} : { now: options.now }) },
  )
  return {
    register: { ...people.register, members: [...kept, ...fresh] },
    added,
    unchanged,
    missing,
    notFound,
    staff: { added: people.added, changed: people.changed },
  }
}

function grouped<T>(list: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of list) {
    const key = keyOf(one)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [one])
    else group.push(one)
  }
  return groups
}
