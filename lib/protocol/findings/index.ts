import type { PromptKind } from '../../session/events.ts'
import type { Finding } from '../types.ts'
import type { Scene } from '../scene.ts'
import { adultCauses } from './adults.ts'
import { cameraCauses } from './cameras.ts'
import { bySeverity, toFindings } from './cause.ts'
import { companyCauses } from './company.ts'
import { conductCauses } from './conduct.ts'
import { goneCauses } from './gone.ts'
import { hoursCauses } from './hours.ts'
import { lockCauses } from './lock.ts'
import { nameCauses } from './names.ts'
import { roomCauses } from './rooms.ts'
import { waitingCauses } from './waiting.ts'

/**
 * Asked also where no clause and no rule of the school does: a lock that the teacher has set herself, one adult alone with one
 * child, a child who is gone.
 */
const ALWAYS: ReadonlySet<PromptKind> = new Set([
  'lockSoon',
  'lockDue',
  'lockGone',
  'alone',
  'goneLong',
])

/** Everything that may need the teacher now, the most serious first. Only what the school's own clauses and rules ask about. */
export function findingsOf(scene: Scene): readonly Finding[] {
  if (scene.ended) return []
  const causes = [
    ...nameCauses(scene),
    ...waitingCauses(scene),
    ...cameraCauses(scene),
    ...roomCauses(scene),
    ...lockCauses(scene),
    ...conductCauses(scene),
    ...companyCauses(scene),
    ...adultCauses(scene),
    ...goneCauses(scene),
    ...hoursCauses(scene),
  ]
  const asked = causes.flatMap((cause) => {
    const clauses = cause.clauses.filter((clause) => scene.has(clause))
    // The clause is the better source; the rule is named only where it stands alone.
    if (clauses.length > 0) return [{ ...cause, clauses, rule: undefined }]
    return cause.rule !== undefined || ALWAYS.has(cause.kind) ? [{ ...cause, clauses }] : []
  })
  return toFindings(asked, scene.state).toSorted(bySeverity)
}
