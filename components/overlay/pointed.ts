import type { CommandKind } from '../../lib/meeting/index.ts'
import {
  clipsOf,
  isControl,
  isMenu,
  openerOf,
  openMenusOf,
  popupOf,
  questionAround,
} from '../../lib/platforms/dom/around.ts'
import { findAgain, isSame, remember } from '../../lib/platforms/dom/again.ts'
import type { Remembered } from '../../lib/platforms/dom/again.ts'
import { isDisplayed } from '../../lib/platforms/dom/displayed.ts'
import { nameOfControl } from '../../lib/platforms/dom/text.ts'
import { asksFirst, isAboutOne } from './wordsGuide.ts'

/** One control that is pointed at, with all that is needed to know it again and to know what it stands in. */
export interface Pointed {
  readonly target: Element
  readonly step: string
  readonly kind: CommandKind | undefined
  readonly was: Remembered
  /** The menu or dialog that holds it. */
  readonly popup: Element | undefined
  /** What opens that menu. */
  readonly opener: { readonly element: Element; readonly was: Remembered } | undefined
  readonly clips: readonly Element[]
  readonly asks: boolean
  /** A whole row, menu or dialog, in which the control is to be looked for. */
  readonly box: boolean
  /** The control's own name on a page in another language than English. */
  readonly called: string | undefined
}

const LONGEST_NAME = 60

export function pointAt(target: Element, step: string, kind: CommandKind | undefined): Pointed {
  const popup = popupOf(target)
  const opener = popup !== undefined && isMenu(popup) ? openerOf(popup) : undefined
  const box = !isControl(target)
  return {
    target,
    step,
    kind,
    was: remember(target, popup),
    popup,
    opener:
      opener === undefined
        ? undefined
        : { element: opener, was: remember(opener, popupOf(opener)) },
    clips: clipsOf(target),
    asks: asksFirst(step, questionAround(target)),
    box,
    called: box ? undefined : ownName(target),
  }
}

/** What the page calls it, in its own language; nothing where that is English, too long for a name, or two lines. */
function ownName(target: Element): string | undefined {
  const { lang } = target.ownerDocument.documentElement
  if (lang === '' || /^en\b/i.test(lang)) return undefined
  const name = nameOfControl(target)
  return name.length >= 2 && name.length <= LONGEST_NAME ? name : undefined
}

/** Displayed, with a size, and not somebody else's by now. */
export function isThere(element: Element, was: Remembered, popup: Element | undefined): boolean {
  return element.isConnected && isDisplayed(element) && isSame(element, was, popup)
}

export function openerNow({ opener }: Pointed): Element | undefined {
  if (opener === undefined) return undefined
  const { element, was } = opener
  return isThere(element, was, popupOf(element)) ? element : undefined
}

/** It stands in a menu, and that is closed. */
export function isMenuClosed({ popup }: Pointed): boolean {
  return popup !== undefined && isMenu(popup) && !(popup.isConnected && isDisplayed(popup))
}

/**
 * The menu is still that of the person it was opened for: the next child's menu holds the same words, and a site may show the same nodes
 * again. `sure`: it has been out of sight, so it must be proven.
 */
export function isItsMenu(one: Pointed, menu: Element | undefined, sure: boolean): boolean {
  if (menu === undefined || !isMenu(menu) || !isAboutOne(one.kind)) return true
  const now = openerOf(menu)
  if (sure) return now !== undefined && now === openerNow(one)
  return now === undefined || one.opener === undefined || now === one.opener.element
}

/** The same control, drawn anew: near its old place, or in the menu that was opened again. */
export function pointedAgain(doc: Document, old: Pointed, wasClosed: boolean): Pointed | undefined {
  const inMenu = old.popup !== undefined && isMenu(old.popup)
  const found =
    inMenu && (wasClosed || isMenuClosed(old))
      ? openMenusOf(doc)
          .filter((menu) => isItsMenu(old, menu, true))
          .map((menu) => findAgain(old.was, popupOf, menu))
          .find((one) => one !== undefined)
      : findAgain(old.was, popupOf)
  if (found === undefined || (inMenu && !isItsMenu(old, popupOf(found), wasClosed)))
    return undefined
  const next = pointAt(found, old.step, old.kind)
  return next.opener === undefined && old.opener !== undefined
    ? { ...next, opener: old.opener }
    : next
}
