import type { SimPanel } from '../../sim.d.ts'
import { h } from '../dom.ts'
import { panelIds } from '../call/panel-nav.ts'
import { Cleanup, type Page, type View } from '../page-context.ts'
import { chatPanel } from './chat.ts'
import { detailsPanel, toolsPanel } from './small.ts'
import { hostPanel } from './host.ts'
import { peoplePanel } from './people.ts'

type Builder = (page: Page) => View

const builders: Readonly<Record<SimPanel, Builder>> = {
  people: peoplePanel,
  chat: chatPanel,
  details: detailsPanel,
  tools: toolsPanel,
  host: hostPanel,
}

/**
 * The side panel. Nothing of a panel is in the page before it was opened (Meet facts §3, "lazily built"). After closing,
 * a panel stays in the page, hidden (§5); the People panel's contents go away or stay, by the `panel` option, because
 * the readers disagree.
 */
export function sidePanel(page: Page): View {
  const { model, say } = page
  const cleanup = new Cleanup()
  const is2025 = model.options.ui === '2025'
  const container = h('div', { 'data-panel-container-id': 'sidePanel2', jsname: 'OmTKLc' })
  const aside = h(
    'aside',
    {
      class: 'R3Gmyc WSJBnb qdulke  P9KVBf',
      id: is2025 ? 'ME4pNd' : undefined,
      jscontroller: 'ZUdl0b',
      jsname: 'ME4pNd',
      'data-shell-id': is2025 ? undefined : '1',
      'aria-label': say('sidePanel'),
    },
    container,
  )
  const element = is2025 ? aside : twoShells(aside, say('leftSidePanel'))
  const frames = new Map<SimPanel, { frame: HTMLElement; view: View | undefined }>()
  // CAP26b: the chat's frame is there from the start, with nothing in it but its heading and "Loading…".
  const shell = panelFrame('chat')
  shell.append(h('h2', {}, say('chatShell')), h('h3', {}, say('loading')))
  shell.style.display = 'none'
  container.append(shell)
  frames.set('chat', { frame: shell, view: undefined })

  let stopBuilding: (() => void) | undefined
  const show = (): void => {
    stopBuilding?.()
    aside.classList.toggle('sim-open', model.panel !== null)
    for (const [panel, { frame, view }] of frames) {
      frame.style.display = panel === model.panel ? '' : 'none'
      if (panel !== model.panel && panel === 'people' && model.options.panel === 'vanish') {
        view?.close()
        frame.remove()
        frames.delete(panel)
      }
    }
    const asked = model.panel
    if (asked === null || frames.get(asked)?.view !== undefined) return
    stopBuilding = cleanup.later(model.times.panelMs, () => {
      const frame = frames.get(asked)?.frame ?? panelFrame(asked)
      const view = builders[asked](page)
      frame.replaceChildren(view.element)
      frame.style.display = ''
      if (!frame.isConnected) container.append(frame)
      frames.set(asked, { frame, view })
    })
  }
  cleanup.add(model.on('panel', show))
  show()
  return {
    element,
    close() {
      cleanup.run()
      for (const { view } of frames.values()) view?.close()
      element.remove()
    },
  }
}

function panelFrame(panel: SimPanel): HTMLElement {
  return h('div', {
    jsname: 'b0t70b',
    class: 'WUFI9b P9KVBf qdulke',
    'data-panel-id': panelIds[panel],
  })
}

/** 2026: the id is on the parent, and a second, empty panel lies on the left side (Meet facts §3). */
function twoShells(aside: HTMLElement, left: string): HTMLElement {
  const second = h('aside', {
    class: 'R3Gmyc WDqswc qdulke smBa1b  P9KVBf',
    jsname: 'ME4pNd',
    'data-shell-id': '2',
    'data-allow-extended-shell': 'true',
    'aria-label': left,
  })
  return h(
    'div',
    { id: 'ME4pNd', jscontroller: 'wvcV6e' },
    h('div', { class: 'fJsklc', 'data-side': '2' }, aside),
    h('div', { class: 'fJsklc', 'data-side': '4' }, second),
  )
}
