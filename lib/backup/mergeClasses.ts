import { memberId } from '../register/sets.ts'
import type { Pupil, Register, SetMember } from '../register/types.ts'
import type { Restored } from './types.ts'

/** Classes and sets that a file brings: those to write, and what there is to say. */
export interface ClassesMerge {
  readonly taken: readonly Register[]
  readonly said: Omit<Restored['classes'], 'unreadable'>
}

/**
 * A class is known by its id, or by its name and its pupils where it was made anew here; of two the later one holds. A set of the file names
 * pupils as the file does: where the class that is kept here calls a child otherwise, the set does so from now on, or it would come
 * without that child. Who is found in no class here stays named in the set, and is said.
 */
export function mergeClasses(file: readonly Register[], here: readonly Register[]): ClassesMerge {
  const taken: Register[] = []
  const said = { added: 0, replaced: 0, alreadyHere: 0 }
  const renamed = new Map<string, SetMember>()
  for (const register of file) {
    const mine = here.find((one) => one.id === register.id)
    const twin = here.find((one) => isTwin(one, register))
    const isMineNewer = mine !== undefined && mine.updatedAt >= register.updatedAt
    const kept = mine === undefined ? twin : isMineNewer ? mine : undefined
    if (kept === undefined) {
      taken.push(register)
      said[mine === undefined ? 'added' : 'replaced'] += 1
    } else {
      said.alreadyHere += 1
      for (const [id, member] of renamedIn(register, kept)) renamed.set(id, member)
    }
  }
  const ids = new Set(taken.map((one) => one.id))
  const after = [...here.filter((one) => !ids.has(one.id)), ...taken]
  const there = new Set(after.flatMap((home) => home.pupils.map((one) => idIn(home, one))))
  const named = taken.map((one) => withMembers(one, renamed))
  return { taken: named, said: { ...said, lost: lostOf(named, there) } }
}

/** The same class under another id: one name, the same children. A set has none of its own and is known by its id alone. */
function isTwin(one: Register, other: Register): boolean {
  return one.members === undefined && other.members === undefined && signOf(one) === signOf(other)
}

function signOf({ name, pupils }: Register): string {
  return JSON.stringify([name.trim().toLowerCase(), ...pupils.map(nameOf).toSorted()])
}

function nameOf({ firstName, lastName }: Pupil): string {
  return `${firstName} ${lastName}`.toLowerCase()
}

/**
 * By what a set of the file calls a child: how the class that is kept here calls it. Of two children of one name nobody knows which of
 * them is which.
 */
function renamedIn(theirs: Register, kept: Register): readonly (readonly [string, SetMember])[] {
  const [inFile, inKept] = [byName(theirs.pupils), byName(kept.pupils)]
  const known = new Set(kept.pupils.map((one) => idIn(kept, one)))
  return theirs.pupils.flatMap((pupil) => {
    const id = idIn(theirs, pupil)
    const [same, ...others] = inKept.get(nameOf(pupil)) ?? []
    const isOne = others.length === 0 && inFile.get(nameOf(pupil))?.length === 1
    if (known.has(id) || same === undefined || !isOne) return []
    return [[id, { registerId: kept.id, pupilId: same.id }] as const]
  })
}

function byName(pupils: readonly Pupil[]): ReadonlyMap<string, readonly Pupil[]> {
  const all = new Map<string, Pupil[]>()
  for (const one of pupils) all.set(nameOf(one), [...(all.get(nameOf(one)) ?? []), one])
  return all
}

function idIn(home: Register, { id }: Pupil): string {
  return memberId({ registerId: home.id, pupilId: id })
}

/** Two classes of the file may be one here: nobody is in the set twice. */
function withMembers(register: Register, renamed: ReadonlyMap<string, SetMember>): Register {
  if (register.members === undefined) return register
  const members = register.members.map((one) => renamed.get(memberId(one)) ?? one)
  const once = new Map(members.map((one) => [memberId(one), one]))
  return { ...register, members: [...once.values()] }
}

/** Also of a set whose class was deleted before the backup was made: its editor says so as well. */
function lostOf(
  taken: readonly Register[],
  there: ReadonlySet<string>,
): Restored['classes']['lost'] {
  const lost = taken.map(({ name, members = [] }) => ({
    name,
    ids: members.map(memberId).filter((id) => !there.has(id)),
  }))
  return {
    pupils: new Set(lost.flatMap((one) => one.ids)).size,
    sets: lost.filter((one) => one.ids.length > 0).map((one) => one.name),
  }
}
