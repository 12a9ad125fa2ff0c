import type { Outcome } from '../../meeting/index.ts'
import { outcomeOf } from '../dom/act.ts'
import { doStep, type Run, unavailable, worded } from './act-kit.ts'
import { closeMenus, type PersonMenu } from './act-row-menu.ts'
import type { TeamsStep } from './capabilities.ts'

/**
 * Two of one name, "iPad" and "iPad". The teacher goes by what she sees, the tile; the controls are those of a row; and nothing says whose
 * tile is whose row (`Person.unsure`). In doubt once, a command stays so: opening the list brings the second one to light, or sorts both
 * anew, and the id that she chose is then the other's.
 */
export function doubtOf(run: Run, id: string): () => boolean {
  const now = () =>
    run.read().people.people.some(({ participant, unsure }) => participant.id === id && unsure)
  let unsure = now()
  return () => (unsure ||= now())
}

/**
 * The item is pointed at in the row that it may be, and the choice is the teacher's. Nothing that this row or its menu shows, before or
 * after, says anything of the picture that she saw: it is never called done.
 */
export async function chooseThere(
  run: Run,
  menu: PersonMenu,
  { step, item }: { readonly step: TeamsStep; readonly item: string },
): Promise<Outcome> {
  const find = () => worded(run, menu.items(), item)
  if (find() === undefined) {
    closeMenus(run)
    return unavailable(run, step, 'controlUnclear')
  }
  const seen = () => false
  await doStep(run, { step, find, seen, guideOnly: true, whyGuided: 'controlUnclear' })
  return outcomeOf(run, false)
}
