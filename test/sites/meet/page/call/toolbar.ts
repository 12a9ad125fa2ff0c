import { act, h } from '../dom.ts'
import { icon, iconButton, type IconButton } from '../icon.ts'
import { Cleanup, type Page, type View } from '../page-context.ts'
import { clockParts } from './clock.ts'
import { titleParts } from './title.ts'
import { panelNav } from './panel-nav.ts'

/** The leave button in its wrapper; also on the waiting screen (Meet facts §1, the "caution" row). */
export function leavePart(page: Page, leave: () => void, confirms?: () => boolean): HTMLElement {
  const button = iconButton('call_end', page.say('leave'), { jsname: 'CQylAd' })
  act(button.button, leave)
  return h(
    'div',
    {
      jscontroller: 'm1IMT',
      class: 'NHaLPe',
      'data-should-confirm-hangup':
        page.model.options.ui === '2026' ? String(confirms?.() ?? false) : undefined,
    },
    button.wrap,
  )
}

/** Own microphone and camera: the only two elements with `data-is-muted` (Meet facts §6). */
export function ownButtons(page: Page): {
  parts: HTMLElement[]
  update: (mic: boolean, cam: boolean) => void
} {
  const { say, doings } = page
  const mic = iconButton('mic', say('micOff'), { jsname: 'hw0c9', 'data-is-muted': 'false' })
  const cam = iconButton('videocam', say('camOff'), { jsname: 'psRWwc', 'data-is-muted': 'false' })
  act(mic.button, () => doings.toggleSelf('microphone'))
  act(cam.button, () => doings.toggleSelf('camera'))
  const menu = (label: string): HTMLElement =>
    iconButton('keyboard_arrow_up', label, {
      jsname: 'ndfw3d',
      class: 'VYBDae-Bz112c-LgbsSe hk9qKe sim-arrow',
    }).wrap
  const pair = (arrow: HTMLElement, toggle: IconButton): HTMLElement =>
    h('div', { class: 'ntRpFb' }, arrow, toggle.wrap)
  return {
    parts: [pair(menu(say('audioSettings')), mic), pair(menu(say('videoSettings')), cam)],
    update(micOn, camOn) {
      mic.button.setAttribute('data-is-muted', String(!micOn))
      mic.label(say(micOn ? 'micOff' : 'micOn'))
      mic.icon(micOn ? 'mic' : 'mic_off')
      cam.button.setAttribute('data-is-muted', String(!camOn))
      cam.label(say(camOn ? 'camOff' : 'camOn'))
      cam.icon(camOn ? 'videocam' : 'videocam_off')
    },
  }
}

/** The bar at the bottom of a call, as in the captures of both years. */
export function toolbar(page: Page): View {
  const { model, say, doings } = page
  const cleanup = new Cleanup()
  const is2025 = model.options.ui === '2025'
  const own = ownButtons(page)
  const share = iconButton('computer_arrow_up', say('share'), { jsname: 'hNGZQc' })
  act(share.button, () => doings.present('self', model.self()?.presenting !== true))
  const reaction = iconButton('mood', say('reaction'), {
    jsname: 'G0pghc',
    'aria-pressed': 'false',
    'aria-expanded': 'false',
  })
  const captions = iconButton('closed_caption_off', say('captionsOn'), {
    jsname: is2025 ? 'r8qRAd' : 'RrG0hf',
  })
  act(captions.button, () => {
    model.captions = !model.captions
    model.tell('captions')
  })
  const hand = iconButton('back_hand', say('raiseHand'), {
    jsname: 'FpSaz',
    'aria-pressed': 'false',
  })
  hand.button.append(icon('back_hand', 'RONYNc Mwv9k'))
  act(hand.button, () => doings.hand('self', model.self()?.hand !== true))
  const more = iconButton('more_vert', say('moreOptions'), {
    jsname: 'NakZHc',
    'aria-expanded': 'false',
    'aria-haspopup': 'menu',
  })
  const leave = leavePart(
    page,
    () => doings.askLeave(),
    () => doings.confirmsHangup(),
  )
  const advice = (): HTMLElement => {
    const span = h('span', {}, say('addOn'))
    span.style.display = 'none'
    return span
  }
  const start = is2025
    ? h('div', { class: 'lefKC' }, ...clockParts(page, cleanup, 'clock'), titleParts(page))
    : h('div', { class: 'lefKC' }, h('div', { id: 'browser-extension-start-buttons' }))
  const element = h(
    'div',
    { jsname: 'EaZ7Cc', jscontroller: 'TLJrMc' },
    h(
      'div',
      { class: 'UnvNgf  P9KVBf Ck7R6d', jscontroller: 'NcNt1e', 'data-is-auto-rejoin': 'false' },
      start,
      h(
        'div',
        { jsname: 'vNB5le', role: 'region', class: 'Tmb7Fd ', 'aria-label': say('callControls') },
        !is2025 && h('div', { id: 'browser-extension-center-buttons' }),
        advice(),
        h(
          'div',
          { class: 'R5ccN', jsname: 'x2XZJc' },
          ...own.parts,
          share.wrap,
          reaction.wrap,
          captions.wrap,
          hand.wrap,
          more.wrap,
          leave,
        ),
      ),
      h(
        'div',
        { class: 'jsNRx' },
        !is2025 && h('div', { id: 'browser-extension-end-buttons' }),
        advice(),
        panelNav(page, cleanup),
      ),
    ),
  )
  const update = (): void => {
    const self = model.self()
    if (self !== undefined) {
      own.update(self.microphone, self.camera !== 'off')
      hand.button.setAttribute('aria-pressed', String(self.hand))
      hand.label(say(self.hand ? 'lowerHand' : 'raiseHand'))
    }
    if (!is2025) leave.setAttribute('data-should-confirm-hangup', String(doings.confirmsHangup()))
    captions.icon(model.captions ? 'closed_caption' : 'closed_caption_off')
    captions.label(say(model.captions ? 'captionsOff' : 'captionsOn'))
  }
  cleanup.add(model.on('person', update), model.on('people', update), model.on('captions', update))
  update()
  return {
    element,
    close() {
      cleanup.run()
      element.remove()
    },
  }
}
