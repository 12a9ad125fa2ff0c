import type { Outcome } from '../../meeting/index.ts'
import { isDisabled, isDisplayed } from '../dom/displayed.ts'
import { press } from '../dom/press.ts'
import { nameOfControl, proseLeaves } from '../dom/text.ts'
import { waitFor } from '../dom/wait.ts'
import { escapeFrom, only, outcomeOf, sure } from '../dom/act.ts'
import type { Control } from '../dom/act-types.ts'
import { doStep, note, openDialogs, type Run, worded } from './act-kit.ts'
import { panelBefore, putBack, showPeople } from './act-panel.ts'
import type { TeamsStep } from './capabilities.ts'
import { openMenuItems, openMenus } from './read-access.ts'

/**
 * What Teams keeps in its meeting options (dom facts §5; help pages only, nobody has recorded the page itself):
 *
 *   older   People ─▶ "…" ─▶ Disable camera for attendees
 *   newer   More ─▶ (Settings) ─▶ Meeting options ─▶ Audio & video ─▶ [Allow camera for attendees] ─▶ Save
 *
 * Each step that isn't there ends the command; each one in words that we only guess is pointed at.
 */
export function camerasForAll(run: Run, allow: boolean): Promise<Outcome> {
  const step = allow ? 'camerasOn' : 'camerasOff'
  return viaPanelMenu(run, step).then((done) => done ?? viaOptions(run, step, allow))
}

/** The older way; undefined where the People panel has no such menu or the menu no such item. */
async function viaPanelMenu(
  run: Run,
  step: 'camerasOn' | 'camerasOff',
): Promise<Outcome | undefined> {
  const { page, tools, timing } = run
  const before = panelBefore(run)
  const more = () => page.first('panelMore', page.doc, isDisplayed)
  if (more() === undefined && before === 'people') return undefined
  if (more() === undefined && !(await hasPanelMenu(run))) {
    await putBack(run, before)
    return undefined
  }
  const opened = await doStep(run, {
    step: 'openPanelMenu',
    find: () => only(page.all('panelMore').filter(isDisplayed)),
    seen: () => openMenus(page).length > 0,
  })
  if (opened !== 'done') return outcomeOf(run, false)
  const item = () => worded(run, openMenuItems(page), step)
  if ((await waitFor(tools, item, Math.min(800, timing.effectMs))) === undefined) {
    closeMenu(run)
    await putBack(run, before)
    return undefined
  }
  const first = item()?.element
  // The item turns into its opposite: looked at in the same menu, or read off the cameras. With all that are in sight off before, they prove
  // nothing: those out of sight are on perhaps, and anybody could switch on again.
  const wasOff = allCamerasOff(run)
  const opposite = step === 'camerasOff' ? 'camerasOn' : 'camerasOff'
  const proof = () =>
    worded(run, openMenuItems(page), opposite)?.certain === true ||
    (step === 'camerasOff' && !wasOff && allCamerasOff(run))
  const dialogs = openDialogs(page).length
  await doStep(run, {
    step,
    find: item,
    seen: () => proof() || first?.isConnected !== true || !isDisplayed(first),
    guideOnly: run.guideOnly,
  })
  if (
    (await waitFor(tools, proof, timing.effectMs)) === true ||
    openDialogs(page).length > dialogs
  ) {
    const proven = proof()
    closeMenu(run)
    await putBack(run, before)
    return outcomeOf(run, proven)
  }
  // The menu has closed over it: opened once more, and only looked at.
  const button = more()
  if (button !== undefined && openMenus(page).length === 0) press(button)
  const proven = (await waitFor(tools, proof, timing.effectMs)) === true
  closeMenu(run)
  await putBack(run, before)
  return outcomeOf(run, proven)
}

function closeMenu(run: Run): void {
  // What the teacher is still to press stays in sight.
  if (run.steps.some(({ result }) => result === 'guided')) return
  escapeFrom(openMenus(run.page).at(-1))
}

async function hasPanelMenu(run: Run): Promise<boolean> {
  if (!(await showPeople(run))) return false
  const found = () => run.page.first('panelMore', run.page.doc, isDisplayed)
  return (await waitFor(run.tools, found, Math.min(800, run.timing.effectMs))) !== undefined
}

function allCamerasOff(run: Run): boolean {
  const others = run.read().observation.people.filter(({ isSelf }) => !isSelf)
  const known = others.filter(({ camera }) => camera.state !== 'unknown')
  return known.length > 0 && known.every(({ camera }) => camera.state === 'off')
}

/** The newer way, through the meeting options. */
async function viaOptions(run: Run, step: TeamsStep, allow: boolean): Promise<Outcome> {
  const { page } = run
  const found = () => toggleOf(run, 'allowCameras')
  if (!(await openOptions(run, () => found() !== undefined))) return outcomeOf(run, false)
  const is = () => {
    const control = found()
    return control === undefined ? undefined : isOn(control.element)
  }
  const result = await doStep(run, {
    step,
    find: found,
    seen: () => is() === allow && found()?.certain === true,
    seenByTeacher: () => is() === allow,
    guideOnly: run.guideOnly,
  })
  if (result !== 'done') return outcomeOf(run, false)
  const save = () => worded(run, page.all('anyButton'), 'save')
  if (save() === undefined) return outcomeOf(run, is() === allow)
  const saved = await doStep(run, {
    step: 'saveOptions',
    find: save,
    seen: () => {
      const button = save()
      return button === undefined || isDisabled(button.element)
    },
    guideOnly: run.guideOnly,
  })
  return outcomeOf(run, saved === 'done')
}

/** Chat on or off is a choice of the meeting options that nobody has recorded: the teacher is led there and shown it. */
export async function chatOption(run: Run, on: boolean): Promise<Outcome> {
  const { page } = run
  const so = () => run.read().chat.writing === (on ? 'on' : 'off')
  if (!on && so()) {
    note(run, 'chatOption', 'done')
    return outcomeOf(run, true, 'already so')
  }
  const choice = () => {
    const toggle = toggleOf(run, 'chatOption')
    if (toggle !== undefined) return toggle
    return worded(run, page.all('anyButton'), 'chatOption')
  }
  const panel = () => optionsPanel(run)
  if (!(await openOptions(run, () => choice() !== undefined || panel() !== undefined)))
    return outcomeOf(run, false)
  await doStep(run, {
    step: 'chatOption',
    find: () => choice() ?? sure(panel()),
    seen: so,
    guideOnly: true,
  })
  return outcomeOf(run, so())
}

/** The dialog or panel that holds switches or a save button. */
function optionsPanel(run: Run): Element | undefined {
  const { page } = run
  return [...page.every('dialog'), ...page.all('sidePanel')].find(
    (one) => isDisplayed(one) && worded(run, page.all('anyButton', one), 'save') !== undefined,
  )
}

/** More → (Settings) → Meeting options → (Audio & video), as far as is needed until `there`. */
async function openOptions(run: Run, there: () => boolean): Promise<boolean> {
  const { page, tools, timing } = run
  if (there()) return true
  const button = () => page.first('moreButton', page.doc, isDisplayed)
  // Pressed twice it closes (dom facts §5), and another menu that is open is not this one.
  const expanded = () =>
    button()?.getAttribute('aria-expanded') === 'true' && openMenuItems(page).length > 0
  const known = () => page.first('moreMenu', page.doc, isDisplayed) !== undefined
  const more = await doStep(run, {
    step: 'openMore',
    find: () => only(page.all('moreButton').filter(isDisplayed)),
    seen: () => known() || expanded() || worded(run, openMenuItems(page), 'settings') !== undefined,
  })
  if (more !== 'done') return false
  const options = () => worded(run, openMenuItems(page), 'meetingOptions')
  const settings = () => worded(run, openMenuItems(page), 'settings')
  await waitFor(tools, () => options() ?? settings(), timing.effectMs)
  if (options() === undefined) {
    const opened = await doStep(run, {
      step: 'openSettings',
      find: settings,
      seen: () => options() !== undefined || there(),
    })
    if (opened !== 'done') return false
  }
  const item = options()?.element
  const section = () => worded(run, sectionButtons(run), 'audioVideo')
  const opened = await doStep(run, {
    step: 'openMeetingOptions',
    find: options,
    seen: () => there() || section() !== undefined || (item !== undefined && !item.isConnected),
    underWay: () => item?.isConnected !== true,
  })
  if (opened !== 'done') return false
  await waitFor(tools, () => there() || section() !== undefined, timing.appearMs)
  if (there()) return true
  const found = await doStep(run, { step: 'openAudioVideo', find: section, seen: there })
  return found === 'done'
}

const SECTIONS = 'button, [role="tab"], [role="button"], [role="treeitem"], [role="listitem"]'

function sectionButtons(run: Run): Element[] {
  return [...run.page.doc.querySelectorAll(SECTIONS)].filter(isDisplayed)
}

/** A switch by its label, or by the words of its row where that holds no second switch. */
function toggleOf(run: Run, key: string): Control | undefined {
  const { words } = run.page.looks
  const certain: Element[] = []
  const guessed: Element[] = []
  for (const element of run.page.all('toggle').filter(isShown)) {
    const texts = [nameOfControl(element), ...labelTexts(run, element)]
    const match = texts.map((text) => words.match(key, text)).find((one) => one !== undefined)
    if (match !== undefined) (match.certain ? certain : guessed).push(element)
  }
  const read = only(certain)
  if (read !== undefined) return read
  const guess = only(guessed)
  return guess === undefined ? undefined : { ...guess, certain: false }
}

/** Some switches are drawn by something around an input without a box of its own. */
function isShown(toggle: Element): boolean {
  if (isDisplayed(toggle)) return true
  const around = toggle.parentElement
  return toggle.matches('input') && around !== null && isDisplayed(around)
}

function labelTexts(run: Run, control: Element): string[] {
  const tied =
    control.id === '' ? null : run.page.doc.querySelector(`label[for="${CSS.escape(control.id)}"]`)
  let row: Element = control
  const kind = '[role="switch"], input[type="checkbox"]'
  for (let up = control.parentElement; up !== null; up = up.parentElement) {
    if (up.querySelectorAll(kind).length > 1 || up.matches('[role="dialog"], body')) break
    row = up
  }
  return [...(tied === null ? [] : proseLeaves(tied, 10)), ...proseLeaves(row, 10)]
}

function isOn(control: Element): boolean {
  const said = control.getAttribute('aria-checked')
  if (said !== null) return said === 'true'
  return control instanceof HTMLInputElement && control.checked
}
