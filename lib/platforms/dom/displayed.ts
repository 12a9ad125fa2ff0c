/**
 * Closed panels, menus and dialogs stay in these pages, so "it is in the document" says nothing about "it can be seen".
 * Opacity is left out on purpose: the sites fade their bars in and out while they remain usable.
 */

/** Has a box and is not `visibility: hidden`. */
export function isDisplayed(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true })
}

/** Displayed with a size, so that it can be pointed at and clicked. */
export function isOnScreen(element: Element): boolean {
  if (!isDisplayed(element)) return false
  const box = element.getBoundingClientRect()
  return box.width > 0 && box.height > 0
}

/** The site has switched the control off. */
export function isDisabled(element: Element): boolean {
  return (
    element.matches(':disabled') ||
    element.getAttribute('aria-disabled') === 'true' ||
    element.closest('[inert]') !== null
  )
}
