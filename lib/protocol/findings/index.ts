import type { Finding } from '../types.ts'
import type { Scene } from '../scene.ts'
import { cameraCauses } from './cameras.ts'
import { bySeverity, toFindings } from './cause.ts'
import { companyCauses } from './company.ts'
import { conductCauses } from './conduct.ts'
import { lockCauses } from './lock.ts'
import { nameCauses } from './names.ts'
import { roomCauses } from './rooms.ts'
import { waitingCauses } from './waiting.ts'

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
  ]
  // A lock deadline that the teacher set herself counts also where the policy doesn't ask for one.
  const asked = causes.flatMap((cause) => {
    const clauses = cause.clauses.filter((clause) => scene.has(clause))
    return clauses.length > 0 || cause.kind.startsWith('lock') ? [{ ...cause, clauses }] : []
  })
  return toFindings(asked, scene.state).toSorted(bySeverity)
}
