import { h } from './dom.ts'
import { hashed } from './icon.ts'
import type { Model } from './model.ts'

export interface MenuItem {
  readonly text: string
  readonly attributes?: Readonly<Record<string, string | undefined>>
  readonly disabled?: boolean
  readonly run?: () => void
  /** Opens beside this menu, as a popover of its own. */
  readonly more?: readonly MenuItem[]
}

export interface Question {
  readonly about: string
  readonly title: string
  readonly text?: string
  readonly cancel: string
  readonly confirm: string
  readonly confirmTid?: string
  readonly run: () => void
}

/** Menus and boxes at the end of the body, outside the app's own tree (Teams facts §5, "menu behaviour"). */
export class Portal {
  readonly doc: Document
  private readonly model: Model
  private menus: HTMLElement[] = []
  private anchor: Element | undefined
  private box: HTMLElement | undefined
  private boxes = 0

  constructor(doc: Document, model: Model) {
    this.doc = doc
    this.model = model
    doc.addEventListener(
      'pointerdown',
      (event) => {
        const inside = [...this.menus, this.anchor].some(
          (part) => part !== undefined && event.composedPath().includes(part),
        )
        if (!inside) this.closeMenu()
      },
      true,
    )
    doc.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return
      if (this.menus.length > 0) this.closeMenu()
      else this.closeBox()
    })
  }

  /** Opens a menu at a button, or closes it when it is the one that stands: a second click closes. */
  menu(anchor: Element, tid: string | undefined, items: readonly MenuItem[]): void {
    const again = this.anchor === anchor && this.menus.length > 0
    this.closeMenu()
    if (again) return
    this.anchor = anchor
    anchor.setAttribute('aria-expanded', 'true')
    const at = anchor.getBoundingClientRect()
    this.put(items, at.left, at.bottom + 4, { 'data-tid': tid })
  }

  get menuOpen(): boolean {
    return this.menus.length > 0
  }

  closeMenu(): void {
    for (const menu of this.menus.splice(0)) menu.parentElement?.remove()
    this.anchor?.setAttribute('aria-expanded', 'false')
    this.anchor = undefined
  }

  ask(question: Question): void {
    this.closeBox()
    this.boxes += 1
    const title = `dialog-title-r${this.boxes.toString(36)}`
    const surface = h(
      'div',
      {
        class: `fui-DialogSurface ${hashed()}`,
        role: 'dialog',
        'aria-modal': 'true',
        'aria-labelledby': title,
      },
      h('h2', { id: title, class: 'fui-DialogTitle' }, question.title),
      question.text !== undefined && h('div', { class: 'fui-DialogContent' }, question.text),
      h(
        'div',
        { class: 'fui-DialogActions' },
        this.answer(question.cancel, {}, () => undefined),
        this.answer(
          question.confirm,
          { 'data-tid': question.confirmTid, class: 'fui-Button sim-primary' },
          question.run,
        ),
      ),
    )
    this.box = h('div', { class: `fui-FluentProvider sim-scrim ${hashed()}` }, surface)
    this.doc.body.append(this.box)
    this.model.dialog = question.about
    surface.querySelector('button')?.focus()
  }

  closeBox(): void {
    this.box?.remove()
    this.box = undefined
    this.model.dialog = null
  }

  clear(): void {
    this.closeMenu()
    this.closeBox()
  }

  private answer(
    text: string,
    attributes: Readonly<Record<string, string | undefined>>,
    run: () => void,
  ): HTMLButtonElement {
    const made = h('button', { type: 'button', class: 'fui-Button', ...attributes }, text)
    made.addEventListener('click', (event) => {
      if (this.model.options.trusted && !event.isTrusted) return
      this.closeBox()
      run()
    })
    return made
  }

  private put(
    items: readonly MenuItem[],
    left: number,
    top: number,
    attributes: Readonly<Record<string, string | undefined>>,
  ): void {
    const list = h(
      'div',
      { role: 'menu', class: `fui-MenuList ${hashed()}`, ...attributes },
      ...items.map((item) => this.item(item)),
    )
    const holder = h('div', { class: `fui-FluentProvider sim-popover ${hashed()}` }, list)
    this.doc.body.append(holder)
    const { width, height } = holder.getBoundingClientRect()
    const view = this.doc.documentElement
    holder.style.left = `${Math.max(4, Math.min(left, view.clientWidth - width - 4))}px`
    holder.style.top = `${Math.max(4, Math.min(top, view.clientHeight - height - 4))}px`
    this.menus.push(list)
  }

  private item(item: MenuItem): HTMLElement {
    const made = h(
      'button',
      {
        type: 'button',
        role: 'menuitem',
        class: `fui-MenuItem ${hashed()}`,
        'aria-haspopup': item.more === undefined ? undefined : 'menu',
        'aria-disabled': item.disabled === true ? 'true' : undefined,
        ...item.attributes,
      },
      h('span', { class: 'fui-MenuItem__content' }, item.text),
    )
    made.addEventListener('click', (event) => {
      if (this.model.options.trusted && !event.isTrusted) return
      if (item.disabled === true) return
      if (item.more === undefined) {
        this.closeMenu()
        item.run?.()
        return
      }
      // One submenu at a time: the menu this item is in stays, what hung on it goes.
      const own = this.menus.findIndex((menu) => menu.contains(made))
      for (const menu of this.menus.splice(own + 1)) menu.parentElement?.remove()
      const at = made.getBoundingClientRect()
      this.put(item.more, at.right + 4, at.top, {})
    })
    return made
  }
}
