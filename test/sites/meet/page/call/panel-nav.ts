import type { SimPanel } from '../../sim.d.ts'
import { act, h } from '../dom.ts'
import { icon, iconButton, type IconButton } from '../icon.ts'
import type { IconWord } from '../icon-words.ts'
import type { Cleanup, Page } from '../page-context.ts'

export const panelIds: Readonly<Record<SimPanel, string>> = {
  people: '1',
  chat: '2',
  details: '5',
  tools: '10',
  host: '16',
}

/** A button that opens a side panel: `jsname=A5il2e` with `data-panel-id` (Meet facts §3, §5). */
export function panelButton(
  page: Page,
  cleanup: Cleanup,
  panel: SimPanel,
  word: IconWord,
  label: string,
): IconButton {
  const { model, doings } = page
  const button = iconButton(word, label, {
    jsname: 'A5il2e',
    'aria-expanded': 'false',
    'aria-controls': 'ME4pNd',
    'data-panel-id': panelIds[panel],
  })
  act(button.button, () => doings.panel(model.panel === panel ? null : panel))
  const show = (): void =>
    button.button.setAttribute('aria-expanded', String(model.panel === panel))
  cleanup.add(model.on('panel', show))
  show()
  return button
}

/** The buttons at the bottom right. People and Details are here only in 2025; Host controls only for hosts. */
export function panelNav(page: Page, cleanup: Cleanup): HTMLElement {
  const { model, say } = page
  const nav = h('nav', { class: 'tMdQNe' })
  const put = (
    panel: SimPanel,
    word: IconWord,
    second: IconWord,
    label: string,
    more?: HTMLElement,
  ): IconButton => {
    const made = panelButton(page, cleanup, panel, word, label)
    made.button.append(icon(second, 'RONYNc Mwv9k'))
    nav.append(h('div', { class: 'r6xAKc', jscontroller: 'rYZP8b' }, made.wrap, more))
    return made
  }
  if (model.options.ui === '2025') {
    put('details', 'info', 'info', say('details'))
    const digits = h('div', { class: 'uGOf1d', 'aria-hidden': 'true' })
    const people = put(
      'people',
      'people',
      'people',
      say('people'),
      h('div', { class: 'gFyGKf BN1Lfc' }, digits),
    )
    const count = (): void => {
      people.button.setAttribute('aria-label', say('peopleJoined', { n: model.people.size }))
      digits.textContent = String(model.people.size)
    }
    cleanup.add(model.on('people', count))
    count()
  }
  put('chat', 'chat', 'chat_bubble', say('chat'))
  put('tools', 'apps', 'apps', say('tools'))
  if (model.options.isHost) put('host', 'lock_person', 'lock_person', say('hostControls'))
  // The 60-minute warning lies hidden in every host's page (Meet facts §1).
  const warning = iconButton('alarm', say('endingSoon'), {
    jsname: 'OfoTlf',
    'aria-expanded': 'false',
    'aria-haspopup': 'dialog',
  })
  nav.append(h('div', { class: 'ZB3xMd eLNT1d A7qAq', jscontroller: 'GuiC5c' }, warning.wrap))
  return nav
}
