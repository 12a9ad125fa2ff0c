import type { Guardian, Pupil, Register, StaffMember } from '../types.ts'
import { folded } from '../names/text.ts'
import type {
  ApplyOptions,
  Changed,
  Field,
  GuardianPart,
  IdMaker,
  ImportPreview,
  ImportResult,
  Named,
  UnderstoodPupil,
  UnderstoodRow,
  UnderstoodStaff,
} from './types.ts'

type Person = Pupil | StaffMember

/**
 * Puts a preview into a register (or makes a new one) and says who is new, changed, the same, or gone. Pure: the register that
 * is there stays as it is, so that going back is keeping it. What the file has no column for is left as it was; aliases are
 * never lost.
 */
export function applyImport(
  preview: ImportPreview,
  existing: Register | undefined,
  ids: IdMaker,
  options: ApplyOptions = {},
): ImportResult {
  const wanted = options.classNames === undefined ? undefined : new Set(options.classNames)
  const rows = preview.rows.filter((row) => wanted === undefined || wanted.has(row.className))
  const fields = new Set(
    preview.columns.flatMap((column) => (column.field === undefined ? [] : [column.field])),
  )
  const used = new Set<string>(
    [...(existing?.pupils ?? []), ...(existing?.staff ?? [])].map((one) => one.id),
  )
  const freshId = (row: UnderstoodRow): string => {
    const name = `${row.firstName} ${row.lastName}`.trim()
    // A register exported before brings its own ids along.
    let id = row.ref !== '' ? row.ref : ids(row.kind, name)
    for (let tries = 0; used.has(id); tries += 1) id = tries < 20 ? ids(row.kind, name) : `${id}+`
    used.add(id)
    return id
  }

  const added: Named[] = []
  const changed: Changed[] = []
  const unchanged: Named[] = []
  const missing: Named[] = []
  const merge = <P extends Person, R extends UnderstoodRow>(
    before: readonly P[],
    rows: readonly R[],
    make: (row: R, old: P | undefined, id: string) => P,
    differences: (old: P, next: P) => Changed['changes'],
  ): P[] => {
    const partner = partners(before, rows)
    const updated = new Map<string, P>()
    const fresh: P[] = []
    for (const row of rows) {
      const old = partner.get(row)
      if (old === undefined) {
        const next = make(row, undefined, freshId(row))
        added.push(named(next))
        fresh.push(next)
        continue
      }
      const next = make(row, old, old.id)
      const changes = differences(old, next)
      updated.set(old.id, changes.length === 0 ? old : next)
      if (changes.length === 0) unchanged.push(named(old))
      else changed.push({ ...named(next), changes })
    }
    for (const old of before) if (!updated.has(old.id)) missing.push(named(old))
    const kept = before.flatMap(
      (old) => updated.get(old.id) ?? (options.removeMissing === true ? [] : [old]),
    )
    return [...kept, ...fresh]
  }

  const pupils = merge(
    existing?.pupils ?? [],
    rows.filter((row) => row.kind === 'pupil'),
    (row, old, id) => pupilFrom(row, old, id, fields),
    pupilChanges,
  )
  const staff = merge(
    existing?.staff ?? [],
    rows.filter((row) => row.kind === 'staff'),
    (row, old, id) => staffFrom(row, old, id, fields),
    staffChanges,
  )
  const classes = [...new Set(rows.map((row) => row.className).filter((name) => name !== ''))]
  const name = options.name ?? existing?.name ?? (classes.length === 1 ? (classes[0] ?? '') : '')
  const touched =
    added.length > 0 || changed.length > 0 || (options.removeMissing === true && missing.length > 0)
  return {
    register: {
      id: existing?.id ?? ids('register', name),
      name,
      pupils,
      staff,
      updatedAt:
        touched || existing === undefined
          ? (options.now ?? existing?.updatedAt ?? 0)
          : existing.updatedAt,
    },
    added,
    changed,
    unchanged,
    missing,
  }
}

function named(person: Person): Named {
  return { id: person.id, name: `${person.firstName} ${person.lastName}`.trim() }
}

/** Which row speaks of whom: by the id of an earlier export, else by the full name; equals pair up in order. */
function partners<P extends Person, R extends UnderstoodRow>(
  before: readonly P[],
  rows: readonly R[],
): Map<R, P> {
  const found = new Map<R, P>()
  const byId = new Map(before.map((person) => [person.id, person] as const))
  for (const row of rows) {
    const person = row.ref === '' ? undefined : byId.get(row.ref)
    if (person === undefined) continue
    found.set(row, person)
    byId.delete(person.id)
  }
  const byName = new Map<string, P[]>()
  for (const person of byId.values()) {
    const key = folded(`${person.firstName} ${person.lastName}`)
    byName.set(key, [...(byName.get(key) ?? []), person])
  }
  for (const row of rows) {
    if (found.has(row)) continue
    const person = byName.get(folded(`${row.firstName} ${row.lastName}`))?.shift()
    if (person !== undefined) found.set(row, person)
  }
  return found
}

function pupilFrom(
  row: UnderstoodPupil,
  old: Pupil | undefined,
  id: string,
  fields: ReadonlySet<Field>,
): Pupil {
  const hasGuardians = [...fields].some((field) => field.startsWith('guardian'))
  const preferredSaid = fields.has('preferredName') || row.preferredName !== ''
  return {
    id,
    firstName: row.firstName,
    lastName: row.lastName,
    preferredName: preferredSaid ? row.preferredName : (old?.preferredName ?? ''),
    guardians: hasGuardians
      ? row.guardians.map((one) => completed(one, old?.guardians ?? [], fields))
      : (old?.guardians ?? []),
    consentVideo: fields.has('consentVideo') ? row.consentVideo : (old?.consentVideo ?? 'unknown'),
    consentRecording: fields.has('consentRecording')
      ? row.consentRecording
      : (old?.consentRecording ?? 'unknown'),
    aliases: [...new Set([...(old?.aliases ?? []), ...row.aliases])],
  }
}

/** A guardian who was there before keeps the phone that this file has no column for. */
function completed(
  guardian: Guardian,
  before: readonly Guardian[],
  fields: ReadonlySet<Field>,
): Guardian {
  const old = before.find(
    (one) =>
      folded(`${one.firstName} ${one.lastName}`) ===
      folded(`${guardian.firstName} ${guardian.lastName}`),
  )
  if (old === undefined) return guardian
  const has = (part: GuardianPart) =>
    [...fields].some((field) => field.startsWith('guardian') && field.endsWith(`.${part}`))
  return {
    ...guardian,
    title: guardian.title !== '' || has('title') || has('name') ? guardian.title : old.title,
    relation: guardian.relation !== '' || has('relation') ? guardian.relation : old.relation,
    phone: guardian.phone !== '' || has('phone') ? guardian.phone : old.phone,
  }
}

function staffFrom(
  row: UnderstoodStaff,
  old: StaffMember | undefined,
  id: string,
  fields: ReadonlySet<Field>,
): StaffMember {
  return {
    id,
    firstName: row.firstName,
    lastName: row.lastName,
    title: row.title !== '' || fields.has('title') ? row.title : (old?.title ?? ''),
    role: row.role !== '' || fields.has('job') ? row.role : (old?.role ?? ''),
    aliases: [...new Set([...(old?.aliases ?? []), ...row.aliases])],
  }
}

function pupilChanges(old: Pupil, next: Pupil): Changed['changes'] {
  return differences([
    ['First name', old.firstName, next.firstName],
    ['Last name', old.lastName, next.lastName],
    ['Known as', old.preferredName, next.preferredName],
    ['Guardians', guardianText(old.guardians), guardianText(next.guardians)],
    ['Consent to video', old.consentVideo, next.consentVideo],
    ['Consent to recording', old.consentRecording, next.consentRecording],
    ['Shown as', old.aliases.join(', '), next.aliases.join(', ')],
  ])
}

function staffChanges(old: StaffMember, next: StaffMember): Changed['changes'] {
  return differences([
    ['Title', old.title, next.title],
    ['First name', old.firstName, next.firstName],
    ['Last name', old.lastName, next.lastName],
    ['Role', old.role, next.role],
    ['Shown as', old.aliases.join(', '), next.aliases.join(', ')],
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
