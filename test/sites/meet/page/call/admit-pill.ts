import { act, h } from '../dom.ts'
import type { Cleanup, Page } from '../page-context.ts'

/** The green "Admit N guests": it opens the People panel and admits nobody (Meet facts §4). Hosts see it. */
export function admitPill(page: Page, cleanup: Cleanup): HTMLElement {
  const { model, say, doings } = page
  const text = h('span', { jsname: 'V67aGc' })
  const pill = h('button', { class: 'sim-admit-pill', jscontroller: 'O626Fe' }, text)
  act(pill, () => doings.panel('people'))
  const holder = h('div', { class: 'sim-admit-holder' }, pill)
  const update = (): void => {
    const n = model.waiting.size
    const shown = n > 0 && model.options.isHost && !(model.options.lobby === 'dialog' && n === 1)
    holder.style.display = shown ? '' : 'none'
    text.textContent = n === 1 ? say('admitOne') : say('admitMany', { n })
  }
  cleanup.add(model.on('knocks', update))
  update()
  return holder
}
