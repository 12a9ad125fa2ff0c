import { isDisplayed } from './displayed.ts'

/** What stands around a control that the teacher is pointed at: its menu or dialog, what cuts it off, what of it takes the keyboard. */

const POPUP = '[role="menu"], [role="listbox"], [role="dialog"], [role="alertdialog"], dialog'
const MENU = '[role="menu"], [role="listbox"]'
const CONTROL =
  'button, a[href], input, select, textarea, summary, label, [role="button"], [role^="menuitem"], [role="switch"], [role="checkbox"], [role="radio"], [role="tab"], [role="option"], [role="link"]'
const TAKES_KEYS =
  'button, a[href], input, select, textarea, summary, [tabindex], [contenteditable="true"]'

/** The menu, list of choices or dialog that holds it. */
export function popupOf(element: Element): Element | undefined {
  return element.closest(POPUP) ?? undefined
}

export function isMenu(popup: Element): boolean {
  return popup.matches(MENU)
}

/** One control, and not a whole row, menu or dialog in which the control is to be looked for. */
export function isControl(element: Element): boolean {
  if (element.matches(CONTROL)) return true
  // Radio buttons and switches are often drawn by something around a tiny input (see `pointable`).
  return element.querySelectorAll(CONTROL).length === 1 && popupOf(element) !== element
}

/** Whether it is a question of the site, stands in one, or neither. Panels and toasts also carry the role; they leave the page usable. */
export function questionAround(element: Element): 'dialog' | 'inDialog' | undefined {
  const dialog = element.closest('[role="dialog"], [role="alertdialog"], dialog')
  if (dialog === null) return undefined
  if (dialog === element) return 'dialog'
  const asks = dialog.matches('[role="alertdialog"], [aria-modal="true"], dialog:modal')
  return asks ? 'inDialog' : undefined
}

/** The control that opened a menu, where the page ties the two together or only one can have. */
export function openerOf(popup: Element): Element | undefined {
  const doc = popup.ownerDocument
  const tied =
    popup.id === '' ? null : doc.querySelector(`[aria-controls~="${CSS.escape(popup.id)}"]`)
  if (tied !== null && !popup.contains(tied)) return tied
  const named = (popup.getAttribute('aria-labelledby') ?? '')
    .split(/\s+/)
    .map((id) => (id === '' ? null : doc.getElementById(id)))
    .find((one) => one?.hasAttribute('aria-expanded') === true)
  if (named !== undefined && named !== null && !popup.contains(named)) return named
  const open = [...doc.querySelectorAll('[aria-haspopup][aria-expanded="true"]')].filter(
    (one) => !popup.contains(one),
  )
  return open.length === 1 ? open[0] : undefined
}

/** The boxes that cut it off when they are scrolled, innermost first. What is fixed or placed past a box is not cut off by it. */
export function clipsOf(element: Element): readonly Element[] {
  const clips: Element[] = []
  const root = element.ownerDocument.documentElement
  let position = getComputedStyle(element).position
  for (let up = element.parentElement; up !== null && up !== root; up = up.parentElement) {
    if (position === 'fixed') break
    const style = getComputedStyle(up)
    const holds = style.position !== 'static' || style.transform !== 'none'
    if (position === 'absolute' && !holds) continue
    const cuts = style.overflowX !== 'visible' || style.overflowY !== 'visible'
    if (cuts && up !== element.ownerDocument.body) clips.push(up)
    position = style.position
  }
  return clips
}

/** What of it takes the keyboard: itself, what it is drawn around, or what it is a part of. */
export function keysOf(element: Element): HTMLElement | undefined {
  const inside = [...element.querySelectorAll(TAKES_KEYS)]
  const all = [element, ...inside, element.closest(TAKES_KEYS)]
  return all.find(
    (one): one is HTMLElement =>
      one instanceof HTMLElement && one.matches(TAKES_KEYS) && !one.matches(':disabled'),
  )
}

/** Somebody types here: the keyboard is not taken away. */
export function isTypedIn(element: Element | null): boolean {
  if (element === null) return false
  if (element instanceof HTMLElement && element.isContentEditable) return true
  if (element.matches('textarea, select, [role="textbox"], [role="combobox"]')) return true
  const taken = [
    'button',
    'checkbox',
    'radio',
    'submit',
    'reset',
    'range',
    'color',
    'file',
    'image',
  ]
  return element instanceof HTMLInputElement && !taken.includes(element.type)
}

/** Captions, which somebody may need to read (dom/meet.md §6, dom/teams.md §6). */
const CAPTIONS =
  '[jsname="dsyhDe"], [role="region"]:has([jsname="tgaKEf"]), [data-tid="closed-caption-renderer-wrapper"], [data-tid="closed-caption-v2-window-wrapper"]'

export function captionsOf(doc: Document): readonly Element[] {
  return [...doc.querySelectorAll(CAPTIONS)]
}

/** Where a lesson is left; the rest of the controls stand beside it (dom/meet.md §6, dom/teams.md §5). */
const LEAVE = 'button[jsname="CQylAd"], #hangup-button, button[data-tid="hangup-main-btn"]'

/** The bars with the meeting's own controls; where a bar doesn't say that it is one, at least the button to leave. */
export function barsOf(doc: Document): readonly Element[] {
  const leaves = [...doc.querySelectorAll(LEAVE)]
  return [
    ...new Set(
      leaves.map((one) => one.closest('[role="toolbar"], [role="region"], footer') ?? one),
    ),
  ]
}

/** What the site itself asks, and all that it says over the stage: toasts, banners, questions. */
const QUESTIONS = '[role="dialog"], [role="alertdialog"]'
const TOASTS =
  '[role="alert"], [data-tid$="-alert-container"], [data-tid^="callingAlert"], .fui-Toast'
const NOTICES = `${QUESTIONS}, ${TOASTS}`

export interface Notices {
  /** Questions, which the teacher has to read whole. */
  readonly questions: readonly Element[]
  /** What is said in passing, often with a button of its own ("View lobby"). */
  readonly toasts: readonly Element[]
}

/** What the site says over the stage at this moment: one search of the page for all of it, as this is asked at every placing. */
export function noticesOf(doc: Document): Notices {
  const all = [...doc.querySelectorAll(NOTICES)].filter(isDisplayed)
  const isQuestion = (one: Element): boolean => one.matches(QUESTIONS)
  return { questions: all.filter(isQuestion), toasts: all.filter((one) => !isQuestion(one)) }
}

/** The menus that are open now. Both sites keep closed ones in the page. */
export function openMenusOf(doc: Document): readonly Element[] {
  return [...doc.querySelectorAll(MENU)].filter(isDisplayed)
}
