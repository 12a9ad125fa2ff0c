import type { Outcome, OutcomeStep } from '../../meeting/index.ts'
import { outcomeOf } from '../dom/act.ts'
import type { Control } from '../dom/act-types.ts'
import { isDisabled, isDisplayed } from '../dom/displayed.ts'
import { waitFor } from '../dom/wait.ts'
import { doStep, note, type Run, unavailable } from './act-kit.ts'
import { needHostManagement, putBack, showHostControls, shownPanel } from './act-host.ts'
import type { MeetStep } from './capabilities.ts'
import type { AccessLevel, MeetPage } from './page.ts'
import {
  accessRadios,
  askToJoinBox,
  hostPanel,
  isOn,
  learnBadge,
  levelIn,
  readAccess,
} from './read-access.ts'

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
  const before = shownPanel(run)
  if (!(await showHostControls(run))) return outcomeOf(run, false)
  await needHostManagement(run, () => radio(run, 'restricted'))
  // Before anything is touched: without the one choice that closes the door, nothing else is worth changing.
  if ((await waitFor(tools, () => radio(run, 'restricted'), timing.appearMs)) === undefined) {
    return unavailable(run, 'accessRestricted', 'controlNotFound')
  }
  const closing = radio(run, 'restricted')
  if (closing !== undefined && isDisabled(closing.element)) {
    return unavailable(run, 'accessRestricted', 'controlDisabled')
  }
  const first = level(run)
  let ask = await turnAskOff(run)
  const needsDetour =
    first === 'open' && ask === 'absent' && radio(run, 'trusted')?.certain === true
  if (needsDetour) {
    await choose(run, 'trusted', 'accessTrusted')
    await waitFor(tools, () => isShown(askBox(run)), timing.effectMs)
    ask = await turnAskOff(run)
  }
  const restricted = await choose(run, 'restricted', 'accessRestricted')
  // Only where it was not there before: a box that had its press and did not turn is not pressed again.
  if (ask === 'absent') {
    ask = await turnAskOff(run)
    if (ask === 'absent' && page.memory.askToJoin !== 'off')
      note(run, 'askToJoinOff', 'unavailable', 'controlNotFound')
  }
  // Also where the teacher shuts the door herself a little later: what we switched off is known to be ours.
  if (restricted === 'done' || ask === 'done') noteBefore(page, first, ask === 'done')
  if (restricted === 'done') await learnLabel(run, start.label, first)
  const closed = level(run) === 'restricted'
  if (restricted === 'done') await putBack(run, before)
  const outcome = await checked(run, closed, 'restricted')
  // Under "Restricted" people may still ask to come in where that was on before. A door with a bell is not a locked one: where the
  // box could not be seen, this is no more than half a lock, and the teacher is told to look.
  const askIsOff = ask === 'done' || ask === 'wasOff' || readAccess(page).askToJoin === 'off'
  return outcome.result === 'done' && !askIsOff
    ? { ...outcome, result: 'guided', why: 'notSeenAfterwards' }
    : outcome
}

/**
 * How the door stood before this lock: an older lock says nothing of what the teacher has chosen since. Only a door that was shut
 * already, by us, stands as that lock found it.
 */
function noteBefore({ memory }: MeetPage, level: AccessLevel | undefined, askTurnedOff: boolean) {
  const older = level === 'restricted' ? memory.beforeLock : undefined
  memory.beforeLock =
    older === undefined
      ? { level, askTurnedOff }
      : { ...older, askTurnedOff: older.askTurnedOff || askTurnedOff }
}

/**
 * Opens the door as it was before the lock; where that is not known, to "Trusted". Asking to join is switched on only where our lock
 * switched it off: a teacher who had it off would have strangers at the door whom she never let ask.
 */
export async function unlock(run: Run): Promise<Outcome> {
  const { page } = run
  const back = page.memory.beforeLock
  const wanted = back?.level === 'open' ? 'open' : 'trusted'
  const label = readAccess(page).label
  const before = shownPanel(run)
  if (!(await showHostControls(run))) return outcomeOf(run, false)
  await needHostManagement(run, () => radio(run, 'restricted'))
  const first = level(run)
  const chosen = await choose(run, wanted, 'accessBack')
  if (back?.askTurnedOff === true && isShown(askBox(run))) {
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

/** `done` where it was on before, `wasOff` where there was nothing to do: then there is nothing to undo either. */
async function turnAskOff(run: Run): Promise<OutcomeStep['result'] | 'absent' | 'wasOff'> {
  if (!isShown(askBox(run))) return 'absent'
  const wasOn = isBoxOn(run) === true
  const result = await doStep(run, {
    step: 'askToJoinOff',
    find: () => askBox(run),
    seen: () => isBoxOn(run) === false && askBox(run)?.certain === true,
    seenByTeacher: () => isBoxOn(run) === false,
  })
  if (result !== 'done') return result
  run.page.memory.askToJoin = 'off'
  return wasOn ? 'done' : 'wasOff'
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
