import { act, h } from '../dom.ts'
import { icon } from '../icon.ts'
import { Cleanup, type Page, type View } from '../page-context.ts'
import { SelfPreview } from './preview.ts'

/**
 * Before the call (Meet facts §1). Known: the words of the join buttons, the name box, `jsname=Qx7uuf` on the join
 * button, `[jscontroller=dyDNGc]`, and that there is no leave button. The rest is invented.
 */
export function greenRoom(page: Page): View {
  const { model, say, doings } = page
  const cleanup = new Cleanup()
  const preview = new SelfPreview(page)
  const guest = !model.options.isHost
  const name = h('input', {
    type: 'text',
    jsname: 'YPqjbf',
    class: 'sim-name',
    'aria-label': say('yourName'),
    placeholder: say('yourName'),
  })
  const join = h(
    'button',
    { jsname: 'Qx7uuf', class: 'sim-join' },
    h('span', { jsname: 'V67aGc' }, say(guest ? 'askToJoin' : 'joinNow')),
  )
  act(join, () => {
    join.disabled = true
    cleanup.later(model.times.enterMs, () => doings.phase(guest ? 'waiting' : 'inCall'))
  })
  const own = (label: string, word: 'mic' | 'videocam'): HTMLElement =>
    h(
      'div',
      {
        role: 'button',
        tabindex: '0',
        class: 'sim-round',
        'aria-label': label,
        'data-is-muted': 'false',
      },
      icon(word),
    )
  const element = h(
    'div',
    { class: 'sim-green-room', jscontroller: 'dyDNGc' },
    h(
      'div',
      { class: 'sim-green-left' },
      preview.element,
      h(
        'div',
        { class: 'sim-green-own' },
        own(say('micOff'), 'mic'),
        own(say('camOff'), 'videocam'),
      ),
    ),
    h(
      'div',
      { class: 'sim-green-right' },
      h(
        'div',
        { role: 'heading', 'aria-level': '1', class: 'sim-green-title' },
        say(guest ? 'whatsYourName' : 'readyToJoin'),
      ),
      guest ? name : h('div', { class: 'sim-green-sub' }, say('nobodyHere')),
      join,
    ),
  )
  return {
    element,
    close() {
      cleanup.run()
      preview.close()
      element.remove()
    },
  }
}
