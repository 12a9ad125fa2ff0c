import { isDisplayed } from '../dom/displayed.ts'
import { press } from '../dom/press.ts'
import { waitFor } from '../dom/wait.ts'
import type { Control } from '../dom/act-types.ts'
import { escapeFrom, only, pointable, waitForTeacher } from '../dom/act.ts'
import { doStep, note, type Run, unavailable } from './act-kit.ts'
import { findRow, personGone, rowOf, showPeople } from './act-panel.ts'
import { openMenus } from './read-access.ts'

/**
 * The "…" of one person. Teams draws every person's menu at the end of the page and nothing in it says whose it is: it is known only by
 * who opened it. So no menu may stand open before, and one that comes up in its place later is not it.
 */
export interface PersonMenu {
  readonly element: Element
  /** Its items, while it is open. */
  readonly items: () => readonly Element[]
  /** False where the teacher opened it, after she was shown the row: she may have taken another. Its items are pointed at and prove nothing. */
  readonly isTheirs: boolean
}

/** Opens the menu of a person; undefined with the reason noted. */
export async function openMenuOf(run: Run, id: string): Promise<PersonMenu | undefined> {
  const { tools, timing } = run
  if (!(await showPeople(run))) return undefined
  const row = await findRow(run, id)
  if (row === undefined) {
    personGone(run)
    return undefined
  }
  row.element.scrollIntoView({ block: 'nearest' })
  const button = () => buttonOf(run, id)
  const hasButton = (await waitFor(tools, button, timing.appearMs)) !== undefined
  // The last thing before ours is opened: one that stays would be taken for it, and its items belong to another child.
  if (!(await noMenu(run))) {
    unavailable(run, 'openRowMenu', 'controlCovered')
    return undefined
  }
  const shown = () => itemsIn(run, menuNow(run)).length > 0
  if (!hasButton) {
    // No button even under the pointer: the row's own context menu is the same menu (dom facts §5).
    const fresh = rowOf(run, id)
    if (fresh !== undefined && (await openByContext(run, fresh.element, shown))) {
      note(run, 'openRowMenu', 'done')
      return opened(run, true)
    }
    if (fresh === undefined) personGone(run)
    else await pointAtRow(run, fresh.element, shown)
    return shown() ? opened(run, false) : undefined
  }
  let byTeacher = false
  const seenByTeacher = () => (byTeacher = shown())
  const open = await doStep(run, {
    step: 'openRowMenu',
    find: button,
    seen: shown,
    seenByTeacher,
  })
  return open === 'done' ? opened(run, !byTeacher) : undefined
}

/** The menu of a person whose row is in sight, opened once more only to look. */
export async function peekMenuOf(run: Run, id: string): Promise<PersonMenu | undefined> {
  const button = buttonOf(run, id)
  // Any that is open now may be another's that has come up since.
  if (button?.certain !== true || !(await noMenu(run))) return undefined
  press((buttonOf(run, id) ?? button).element)
  return waitFor(run.tools, () => opened(run, true), run.timing.effectMs)
}

/** The "…" of this person's own row, which is drawn while the pointer is over it. */
function buttonOf(run: Run, id: string): Control | undefined {
  const row = rowOf(run, id)
  if (row === undefined) return undefined
  hover(row.element)
  const own = (one: Element) => run.site.holder(one) === row.element
  return only(run.page.all('rowMenuButton', row.element).filter(own))
}

function hover(row: Element): void {
  const place = { bubbles: true, cancelable: true, composed: true }
  for (const type of ['pointerover', 'pointerenter', 'pointermove'])
    row.dispatchEvent(new PointerEvent(type, { ...place, bubbles: type !== 'pointerenter' }))
  for (const type of ['mouseover', 'mouseenter', 'mousemove'])
    row.dispatchEvent(new MouseEvent(type, { ...place, bubbles: type !== 'mouseenter' }))
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

function menuNow(run: Run): Element | undefined {
  const { page } = run
  return page.first('personMenu', page.doc, isDisplayed) ?? openMenus(page).at(-1)
}

function itemsIn(run: Run, menu: Element | undefined): Element[] {
  if (menu === undefined || !menu.isConnected || !isDisplayed(menu)) return []
  return run.page.all('menuItem', menu).filter(isDisplayed)
}

/** The menu that is open now, where it has items. */
function opened(run: Run, isTheirs: boolean): PersonMenu | undefined {
  const element = menuNow(run)
  if (element === undefined || itemsIn(run, element).length === 0) return undefined
  return { element, items: () => itemsIn(run, element), isTheirs }
}

/** Closes what is open, and says whether that worked: a page can tell our key from a real one. */
async function noMenu(run: Run): Promise<boolean> {
  closeMenus(run)
  const isClosed = () => menuNow(run) === undefined
  return (await waitFor(run.tools, isClosed, run.timing.effectMs)) === true
}

export function closeMenus(run: Run): void {
  const open = menuNow(run)
  if (open === undefined) return
  escapeFrom(open.querySelector('[role^="menuitem"]') ?? open)
}
