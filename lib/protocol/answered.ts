import type { PromptKind } from '../session/events.ts'
import type { PromptState } from '../session/state.ts'
import { keyOf } from '../session/prompts.ts'
import type { Scene, Seen } from './scene.ts'

/** Whether the teacher answered what was asked last about this line of the chat. "Later" is no answer. */
export function isLineAnswered(
  kind: Extract<PromptKind, 'chatFlag' | 'filePosted'>,
  lineId: string,
  { state }: Scene,
): boolean {
  const last = state.prompts.findLast((one) => one.kind === kind && one.about.includes(lineId))
  return last?.answer?.by === 'teacher' && last.answer.answer !== 'later'
}

/**
 * Whom a kind of prompt was about and nobody answered for. A cause that went by itself is over with `alone` (somebody came, or the
 * child left); a child who stopped presenting had presented all the same.
 */
export function unanswered(
  kind: Extract<PromptKind, 'alone' | 'presenting'>,
  scene: Scene,
): readonly Seen[] {
  // Asked again after "Later" it is one cause, and its last answer counts.
  const last = new Map<string, PromptState>()
  for (const prompt of scene.state.prompts)
    if (prompt.kind === kind) last.set(keyOf(prompt.promptId), prompt)
  const open = [...last.values()].filter(({ answer }) => {
    if (answer?.by === 'itself') return kind === 'presenting'
    return answer === undefined || answer.answer === 'later'
  })
  return scene.ever.filter(
    (one) =>
      // Whoever is known by now to be staff or expected needed no answer.
      one.standing !== 'staff' &&
      one.standing !== 'visitor' &&
      open.some((prompt) => prompt.about.includes(one.person.id)),
  )
}
