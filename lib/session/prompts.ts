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
  // The site asks back, and its question may have been put away.
  endCall: 120 * SECOND,
  // It came back after it had gone away by itself.
  cleared: 20 * SECOND,
  // The check is on again and sees what it saw.
  withdrawn: 0,
}

/**
 * Turns findings into prompts, each cause once:
 *
 *   finding appears ─▶ prompted ─▶ answered by the teacher ─▶ quiet (see ASK_AGAIN_AFTER_MS) ─▶ prompted again as "<key>#2"
 *                          └──── finding disappears ─▶ answered "cleared" by itself, "withdrawn" where its check was switched off, or
 *                                by the teacher where she left whom it was about waiting
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
      events.push({ type: 'answered', promptId: prompt.promptId, ...whyOver(prompt, state) })
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

/** What became of an open prompt whose cause is not found any more. */
function whyOver(
  { kind, about, at }: PromptState,
  { knocks, roomCheck }: SessionState,
): Pick<Extract<SessionEventBody, { type: 'answered' }>, 'answer' | 'by'> {
  if (kind === 'room' && roomCheck.state === 'off') return { answer: 'withdrawn', by: 'itself' }
  // "Leave waiting" in the list of the waiting room or on the card in the meeting is her answer to what was asked about them.
  const waiting = knocks.filter((knock) => about.includes(knock.key))
  return waiting.length > 0 && waiting.every(({ leftWaitingAt = 0 }) => leftWaitingAt >= at)
    ? { answer: 'later', by: 'teacher' }
    : { answer: 'cleared', by: 'itself' }
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

/** Answered so that the same cause is not asked about again: only a new one is. */
export function isForGood({ answer }: PromptState): boolean {
  return answer !== undefined && ASK_AGAIN_AFTER_MS[answer.answer] === undefined
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
