import { act, h } from '../dom.ts'
import { textButton } from '../icon.ts'
import { leavePart, ownButtons } from '../call/toolbar.ts'
import type { Page, View } from '../page-context.ts'
import { SelfPreview } from './preview.ts'

/**
 * A guest who waits to be let in (Meet facts §1). The leave button, the own toggles and the "Call controls" region are
 * here too, as three readers say; there is no `data-in-call`.
 */
export function waitingScreen(page: Page): View {
  const { say, doings } = page
  const preview = new SelfPreview(page)
  const own = ownButtons(page)
  own.update(true, true)
  const home = textButton(say('returnHome'), { jsname: 'dqt8Pb' })
  act(home, () => location.assign('/'))
  const element = h(
    'div',
    { class: 'sim-waiting' },
    preview.element,
    h(
      'div',
      { class: 'sim-waiting-words' },
      h('div', { role: 'heading', 'aria-level': '1', class: 'sim-green-title' }, say('asking')),
      h('div', { class: 'sim-green-sub' }, say('askingMore')),
      home,
    ),
    h(
      'div',
      { jsname: 'vNB5le', role: 'region', class: 'Tmb7Fd ', 'aria-label': say('callControls') },
      h(
        'div',
        { class: 'R5ccN', jsname: 'x2XZJc' },
        ...own.parts,
        leavePart(page, () => doings.finish('left')),
      ),
    ),
  )
  return {
    element,
    close() {
      preview.close()
      element.remove()
    },
  }
}
