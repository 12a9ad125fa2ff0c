import type { Outcome, OutcomeStep, OutcomeWhy } from '../../meeting/index.ts'
import type { Control, Run, StepPlan } from './act-types.ts'
import { coverOf, showInList } from './cover.ts'
import { isDisabled, isDisplayed } from './displayed.ts'
import { press } from './press.ts'
import { waitFor } from './wait.ts'

/**
 * One way to do a step, the same for every command on both sites:
 *
 *   already so? ─yes─▶ done
 *      │no
 *   control there? ─no─▶ unavailable      switched off? ─yes─▶ unavailable
 *      │yes
 *   certain, nothing over it, and no question of the site in front? ─no──┐
 *      │yes                                                              │
 *   press once ─▶ seen? ─yes─▶ done                                      │
 *      │no                                                               │
 *      └─▶ point at it, or at the question ◀─────────────────────────────┘ ─▶ the teacher does it, seen? ─yes─▶ done
 *                                                                                  │no
 *                                                                                guided (the outline stays)
 *
 * A question is never answered for the teacher. A control that the page has replaced between finding and pressing is looked for once
 * more; one that has been pressed is not pressed again. What is no longer found is not pointed at: sites give rows and buttons to the
 * next person.
 */
type AnyRun = Run<unknown, unknown>
type Ended = readonly [OutcomeStep['result'], (OutcomeWhy | undefined)?]

/** A panel that slides in or a scrim that fades covers its controls for a moment. */
const UNCOVER_MS = 480

export function note(
  run: AnyRun,
  step: string,
  result: OutcomeStep['result'],
  why?: OutcomeWhy,
): void {
  run.steps.push({ step, result })
  if (result !== 'done') run.why ??= why
}

export async function doStep<Step extends string>(
  run: AnyRun,
  plan: StepPlan<Step>,
): Promise<OutcomeStep['result']> {
  const [result, why] = await tryStep(run, plan)
  note(run, plan.step, result, why)
  return result
}

async function tryStep<Step extends string>(run: AnyRun, plan: StepPlan<Step>): Promise<Ended> {
  const { tools, timing } = run
  if (plan.seen()) return ['done']
  const first = await waitFor(tools, plan.find, timing.appearMs)
  if (first === undefined) return ['unavailable', 'controlNotFound']
  if (isDisabled(first.element)) return ['unavailable', 'controlDisabled']
  const before = new Set(run.site.dialogs())
  const mayPress =
    plan.guideOnly !== true && first.certain && questionBefore(run, first) === undefined
  if (!mayPress) return guideTo(run, plan, first, before, first.why ?? plan.whyGuided)
  const pressed = await pressOnce(run, plan, first)
  if (typeof pressed === 'string') {
    const control = plan.find() ?? first
    return pressed === 'controlCovered' || pressed === 'controlUnclear'
      ? guideTo(run, plan, control, before, pressed)
      : ['unavailable', pressed]
  }
  const { control } = pressed
  // Waits for the effect or for a question of the site, whichever comes first.
  const question = () => newDialog(run, before, control)
  await waitFor(tools, () => plan.seen() || question() !== undefined, timing.effectMs)
  if (plan.seen()) return ['done']
  const underWay = () => question() === undefined && plan.underWay?.() === true
  if (underWay()) {
    await waitFor(tools, () => plan.seen() || !underWay(), timing.arriveMs)
    if (plan.seen()) return ['done']
  }
  return guideTo(run, plan, control, before, plan.whyGuided ?? 'notSeenAfterwards')
}

/** Presses the control, or says why not. The page may have replaced it meanwhile, or do so under the pointer: once it is found anew. */
async function pressOnce<Step extends string>(
  run: AnyRun,
  plan: StepPlan<Step>,
  first: Control,
): Promise<{ readonly control: Control } | OutcomeWhy> {
  let control = first
  for (let tries = 0; tries < 2; tries += 1) {
    if (run.pressed.has(control.element)) return { control }
    const covered = await isCovered(run, control)
    if (!covered && control.element.isConnected && !isDisabled(control.element)) {
      run.pressed.add(control.element)
      if (press(control.element)) return { control }
      // It went under the pointer. Where the page has listened to that already, all is said.
      await waitFor(run.tools, plan.seen, run.timing.effectMs)
      if (plan.seen()) return { control }
      // Nowhere to be found since, and what it does has begun: it was heard.
      if (plan.find() === undefined && plan.underWay?.() === true) return { control }
    } else if (control.element.isConnected) return covered ? 'controlCovered' : 'controlDisabled'
    const fresh = plan.find()
    if (fresh === undefined) return 'controlNotFound'
    if (!fresh.certain) return fresh.why ?? 'controlUnclear'
    if (isDisabled(fresh.element)) return 'controlDisabled'
    control = fresh
  }
  return 'controlNotFound'
}

async function isCovered(run: AnyRun, { element }: Control): Promise<boolean> {
  const covered = () => element.isConnected && coverOf(element, run.site.holder) !== undefined
  showInList(element)
  if (!covered()) return false
  return (await waitFor(run.tools, () => !covered(), UNCOVER_MS)) !== true
}

/** Points at the real control, or at the question that has come in between, until it is done or the time is up. */
async function guideTo<Step extends string>(
  run: AnyRun,
  plan: StepPlan<Step>,
  control: Control,
  before: ReadonlySet<Element>,
  why: OutcomeWhy | undefined,
): Promise<Ended> {
  const dialog = questionBefore(run, control) ?? newDialog(run, before, control)
  const target = dialog === undefined ? plan.find()?.element : run.site.answer(dialog)
  if (target?.isConnected === true) run.tools.guide(pointable(target), plan.step)
  // In sight and no longer found, it is somebody else's by now. A menu that has closed over its item may still lead on: only waited for.
  else if (!control.element.isConnected || isDisplayed(control.element)) return ['guided', why]
  if (await waitForTeacher(run, plan.seenByTeacher ?? plan.seen)) {
    run.tools.clearGuide()
    return ['done']
  }
  return ['guided', dialog === undefined ? why : 'siteAsksForConfirmation']
}

export async function waitForTeacher(run: AnyRun, seen: () => boolean): Promise<boolean> {
  const started = performance.now()
  const askedElse = () => run.tools.askedElse?.() === true && 'askedElse'
  const look = () => (seen() ? 'seen' : askedElse())
  const done = (await waitFor(run.tools, look, run.guideLeftMs)) === 'seen'
  run.guideLeftMs = Math.max(0, run.guideLeftMs - (performance.now() - started))
  return done
}

/** The site asks back: its answer is pointed at and left to the teacher. */
export async function confirmByTeacher(
  run: AnyRun,
  step: string,
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

function newDialog(
  run: AnyRun,
  before: ReadonlySet<Element>,
  control: Control,
): Element | undefined {
  return run.site
    .dialogs()
    .find((dialog) => !before.has(dialog) && !dialog.contains(control.element))
}

/** A question of the site that was there before us and stands in front of everything else, or over this control. */
function questionBefore(run: AnyRun, { element }: Control): Element | undefined {
  const others = run.site.dialogs().filter((dialog) => !dialog.contains(element))
  if (others.length === 0) return undefined
  const modal = others.find((dialog) => dialog.getAttribute('aria-modal') === 'true')
  if (modal !== undefined) return modal
  const cover = coverOf(element, run.site.holder)
  return cover === undefined ? undefined : others.find((dialog) => dialog.contains(cover))
}

/** The outcome of what was noted: `done` only if `proven` and no step is left to the teacher. */
export function outcomeOf(run: AnyRun, proven: boolean, evidence?: string): Outcome {
  const { steps, why } = run
  const shown =
    evidence === undefined || evidence === '' ? {} : { evidence: evidence.slice(0, 300) }
  const open = steps.some(({ result }) => result === 'guided')
  if (proven && !open) return { result: 'done', steps, ...shown }
  // Pointed at and never pressed: there is nothing to explain.
  if (open) return { result: 'guided', steps, ...(why === undefined ? {} : { why }), ...shown }
  const failed = steps.some(({ result }) => result === 'unavailable')
  if (failed) return { result: 'unavailable', steps, why: why ?? 'controlNotFound', ...shown }
  return { result: 'guided', steps, why: 'notSeenAfterwards', ...shown }
}

export function unavailable(run: AnyRun, step: string, why: OutcomeWhy): Outcome {
  note(run, step, 'unavailable', why)
  return outcomeOf(run, false)
}

/** Switches are often drawn by something around a tiny input: the outline needs a size. */
export function pointable(element: Element): Element {
  for (let up: Element | null = element; up !== null; up = up.parentElement) {
    const { width, height } = up.getBoundingClientRect()
    if (width >= 12 && height >= 12) return up
  }
  return element
}

export function escapeFrom(element: Element | undefined): void {
  const place = { bubbles: true, cancelable: true, composed: true }
  // Older handlers of a key ask for its number alone.
  const options = { key: 'Escape', code: 'Escape', keyCode: 27, ...place }
  element?.dispatchEvent(new KeyboardEvent('keydown', options))
  element?.dispatchEvent(new KeyboardEvent('keyup', options))
}

/** What is out of sight because it is closed. */
const CLOSES = '[role="menu"], [role="dialog"], [role="alertdialog"], [role="listbox"]'

export const sure = (element: Element | undefined): Control | undefined =>
  element === undefined ? undefined : { element, certain: true }

/**
 * The one control among these. Of several that can be seen nobody knows which is meant: the first is pointed at and none is pressed.
 * Where none can be seen (a bar that has faded out) all of them count, but for those of a closed menu or dialog; one inside another is
 * the same.
 */
export function only(elements: readonly Element[]): Control | undefined {
  const shown = elements.filter(isDisplayed)
  const all = shown.length > 0 ? shown : elements.filter((one) => one.closest(CLOSES) === null)
  const outer = all.filter((one) => !all.some((other) => other !== one && other.contains(one)))
  const [first] = outer
  if (first === undefined) return undefined
  return outer.length === 1
    ? { element: first, certain: true }
    : { element: first, certain: false, why: 'controlUnclear' }
}
