import { folded } from './names/text.ts'
import type { Pupil, Register, SetMember, StaffMember } from './types.ts'

/**
 * Sets across classes: "Maths set 2" is made of pupils of several classes. A set only refers to them, so a consent or a guardian
 * that is changed in the class is changed in the set, and a name that a lesson with the set taught is known in the class.
 */

/** How a pupil of a class is called inside a set: two classes may use one id for two children. */
export function memberId({ registerId, pupilId }: SetMember): string {
  return `${registerId}/${pupilId}`
}

/**
 * All registers as a lesson uses them: every set with the pupils it refers to, and with the staff of their classes beside its
 * own. A member who is no longer there is left out; a class that is put away still lends its pupils. Registers that are no sets
 * are the same objects as before.
 */
export function withSets(registers: readonly Register[]): readonly Register[] {
  if (registers.every((one) => one.members === undefined)) return registers
  const classes = new Map(
    registers.filter((one) => one.members === undefined).map((one) => [one.id, one] as const),
  )
  const pupilsById = new Map<Register, ReadonlyMap<string, Pupil>>()
  const pupilOf = (register: Register, pupilId: string) => {
    const known =
      pupilsById.get(register) ?? new Map(register.pupils.map((one) => [one.id, one] as const))
    pupilsById.set(register, known)
    return known.get(pupilId)
  }
  return registers.map((register) => {
    if (register.members === undefined) return register
    const pupils = new Map<string, Pupil>()
    const lending = new Set<Register>()
    for (const member of register.members) {
      const home = classes.get(member.registerId)
      const pupil = home === undefined ? undefined : pupilOf(home, member.pupilId)
      if (home === undefined || pupil === undefined) continue
      const id = memberId(member)
      pupils.set(id, { ...pupil, id })
      lending.add(home)
    }
    return {
      ...register,
      pupils: [...pupils.values()],
      staff: staffOf(register, [...lending]),
    }
  })
}

/** The set's own staff, then that of the classes; who is in both is there once. */
function staffOf(set: Register, classes: readonly Register[]): readonly StaffMember[] {
  const staff = [...set.staff]
  const there = new Set(staff.map(staffKey))
  for (const home of classes) {
    for (const one of home.staff) {
      if (there.has(staffKey(one))) continue
      there.add(staffKey(one))
      staff.push({ ...one, id: memberId({ registerId: home.id, pupilId: one.id }) })
    }
  }
  return staff
}

function staffKey({ firstName, lastName, title }: StaffMember): string {
  return folded(`${firstName === '' ? title : ''} ${firstName} ${lastName}`)
}

/**
 * What is to be stored after people of a register were changed as a lesson uses it: a class is stored as it is; of a set its own
 * staff, and whoever was changed in the class that lent them. `stored` are all registers as they are stored.
 */
export function storedFrom(stored: readonly Register[], changed: Register): readonly Register[] {
  if (changed.members === undefined) return [changed]
  return stored.flatMap((home) => {
    const idOf = (id: string) =>
      home.id === changed.id ? id : memberId({ registerId: home.id, pupilId: id })
    const pupils = home.pupils.map((one) => takenOver(one, changed.pupils, idOf(one.id)))
    const staff = home.staff.map((one) => takenOver(one, changed.staff, idOf(one.id)))
    const isSame = (a: readonly unknown[], b: readonly unknown[]) =>
      a.every((one, i) => one === b[i])
    return isSame(pupils, home.pupils) && isSame(staff, home.staff)
      ? []
      : [{ ...home, pupils, staff }]
  })
}

/** The person as changed, under the id of the class; the very same object where nothing was changed. */
function takenOver<P extends Pupil | StaffMember>(person: P, changed: readonly P[], id: string): P {
  const next = changed.find((one) => one.id === id)
  if (next === undefined) return person
  const isSame = (Object.keys(next) as (keyof P)[]).every(
    (field) => field === 'id' || next[field] === person[field],
  )
  return isSame ? person : { ...next, id: person.id }
}

/** The sets that take pupils of a class, with how many: what would lose pupils when the class is deleted. */
export function setsOf(
  registers: readonly Register[],
  registerId: string,
): readonly { readonly set: Register; readonly pupils: number }[] {
  return registers.flatMap((set) => {
    const pupils = (set.members ?? []).filter((one) => one.registerId === registerId).length
    return pupils === 0 ? [] : [{ set, pupils }]
  })
}
