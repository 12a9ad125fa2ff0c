import type {
  ActTools,
  Observation,
  Outcome,
  OutcomeStep,
  OutcomeWhy,
} from '../../meeting/index.ts'
import { isDisabled, isDisplayed } from '../dom/displayed.ts'
import { press } from '../dom/press.ts'
import { waitFor } from '../dom/wait.ts'
import type { MeetStep } from './capabilities.ts'
import type { MeetPage } from './page.ts'
import type { Control } from './read-access.ts'

/**
 * One way to do a step, the same for every command:
 *
 *   already so? ─yes─▶ done
 *      │no
 *   control there? ─no─▶ unavailable      switched off? ─yes─▶ unavailable
 *      │yes
 *   certain? ─no──────────────┐
 *      │yes                   │
 *   press once ─▶ seen? ─yes─▶│ done
 *      │no                    │
 *      └─▶ point at it ◀──────┘ ─▶ the teacher does it, seen? ─yes─▶ done
 *                                        │no
 *                                      guided (the outline stays)
 */

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

export const MEET_TIMING: Timing = {
  appearMs: 2500,
  effectMs: 2000,
  arriveMs: 8000,
  guideMs: 15_000,
}

export interface Run {
  readonly page: MeetPage
  readonly tools: ActTools
  readonly timing: Timing
  read(): Observation
  readonly steps: OutcomeStep[]
  /** Controls that had their one press. */
  readonly pressed: WeakSet<Element>
  guideLeftMs: number
  /** Why the first step that did not end in `done` did not. */
  why: OutcomeWhy | undefined
}

export interface StepPlan {
  readonly step: MeetStep
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
  step: MeetStep,
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
  if (control.certain && plan.guideOnly !== true && !run.pressed.has(control.element)) {
    run.pressed.add(control.element)
    press(control.element)
    if ((await waitFor(tools, plan.seen, timing.effectMs)) === true) return end('done')
    if (plan.underWay?.() === true && (await waitFor(tools, plan.seen, timing.arriveMs)) === true) {
      return end('done')
    }
  }
  return end(...(await guideTo(run, plan, control)))
}

/** Points at the real control, or at the dialog that has come in between, until it is done or the time is up. */
async function guideTo(
  run: Run,
  plan: StepPlan,
  control: Control,
): Promise<[OutcomeStep['result'], OutcomeWhy?]> {
  const dialog = confirmButton(run.page)
  const inTheWay = dialog !== undefined && !dialog.contains(control.element)
  const target = inTheWay ? dialog : (plan.find()?.element ?? control.element)
  if (!target.isConnected) return ['guided', 'notSeenAfterwards']
  run.tools.guide(pointable(target), plan.step)
  if (await waitForTeacher(run, plan.seenByTeacher ?? plan.seen)) {
    run.tools.clearGuide()
    return ['done']
  }
  return ['guided', inTheWay ? 'siteAsksForConfirmation' : (plan.whyGuided ?? 'notSeenAfterwards')]
}

export async function waitForTeacher(run: Run, seen: () => boolean): Promise<boolean> {
  const started = performance.now()
  const done = (await waitFor(run.tools, seen, run.guideLeftMs)) === true
  run.guideLeftMs = Math.max(0, run.guideLeftMs - (performance.now() - started))
  return done
}

/** The button of an open dialog that goes ahead; the dialog itself where there is not exactly one. */
export function confirmButton(page: MeetPage): Element | undefined {
  const dialog = openDialog(page)
  if (dialog === undefined) return undefined
  const going = page
    .all('dialogButton', dialog)
    .filter((button) => isDisplayed(button))
    .filter(
      (button) =>
        !['cancel', 'close'].includes(button.getAttribute('data-mdc-dialog-action') ?? ''),
    )
  return going.length === 1 ? going[0] : dialog
}

export function openDialog(page: MeetPage): Element | undefined {
  return page.every('dialog').filter(isDisplayed).at(-1)
}

/** Radio buttons and switches are often drawn by something around a tiny input: the outline needs a size. */
export function pointable(element: Element): Element {
  for (let up: Element | null = element; up !== null; up = up.parentElement) {
    const { width, height } = up.getBoundingClientRect()
    if (width >= 12 && height >= 12) return up
  }
  return element
}

/** The outcome of what was noted: `done` only if `proven` and no step is left to the teacher. */
export function outcomeOf(run: Run, proven: boolean, evidence?: string): Outcome {
  const { steps } = run
  const shown = evidence === undefined || evidence === '' ? {} : { evidence }
  const open = steps.some(({ result }) => result === 'guided')
  if (proven && !open) return { result: 'done', steps, ...shown }
  if (open) return { result: 'guided', steps, why: run.why ?? 'notSeenAfterwards', ...shown }
  const failed = steps.some(({ result }) => result === 'unavailable')
  if (failed) return { result: 'unavailable', steps, why: run.why ?? 'controlNotFound', ...shown }
  return { result: 'guided', steps, why: 'notSeenAfterwards', ...shown }
}
