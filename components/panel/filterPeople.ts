import type { PersonRow } from '../../lib/views/types.ts'
import type { Message } from '../../lib/words/catalogue.ts'
import { t } from '../../lib/words/say.ts'

export type PeopleFilter = 'all' | 'here' | 'missing' | 'waiting' | 'problem'
export const PEOPLE_FILTERS = [
  'all',
  'problem',
  'here',
  'missing',
  'waiting',
] as const satisfies readonly PeopleFilter[]

export const FILTER_WORD: Readonly<Record<PeopleFilter, Message>> = {
  all: 'All##people',
  here: 'Here',
  missing: 'Missing',
  waiting: 'Waiting',
  problem: 'To check',
}

/** Whether a row belongs under a filter. Missing is: expected, and neither in the call nor waiting. */
export function fits(row: PersonRow, filter: PeopleFilter): boolean {
  switch (filter) {
    case 'all':
      return true
    case 'here':
      return row.where === 'inCall'
    case 'missing':
      return row.where === 'notHere' || row.where === 'dropped'
    case 'waiting':
      return row.where === 'waiting'
    case 'problem':
      return row.tone === 'alarm' || row.tone === 'check'
  }
}

/** How many rows each filter would show. */
export function filterCounts(people: readonly PersonRow[]): Readonly<Record<PeopleFilter, number>> {
  const counts = { all: 0, here: 0, missing: 0, waiting: 0, problem: 0 }
  for (const row of people)
    for (const filter of PEOPLE_FILTERS) if (fits(row, filter)) counts[filter]++
  return counts
}

/** Rows by filter and by words typed, in the order in which they came. Every word must be found in some name of the row. */
export function findPeople(
  people: readonly PersonRow[],
  filter: PeopleFilter,
  typed: string,
): readonly PersonRow[] {
  const words = foldTyped(typed)
    .split(' ')
    .filter((word) => word !== '')
  return people.filter((row) => {
    if (!fits(row, filter)) return false
    if (words.length === 0) return true
    const text = foldTyped(`${row.name} ${row.shownAs ?? ''}`)
    return words.every((word) => text.includes(word))
  })
}

// Accents and case don't matter when a teacher types in a hurry.
export function foldTyped(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLocaleLowerCase('en-GB')
    .trim()
    .replace(/\s+/gu, ' ')
}

export type PeopleGroup = 'look' | 'here' | 'waiting' | 'missing'

/** "Not here" is only said of a list that was read in full. */
function groupWord(group: PeopleGroup, rows: readonly PersonRow[]): string {
  switch (group) {
    case 'look':
      return t('Needs a look')
    case 'here':
      return t('In the call')
    case 'waiting':
      return t('Waiting')
    case 'missing':
      return rows.every((row) => row.absenceCertain) ? t('Not here') : t('Not seen')
  }
}

export function groupOf(row: PersonRow): PeopleGroup {
  if (row.where === 'waiting') return 'waiting'
  if (row.tone === 'alarm' || row.tone === 'check') return 'look'
  return row.where === 'inCall' ? 'here' : 'missing'
}

export type PeopleEntry =
  | {
      readonly kind: 'head'
      readonly group: PeopleGroup
      readonly word: string
      readonly count: number
    }
  | { readonly kind: 'row'; readonly row: PersonRow }

/** One flat list with headings in it: a row that changes its group stays the same element and keeps the focus. */
export function grouped(people: readonly PersonRow[]): readonly PeopleEntry[] {
  const order: readonly PeopleGroup[] = ['look', 'here', 'waiting', 'missing']
  return order.flatMap((group): PeopleEntry[] => {
    const rows = people.filter((row) => groupOf(row) === group)
    if (rows.length === 0) return []
    return [
      { kind: 'head', group, word: groupWord(group, rows), count: rows.length },
      ...rows.map((row) => ({ kind: 'row' as const, row })),
    ]
  })
}
