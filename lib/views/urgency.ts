import type { PromptView } from './types.ts'

type Weighed = Pick<PromptView, 'severity' | 'kind' | 'at'>

const SEVERITY = { alarm: 0, act: 1, notice: 2 } as const

/** Of the same severity, what is seen of a child at this moment goes before what can wait until it is said (CW-9). */
const FIRST: ReadonlySet<string> = new Set<PromptView['kind']>(['room'])

/** What is read out at once, wherever the teacher is; everything else is told politely, or only shown. */
export function isUrgent({ severity, kind }: Pick<Weighed, 'severity' | 'kind'>): boolean {
  return severity === 'alarm' || kind === 'lockDue'
}

/** Below 0 where `a` is worse than `b`, 0 where they are alike. */
export function bySeverity(a: Pick<Weighed, 'severity'>, b: Pick<Weighed, 'severity'>): number {
  return SEVERITY[a.severity] - SEVERITY[b.severity]
}

/** The order in which prompts ask for attention: worst first, then what concerns a child's privacy now, then what waits longest. */
export function byUrgency(a: Weighed, b: Weighed): number {
  return bySeverity(a, b) || Number(FIRST.has(b.kind)) - Number(FIRST.has(a.kind)) || a.at - b.at
}
