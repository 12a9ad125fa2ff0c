import type { Outcome } from '../../meeting/index.ts'
import { isDisplayed } from '../dom/displayed.ts'
import { only, outcomeOf } from '../dom/act.ts'
import { confirmByTeacher, doStep, openDialogs, type Run, unavailable, worded } from './act-kit.ts'

/**
 * Ends the call for everyone: Leave, then the choice in Meet's dialog, which is the teacher's own click.
 *
 * Leave is pressed only where the page says that it will ask. Where it says that it will not, pressing it would take the teacher out
 * and leave the class alone in the call: nothing is pressed and nothing is pointed at. Where it says nothing, Leave is pointed at.
 */
export async function endForAll(run: Run): Promise<Outcome> {
  const { page } = run
  const ended = () => run.read().phase === 'ended'
  const asks = page.first('leaveConfirms')?.getAttribute('data-should-confirm-hangup')
  if (asks === 'false' && endButton(run) === undefined) {
    return unavailable(run, 'leaveButton', 'controlNotFound')
  }
  const left = await doStep(run, {
    step: 'leaveButton',
    find: () => only(page.all('leaveButton')),
    seen: () => endButton(run) !== undefined || ended(),
    guideOnly: asks !== 'true',
    whyGuided: 'siteAsksForConfirmation',
  })
  if (left !== 'done') return outcomeOf(run, false)
  if (!ended()) await confirmByTeacher(run, 'endForAll', ended, () => endButton(run))
  return outcomeOf(run, ended())
}

/** The choice of the last dialog in sight that has one: a card that happens to be open asks nothing of the kind. */
function endButton(run: Run): Element | undefined {
  const found = openDialogs(run.page).map((dialog) => endButtonIn(run, dialog))
  return found.findLast((one) => one !== undefined)
}

/** The choice beside "Just leave the call": by its words, or as the only other way on; else the whole dialog. */
function endButtonIn(run: Run, dialog: Element): Element | undefined {
  const { page } = run
  const leave = page.first('justLeave', dialog)
  const buttons = [...dialog.querySelectorAll('button, [role="button"]')].filter(isDisplayed)
  const said = worded(run, buttons, 'endForAll')
  if (said !== undefined) return said.why === 'controlUnclear' ? dialog : said.element
  if (leave === undefined) return undefined
  const others = page
    .all('dialogButton', dialog)
    .filter((one) => one !== leave && !leave.contains(one) && isDisplayed(one))
    .filter(
      (one) => !['cancel', 'close'].includes(one.getAttribute('data-mdc-dialog-action') ?? ''),
    )
  return others.length === 1 ? others[0] : dialog
}
