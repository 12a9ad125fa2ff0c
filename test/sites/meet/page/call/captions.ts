import { h } from '../dom.ts'
import { Cleanup, type Page, type View } from '../page-context.ts'
import { avatarOf } from '../stage/avatar.ts'

/** The captions, nested as in CAP25 and the pasted snippet: hidden until they are switched on (Meet facts §6). */
export class Captions implements View {
  readonly element: HTMLElement
  private readonly lines: HTMLElement
  private readonly cleanup = new Cleanup()
  private readonly page: Page

  constructor(page: Page) {
    this.page = page
    const { model, say } = page
    this.lines = h('div', { jsname: 'dsyhDe', class: 'iOzk7 uYs2ee ' })
    this.element = h(
      'div',
      {
        class: 'a4cQT kV7vwc eO2Zfd',
        jscontroller: 'D1tHje',
        role: 'region',
        'aria-label': say('captions'),
        tabindex: '0',
      },
      h('div', { class: 'NmXUuc  P9KVBf', jscontroller: 'rRafu' }),
      h('div', { class: 'DtJ7e' }, h('span', { class: 'frX3lc-vlkzWd  P9KVBf' }), this.lines),
    )
    const show = (): void => {
      this.element.style.display = model.captions ? '' : 'none'
    }
    this.cleanup.add(model.on('captions', show))
    show()
  }

  /** One more line; the last three stay. */
  add(name: string, text: string): void {
    if (!this.page.model.captions) return
    this.lines.append(
      h(
        'div',
        { class: 'nMcdL bj4p3b' },
        h(
          'div',
          { class: 'adE6rb M6cG9d' },
          h('img', { alt: '', class: 'Z6byG r6DyN', src: avatarOf(name) }),
          h('div', { class: 'KcIKyf jxFHg' }, name),
        ),
        h(
          'div',
          { jsname: 'YSxPC', class: 'bYevke wY1pdd' },
          h('div', { jsname: 'tgaKEf', class: 'bh44bd VbkSUe' }, text),
        ),
      ),
    )
    while (this.lines.children.length > 3) this.lines.firstElementChild?.remove()
  }

  close(): void {
    this.cleanup.run()
    this.element.remove()
  }
}
