import type { Guardian, Register } from '../types.ts'
import { guardedCell } from './cells.ts'

/**
 * A register as a CSV file that a spreadsheet opens and `previewImport` reads back as the same register, ids included.
 * UTF-8 with its mark (Excel needs it), CRLF, every cell that a spreadsheet would run defused with an apostrophe.
 */
export function exportRegister(register: Register): string {
  return exportRegisters([register])
}

/**
 * A set as a CSV file: its pupils under their own classes and ids, so that `membersFrom` finds them again, and a spreadsheet
 * shows who comes from where. `registers` are all that are stored.
 */
export function exportSet(set: Register, registers: readonly Register[]): string {
  const members = set.members ?? []
  const homes = new Set(members.map((member) => member.registerId))
  const lent = registers
    .filter((one) => homes.has(one.id) && one.members === undefined)
    .map((home) => ({
      ...home,
      pupils: home.pupils.filter((pupil) =>
        members.some((one) => one.registerId === home.id && one.pupilId === pupil.id),
      ),
      staff: [],
    }))
  // The set's own staff are of no class.
  return exportRegisters([...lent, { ...set, name: '', pupils: [] }])
}

/** Several registers in one file, told apart by the column "Class". */
export function exportRegisters(registers: readonly Register[]): string {
  const everyPupil = registers.flatMap((one) => one.pupils)
  const everyStaff = registers.flatMap((one) => one.staff)
  const most = <T>(lists: readonly (readonly T[])[]) =>
    Math.max(0, ...lists.map((list) => list.length))
  const guardians = most(everyPupil.map((pupil) => pupil.guardians))
  const aliases = most([...everyPupil, ...everyStaff].map((person) => person.aliases))
  const numbers = (count: number) => Array.from({ length: count }, (_, i) => i + 1)
  const heading = [
    'Lesson Steward ID',
    'Class',
    'Type',
    'Role',
    'Title',
    'First name',
    'Last name',
    'Known as',
    ...numbers(guardians).flatMap((n) => [
      `Guardian ${n} title`,
      `Guardian ${n} first name`,
      `Guardian ${n} last name`,
      `Guardian ${n} relation`,
      `Guardian ${n} phone`,
    ]),
    'Consent to video',
    'Consent to recording',
    ...numbers(aliases).map((n) => `Shown as ${n}`),
  ]
  const padded = (list: readonly string[], length: number) => [
    ...list,
    ...Array.from({ length: length - list.length }, () => ''),
  ]
  const rows = registers.flatMap((register) => [
    ...register.pupils.map((pupil) => [
      pupil.id,
      register.name,
      'Pupil',
      '',
      '',
      pupil.firstName,
      pupil.lastName,
      pupil.preferredName,
      ...padded(pupil.guardians.flatMap(guardianCells), guardians * 5),
      pupil.consentVideo,
      pupil.consentRecording,
      ...padded(pupil.aliases, aliases),
    ]),
    ...register.staff.map((one) => [
      one.id,
      register.name,
      'Staff',
      one.role,
      one.title,
      one.firstName,
      one.lastName,
      '',
      ...padded([], guardians * 5),
      '',
      '',
      ...padded(one.aliases, aliases),
    ]),
  ])
  return `\ufeff${[heading, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`
}

function guardianCells({ title, firstName, lastName, relation, phone }: Guardian): string[] {
  return [title, firstName, lastName, relation, phone]
}

function csvCell(text: string): string {
  const safe = guardedCell(text)
  return /[",\r\n;\t|]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
