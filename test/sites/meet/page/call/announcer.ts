import { h } from '../dom.ts'
import type { LabelKey } from '../labels/en.ts'
import type { Say } from '../labels/index.ts'

/**
 * What the page announces: an off-screen live region at the end of the body for screen readers (Meet facts §6, CAP25) and
 * a short note at the bottom left for everybody else.
 */
export class Announcer {
  private readonly wording: Say
  private readonly polite: HTMLElement
  private readonly note: HTMLElement
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(wording: Say) {
    this.wording = wording
    this.polite = h('div', {
      'aria-atomic': 'true',
      'aria-live': 'polite',
      'data-mdc-dom-announce': 'true',
    })
    this.polite.style.cssText =
      'position: absolute; top: -9999px; left: -9999px; height: 1px; overflow: hidden;'
    this.note = h('div', { class: 'sim-note' })
    this.note.hidden = true
  }

  say(key: LabelKey, fill: Readonly<Record<string, string | number>> = {}): void {
    const text = this.wording(key, fill)
    if (!this.polite.isConnected) document.body.append(this.polite, this.note)
    this.polite.textContent = text
    this.note.textContent = text
    this.note.hidden = false
    clearTimeout(this.timer)
    this.timer = setTimeout(() => {
      this.note.hidden = true
    }, 3000)
  }
}
