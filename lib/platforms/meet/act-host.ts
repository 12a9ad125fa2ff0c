import { only, sure } from '../dom/act.ts'
import type { Control } from '../dom/act-types.ts'
import { isDisabled, isDisplayed } from '../dom/displayed.ts'
import { waitFor } from '../dom/wait.ts'
import { doStep, type Run } from './act-kit.ts'
import { hostPanel, isOn, panelSwitch } from './read-access.ts'

/** The panel of the host controls: opening it, and giving the teacher back the panel that she had. */
export async function showHostControls(run: Run): Promise<boolean> {
  const shown = () => {
    const panel = hostPanel(run.page)
    if (panel === undefined || !isDisplayed(panel)) return false
    return (
      run.page.first('panelSwitch', panel) !== undefined ||
      run.page.first('panelRadio', panel) !== undefined
    )
  }
  const result = await doStep(run, {
    step: 'openHostControls',
    find: () => only(run.page.all('hostControlsButton')),
    seen: shown,
  })
  return result === 'done'
}

/** While host management is off, the other rows are grey. Switching it on changes more than was asked: the teacher's hand. */
export async function needHostManagement(run: Run, what: () => Control | undefined): Promise<void> {
  const { tools, timing, page } = run
  const found = await waitFor(tools, what, timing.appearMs)
  if (found === undefined || !isDisabled(found.element)) return
  const main = () => {
    const panel = hostPanel(page)
    return panel === undefined ? undefined : panelSwitch(page, panel, 'hostManagement')
  }
  const master = main()
  if (master === undefined || isOn(master.element)) return
  const ready = () => {
    const control = what()
    return control !== undefined && !isDisabled(control.element)
  }
  await doStep(run, { step: 'hostManagementOn', find: main, seen: ready, guideOnly: true })
}

/** Which side panel is in sight, by its number. */
export function shownPanel(run: Run): string | undefined {
  for (const aside of run.page.all('sidePanel')) {
    for (const panel of aside.querySelectorAll('[data-panel-id]')) {
      if (panel.tagName !== 'BUTTON' && isDisplayed(panel))
        return panel.getAttribute('data-panel-id') ?? undefined
    }
  }
  return undefined
}

const PEOPLE_PANEL = '1'

/** The panel that was there before comes back; where none was, ours is closed by its own close button. */
export async function putBack(run: Run, before: string | undefined): Promise<void> {
  const { page } = run
  // What is left to the teacher needs the panel in sight.
  if (shownPanel(run) === before || run.steps.some(({ result }) => result === 'guided')) return
  const ours = shownPanel(run)
  const find = () => {
    if (before === PEOPLE_PANEL) return page.first('peopleButton')
    if (before !== undefined) {
      return page.first(
        'panelButton',
        page.doc,
        (button) => button.getAttribute('data-panel-id') === before,
      )
    }
    const aside = page.all('sidePanel').find(isDisplayed)
    return aside === undefined ? undefined : page.first('panelClose', aside, isDisplayed)
  }
  const closed = () => shownPanel(run) !== ours
  // The door is shut whether or not the panel is: an unclosed panel is noted and changes nothing.
  const target = find()
  if (target === undefined || isDisabled(target) || run.pressed.has(target)) {
    run.steps.push({ step: 'putPanelBack', result: 'unavailable' })
    return
  }
  const left = run.guideLeftMs
  run.guideLeftMs = 0
  const was = run.why
  const result = await doStep(run, { step: 'putPanelBack', find: () => sure(find()), seen: closed })
  run.guideLeftMs = left
  if (result === 'done') return
  run.tools.clearGuide()
  run.steps[run.steps.length - 1] = { step: 'putPanelBack', result: 'unavailable' }
  run.why = was
}
