import type { Outcome } from '../../meeting/index.ts'
import { isDisabled, isDisplayed } from '../dom/displayed.ts'
import { waitFor } from '../dom/wait.ts'
import { doStep, note, outcomeOf, sure } from './act-kit.ts'
import type { Run } from './act-kit.ts'
import type { MeetStep } from './capabilities.ts'
import type { AccessLevel } from './page.ts'
import {
  accessRadios,
  askToJoinBox,
  hostPanel,
  isOn,
  learnBadge,
  levelIn,
  panelSwitch,
  readAccess,
} from './read-access.ts'
import type { Control } from './read-access.ts'

/**
 * Meet has no lock. The nearest is: host controls → access "Restricted" and "can ask to join" off.
 *
 *   host controls open ─▶ (host management on, if the choices are grey) ─▶ ask-to-join off ─▶ Restricted ─▶ panel back ─▶ badge
 *
 * The ask-to-join box was seen beside "Trusted" only (dom/meet.md §5). From "Open" the way therefore leads over "Trusted", which lets
 * fewer in, not more. From "Restricted" nothing is opened just to look for the box.
 */
export async function lock(run: Run): Promise<Outcome> {
  const { page, tools, timing } = run
  const start = readAccess(page)
  if (run.read().self.isHost === 'no') return notAHost(run, 'openHostControls')
  const before = shownPanel(run)
  if (!(await showHostControls(run))) return outcomeOf(run, false)
  await needHostManagement(run)
  // Before anything is touched: without the one choice that closes the door, nothing else is worth changing.
  if ((await waitFor(tools, () => radio(run, 'restricted'), timing.appearMs)) === undefined) {
    note(run, 'accessRestricted', 'unavailable', 'controlNotFound')
    return outcomeOf(run, false)
  }
  const first = level(run)
  let askTurnedOff = (await turnAskOff(run)) === 'done'
  const needsDetour =
    first === 'open' &&
    !askTurnedOff &&
    !isShown(askBox(run)) &&
    radio(run, 'trusted')?.certain === true
  if (needsDetour) {
    await choose(run, 'trusted', 'accessTrusted')
    await waitFor(tools, () => isShown(askBox(run)), timing.effectMs)
    askTurnedOff = (await turnAskOff(run)) === 'done'
  }
  const restricted = await choose(run, 'restricted', 'accessRestricted')
  if (!askTurnedOff) {
    const late = await turnAskOff(run)
    askTurnedOff = late === 'done'
    if (late === 'absent' && page.memory.askToJoin !== 'off')
      note(run, 'askToJoinOff', 'unavailable', 'controlNotFound')
  }
  if (restricted === 'done') {
    page.memory.beforeLock ??= { level: first, askTurnedOff }
    await learnLabel(run, start.label, first)
  }
  const closed = level(run) === 'restricted'
  if (restricted === 'done') await putBack(run, before)
  const outcome = await checked(run, closed, 'restricted')
  // Under "Restricted" people may still ask to come in where that was on before. A door with a bell is not a locked one: where the
  // box could not be seen, this is no more than half a lock, and the teacher is told to look.
  const askIsOff = askTurnedOff || readAccess(page).askToJoin === 'off'
  return outcome.result === 'done' && !askIsOff
    ? { ...outcome, result: 'guided', why: 'notSeenAfterwards' }
    : outcome
}

/** Opens the door as it was before the lock; where that is not known, to "Trusted". */
export async function unlock(run: Run): Promise<Outcome> {
  const { page } = run
  if (run.read().self.isHost === 'no') return notAHost(run, 'openHostControls')
  const back = page.memory.beforeLock
  const wanted = back?.level === 'open' ? 'open' : 'trusted'
  const label = readAccess(page).label
  const before = shownPanel(run)
  if (!(await showHostControls(run))) return outcomeOf(run, false)
  await needHostManagement(run)
  const first = level(run)
  const chosen = await choose(run, wanted, 'accessBack')
  if (back?.askTurnedOff !== false && isShown(askBox(run))) {
    await doStep(run, {
      step: 'askToJoinOn',
      find: () => askBox(run),
      seen: () => isBoxOn(run) === true,
    })
  }
  if (chosen === 'done') {
    page.memory.beforeLock = undefined
    await learnLabel(run, label, first)
  }
  const open = level(run) === wanted
  if (chosen === 'done') await putBack(run, before)
  return checked(run, open, wanted)
}

/** The video lock: switches everybody's camera off and keeps it off. */
export async function camerasOffForAll(run: Run): Promise<Outcome> {
  if (run.read().self.isHost === 'no') return notAHost(run, 'openHostControls')
  const before = shownPanel(run)
  if (!(await showHostControls(run))) return outcomeOf(run, false)
  await needHostManagement(run, () => videoSwitch(run))
  const off = () => {
    const found = videoSwitch(run)
    return found?.certain === true && !isOn(found.element)
  }
  const result = await doStep(run, { step: 'camerasOff', find: () => videoSwitch(run), seen: off })
  const proven = off()
  if (result === 'done') await putBack(run, before)
  return outcomeOf(run, proven)
}

function videoSwitch(run: Run): Control | undefined {
  const panel = hostPanel(run.page)
  return panel === undefined ? undefined : panelSwitch(run.page, panel, 'videoLock')
}

async function showHostControls(run: Run): Promise<boolean> {
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
    find: () => sure(run.page.first('hostControlsButton')),
    seen: shown,
  })
  return result === 'done'
}

/** While host management is off, the other rows are grey. Switching it on changes more than was asked: the teacher's hand. */
async function needHostManagement(
  run: Run,
  what: () => Control | undefined = () => radio(run, 'restricted'),
) {
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

function radio(run: Run, wanted: AccessLevel): Control | undefined {
  const panel = hostPanel(run.page)
  return panel === undefined ? undefined : accessRadios(run.page, panel)[wanted]
}

function level(run: Run): AccessLevel | undefined {
  const panel = hostPanel(run.page)
  return panel === undefined ? undefined : levelIn(run.page, panel)
}

function askBox(run: Run): Control | undefined {
  const panel = hostPanel(run.page)
  return panel === undefined ? undefined : askToJoinBox(run.page, panel)
}

function isBoxOn(run: Run): boolean | undefined {
  const box = askBox(run)
  return box === undefined ? undefined : isOn(box.element)
}

function isShown(control: Control | undefined): boolean {
  return control !== undefined && (isDisplayed(control.element) || hasShownRow(control.element))
}

/** Some boxes are drawn by a sibling over an input without a box of its own. */
function hasShownRow(element: Element): boolean {
  return (
    element.parentElement !== null && isDisplayed(element.parentElement) && element.matches('input')
  )
}

function choose(run: Run, wanted: AccessLevel, step: MeetStep) {
  return doStep(run, {
    step,
    find: () => radio(run, wanted),
    // A guessed word that stands out of place proves nothing: only a certain reading ends the step.
    seen: () => level(run) === wanted,
  })
}

async function turnAskOff(run: Run): Promise<'done' | 'guided' | 'unavailable' | 'absent'> {
  if (!isShown(askBox(run))) return 'absent'
  const result = await doStep(run, {
    step: 'askToJoinOff',
    find: () => askBox(run),
    seen: () => isBoxOn(run) === false && askBox(run)?.certain === true,
    seenByTeacher: () => isBoxOn(run) === false,
  })
  if (result === 'done') run.page.memory.askToJoin = 'off'
  return result
}

/** The badge's new words are learnt only if they changed after the choice did: then they can only mean the new state. */
async function learnLabel(run: Run, labelBefore: string, levelBefore: AccessLevel | undefined) {
  const { page, tools, timing } = run
  const now = level(run)
  if (now === undefined || now === levelBefore || labelBefore === '') return
  const changed = await waitFor(
    tools,
    () => {
      const { label } = readAccess(page)
      return label !== '' && label !== labelBefore ? label : undefined
    },
    timing.effectMs,
  )
  if (changed !== undefined) learnBadge(page, now, changed)
}

/** Which side panel is in sight, by its number. */
function shownPanel(run: Run): string | undefined {
  for (const aside of run.page.all('sidePanel')) {
    for (const panel of aside.querySelectorAll('[data-panel-id]')) {
      if (panel.tagName !== 'BUTTON' && isDisplayed(panel))
        return panel.getAttribute('data-panel-id') ?? undefined
    }
  }
  return undefined
}

const HOST_PANEL = '16'
const PEOPLE_PANEL = '1'

/** The panel that was there before comes back; where none was, ours is closed by its own close button. */
async function putBack(run: Run, before: string | undefined): Promise<void> {
  const { page } = run
  // What is left to the teacher needs the panel in sight.
  if (before === HOST_PANEL || run.steps.some(({ result }) => result === 'guided')) return
  const find = () => {
    if (before === PEOPLE_PANEL) return page.first('peopleButton')
    if (before !== undefined) {
      return page.first(
        'panelButton',
        page.doc,
        (button) => button.getAttribute('data-panel-id') === before,
      )
    }
    const aside = hostPanel(page)?.closest('aside') ?? page.all('sidePanel').find(isDisplayed)
    return aside === undefined ? undefined : page.first('panelClose', aside, isDisplayed)
  }
  const closed = () => {
    const panel = hostPanel(page)
    return panel === undefined || !isDisplayed(panel)
  }
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

/** What the page says once the panel is back as it was. */
async function checked(run: Run, inPanel: boolean, wanted: AccessLevel): Promise<Outcome> {
  const { page, tools, timing } = run
  const agrees = await waitFor(tools, () => readAccess(page).state === wanted, timing.effectMs)
  const access = readAccess(page)
  if (agrees === true) note(run, 'checkAccess', 'done')
  else if (inPanel && access.state === 'unknown') note(run, 'checkAccess', 'unavailable')
  else note(run, 'checkAccess', 'guided', 'notSeenAfterwards')
  const proven = agrees === true || (inPanel && access.state === 'unknown')
  return outcomeOf(run, proven, access.label || (proven ? wanted : ''))
}

function notAHost(run: Run, step: MeetStep): Outcome {
  note(run, step, 'unavailable', 'notAHost')
  return outcomeOf(run, false)
}
