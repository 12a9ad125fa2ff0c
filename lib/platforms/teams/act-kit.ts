import type { Outcome, OutcomeStep, OutcomeWhy } from '../../meeting/index.ts'
import * as kit from '../dom/act.ts'
import type { Control, Run as AnyRun, Site, StepPlan as AnyPlan, Timing } from '../dom/act-types.ts'
import { isDisplayed } from '../dom/displayed.ts'
import { closestOf } from '../dom/find.ts'
import { wordedIn } from '../dom/worded.ts'
import type { TeamsStep } from './capabilities.ts'
import type { TeamsPage } from './page.ts'
import type { Reading } from './read.ts'

/** The common way to do a step (`dom/act.ts`), with Teams' steps and Teams' page. It builds its People list in one to three seconds (dom facts §3). */
export const TEAMS_TIMING: Timing = {
  appearMs: 4000,
  effectMs: 2500,
  arriveMs: 8000,
  guideMs: 15_000,
}

export type Run = AnyRun<TeamsPage, Reading>
export type StepPlan = AnyPlan<TeamsStep>

export const doStep: (run: Run, plan: StepPlan) => Promise<OutcomeStep['result']> = kit.doStep
export const note: (
  run: Run,
  step: TeamsStep,
  result: OutcomeStep['result'],
  why?: OutcomeWhy,
) => void = kit.note
export const unavailable: (run: Run, step: TeamsStep, why: OutcomeWhy) => Outcome = kit.unavailable
export const confirmByTeacher: (
  run: Run,
  step: TeamsStep,
  seen: () => boolean,
  target: () => Element | undefined,
) => Promise<void> = kit.confirmByTeacher

export function siteOf(page: TeamsPage): Site {
  const holders = ['tile', 'row'] as const
  return {
    dialogs: () => openDialogs(page),
    answer: (dialog) => dialog,
    holder: (element) =>
      holders
        .map((target) => closestOf(element, page.looks.targets[target] ?? []))
        .find((holder) => holder !== undefined),
  }
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

/**
 * The button of a question that goes ahead, by its words; the question itself where none is known. What stood there `before` is not the
 * question: its button would be outlined in place of the one that is meant.
 */
export function confirmButton(
  run: Run,
  key: string,
  before: ReadonlySet<Element>,
): Element | undefined {
  const dialog = openDialogs(run.page).findLast((one) => !before.has(one))
  if (dialog === undefined) return undefined
  const button = worded(run, run.page.all('anyButton', dialog), key)
  return button === undefined || button.why === 'controlUnclear' ? dialog : button.element
}

/** The control of that wording among these; one that was read off the site before one that we guessed. */
export function worded(run: Run, elements: readonly Element[], key: string): Control | undefined {
  return wordedIn(run.page.looks.words, elements, key)
}
