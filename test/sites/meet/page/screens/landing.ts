import { h } from '../dom.ts'
import type { Page, View } from '../page-context.ts'

/** The home page: no meeting. */
export function landing(page: Page): View {
  const { say } = page
  const element = h(
    'div',
    { class: 'sim-landing' },
    h('h1', {}, say('landing')),
    h(
      'div',
      { class: 'sim-landing-row' },
      h('button', { class: 'sim-join' }, say('newMeeting')),
      h('input', {
        type: 'text',
        class: 'sim-name',
        placeholder: say('enterCode'),
        'aria-label': say('enterCode'),
      }),
    ),
  )
  return { element, close: () => element.remove() }
}
