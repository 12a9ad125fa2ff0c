import { act, h } from '../dom.ts'
import { iconButton } from '../icon.ts'
import type { Page } from '../page-context.ts'

/** The head of a panel: its title and a close button (Meet facts §3, "close"). */
export function panelHead(page: Page, title: string): HTMLElement {
  const { model, doings, say } = page
  const close = iconButton('close', say('close'))
  act(close.button, () => doings.panel(null))
  return h(
    'div',
    { class: 'CYZUZd', jscontroller: 'zJrfVb' },
    model.options.ui === '2025'
      ? h('div', { class: 'J8vCN', role: 'heading', 'aria-level': '2', jsname: 'uPuGNe' }, title)
      : h('h2', { class: 'J8vCN', role: 'heading', 'aria-level': '2', jsname: 'uPuGNe' }, title),
    h('div', { class: 'VUk8eb' }, close.wrap),
  )
}
