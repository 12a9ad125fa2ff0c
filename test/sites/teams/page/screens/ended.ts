import type { SimEnd } from '../../../meet/sim.d.ts'
import { act, h } from '../dom.ts'
import type { LabelKey } from '../labels/en.ts'
import { Cleanup, type Page, type View } from '../page-context.ts'
import { appPage } from './app.ts'
import { areas } from './areas.ts'

const texts: Readonly<Record<SimEnd, LabelKey>> = {
  left: 'leftMeeting',
  removed: 'removed',
  endedForAll: 'meetingEnded',
  callEnded: 'meetingEnded',
  denied: 'declined',
  noResponse: 'noAnswer',
}

/**
 * After the call. Removed, declined and the guest's end screen are marked (Teams facts §1); how the full client looks after
 * leaving is not known, so it can also simply be back in the app (`leftScreen=app`).
 */
export function endedScreen(page: Page): View {
  const { model, say, doings } = page
  const end = model.end ?? 'left'
  const light = model.options.client === 'light'
  if (!light && model.options.leftScreen === 'app' && (end === 'left' || end === 'callEnded'))
    return appPage(page)
  const text = say(texts[end])
  const rejoin = act(h('button', { type: 'button', class: 'sim-primary' }, say('rejoin')), () =>
    doings.screen('prejoin'),
  )
  const dismiss = h(
    'button',
    { type: 'button', 'data-tid': end === 'removed' ? 'calling-retry-cancelbutton' : undefined },
    say('dismiss'),
  )
  act(dismiss, () => doings.screen('app'))
  let body: HTMLElement
  if (end === 'removed') {
    body = h(
      'div',
      { class: 'sim-before' },
      h('h1', { id: 'calling-retry-screen-title' }, text),
      dismiss,
    )
  } else if (end === 'denied' || end === 'noResponse') {
    body = h('div', { class: 'sim-before', 'data-tid': 'calling-declined-screen' }, text)
  } else if (light) {
    body = h(
      'div',
      { class: 'sim-before', 'data-testid': 'calling-anon-meeting-end-screen' },
      h('h1', {}, text),
      rejoin,
    )
  } else {
    body = h(
      'div',
      { class: 'sim-before' },
      h('h1', { 'data-tid': 'rejoin-title' }, text),
      rejoin,
      dismiss,
    )
  }
  const frame = areas(page, body)
  const cleanup = new Cleanup()
  if (!light) cleanup.later(model.times.endedMs, () => doings.screen('app'))
  return {
    element: frame.element,
    close() {
      cleanup.run()
      frame.element.remove()
    },
  }
}
