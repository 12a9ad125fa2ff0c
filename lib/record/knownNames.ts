import type { Guardian, Register, StaffMember } from '../register/types.ts'

/** Who may be named in a record without having been in the call. */
export interface KnownPeople {
  readonly register: Register | undefined
  /** Safeguarding contacts, the headteacher: whoever is named in the settings. */
  readonly contacts: readonly { readonly name: string }[]
}

/**
 * Every name that a record may hold although nobody of that name was in the call: the whole register with its guardians, staff and
 * learnt names, and the school's contacts. For the record with initials; never part of a record itself.
 */
export function knownNames({ register, contacts }: KnownPeople): readonly string[] {
  const pupils = (register?.pupils ?? []).flatMap((one) => [
    `${one.firstName} ${one.lastName}`,
    `${one.preferredName} ${one.lastName}`,
    ...one.aliases,
    ...one.guardians.flatMap(titled),
  ])
  const staff = (register?.staff ?? []).flatMap((one) => [...titled(one), ...one.aliases])
  const found = [...pupils, ...staff, ...contacts.map((one) => one.name)]
  return [...new Set(found.map((one) => one.replace(/\s+/gu, ' ').trim()))].filter(
    (one) => one !== '',
  )
}

function titled({ title, firstName, lastName }: Guardian | StaffMember): readonly string[] {
  return [`${title} ${firstName} ${lastName}`, `${firstName} ${lastName}`, `${title} ${lastName}`]
}
