import type { PromptAnswer } from '../../session/events.ts'
import type { Message } from '../../words/catalogue.ts'

/** Words of a table, said in the language of the page where they are used; '' where there is nothing to say. */
export type Words = Message | ''

/** A sentence for one person and, where it differs, for several or for nobody in particular. See `fill` for the places. */
export interface Sentence {
  readonly one: Words
  readonly many?: Words
  readonly none?: Words
}

export interface PromptWording {
  readonly title: Sentence
  readonly body: Sentence
  /** Words to say aloud, kind enough for a six-year-old. Empty: nothing to say. */
  readonly say: Sentence
  /** In the order of the buttons, the first is the primary one unless the pack says otherwise. */
  readonly answers: readonly PromptAnswer[]
  /** For several together, where it differs. */
  readonly answersMany?: readonly PromptAnswer[]
  readonly labels: Partial<Readonly<Record<PromptAnswer, Message>>>
}
