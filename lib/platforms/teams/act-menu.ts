import type { Outcome } from '../../meeting/index.ts'
import { isDisplayed } from '../dom/displayed.ts'
import { nameOfControl } from '../dom/text.ts'
import { press } from '../dom/press.ts'
import { waitFor } from '../dom/wait.ts'
import { escapeFrom, only, outcomeOf, pointable, waitForTeacher } from '../dom/act.ts'
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
import { findRow, panelBefore, personGone, putBack, rowOf, showPeople } from './act-panel.ts'
import type { TeamsStep } from './capabilities.ts'
import { openMenus } from './read-access.ts'

/** Everything that a person's menu was seen to hold: one of them in sight proves that its language is understood. */
const MENU_WORDS = [
  'muteOne',
  'disableMic',
  'allowMic',
  'disableCamera',
  'allowCamera',
  'makeAttendee',
  'remove',
] as const

export interface MenuPlan {
  readonly step: TeamsStep
  /** The words of the item to press. */
  readonly item: string
  /** The words that the item has once it is done: seen instead of it, there is nothing to do. */
  readonly opposite?: string
  /** Whether the page shows, outside the menu, that it is done. */
  readonly seen: () => boolean
  readonly guideOnly?: boolean
}

/**
 * One item of one person's menu: People panel → the person's row (scrolled to) → its "…", which is drawn while the pointer is over the
 * row → the item. What came of it is read off the row and the tile, and where those can't tell, off the menu once more.
 */
export async function byMenu(run: Run, id: string, plan: MenuPlan): Promise<Outcome> {
  const self = run.read().people.self
  if (self?.participant.id === id) return unavailable(run, plan.step, 'siteHasNoSuchControl')
  if (plan.seen()) {
    note(run, plan.step, 'done')
    return outcomeOf(run, true, 'already so')
  }
  const before = panelBefore(run)
  const items = await openMenuOf(run, id)
  if (items === undefined) return outcomeOf(run, false)
  const { opposite } = plan
  const item = () => worded(run, menuItems(run), plan.item)
  const isOpposite = () =>
    opposite === undefined ? undefined : worded(run, menuItems(run), opposite)
  const already = isOpposite()
  if (item() === undefined && already?.certain === true) {
    note(run, plan.step, 'done')
    closeMenus(run)
    await putBack(run, before)
    return outcomeOf(run, true, nameOfControl(already.element))
  }
  if (item() === undefined) return noItem(run, plan)
  const taken = { element: item()?.element }
  await doStep(run, {
    step: plan.step,
    find: item,
    seen: () => plan.seen() || isTaken(taken.element) || isOpposite()?.certain === true,
    guideOnly: run.guideOnly || plan.guideOnly === true,
  })
  const proven = await verify(run, id, plan)
  closeMenus(run)
  await putBack(run, before)
  return outcomeOf(run, proven)
}

/** The item went with its menu: pressed, and nothing more can be told from it. */
const isTaken = (element: Element | undefined) =>
  element !== undefined && (!element.isConnected || !isDisplayed(element))

/** Reads the effect; where row and tile are silent, opens the menu once more, only to look. */
async function verify(run: Run, id: string, plan: MenuPlan): Promise<boolean> {
  if ((await waitFor(run.tools, plan.seen, run.timing.effectMs)) === true) return true
  const { opposite } = plan
  if (opposite === undefined || run.steps.some(({ result }) => result !== 'done')) return false
  if (openDialogs(run.page).length > 0) return false
  const row = rowOf(run, id)
  if (row === undefined) return false
  const isThere = () => worded(run, menuItems(run), opposite)?.certain === true
  if (menuItems(run).length === 0) {
    hover(row.element)
    const button = run.page.first('rowMenuButton', row.element)
    if (button === undefined) return false
    press(button)
  }
  return (await waitFor(run.tools, isThere, run.timing.effectMs)) === true
}

/** Removes somebody; the question that Teams may ask back is the teacher's. */
export async function remove(run: Run, id: string): Promise<Outcome> {
  const { page } = run
  const start = run.read()
  const countBefore = start.observation.deviceCount
  const self = start.people.self
  if (self?.participant.id === id) return unavailable(run, 'chooseRemove', 'siteHasNoSuchControl')
  const before = panelBefore(run)
  const items = await openMenuOf(run, id)
  if (items === undefined) return outcomeOf(run, false)
  const item = () => worded(run, menuItems(run), 'remove')
  if (item() === undefined) {
    return noItem(run, { step: 'chooseRemove', item: 'remove', seen: () => false })
  }
  // From a list that is not whole nobody's absence follows: the row must be gone and the site must count fewer.
  const gone = () => {
    const { observation, people } = run.read()
    if (people.people.some(({ participant }) => participant.id === id)) return false
    if (observation.health.people.level === 'complete') return true
    return (observation.deviceCount ?? Infinity) < (countBefore ?? 0)
  }
  const dialogs = new Set(openDialogs(page))
  const asked = () => openDialogs(page).some((dialog) => !dialogs.has(dialog))
  const taken = { element: item()?.element }
  const chosen = await doStep(run, {
    step: 'chooseRemove',
    find: item,
    seen: () => gone() || asked() || isTaken(taken.element),
    guideOnly: run.guideOnly,
  })
  if (chosen === 'done') await waitFor(run.tools, () => gone() || asked(), run.timing.effectMs)
  if (asked() && !gone())
    await confirmByTeacher(run, 'confirmRemove', gone, () =>
      confirmButton(run, 'removeConfirm', dialogs),
    )
  if (gone()) await putBack(run, before)
  return outcomeOf(run, gone())
}

/** Opens the menu of a person and gives its items; undefined with the reason noted. */
export async function openMenuOf(run: Run, id: string): Promise<readonly Element[] | undefined> {
  const { page, tools, timing } = run
  if (!(await showPeople(run))) return undefined
  const row = await findRow(run, id)
  if (row === undefined) {
    personGone(run)
    return undefined
  }
  row.element.scrollIntoView({ block: 'nearest' })
  if (menu(run) !== undefined) {
    closeMenus(run)
    await waitFor(tools, () => menu(run) === undefined, timing.effectMs)
  }
  const button = () => {
    const fresh = rowOf(run, id)
    if (fresh === undefined) return undefined
    hover(fresh.element)
    const own = (one: Element) => run.site.holder(one) === fresh.element
    return only(page.all('rowMenuButton', fresh.element).filter(own))
  }
  const shown = () => menuItems(run).length > 0
  if ((await waitFor(tools, button, timing.appearMs)) === undefined) {
    // No button even under the pointer: the row's own context menu is the same menu (dom facts §5).
    const fresh = rowOf(run, id)
    if (fresh !== undefined && (await openByContext(run, fresh.element, shown))) {
      note(run, 'openRowMenu', 'done')
      return menuItems(run)
    }
    if (fresh === undefined) personGone(run)
    else await pointAtRow(run, fresh.element, shown)
    return shown() ? menuItems(run) : undefined
  }
  const open = await doStep(run, { step: 'openRowMenu', find: button, seen: shown })
  return open === 'done' ? menuItems(run) : undefined
}

async function openByContext(run: Run, row: Element, shown: () => boolean): Promise<boolean> {
  const box = row.getBoundingClientRect()
  row.dispatchEvent(
    new MouseEvent('contextmenu', {
      bubbles: true,
      cancelable: true,
      composed: true,
      button: 2,
      clientX: box.left + box.width / 2,
      clientY: box.top + box.height / 2,
    }),
  )
  return (await waitFor(run.tools, shown, run.timing.effectMs)) === true
}

async function pointAtRow(run: Run, row: Element, shown: () => boolean): Promise<void> {
  run.tools.guide(pointable(row), 'openRowMenu')
  if (await waitForTeacher(run, shown)) {
    run.tools.clearGuide()
    note(run, 'openRowMenu', 'done')
  } else note(run, 'openRowMenu', 'guided', 'controlNotFound')
}

/** The "…" of a row is drawn while the pointer is over it. */
function hover(row: Element): void {
  const place = { bubbles: true, cancelable: true, composed: true }
  for (const type of ['pointerover', 'pointerenter', 'pointermove'])
    row.dispatchEvent(new PointerEvent(type, { ...place, bubbles: type !== 'pointerenter' }))
  for (const type of ['mouseover', 'mouseenter', 'mousemove'])
    row.dispatchEvent(new MouseEvent(type, { ...place, bubbles: type !== 'mouseenter' }))
}

function menu(run: Run): Element | undefined {
  const { page } = run
  return page.first('personMenu', page.doc, isDisplayed) ?? openMenus(page).at(-1)
}

export function menuItems(run: Run): Element[] {
  const open = menu(run)
  return open === undefined ? [] : run.page.all('menuItem', open).filter(isDisplayed)
}

export function closeMenus(run: Run): void {
  const open = menu(run)
  if (open === undefined) return
  escapeFrom(open.querySelector('[role^="menuitem"]') ?? open)
}

/** The menu does not offer it: said so where its words are understood, else the menu itself is pointed at. */
async function noItem(run: Run, plan: MenuPlan): Promise<Outcome> {
  const items = menuItems(run)
  const understood = MENU_WORDS.some((key) => worded(run, items, key)?.certain === true)
  if (understood || items.length === 0) {
    closeMenus(run)
    const isHost = run.read().observation.self.isHost
    return unavailable(run, plan.step, isHost === 'no' ? 'notAHost' : 'controlNotFound')
  }
  const open = menu(run)
  if (open !== undefined) run.tools.guide(pointable(open), plan.step)
  if (await waitForTeacher(run, plan.seen)) {
    run.tools.clearGuide()
    note(run, plan.step, 'done')
    return outcomeOf(run, true)
  }
  note(run, plan.step, 'guided', 'controlNotFound')
  return outcomeOf(run, false)
}
