import { h } from '../dom.ts'
import { icon } from '../icon.ts'
import type { IconWord } from '../icon-words.ts'
import type { Page, View } from '../page-context.ts'
import { panelHead } from './frame.ts'

/** Meeting details: the address. A decoy for readers that take panel 5 for People (Meet facts §3). */
export function detailsPanel(page: Page): View {
  const { say, model } = page
  const element = h(
    'div',
    { class: 'sim-panel' },
    panelHead(page, say('details')),
    h(
      'div',
      { class: 'sim-panel-body' },
      h('p', { class: 'sim-address' }, `https://meet.google.com/${model.options.code}`),
    ),
  )
  return { element, close: () => element.remove() }
}

/** Meeting tools: cards `jsname=lTgCnb` with their icon words (Meet facts §5). They do nothing here. */
export function toolsPanel(page: Page): View {
  const words: readonly IconWord[] = ['radio_button_checked', 'speech_to_text']
  const element = h(
    'div',
    { class: 'sim-panel' },
    panelHead(page, page.say('tools')),
    h(
      'div',
      { class: 'sim-panel-body' },
      ...words.map((word) =>
        h(
          'div',
          { jsname: 'lTgCnb', class: 'sim-card', role: 'button', tabindex: '0' },
          icon(word),
        ),
      ),
    ),
  )
  return { element, close: () => element.remove() }
}
