import { h } from '../dom.ts'
import type { Page, View } from '../page-context.ts'
import { areas } from './areas.ts'

/** The app with no meeting in it. */
export function appPage(page: Page): View {
  const frame = areas(page, h('div', { class: 'sim-before' }, h('h1', {}, page.say('calendar'))))
  return { element: frame.element, close: () => frame.element.remove() }
}
