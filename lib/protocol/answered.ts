import type { PromptKind } from '../session/events.ts'
import type { PromptState } from '../session/state.ts'
import { keyOf } from '../session/prompts.ts'
import { occurrences } from '../session/stays.ts'
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

/** Whom one adult was alone with while nobody answered for it. What went by itself is over: somebody came, or the child left. */
export function aloneUnanswered(scene: Scene): readonly Seen[] {
  // Asked again after "Later" it is one cause, and its last answer counts.
  const last = new Map<string, PromptState>()
  for (const prompt of scene.state.prompts)
    if (prompt.kind === 'alone') last.set(keyOf(prompt.promptId), prompt)
  const open = [...last.values()].filter(
    ({ answer }) => answer === undefined || answer.answer === 'later',
  )
  return neededAnswer(scene).filter((one) =>
    open.some((prompt) => prompt.about.includes(one.person.id)),
  )
}

/**
 * Who shared a screen at least once without an answer to it. Each share counts by itself, by the last that was said while it went on;
 * a child who stopped by themselves had presented all the same.
 */
export function sharesUnanswered(scene: Scene): readonly Seen[] {
  const asked = scene.state.prompts.filter(({ kind }) => kind === 'presenting')
  return neededAnswer(scene).filter(({ person }) =>
    occurrences(person.presented ?? []).some(({ from, to = scene.now }) => {
      const last = asked.findLast(
        ({ at, about }) => about.includes(person.id) && at >= from && at <= to,
      )
      const answer = last?.answer
      return answer === undefined || answer.by === 'itself' || answer.answer === 'later'
    }),
  )
}

/** Whoever is known by now to be staff or expected needed no answer. */
function neededAnswer({ ever }: Scene): readonly Seen[] {
  return ever.filter(({ standing }) => standing !== 'staff' && standing !== 'visitor')
}
