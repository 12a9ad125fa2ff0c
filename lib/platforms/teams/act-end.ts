import type { Outcome } from '../../meeting/index.ts'
import { isDisplayed } from '../dom/displayed.ts'
import { only, outcomeOf } from '../dom/act.ts'
import { confirmByTeacher, doStep, openDialogs, type Run, unavailable } from './act-kit.ts'
import { openMenuItems } from './read-access.ts'

/**
 * Ends the meeting for everyone: the arrow beside Leave → End meeting → Teams asks → the teacher's own click.
 *
 * Leave itself is never pressed: it would take the teacher out and leave the class alone in the call.
 */
export async function endForAll(run: Run): Promise<Outcome> {
  const { page } = run
  const ended = () => {
    const { phase } = run.read().observation
    return phase === 'ended' || phase === 'elsewhere'
  }
  const end = () => only(page.all('endMeeting').filter(isDisplayed))
  const confirm = () => page.first('endConfirm', page.doc, isDisplayed)
  const opened = await doStep(run, {
    step: 'openLeaveMenu',
    find: () => only(page.all('hangUpMore').filter(isDisplayed)),
    seen: () => end() !== undefined || confirm() !== undefined || openMenuItems(page).length > 0,
  })
  if (opened !== 'done') return outcomeOf(run, false)
  if (end() === undefined && confirm() === undefined)
    return unavailable(run, 'endForAll', 'notAHost')
  // A card that stood there before is not what Teams asks.
  const before = new Set(openDialogs(page))
  const question = () => confirm() ?? openDialogs(page).findLast((dialog) => !before.has(dialog))
  const chosen = await doStep(run, {
    step: 'endForAll',
    find: end,
    seen: () => ended() || question() !== undefined,
    guideOnly: run.guideOnly,
    whyGuided: 'siteAsksForConfirmation',
  })
  if (chosen !== 'done') return outcomeOf(run, false)
  if (!ended()) await confirmByTeacher(run, 'confirmEnd', ended, question)
  return outcomeOf(run, ended())
}
