import type { Finding } from '../protocol/types.ts'
import type { PromptAnswer, PromptKind, SessionEventBody } from './events.ts'
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
  // Only said of a room, and while the camera is on: off, there is no room to ask about.
  cameraOff: 120 * SECOND,
  wait: 0,
  // The site asks back, and its question may have been put away.
  endCall: 120 * SECOND,
  // It came back after it had gone away by itself.
  cleared: 20 * SECOND,
  // The check is on again and sees what it saw.
  withdrawn: 0,
}

/**
 * "I'll stop it" is a promise: where what it is about can still be seen after this time, it is asked about once more. For other kinds
 * the same answer is the end of it.
 */
const FOLLOW_UP_AFTER_MS: Partial<Record<PromptKind, number>> = {
  recording: 180 * SECOND,
  noteTaker: 180 * SECOND,
}

/**
 * Turns findings into prompts, each cause once:
 *
 *   finding appears ─▶ prompted ─▶ answered by the teacher ─▶ quiet (ASK_AGAIN_AFTER_MS, FOLLOW_UP_AFTER_MS) ─▶ again as "<key>#2"
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
    else if (mayAskAgain(last, finding, now) || mayFollowUp(state.prompts, last, finding, now))
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
export type PromptHow = 'held' | 'transcription'

/**
 * Whether a prompt is about a child who was taken out for now and asks to come back (CW-6): its kind is that of one who dropped out. Or
 * about a transcription (EG-21), which is no recording.
 */
export function howAsked(promptId: string): { readonly how?: PromptHow } {
  const key = keyOf(promptId)
  if (isTranscription(key)) return { how: 'transcription' }
  return key.endsWith(':held') ? { how: 'held' } : {}
}

/** Whether a finding of the kind `recording` is about a transcription. */
export function isTranscription(key: string): boolean {
  return /^recording:transcription(:|$)/.test(key)
}

/** Answered so that the same cause is not asked about again: only a new one is. */
export function isForGood({ answer }: PromptState): boolean {
  return answer !== undefined && ASK_AGAIN_AFTER_MS[answer.answer] === undefined
}

/** When the teacher said last that she would see to it; undefined where she did not. */
export function promisedAt({ prompts }: Pick<SessionState, 'prompts'>, key: string) {
  return prompts.findLast((one) => keyOf(one.promptId) === key && isPromise(one))?.answer?.at
}

function isPromise({ kind, answer }: PromptState): boolean {
  return (
    FOLLOW_UP_AFTER_MS[kind] !== undefined && answer?.by === 'teacher' && answer.answer === 'seen'
  )
}

/** Once for all that was asked about the same: whoever came in later was asked about by a prompt of their own. */
function mayFollowUp(
  prompts: readonly PromptState[],
  last: PromptState,
  { kind, followUp }: Finding,
  now: number,
): boolean {
  const after = FOLLOW_UP_AFTER_MS[kind]
  if (after === undefined || followUp === undefined || !isPromise(last)) return false
  if (now - (last.answer?.at ?? now) < after) return false
  const same = prompts.filter(({ promptId }) => keyOf(promptId).startsWith(followUp))
  const isFollowUp = (one: PromptState, index: number) =>
    promisedAt({ prompts: same.slice(0, index) }, keyOf(one.promptId)) !== undefined
  return same.at(-1) === last && !same.some(isFollowUp)
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
