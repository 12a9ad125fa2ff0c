import type { ActTools, Outcome, OutcomeStep, OutcomeWhy } from '../../meeting/index.ts'
import { isDisabled, isDisplayed } from '../dom/displayed.ts'
import { nameOfControl } from '../dom/text.ts'
import { press } from '../dom/press.ts'
import { waitFor } from '../dom/wait.ts'
import type { TeamsStep } from './capabilities.ts'
import type { TeamsPage } from './page.ts'
import type { Reading } from './read.ts'

/**
 * One way to do a step, the same for every command:
 *
 *   already so? ─yes─▶ done
 *      │no
 *   control there? ─no─▶ unavailable      switched off? ─yes─▶ unavailable
 *      │yes
 *   certain, and no question of Teams in front? ─no──┐
 *      │yes                                          │
 *   press once ─▶ seen? ─yes─▶ done                  │
 *      │no                                           │
 *      └─▶ point at it, or at the question ◀─────────┘ ─▶ the teacher does it, seen? ─yes─▶ done
 *                                                              │no
 *                                                            guided (the outline stays)
 */

/** A control, with how sure we are that it is the one. */
export interface Control {
  readonly element: Element
  readonly certain: boolean
}

/** How long a step may take, in milliseconds. The whole command stays well under a minute. */
export interface Timing {
  /** For a control or panel to come up: Teams builds its People list in one to three seconds (dom facts §3). */
  readonly appearMs: number
  /** For a press to show its effect. */
  readonly effectMs: number
  /** For somebody who was let in to turn up in the call. */
  readonly arriveMs: number
  /** For the teacher to do what is pointed at, over the whole command. */
  readonly guideMs: number
}

export const TEAMS_TIMING: Timing = {
  appearMs: 4000,
  effectMs: 2500,
  arriveMs: 8000,
  guideMs: 15_000,
}

export interface Run {
  readonly page: TeamsPage
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

export interface StepPlan {
  readonly step: TeamsStep
  readonly find: () => Control | undefined
  /** Whether the page shows that it is done. */
  readonly seen: () => boolean
  /** What counts once the teacher has been shown the control: she has read its words, which we only guessed. */
  readonly seenByTeacher?: () => boolean
  /** Something has begun that takes longer than a press: wait for it before pointing anywhere. */
  readonly underWay?: () => boolean
  /** Point only, for what must stay the teacher's own hand. */
  readonly guideOnly?: boolean
  readonly whyGuided?: OutcomeWhy
}

export const sure = (element: Element | undefined): Control | undefined =>
  element === undefined ? undefined : { element, certain: true }

export function note(
  run: Run,
  step: TeamsStep,
  result: OutcomeStep['result'],
  why?: OutcomeWhy,
): void {
  run.steps.push({ step, result })
  if (result !== 'done') run.why ??= why
}

export async function doStep(run: Run, plan: StepPlan): Promise<OutcomeStep['result']> {
  const { tools, timing } = run
  const end = (result: OutcomeStep['result'], why?: OutcomeWhy) => {
    note(run, plan.step, result, why)
    return result
  }
  if (plan.seen()) return end('done')
  const control = await waitFor(tools, plan.find, timing.appearMs)
  if (control === undefined) return end('unavailable', 'controlNotFound')
  if (isDisabled(control.element)) return end('unavailable', 'controlDisabled')
  const before = new Set(openDialogs(run.page))
  const asked = questionBefore(run, control)
  const mayPress = control.certain && plan.guideOnly !== true && asked === undefined
  if (mayPress && !run.pressed.has(control.element)) {
    run.pressed.add(control.element)
    press(control.element)
    // Waits for the effect or for a question of Teams, whichever comes first: a question is never answered for the teacher.
    const question = () => newDialog(run, before, control)
    await waitFor(tools, () => plan.seen() || question() !== undefined, timing.effectMs)
    if (plan.seen()) return end('done')
    if (question() === undefined && plan.underWay?.() === true) {
      if ((await waitFor(tools, plan.seen, timing.arriveMs)) === true) return end('done')
    }
  }
  return end(...(await guideTo(run, plan, control, before)))
}

/** Points at the real control, or at the question that has come in between, until it is done or the time is up. */
async function guideTo(
  run: Run,
  plan: StepPlan,
  control: Control,
  before: ReadonlySet<Element>,
): Promise<[OutcomeStep['result'], OutcomeWhy?]> {
  const dialog = questionBefore(run, control) ?? newDialog(run, before, control)
  const target = dialog ?? plan.find()?.element ?? control.element
  if (!target.isConnected) return ['guided', 'notSeenAfterwards']
  run.tools.guide(pointable(target), plan.step)
  if (await waitForTeacher(run, plan.seenByTeacher ?? plan.seen)) {
    run.tools.clearGuide()
    return ['done']
  }
  const asked = dialog !== undefined
  return ['guided', asked ? 'siteAsksForConfirmation' : (plan.whyGuided ?? 'notSeenAfterwards')]
}

export async function waitForTeacher(run: Run, seen: () => boolean): Promise<boolean> {
  const started = performance.now()
  const done = (await waitFor(run.tools, seen, run.guideLeftMs)) === true
  run.guideLeftMs = Math.max(0, run.guideLeftMs - (performance.now() - started))
  return done
}

/** Dialogs in sight, without panels that carry the role and without the toast of somebody who knocks. */
export function openDialogs(page: TeamsPage): Element[] {
  return page
    .every('dialog')
    .filter(
      (dialog) =>
        isDisplayed(dialog) &&
        page.first('row', dialog) === undefined &&
        page.first('toastName', dialog) === undefined,
    )
}

/** The button of a question that goes ahead, by its words; the question itself where none is known. */
export function confirmButton(run: Run, key: string): Element | undefined {
  const dialog = openDialogs(run.page).at(-1)
  if (dialog === undefined) return undefined
  return worded(run, run.page.all('anyButton', dialog), key)?.element ?? dialog
}

/** Teams asks back: its answer is pointed at and left to the teacher. */
export async function confirmByTeacher(
  run: Run,
  step: TeamsStep,
  seen: () => boolean,
  target: () => Element | undefined,
): Promise<void> {
  const button = target()
  if (button === undefined) return note(run, step, 'guided', 'siteAsksForConfirmation')
  run.tools.guide(pointable(button), step)
  if (await waitForTeacher(run, seen)) {
    run.tools.clearGuide()
    note(run, step, 'done')
  } else note(run, step, 'guided', 'siteAsksForConfirmation')
}

function newDialog(run: Run, before: ReadonlySet<Element>, control: Control): Element | undefined {
  return openDialogs(run.page).find(
    (dialog) => !before.has(dialog) && !dialog.contains(control.element),
  )
}

/** A question of Teams that was there before us and stands in front of everything else. */
function questionBefore(run: Run, control: Control): Element | undefined {
  return openDialogs(run.page).find(
    (dialog) => dialog.getAttribute('aria-modal') === 'true' && !dialog.contains(control.element),
  )
}

/** Switches are often drawn by something around a tiny input: the outline needs a size. */
export function pointable(element: Element): Element {
  for (let up: Element | null = element; up !== null; up = up.parentElement) {
    const { width, height } = up.getBoundingClientRect()
    if (width >= 12 && height >= 12) return up
  }
  return element
}

/** The control of that wording among these; one that was read off the site before one that we guessed. */
export function worded(run: Run, elements: readonly Element[], key: string): Control | undefined {
  let guessed: Control | undefined
  for (const element of elements) {
    if (!isDisplayed(element)) continue
    const label = nameOfControl(element)
    const text = element.textContent?.trim() ?? ''
    const { words } = run.page.looks
    const match = words.match(key, label) ?? words.match(key, text)
    if (match?.certain === true) return { element, certain: true }
    if (match !== undefined) guessed ??= { element, certain: false }
  }
  return guessed
}

export function escapeFrom(element: Element | undefined): void {
  const options = { key: 'Escape', code: 'Escape', bubbles: true, cancelable: true, composed: true }
  element?.dispatchEvent(new KeyboardEvent('keydown', options))
  element?.dispatchEvent(new KeyboardEvent('keyup', options))
}

/** The outcome of what was noted: `done` only if `proven` and no step is left to the teacher. */
export function outcomeOf(run: Run, proven: boolean, evidence?: string): Outcome {
  const { steps } = run
  const shown =
    evidence === undefined || evidence === '' ? {} : { evidence: evidence.slice(0, 300) }
  const open = steps.some(({ result }) => result === 'guided')
  if (proven && !open) return { result: 'done', steps, ...shown }
  if (open) return { result: 'guided', steps, why: run.why ?? 'notSeenAfterwards', ...shown }
  const failed = steps.some(({ result }) => result === 'unavailable')
  if (failed) return { result: 'unavailable', steps, why: run.why ?? 'controlNotFound', ...shown }
  return { result: 'guided', steps, why: 'notSeenAfterwards', ...shown }
}

export function unavailable(run: Run, step: TeamsStep, why: OutcomeWhy): Outcome {
  note(run, step, 'unavailable', why)
  return outcomeOf(run, false)
}
