import type { Pupil, Register, StaffMember } from '../types.ts'
import { folded } from '../names/text.ts'
import { joined } from './join.ts'
import { namedWithout, pupilChanges, pupilFrom, staffChanges, staffFrom } from './merge.ts'
import type { Fields } from './merge.ts'
import type {
  ApplyOptions,
  Changed,
  Field,
  IdMaker,
  ImportPreview,
  ImportResult,
  Named,
  UnderstoodRow,
} from './types.ts'

type Person = Pupil | StaffMember

/**
 * Puts a preview into a register (or makes a new one) and says who is new, changed, the same, or gone. Pure: the register that
 * is there stays as it is, so that going back is keeping it. What the file says nothing about is left as it was; aliases are
 * never lost.
 */
export function applyImport(
  preview: ImportPreview,
  existing: Register | undefined,
  ids: IdMaker,
  options: ApplyOptions = {},
): ImportResult {
  const wanted = options.classNames === undefined ? undefined : new Set(options.classNames)
  const rows = inOneClass(
    preview.rows.filter((row) => wanted === undefined || wanted.has(row.className)),
  )
  const fields: ReadonlySet<Field> = new Set(
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
  const emptied: Changed[] = []
  const keeping: Fields = { there: fields, whereEmpty: 'keep' }
  const erasing: Fields = { there: fields, whereEmpty: 'erase' }
  const merge = <P extends Person, R extends UnderstoodRow>(
    before: readonly P[],
    rows: readonly R[],
    make: (row: R, old: P | undefined, id: string, fields: Fields) => P,
    differences: (old: P, next: P) => Changed['changes'],
  ): readonly P[] => {
    // A list of pupils says nothing about staff: nobody is missing from it who could not have been in it.
    if (rows.length === 0) return before
    const partner = partners(before, rows)
    const updated = new Map<string, P>()
    const fresh: P[] = []
    for (const row of rows) {
      const old = partner.get(row)
      if (old === undefined) {
        const next = make(row, undefined, freshId(row), keeping)
        added.push({ ...namedWithout(next), line: row.line })
        fresh.push(next)
        continue
      }
      const kept = make(row, old, old.id, keeping)
      const erased = make(row, old, old.id, erasing)
      const next = options.whereEmpty === 'erase' ? erased : kept
      const name = { ...namedWithout(next), line: row.line }
      const changes = differences(old, next)
      const losses = differences(kept, erased)
      if (losses.length > 0) emptied.push({ ...name, changes: losses })
      updated.set(old.id, changes.length === 0 ? old : next)
      if (changes.length === 0) unchanged.push(name)
      else changed.push({ ...name, changes })
    }
    for (const old of before) if (!updated.has(old.id)) missing.push(namedWithout(old))
    const kept = before.flatMap(
      (old) => updated.get(old.id) ?? (options.removeMissing === true ? [] : [old]),
    )
    return [...kept, ...fresh]
  }

  const pupils = merge(
    existing?.pupils ?? [],
    rows.filter((row) => row.kind === 'pupil'),
    pupilFrom,
    pupilChanges,
  )
  const staff = merge(
    existing?.staff ?? [],
    rows.filter((row) => row.kind === 'staff'),
    staffFrom,
    staffChanges,
  )
  const classes = [...new Set(rows.map((row) => row.className).filter((name) => name !== ''))]
  const name = options.name ?? existing?.name ?? (classes.length === 1 ? (classes[0] ?? '') : '')
  const touched =
    added.length > 0 || changed.length > 0 || (options.removeMissing === true && missing.length > 0)
  return {
    register: {
      ...existing,
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
    emptied,
  }
}

/**
 * Every class that a file names into the register of that name, or into a new one; in the order of the file. Registers that
 * are put away and sets are never written to. Rows without a class, and staff of
 * a class without pupils, are in none of them.
 */
export function applyClasses(
  preview: ImportPreview,
  registers: readonly Register[],
  ids: IdMaker,
  options: Pick<ApplyOptions, 'removeMissing' | 'whereEmpty' | 'now'> = {},
): readonly ImportResult[] {
  const byName = new Map(
    registers
      .filter((one) => one.members === undefined && one.archivedAt === undefined)
      .map((one) => [folded(one.name), one] as const),
  )
  const used = new Set(registers.map((one) => one.id))
  // A class that was renamed keeps its id; the new class of its old name must not get the same one.
  const fresh: IdMaker = (kind, name) => {
    let id = ids(kind, name)
    if (kind !== 'register') return id
    while (used.has(id)) id = `${id}+`
    used.add(id)
    return id
  }
  // "Staff" as the department of the teachers is no class: it has nobody to teach.
  const taught = new Set(
    preview.rows.filter((row) => row.kind === 'pupil').map((row) => row.className),
  )
  const spellings = new Map<string, string[]>()
  for (const name of preview.classNames) {
    if (!taught.has(name)) continue
    const key = folded(name)
    spellings.set(key, [...(spellings.get(key) ?? []), name])
  }
  return [...spellings].map(([key, names]) => {
    const existing = byName.get(key)
    const name = existing?.name ?? names[0] ?? ''
    return applyImport(preview, existing, fresh, { ...options, classNames: names, name })
  })
}

/** Rows of several classes that go into one register: a pupil who is in two of them is one pupil. */
function inOneClass(rows: readonly UnderstoodRow[]): readonly UnderstoodRow[] {
  const classes = new Set(rows.map((row) => row.className))
  if (classes.size < 2) return rows
  // What they disagree about was said where it stands in the file; a no counts here too.
  return joined(rows, [], 'anyClass')
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
