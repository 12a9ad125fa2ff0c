import type { Guardian, Register } from '../types.ts'
import { guardedCell } from './cells.ts'

/**
 * A register as a CSV file that a spreadsheet opens and `previewImport` reads back as the same register, ids included.
 * UTF-8 with its mark (Excel needs it), CRLF, every cell that a spreadsheet would run defused with an apostrophe.
 */
export function exportRegister(register: Register): string {
  const most = <T>(lists: readonly (readonly T[])[]) =>
    Math.max(0, ...lists.map((list) => list.length))
  const guardians = most(register.pupils.map((pupil) => pupil.guardians))
  const aliases = most([...register.pupils, ...register.staff].map((person) => person.aliases))
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
  const rows = [
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
  ]
  return `\ufeff${[heading, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`
}

function guardianCells({ title, firstName, lastName, relation, phone }: Guardian): string[] {
  return [title, firstName, lastName, relation, phone]
}

function csvCell(text: string): string {
  const safe = guardedCell(text)
  return /[",\r\n;\t|]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
