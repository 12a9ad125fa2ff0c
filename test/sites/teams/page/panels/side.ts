import type { SimPanel } from '../../../meet/sim.d.ts'
import { h } from '../dom.ts'
import { button } from '../icon.ts'
import { Cleanup, type Page, type View } from '../page-context.ts'
import { opened, shut } from '../screens/areas.ts'
import { chatPanel } from './chat.ts'
import { optionsPanel } from './options.ts'
import { peoplePanel } from './people.ts'

type Builder = (page: Page) => View

const builders: Readonly<Partial<Record<SimPanel, Builder>>> = {
  people: peoplePanel,
  chat: chatPanel,
  host: optionsPanel,
}

/**
 * The side panel: one at a time, built a while after it was asked for, gone from the page when it closes (Teams facts §3).
 */
export function sidePanel(page: Page, end: HTMLElement): View {
  const { model } = page
  const cleanup = new Cleanup()
  let view: View | undefined
  let shown: SimPanel | null = null
  let stop: (() => void) | undefined
  const show = (): void => {
    if (model.panel === shown) return
    stop?.()
    view?.close()
    view = undefined
    shown = model.panel
    if (shown === null) return shut(end)
    opened(end)
    const build = builders[shown]
    stop = cleanup.later(model.times.panelMs, () => {
      view = build?.(page)
      if (view !== undefined) end.append(view.element)
    })
  }
  cleanup.add(model.on('panel', show))
  show()
  return {
    element: end,
    close() {
      cleanup.run()
      view?.close()
    },
  }
}

/** `calling-right-side-panel` with its header; the light client calls the header `rail-header` (Teams facts §1). */
export function panelRoot(
  page: Page,
  label: string,
  closeLabel: string,
  ...content: readonly (HTMLElement | false)[]
): HTMLElement {
  const light = page.model.options.client === 'light'
  return h(
    'div',
    {
      'data-tid': 'calling-right-side-panel',
      'aria-label': label,
      role: 'group',
      class: 'sim-panel',
    },
    h(
      'div',
      { 'data-tid': light ? 'rail-header' : undefined, class: 'sim-panel-head' },
      h('h2', { 'data-tid': 'right-side-panel-header-title' }, label),
      button(
        { 'data-tid': 'rail-header-close-button', 'aria-label': closeLabel },
        { icon: 'close' },
        () => page.doings.panel(null),
      ),
    ),
    ...content,
  )
}
