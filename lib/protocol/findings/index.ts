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
 * Asked also where no clause of the school does: a lock that the teacher has set herself, one adult alone with one child, a child
 * who is gone, a rule of the pack that is a setting and no clause.
 */
const ALWAYS: ReadonlySet<PromptKind> = new Set([
  'lockSoon',
  'lockDue',
  'lockGone',
  'alone',
  'goneLong',
  'chatUsed',
])

/** Everything that may need the teacher now, the most serious first. Only what the school's own policy asks about. */
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
    return clauses.length > 0 || ALWAYS.has(cause.kind) ? [{ ...cause, clauses }] : []
  })
  return toFindings(asked, scene.state).toSorted(bySeverity)
}
