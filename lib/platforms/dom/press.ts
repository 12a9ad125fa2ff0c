/**
 * One press of a control, with the whole sequence of events that a pointer makes: some of these controls listen to the pointer,
 * some to the mouse and some to the click. Exactly one `click` is sent, by `click()`, so that native behaviour (a radio button, a
 * label) happens as well and nothing is switched twice.
 *
 * False where the page took the control away under the pointer: then no click was sent, because it would have landed nowhere.
 */
export function press(element: Element): boolean {
  const view = element.ownerDocument.defaultView
  const box = element.getBoundingClientRect()
  const place = {
    bubbles: true,
    cancelable: true,
    composed: true,
    view,
    clientX: box.left + box.width / 2,
    clientY: box.top + box.height / 2,
    button: 0,
  }
  const pointer = { ...place, pointerId: 1, pointerType: 'mouse', isPrimary: true }
  element.dispatchEvent(new PointerEvent('pointerdown', { ...pointer, buttons: 1 }))
  element.dispatchEvent(new MouseEvent('mousedown', { ...place, buttons: 1, detail: 1 }))
  element.dispatchEvent(new PointerEvent('pointerup', { ...pointer, buttons: 0 }))
  element.dispatchEvent(new MouseEvent('mouseup', { ...place, buttons: 0, detail: 1 }))
  if (!element.isConnected) return false
  if (element instanceof HTMLElement) element.click()
  else element.dispatchEvent(new MouseEvent('click', { ...place, buttons: 0, detail: 1 }))
  return true
}
