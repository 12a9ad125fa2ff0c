import { h } from '../dom.ts'
import type { Page } from '../page-context.ts'

/** The name of the meeting: `.u6vdEc` in a heading of level 1 (Meet facts §1); the code where it has no name. */
export function titleParts(page: Page): HTMLElement {
  const { title } = page.model.options
  const heading = h(
    'div',
    { role: 'heading', 'aria-level': '1', class: 'Qp8KI oFHBjb' },
    h(
      'div',
      { class: 'uBRSj' },
      h(
        'span',
        { 'data-is-tooltip-wrapper': 'true', class: 'uBRSj' },
        h('div', { jsname: 'NeC6gb', class: 'u6vdEc ouH3xe' }, title),
        h('div', { class: 'EY8ABd-OWXEXe-TAWMXe', role: 'tooltip', 'aria-hidden': 'true' }, title),
      ),
    ),
  )
  return page.model.options.ui === '2025'
    ? h(
        'div',
        { class: 'gSlHI', 'data-meeting-title': title },
        h('div', { jsname: 'z7Oi7b', class: 'Cpvy4b V7iHrd' }, heading),
      )
    : heading
}
