import type { ActTools, OutcomeStep, OutcomeWhy } from '../../meeting/index.ts'

/** A control, with how sure we are that it is the one. */
export interface Control {
  readonly element: Element
  /** False for words that we only guess, and where the page has several and nobody can say which: pointed at, never pressed. */
  readonly certain: boolean
  /** Why it is not certain, where there is more to say than that its words are a guess. */
  readonly why?: OutcomeWhy
}

/** How long a step may take, in milliseconds. The whole command stays well under a minute. */
export interface Timing {
  /** For a control or panel to come up. */
  readonly appearMs: number
  /** For a press to show its effect. */
  readonly effectMs: number
  /** For somebody who was let in to turn up in the call. */
  readonly arriveMs: number
  /** For the teacher to do what is pointed at, over the whole command. */
  readonly guideMs: number
}

/** What the kit must know of a site. */
export interface Site {
  /** The questions in sight: dialogs, without panels and toasts that carry that role. */
  dialogs(): readonly Element[]
  /** What of a question is pointed at: the button that goes ahead where it is known, else the question. */
  answer(dialog: Element): Element
  /** The tile or row that a control stands in. */
  readonly holder: (element: Element) => Element | undefined
}

/** One command on its way. */
export interface Run<Page, Reading> {
  readonly page: Page
  readonly site: Site
  readonly tools: ActTools
  readonly timing: Timing
  read(): Reading
  readonly steps: OutcomeStep[]
  /** Controls that had their one press. */
  readonly pressed: WeakSet<Element>
  /** Everything that decides is only pointed at: what this client and role is known for. */
  readonly guideOnly: boolean
  guideLeftMs: number
  /** Why the first step that did not end in `done` did not. */
  why: OutcomeWhy | undefined
}

export interface StepPlan<Step extends string> {
  readonly step: Step
  readonly find: () => Control | undefined
  /** Whether the page shows that it is done. */
  readonly seen: () => boolean
  /** What counts once the teacher has been shown the control: she has read its words, which we only guessed. */
  readonly seenByTeacher?: () => boolean
  /** Something has begun that takes longer than a press: wait for it, as long as it goes on, before pointing anywhere. */
  readonly underWay?: () => boolean
  /** Point only, for what must stay the teacher's own hand. */
  readonly guideOnly?: boolean
  readonly whyGuided?: OutcomeWhy
}
