import type { Outcome } from '../../meeting/index.ts'
import { isDisplayed } from '../dom/displayed.ts'
import { nameOfControl } from '../dom/text.ts'
import { waitFor } from '../dom/wait.ts'
import { outcomeOf, pointable, waitForTeacher } from '../dom/act.ts'
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
import { panelBefore, putBack } from './act-panel.ts'
import { closeMenus, openMenuOf, peekMenuOf, type PersonMenu } from './act-row-menu.ts'
import { chooseThere, doubtOf } from './act-twins.ts'
import type { TeamsStep } from './capabilities.ts'

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
  const isUnsure = doubtOf(run, id)
  if (!isUnsure() && plan.seen()) {
    note(run, plan.step, 'done')
    return outcomeOf(run, true, 'already so')
  }
  const before = panelBefore(run)
  const menu = await openMenuOf(run, id)
  if (menu === undefined) return outcomeOf(run, false)
  if (isUnsure()) return chooseThere(run, menu, plan)
  const { opposite } = plan
  const item = () => worded(run, menu.items(), plan.item)
  const isOpposite = () =>
    opposite === undefined || !menu.isTheirs ? undefined : worded(run, menu.items(), opposite)
  const already = isOpposite()
  if (item() === undefined && already?.certain === true) {
    note(run, plan.step, 'done')
    closeMenus(run)
    await putBack(run, before)
    return outcomeOf(run, true, nameOfControl(already.element))
  }
  if (item() === undefined) return noItem(run, menu, plan)
  const taken = { element: item()?.element }
  await doStep(run, {
    step: plan.step,
    find: item,
    seen: () => plan.seen() || isTaken(taken.element) || isOpposite()?.certain === true,
    guideOnly: run.guideOnly || plan.guideOnly === true || !menu.isTheirs,
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
  const menu = await peekMenuOf(run, id)
  if (menu === undefined) return false
  const isThere = () => worded(run, menu.items(), opposite)?.certain === true
  return (await waitFor(run.tools, isThere, run.timing.effectMs)) === true
}

/** Removes somebody; the question that Teams may ask back is the teacher's. */
export async function remove(run: Run, id: string): Promise<Outcome> {
  const { page } = run
  const start = run.read()
  const countBefore = start.observation.deviceCount
  const self = start.people.self
  if (self?.participant.id === id) return unavailable(run, 'chooseRemove', 'siteHasNoSuchControl')
  // Our list shows tile and row as one, so it is no row that she chose; and the question of Teams names both alike.
  const isUnsure = doubtOf(run, id)
  const before = panelBefore(run)
  const menu = await openMenuOf(run, id)
  if (menu === undefined) return outcomeOf(run, false)
  if (isUnsure()) return chooseThere(run, menu, { step: 'chooseRemove', item: 'remove' })
  const item = () => worded(run, menu.items(), 'remove')
  if (item() === undefined) {
    return noItem(run, menu, { step: 'chooseRemove', item: 'remove', seen: () => false })
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
    guideOnly: run.guideOnly || !menu.isTheirs,
  })
  if (chosen === 'done') await waitFor(run.tools, () => gone() || asked(), run.timing.effectMs)
  if (asked() && !gone())
    await confirmByTeacher(run, 'confirmRemove', gone, () =>
      confirmButton(run, 'removeConfirm', dialogs),
    )
  if (gone()) await putBack(run, before)
  return outcomeOf(run, gone())
}

/** The menu does not offer it: said so where its words are understood, else the menu itself is pointed at. */
async function noItem(run: Run, menu: PersonMenu, plan: MenuPlan): Promise<Outcome> {
  const items = menu.items()
  const understood = MENU_WORDS.some((key) => worded(run, items, key)?.certain === true)
  if (understood || items.length === 0) {
    closeMenus(run)
    const isHost = run.read().observation.self.isHost
    return unavailable(run, plan.step, isHost === 'no' ? 'notAHost' : 'controlNotFound')
  }
  run.tools.guide(pointable(menu.element), plan.step)
  if (await waitForTeacher(run, plan.seen)) {
    run.tools.clearGuide()
    note(run, plan.step, 'done')
    return outcomeOf(run, true)
  }
  note(run, plan.step, 'guided', 'controlNotFound')
  return outcomeOf(run, false)
}
