import type { Outcome } from '../../meeting/index.ts'
import { isDisplayed } from '../dom/displayed.ts'
import { press } from '../dom/press.ts'
import { nameOfControl } from '../dom/text.ts'
import { waitFor } from '../dom/wait.ts'
import { escapeFrom, only, outcomeOf } from '../dom/act.ts'
import {
  confirmButton,
  confirmByTeacher,
  doStep,
  note,
  openDialogs,
  type Run,
  unavailable,
  worded,
} from './act-kit.ts'
import { panelBefore, putBack, showPeople } from './act-panel.ts'
import { lockNow, openMenuItems, openMenus, readAccess } from './read-access.ts'

/**
 * The lock, for organisers and co-organisers (dom facts §5). Two generations of the way to it:
 *
 *   newer   Controls (in the bar) ─┐
 *   older   People ─▶ "…"         ─┴▶ Lock meeting ─▶ Teams asks back ─▶ the teacher's own click ─▶ locked
 *
 * Teams warns that whoever drops out cannot come back: that answer is never given for the teacher. Seen on the banner, or by the item
 * being called "Unlock" when the menu is opened once more.
 */
export function lock(run: Run): Promise<Outcome> {
  return turn(run, {
    wanted: 'locked',
    step: 'chooseLock',
    item: 'lockItem',
    confirm: 'lockConfirm',
  })
}

/** Opens the meeting again; those who dropped out can come back. */
export function unlock(run: Run): Promise<Outcome> {
  return turn(run, {
    wanted: 'unlocked',
    step: 'chooseUnlock',
    item: 'unlockItem',
    confirm: 'unlockConfirm',
  })
}

interface Turn {
  readonly wanted: 'locked' | 'unlocked'
  readonly step: 'chooseLock' | 'chooseUnlock'
  readonly item: 'lockItem' | 'unlockItem'
  readonly confirm: 'lockConfirm' | 'unlockConfirm'
}

async function turn(run: Run, { wanted, step, item, confirm }: Turn): Promise<Outcome> {
  const { page } = run
  const isSo = () => lockNow(page).state === wanted
  if (isSo()) {
    note(run, 'checkLock', 'done')
    return outcomeOf(run, true, lockNow(page).label)
  }
  const before = panelBefore(run)
  const opener = await openLockMenu(run)
  if (opener === undefined) return outcomeOf(run, false)
  if (isSo()) {
    const { label } = lockNow(page)
    readAccess(page)
    note(run, 'checkLock', 'done')
    closeMenus(run)
    await putBack(run, before)
    return outcomeOf(run, true, label)
  }
  const find = () => worded(run, openMenuItems(page), item)
  const chosenItem = find()?.element
  const dialogs = new Set(openDialogs(page))
  const asked = () => openDialogs(page).some((dialog) => !dialogs.has(dialog))
  const taken = () => chosenItem?.isConnected !== true || !isDisplayed(chosenItem)
  const chosen = await doStep(run, {
    step,
    find,
    seen: () => isSo() || asked() || taken(),
    guideOnly: run.guideOnly,
  })
  if (chosen !== 'done') return outcomeOf(run, false)
  await waitFor(run.tools, () => isSo() || asked(), run.timing.effectMs)
  if (asked() && !isSo()) {
    const answered = () => isSo() || !asked()
    await confirmByTeacher(run, 'confirmLock', answered, () => confirmButton(run, confirm, dialogs))
    if (run.steps.at(-1)?.result !== 'done') return outcomeOf(run, false)
  }
  const proven = await check(run, isSo, opener, { wanted, item })
  const { label } = readAccess(page)
  closeMenus(run)
  if (proven) await putBack(run, before)
  return outcomeOf(run, proven, label)
}

/** Opens the menu that holds the lock and gives what opened it; undefined with the reason noted. */
async function openLockMenu(run: Run): Promise<(() => Element | undefined) | undefined> {
  const { page, tools, timing } = run
  const offers = () => openMenuItems(page).some((one) => isLockItem(run, one))
  if (offers()) return () => undefined
  const controls = () => controlsButton(run)
  const first = await waitFor(tools, controls, Math.min(timing.appearMs, 400))
  if (first !== undefined) {
    const opened = await doStep(run, { step: 'openControls', find: controls, seen: offers })
    return opened === 'done' ? () => controls()?.element : undefined
  }
  if (!(await showPeople(run))) return undefined
  const more = () => page.first('panelMore', page.doc, isDisplayed)
  if ((await waitFor(tools, more, timing.effectMs)) === undefined) {
    const isHost = run.read().observation.self.isHost
    unavailable(run, 'openPanelMenu', isHost === 'no' ? 'notAHost' : 'controlNotFound')
    return undefined
  }
  const open = await doStep(run, {
    step: 'openPanelMenu',
    find: () => only(page.all('panelMore').filter(isDisplayed)),
    seen: () => offers() || openMenus(page).length > 0,
  })
  if (open !== 'done') return undefined
  if (offers() || (await waitFor(tools, offers, timing.effectMs)) === true) return more
  closeMenus(run)
  unavailable(run, 'chooseLock', 'controlNotFound')
  return undefined
}

function controlsButton(run: Run) {
  const { page } = run
  const buttons = page.every('toolbar').flatMap((bar) => page.all('anyButton', bar))
  return worded(run, buttons, 'controls')
}

function isLockItem(run: Run, item: Element): boolean {
  return ['lockItem', 'unlockItem'].some((key) => worded(run, [item], key) !== undefined)
}

/**
 * What the page says afterwards: the banner, else the menu, opened once more and only looked at. Words that we guess prove it there too:
 * the teacher has read and pressed the one, and now the other stands in its place.
 */
async function check(
  run: Run,
  isSo: () => boolean,
  opener: () => Element | undefined,
  { wanted, item }: Pick<Turn, 'wanted' | 'item'>,
): Promise<boolean> {
  const { page, tools, timing } = run
  const end = (proven: boolean) => {
    if (proven) note(run, 'checkLock', 'done')
    else note(run, 'checkLock', 'guided', 'notSeenAfterwards')
    return proven
  }
  if ((await waitFor(tools, isSo, timing.effectMs)) === true) return end(true)
  const button = opener()
  if (button === undefined || openDialogs(page).length > 0) return end(false)
  if (openMenuItems(page).length === 0) press(button)
  const other = item === 'lockItem' ? 'unlockItem' : 'lockItem'
  const turned = () => {
    const items = openMenuItems(page)
    return worded(run, items, item) === undefined ? worded(run, items, other) : undefined
  }
  const found = await waitFor(tools, turned, timing.effectMs)
  if (found === undefined) return end(isSo())
  page.memory.lock = { locked: wanted === 'locked', label: nameOfControl(found.element) }
  return end(true)
}

function closeMenus(run: Run): void {
  const open = openMenus(run.page).at(-1)
  escapeFrom(open?.querySelector('[role^="menuitem"]') ?? open)
}
