import type { Register } from '../../lib/register/index.ts'
import type { CandidateView } from '../../lib/views/types.ts'
import { foldTyped } from './filterPeople.ts'

/** As many as fit under a field without scrolling the panel away. */
const MOST = 8

/** People of a register by what was typed: names that begin so first, then those that hold it; each group by the alphabet. */
export function someone(register: Register, typed: string): readonly CandidateView[] {
  const words = foldTyped(typed)
    .split(' ')
    .filter((word) => word !== '')
  const pupils = register.pupils.map((one) => ({
    personId: one.id,
    name: `${one.preferredName || one.firstName} ${one.lastName}`.trim(),
    text: foldTyped(`${one.preferredName} ${one.firstName} ${one.lastName}`),
  }))
  const staff = register.staff.map((one) => ({
    personId: one.id,
    name: [one.title, one.firstName, one.lastName].filter((part) => part !== '').join(' '),
    text: foldTyped(`${one.firstName} ${one.lastName}`),
  }))
  const begins = (text: string): number =>
    words.every((word) => text.split(' ').some((part) => part.startsWith(word))) ? 0 : 1
  return [...pupils, ...staff]
    .filter(({ text }) => words.every((word) => text.includes(word)))
    .toSorted((a, b) => begins(a.text) - begins(b.text) || a.name.localeCompare(b.name, 'en-GB'))
    .slice(0, MOST)
    .map(({ personId, name }) => ({ personId, name }))
}
