import { after } from './after.ts'
import { beforeConsent } from './before-consent.ts'
import { beforeFamilies } from './before-families.ts'
import { beforePeople } from './before-people.ts'
import { beforeSecurity } from './before-security.ts'
import { duringConduct } from './during-conduct.ts'
import { duringRooms } from './during-rooms.ts'
import { duringSettings } from './during-settings.ts'
import { entry } from './entry.ts'
import { incident } from './incident.ts'
import { oneToOne } from './one-to-one.ts'
import type { ClauseRule } from './rule.ts'
import table from './table.json' with { type: 'json' }

/** Every clause of the two founding policies in the order of the table, each exactly once. */
export const CLAUSES: readonly ClauseRule[] = inTableOrder([
  ...beforeSecurity,
  ...beforePeople,
  ...beforeFamilies,
  ...beforeConsent,
  ...entry,
  ...duringConduct,
  ...duringRooms,
  ...duringSettings,
  ...oneToOne,
  ...incident,
  ...after,
])

export const CLAUSE_IDS: readonly string[] = table.map((row) => row.id)

function inTableOrder(rules: readonly ClauseRule[]): readonly ClauseRule[] {
  const place = new Map(table.map((row, index) => [row.id, index]))
  return rules.toSorted(
    (a, b) => (place.get(a.clause.id) ?? Infinity) - (place.get(b.clause.id) ?? Infinity),
  )
}

export { clauseOn, needsOf, stateOf } from './rule.ts'
export type { ClauseRule, TickRole } from './rule.ts'
