import type { Guardian, Pupil, Register, StaffMember } from '../../lib/register/index.ts'
import { t } from '../../lib/words/say.ts'

/** Editing a class by hand, as plain steps from one register to the next. Ids and the time come from the caller. */

export function newRegister(id: string, name: string, now: number): Register {
  return { id, name, pupils: [], staff: [], updatedAt: now }
}

export function newPupil(id: string): Pupil {
  return {
    id,
    firstName: '',
    lastName: '',
    preferredName: '',
    guardians: [],
    consentVideo: 'unknown',
    consentRecording: 'unknown',
    aliases: [],
  }
}

export function newGuardian(): Guardian {
  return { firstName: '', lastName: '', title: '', relation: '', phone: '' }
}

export function newStaff(id: string): StaffMember {
  return { id, firstName: '', lastName: '', title: '', role: '', aliases: [] }
}

export function withPupil(register: Register, pupil: Pupil): Register {
  return { ...register, pupils: put(register.pupils, pupil) }
}

export function withoutPupil(register: Register, id: string): Register {
  return { ...register, pupils: register.pupils.filter((pupil) => pupil.id !== id) }
}

export function withStaff(register: Register, member: StaffMember): Register {
  return { ...register, staff: put(register.staff, member) }
}

export function withoutStaff(register: Register, id: string): Register {
  return { ...register, staff: register.staff.filter((member) => member.id !== id) }
}

function put<T extends { readonly id: string }>(list: readonly T[], item: T): readonly T[] {
  return list.some((one) => one.id === item.id)
    ? list.map((one) => (one.id === item.id ? item : one))
    : [...list, item]
}

/** What must be put right before a class can be saved, in words; the id says which row. */
export interface DraftProblem {
  readonly id: string
  readonly text: string
}

export function problemsOf(register: Register): readonly DraftProblem[] {
  const problems: DraftProblem[] = []
  if (register.name.trim() === '') problems.push({ id: 'name', text: t('The class needs a name.') })
  for (const [i, person] of [...register.pupils, ...register.staff].entries()) {
    if (person.firstName.trim() !== '' || person.lastName.trim() !== '') continue
    const text =
      i < register.pupils.length
        ? t('Pupil {n} has no name.', { n: i + 1 })
        : t('Member of staff {n} has no name.', { n: i + 1 - register.pupils.length })
    problems.push({ id: person.id, text })
  }
  return problems
}

/** Rows that nobody filled in are dropped, names are trimmed; what a teacher typed is otherwise left alone. */
export function tidied(register: Register, now: number): Register {
  const isFilled = (person: Pupil | StaffMember) =>
    person.firstName.trim() !== '' || person.lastName.trim() !== ''
  return {
    ...register,
    name: register.name.trim(),
    updatedAt: now,
    pupils: register.pupils.filter((pupil) => isFilled(pupil) || hasMore(pupil)).map(trimPupil),
    staff: register.staff
      .filter((member) => isFilled(member) || member.role.trim() !== '')
      .map((member) => ({
        ...member,
        firstName: member.firstName.trim(),
        lastName: member.lastName.trim(),
        title: member.title.trim(),
        role: member.role.trim(),
      })),
  }
}

function hasMore(pupil: Pupil): boolean {
  return pupil.preferredName.trim() !== '' || pupil.guardians.some(isFilledGuardian)
}

function isFilledGuardian(guardian: Guardian): boolean {
  return [guardian.firstName, guardian.lastName, guardian.phone].some((text) => text.trim() !== '')
}

function trimPupil(pupil: Pupil): Pupil {
  return {
    ...pupil,
    firstName: pupil.firstName.trim(),
    lastName: pupil.lastName.trim(),
    preferredName: pupil.preferredName.trim(),
    guardians: pupil.guardians.filter(isFilledGuardian).map((guardian) => ({
      firstName: guardian.firstName.trim(),
      lastName: guardian.lastName.trim(),
      title: guardian.title.trim(),
      relation: guardian.relation.trim(),
      phone: guardian.phone.trim(),
    })),
  }
}
