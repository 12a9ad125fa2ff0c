import type { Message } from '../../words/catalogue.ts'
import { t, tOf } from '../../words/say.ts'
import type { Consent, Guardian, Pupil, StaffMember } from '../types.ts'
import { MOST_ALIASES, MOST_GUARDIANS } from '../limits.ts'
import { folded } from '../names/text.ts'
import type {
  Changed,
  Field,
  GuardianPart,
  Named,
  UnderstoodPupil,
  UnderstoodStaff,
} from './types.ts'

/** One person of a register and one row of a file: what comes of both. */

export interface Fields {
  /** What the file has columns for. */
  readonly there: ReadonlySet<Field>
  /** Whether an empty cell says nothing, or says that there is nothing. */
  readonly whereEmpty: 'keep' | 'erase'
}

export function namedWithout(person: Pupil | StaffMember): Named {
  return { id: person.id, name: `${person.firstName} ${person.lastName}`.trim() }
}

/** The file's value; what was there before where the file has no such column, or an empty cell that says nothing. */
function valueOf(value: string, field: Field, before: string | undefined, fields: Fields): string {
  if (value !== '') return value
  return fields.whereEmpty === 'erase' && fields.there.has(field) ? '' : (before ?? '')
}

export function pupilFrom(
  row: UnderstoodPupil,
  old: Pupil | undefined,
  id: string,
  fields: Fields,
): Pupil {
  const consent = (field: 'consentVideo' | 'consentRecording') => {
    const before = old?.[field] ?? 'unknown'
    if (!fields.there.has(field)) return before
    return fields.whereEmpty === 'keep' && row.unsaid.includes(field) ? before : row[field]
  }
  // The name in the file is the name: only a row found by its id can have half of one.
  const half = row.firstName === '' || row.lastName === ''
  return {
    id,
    firstName: half ? valueOf(row.firstName, 'firstName', old?.firstName, fields) : row.firstName,
    lastName: half ? valueOf(row.lastName, 'lastName', old?.lastName, fields) : row.lastName,
    preferredName: valueOf(row.preferredName, 'preferredName', old?.preferredName, fields),
    guardians: guardiansFrom(row.guardians, old?.guardians ?? [], fields),
    consentVideo: consent('consentVideo'),
    consentRecording: consent('consentRecording'),
    aliases: aliasesFrom(old?.aliases, row.aliases),
  }
}

/** Parents and carers of both: a parent whom the file does not name may simply not be in that export. */
function guardiansFrom(
  said: readonly Guardian[],
  before: readonly Guardian[],
  fields: Fields,
): readonly Guardian[] {
  if (![...fields.there].some((field) => field.startsWith('guardian'))) return before
  const left = new Set(before)
  /** Who of the register → as completed by the file. */
  const partner = new Map<Guardian, Guardian>()
  const taken = new Set<Guardian>()
  for (const one of said) {
    const old = [...left].find((other) => isSame(one, other))
    if (old === undefined) continue
    partner.set(old, completed(one, old, fields))
    taken.add(one)
    left.delete(old)
  }
  const fresh = said.filter((one) => !taken.has(one))
  // In the order that is there, so that the same file a second time changes nothing.
  const kept = before.flatMap(
    (old) => partner.get(old) ?? (fields.whereEmpty === 'erase' ? [] : [old]),
  )
  return [...kept, ...fresh].slice(0, MOST_GUARDIANS)
}

/** "Mrs Shah" and "Mr Shah" are two people; "Mrs Priya Shah" and "Priya Shah" are one. */
function isSame(a: Guardian, b: Guardian): boolean {
  const name = (one: Guardian) => folded(`${one.firstName} ${one.lastName}`)
  if (name(a) !== name(b)) return false
  if (a.firstName !== '' || a.title === '' || b.title === '') return true
  return folded(a.title) === folded(b.title)
}

/** A guardian who was there before keeps what this file has no column for, or leaves empty. */
function completed(guardian: Guardian, old: Guardian, fields: Fields): Guardian {
  const has = (part: GuardianPart) =>
    [...fields.there].some((field) => field.startsWith('guardian') && field.endsWith(`.${part}`))
  const erases = (part: GuardianPart) => fields.whereEmpty === 'erase' && has(part)
  return {
    ...guardian,
    title: guardian.title !== '' || erases('title') || erases('name') ? guardian.title : old.title,
    relation: guardian.relation !== '' || erases('relation') ? guardian.relation : old.relation,
    phone: guardian.phone !== '' || erases('phone') ? guardian.phone : old.phone,
  }
}

export function staffFrom(
  row: UnderstoodStaff,
  old: StaffMember | undefined,
  id: string,
  fields: Fields,
): StaffMember {
  return {
    id,
    firstName: valueOf(row.firstName, 'firstName', old?.firstName, fields),
    lastName: valueOf(row.lastName, 'lastName', old?.lastName, fields),
    title: valueOf(row.title, 'title', old?.title, fields),
    role: valueOf(row.role, 'job', old?.role, fields),
    aliases: aliasesFrom(old?.aliases, row.aliases),
  }
}

function aliasesFrom(before: readonly string[] = [], said: readonly string[]): readonly string[] {
  return [...new Set([...before, ...said])].slice(0, MOST_ALIASES)
}

const CONSENT: Readonly<Record<Consent, Message>> = { yes: 'yes', no: 'no', unknown: 'unknown' }

export function pupilChanges(old: Pupil, next: Pupil): Changed['changes'] {
  return differences([
    [t('First name'), old.firstName, next.firstName],
    [t('Last name'), old.lastName, next.lastName],
    [t('Known as'), old.preferredName, next.preferredName],
    [t('Parents and carers'), guardianText(old.guardians), guardianText(next.guardians)],
    [t('Consent to video'), tOf(CONSENT[old.consentVideo]), tOf(CONSENT[next.consentVideo])],
    [
      t('Consent to recording'),
      tOf(CONSENT[old.consentRecording]),
      tOf(CONSENT[next.consentRecording]),
    ],
    [t('Shown as'), old.aliases.join(', '), next.aliases.join(', ')],
  ])
}

export function staffChanges(old: StaffMember, next: StaffMember): Changed['changes'] {
  return differences([
    [t('Title'), old.title, next.title],
    [t('First name'), old.firstName, next.firstName],
    [t('Last name'), old.lastName, next.lastName],
    [t('Role'), old.role, next.role],
    [t('Shown as'), old.aliases.join(', '), next.aliases.join(', ')],
  ])
}

function differences(fields: readonly (readonly [string, string, string])[]): Changed['changes'] {
  return fields
    .filter(([, from, to]) => from !== to)
    .map(([what, from, to]) => ({ what, from, to }))
}

function guardianText(guardians: readonly Guardian[]): string {
  return guardians
    .map(({ title, firstName, lastName, relation, phone }) => {
      const name = [title, firstName, lastName].filter((part) => part !== '').join(' ')
      const more = [relation, phone].filter((part) => part !== '').join(', ')
      return more === '' ? name : `${name} (${more})`
    })
    .join('; ')
}
