import type { Match, Pupil, Register, StaffMember } from '../register/index.ts'
import { CERTAIN } from '../register/index.ts'
import { joined } from '../words/lists.ts'
import { t } from '../words/say.ts'

/** The name a pupil goes by, with the surname. */
export function pupilName(pupil: Pupil): string {
  return `${pupil.preferredName || pupil.firstName} ${pupil.lastName}`.trim()
}

export function staffName(staff: StaffMember): string {
  return [staff.title, staff.firstName, staff.lastName].filter((part) => part !== '').join(' ')
}

export function personName(
  register: Register | undefined,
  personId: string | undefined,
): string | undefined {
  if (register === undefined || personId === undefined) return undefined
  const pupil = register.pupils.find((one) => one.id === personId)
  if (pupil !== undefined) return pupilName(pupil)
  const staff = register.staff.find((one) => one.id === personId)
  return staff === undefined ? undefined : staffName(staff)
}

/** Everybody a match is about, for a sentence: "Isla Campbell and Noah Campbell". */
export function namesBehind(register: Register | undefined, match: Match): string {
  const ids = match.together ?? (match.personId === undefined ? [] : [match.personId])
  return joined(ids.flatMap((id) => personName(register, id) ?? []))
}

/** Matched for certain, so that the register's name may be shown. */
export function isCertain(match: Match | undefined): match is Match & { personId: string } {
  return match?.personId !== undefined && match.confidence >= CERTAIN && match.kind !== 'duplicate'
}

/** What to call somebody: the register's name for a certain match, else the name as shown. Never empty. */
export function callName(
  register: Register | undefined,
  match: Match | undefined,
  shown: string,
): string {
  const known = isCertain(match) ? namesBehind(register, match) : ''
  if (known !== '') return known
  return shown.trim() === '' ? t('Somebody without a name') : shown
}

/** The child a match is about, for words to say aloud: "Dev" also when the tile says "Priya Shah". */
export function firstNameFor(
  register: Register | undefined,
  match: Match | undefined,
  shown: string,
): string {
  if (isCertain(match)) {
    const several = (match.together ?? []).flatMap(
      (id) => register?.pupils.find((one) => one.id === id) ?? [],
    )
    if (several.length > 1) return joined(several.map((one) => one.preferredName || one.firstName))
    const pupil = register?.pupils.find((one) => one.id === match.personId)
    if (pupil !== undefined) return pupil.preferredName || pupil.firstName
  }
  return shown.trim().split(/\s+/)[0] || t('you##child')
}
