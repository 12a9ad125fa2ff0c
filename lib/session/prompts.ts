import type { Finding } from '../protocol/types.ts'
import type { PromptAnswer, SessionEventBody } from './events.ts'
import type { PromptState, SessionState } from './state.ts'

const SECOND = 1000

/**
 * How long an answered prompt stays quiet while its cause is still there. Absent: for good, i.e. until the cause itself is a new
 * one (a new scene, a new name). This is what keeps the tool from nagging.
 */
const ASK_AGAIN_AFTER_MS: Partial<Record<PromptAnswer, number>> = {
  later: 180 * SECOND,
  askToMove: 90 * SECOND,
  askCameraOn: 120 * SECOND,
  wait: 0,
  // It came back after it had gone away by itself.
  cleared: 20 * SECOND,
  // The check is on again and sees what it saw.
  withdrawn: 0,
}

/**
 * Turns findings into prompts, each cause once:
 *
 *   finding appears ─▶ prompted ─▶ answered by the teacher ─▶ quiet (see ASK_AGAIN_AFTER_MS) ─▶ prompted again as "<key>#2"
 *                          └──── finding disappears ─▶ answered "cleared" by itself, or "withdrawn" where its check was switched off
 */
export function reconcilePrompts(
  state: SessionState,
  findings: readonly Finding[],
  now: number,
): readonly SessionEventBody[] {
  const events: SessionEventBody[] = []
  const current = new Map(findings.map((finding) => [finding.key, finding]))

  for (const prompt of state.prompts) {
    if (prompt.answer === undefined && !current.has(keyOf(prompt.promptId))) {
      const answer =
        prompt.kind === 'room' && state.roomCheck.state === 'off' ? 'withdrawn' : 'cleared'
      events.push({ type: 'answered', promptId: prompt.promptId, answer, by: 'itself' })
    }
  }
  for (const finding of current.values()) {
    const asked = state.prompts.filter((prompt) => keyOf(prompt.promptId) === finding.key)
    const last = asked.at(-1)
    if (last === undefined) events.push(prompt(finding, finding.key))
    else if (mayAskAgain(last, finding, now))
      events.push(prompt(finding, `${finding.key}#${asked.length + 1}`))
  }
  return events
}

/** The finding a prompt stands for: its id without the count of how often it was asked. */
export function keyOf(promptId: string): string {
  return promptId.replace(/#\d+$/, '')
}

/** What a prompt's kind alone would say wrongly of it. */
export type PromptHow = 'held'

/** Whether a prompt is about a child who was taken out for now and asks to come back (CW-6): its kind is that of one who dropped out. */
export function howAsked(promptId: string): { readonly how?: PromptHow } {
  return keyOf(promptId).endsWith(':held') ? { how: 'held' } : {}
}

function mayAskAgain(last: PromptState, finding: Finding, now: number): boolean {
  if (last.answer === undefined) return false
  const quiet = ASK_AGAIN_AFTER_MS[last.answer.answer]
  if (quiet === undefined) {
    // Answered for good, but for other people: somebody new has the same problem.
    return finding.about.some((one) => !last.about.includes(one))
  }
  return now - last.answer.at >= quiet
}

function prompt(finding: Finding, promptId: string): SessionEventBody {
  return {
    type: 'prompted',
    promptId,
    kind: finding.kind,
    about: finding.about,
    clauses: finding.clauses,
  }
}
