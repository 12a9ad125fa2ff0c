import type { SimEnd } from '../../sim.d.ts'
import { act, h } from '../dom.ts'
import { textButton } from '../icon.ts'
import type { LabelKey } from '../labels/en.ts'
import { Cleanup, type Page, type View } from '../page-context.ts'

const texts: Readonly<Record<SimEnd, LabelKey>> = {
  left: 'leftMeeting',
  removed: 'removed',
  endedForAll: 'endedForAll',
  denied: 'denied',
  noResponse: 'noResponse',
  callEnded: 'callEnded',
}

/**
 * After the call: `[data-call-ended=true]`, the address as before, and after about 60 s the page goes to the home page by
 * itself (Meet facts §1). The two sets of button marks come from two readers; each generation has one of them.
 */
export function endedScreen(page: Page): View {
  const { model, say, doings } = page
  const cleanup = new Cleanup()
  const is2025 = model.options.ui === '2025'
  const reason = model.end ?? 'left'
  const rejoin = textButton(say('rejoin'), { jsname: 'oI7Fj' })
  act(rejoin, () => doings.phase('greenRoom'))
  const home = is2025
    ? textButton(say('returnHome'), {
        jsname: 'EszDse',
        'data-mdc-dialog-action': 'returnToHomePage',
      })
    : textButton(say('returnHome'), { jsname: 'WIVZEd' })
  act(home, () => location.assign('/'))
  const element = h(
    'div',
    { class: 'sim-ended', 'data-call-ended': 'true' },
    h('div', { class: 'sim-ended-count' }, say('backIn')),
    h('h1', { class: 'roSPhc', jsname: 'r4nke' }, say(texts[reason])),
    h('div', { class: 'sim-ended-buttons' }, reason === 'left' && rejoin, home),
  )
  cleanup.later(model.times.endedMs, () => location.assign('/'))
  return {
    element,
    close() {
      cleanup.run()
      element.remove()
    },
  }
}
