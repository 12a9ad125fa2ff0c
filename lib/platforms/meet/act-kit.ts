import type { Observation, Outcome, OutcomeStep, OutcomeWhy } from '../../meeting/index.ts'
import * as kit from '../dom/act.ts'
import type { Control, Run as AnyRun, Site, StepPlan as AnyPlan, Timing } from '../dom/act-types.ts'
import { isDisplayed } from '../dom/displayed.ts'
import { closestOf } from '../dom/find.ts'
import { wordedIn } from '../dom/worded.ts'
import type { MeetStep } from './capabilities.ts'
import type { MeetPage } from './page.ts'

/** The common way to do a step (`dom/act.ts`), with Meet's steps and Meet's page. */
export const MEET_TIMING: Timing = {
  appearMs: 2500,
  effectMs: 2000,
  arriveMs: 8000,
  guideMs: 15_000,
}

export type Run = AnyRun<MeetPage, Observation>
export type StepPlan = AnyPlan<MeetStep>

export const doStep: (run: Run, plan: StepPlan) => Promise<OutcomeStep['result']> = kit.doStep
export const note: (
  run: Run,
  step: MeetStep,
  result: OutcomeStep['result'],
  why?: OutcomeWhy,
) => void = kit.note
export const unavailable: (run: Run, step: MeetStep, why: OutcomeWhy) => Outcome = kit.unavailable
export const confirmByTeacher: (
  run: Run,
  step: MeetStep,
  seen: () => boolean,
  target: () => Element | undefined,
) => Promise<void> = kit.confirmByTeacher

export function siteOf(page: MeetPage): Site {
  const holders = ['tile', 'rosterRow'] as const
  return {
    dialogs: () => openDialogs(page),
    answer: (dialog) => answerIn(page, dialog),
    holder: (element) =>
      holders
        .map((target) => closestOf(element, page.looks.targets[target] ?? []))
        .find((holder) => holder !== undefined),
  }
}

/** The button of a dialog that goes ahead; the dialog itself where there is not exactly one. */
export function answerIn(page: MeetPage, dialog: Element): Element {
  const going = page
    .all('dialogButton', dialog)
    .filter((button) => isDisplayed(button))
    .filter(
      (button) =>
        !['cancel', 'close'].includes(button.getAttribute('data-mdc-dialog-action') ?? ''),
    )
  return going.length === 1 && going[0] !== undefined ? going[0] : dialog
}

/** The dialogs in sight. One that was there before a press is no answer to it: Meet shows cards of its own with that role. */
export function openDialogs(page: MeetPage): Element[] {
  return page.every('dialog').filter(isDisplayed)
}

export function worded(run: Run, elements: readonly Element[], key: string): Control | undefined {
  return wordedIn(run.page.looks.words, elements, key)
}
