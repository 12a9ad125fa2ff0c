import { clauseOn, CLAUSES, needsOf, stateOf } from './clauses/index.ts'
import { findingsOf } from './findings/index.ts'
import type { SituationWithOwn } from './own.ts'
import { makeScene } from './scene.ts'
import type { ChecklistItem, ClausePhase, Evaluation } from './types.ts'

/**
 * The school's policy applied to what is known now: what may need the teacher, the most serious first, and the checklist in
 * the order of the phases. Pure. Finding keys stay the same for as long as the cause does; the session asks once for each.
 */
export function evaluate(situation: SituationWithOwn): Evaluation {
  const scene = makeScene(situation)
  const checklist = CLAUSES.filter((one) => scene.has(one.clause.id)).map((one): ChecklistItem => {
    const needs = needsOf(one)
    return {
      clause: clauseOn(one, scene.state.platform),
      state: stateOf(one, scene),
      tickable: one.tick !== 'none',
      ...(needs === undefined ? {} : { needs }),
    }
  })
  return { findings: findingsOf(scene), checklist: checklist.toSorted(byPhase) }
}

export const CLAUSE_PHASES = [
  'before',
  'arrival',
  'during',
  'oneToOne',
  'incident',
  'after',
] as const satisfies readonly ClausePhase[]

function byPhase(a: ChecklistItem, b: ChecklistItem): number {
  return CLAUSE_PHASES.indexOf(a.clause.phase) - CLAUSE_PHASES.indexOf(b.clause.phase)
}

/** The checklist by phase, empty phases left out. */
export function checklistByPhase(
  checklist: readonly ChecklistItem[],
): readonly { readonly phase: ClausePhase; readonly items: readonly ChecklistItem[] }[] {
  return CLAUSE_PHASES.map((phase) => ({
    phase,
    items: checklist.filter((item) => item.clause.phase === phase),
  })).filter((group) => group.items.length > 0)
}
