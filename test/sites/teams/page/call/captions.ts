import { h } from '../dom.ts'
import { Cleanup, type Page, type View } from '../page-context.ts'

const kept = 12

/** Live captions with the names of who speaks; another nesting for guests (Teams facts §6, readings of 2026-03). */
export class Captions implements View {
  readonly element = h('div', { class: 'sim-captions' })
  private readonly page: Page
  private readonly cleanup = new Cleanup()
  private list: HTMLElement | undefined

  constructor(page: Page) {
    this.page = page
    this.cleanup.add(page.model.on('captions', () => this.show()))
    this.show()
  }

  /** Empty until somebody speaks; a line of the same speaker is written over in place. */
  add(name: string, text: string): void {
    if (this.list === undefined) return
    const author = h('span', { 'data-tid': 'author' }, name)
    const said = h('span', { 'data-tid': 'closed-caption-text' }, text)
    const last = this.list.lastElementChild
    if (last !== null && last.firstElementChild?.textContent === name) {
      if (last.lastElementChild !== null) last.lastElementChild.textContent = text
      return
    }
    const full = this.page.model.options.client === 'full'
    this.list.append(h('div', { class: full ? 'fui-ChatMessageCompact' : undefined }, author, said))
    while (this.list.childElementCount > kept) this.list.firstElementChild?.remove()
  }

  close(): void {
    this.cleanup.run()
    this.element.remove()
  }

  private show(): void {
    this.element.replaceChildren()
    this.list = undefined
    if (!this.page.model.captions) return
    const content = h('div', { 'data-tid': 'closed-caption-v2-virtual-list-content' })
    this.list =
      this.page.model.options.client === 'full'
        ? h('div', { 'data-tid': 'closed-captions-v2-items-renderer' })
        : content
    if (this.list !== content) content.append(this.list)
    this.element.append(
      h(
        'div',
        { 'data-tid': 'closed-caption-renderer-wrapper' },
        h('div', { 'data-tid': 'closed-caption-v2-window-wrapper' }, content),
      ),
    )
  }
}
