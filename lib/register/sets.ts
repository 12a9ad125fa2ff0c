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
 * Where somebody of a register is kept: for a class that class itself, for a set the class that lent the person. What a lesson
 * learns about a person is written there. Undefined where the person is not (or no longer) there.
 */
export function homeOf(
  registers: readonly Register[],
  registerId: string,
  personId: string,
): { readonly register: Register; readonly personId: string } | undefined {
  const register = registers.find((one) => one.id === registerId)
  if (register === undefined) return undefined
  const isHere = (home: Register, id: string) =>
    home.pupils.some((one) => one.id === id) || home.staff.some((one) => one.id === id)
  if (isHere(register, personId)) return { register, personId }
  if (register.members === undefined) return undefined
  for (const home of registers) {
    if (!personId.startsWith(`${home.id}/`)) continue
    const id = personId.slice(home.id.length + 1)
    if (isHere(home, id)) return { register: home, personId: id }
  }
  return undefined
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
