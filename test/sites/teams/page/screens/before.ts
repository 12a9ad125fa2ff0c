import { act, h } from '../dom.ts'
import { button } from '../icon.ts'
import type { Page, View } from '../page-context.ts'
import { areas } from './areas.ts'

let switches = 27

/** Before the call: name, camera, microphone, "Join now". Captures 2026-07 of a guest and of a signed-in account. */
export function prejoinScreen(page: Page): View {
  const frame = areas(page, prejoin(page, false))
  return { element: frame.element, close: () => frame.element.remove() }
}

export function connectingScreen(page: Page): View {
  const frame = areas(
    page,
    h(
      'div',
      { 'data-tid': 'calling-connecting-screen', class: 'sim-before' },
      h('div', { class: 'sim-spinner', 'aria-hidden': 'true' }),
      h('h1', {}, page.say('connecting')),
    ),
  )
  return { element: frame.element, close: () => frame.element.remove() }
}

/**
 * Waiting to be let in. The prejoin controls stay with "Join now" disabled, and the light client has its hang-up button
 * already (Teams facts §1): neither is proof of anything.
 */
export function lobbyScreen(page: Page): View {
  const { model, say, doings } = page
  const text = h(
    'div',
    { 'data-tid': 'calling-lobby-screen', class: 'sim-lobby-text' },
    say('lobbyWait'),
  )
  const frame = areas(
    page,
    text,
    model.options.lobbyScreen === 'both' && prejoin(page, true),
    model.options.client === 'light' &&
      button({ id: 'hangup-button', 'aria-label': say('leave') }, { icon: 'hangUp' }, () =>
        doings.finish('left'),
      ),
  )
  return { element: frame.element, close: () => frame.element.remove() }
}

function prejoin(page: Page, waiting: boolean): HTMLElement {
  const { model, say, doings } = page
  const guest = model.options.client === 'light'
  const chosen = { camera: true, microphone: true }
  const join = h(
    'button',
    { 'data-tid': 'prejoin-join-button', 'aria-label': say('joinNow'), class: 'sim-primary' },
    say('joinNow'),
  )
  join.disabled = waiting
  act(join, () => doings.joinNow())
  const name =
    guest &&
    h('input', {
      'data-tid': 'prejoin-display-name-input',
      type: 'text',
      value: model.options.me,
      'aria-label': say('typeName'),
      placeholder: say('typeName'),
    })
  const title = model.options.title === '' ? say('meeting') : model.options.title
  const header = h(
    'div',
    { 'data-tid': 'prejoin-header-content' },
    h('span', { 'data-tid': 'meeting-header-title', title: guest ? title : undefined }, title),
  )
  const camera = toggle(page, 'video', chosen.camera)
  const microphone = toggle(page, 'mute', chosen.microphone)
  const cancel = h('button', { 'data-tid': 'prejoin-cancel-button' }, say('cancel'))
  act(cancel, () => doings.finish('left'))
  if (!guest) {
    return h(
      'div',
      { 'data-tid': 'calling-prejoin-screen', role: 'region', class: 'sim-before' },
      h(
        'button',
        {
          'data-tid': 'account-selection-change-account-button',
          'aria-label': say('changeLabel'),
        },
        say('change'),
      ),
      header,
      camera,
      microphone,
      cancel,
      join,
    )
  }
  return h(
    'div',
    { 'data-tid': 'calling-prejoin-screen', role: 'region', class: 'sim-before' },
    header,
    h(
      'div',
      { 'data-tid': 'calling-prejoin-render-content-container' },
      h('div', { 'data-tid': 'prejoin-v2-video-preview-container' }, camera),
      name,
      microphone,
    ),
    cancel,
    join,
  )
}

/**
 * A switch of one's own camera or microphone. The end of `data-cid` is told in two ways (Teams facts §6, "conflict"): in
 * the capture it said "false" with `aria-checked="true"`, another reader has it follow the state.
 */
function toggle(page: Page, what: 'video' | 'mute', on: boolean): HTMLInputElement {
  const { say, model } = page
  switches += 1
  const made = h('input', {
    id: `switch-r${switches.toString(36)}`,
    role: 'switch',
    type: 'checkbox',
    'data-tid': `toggle-${what}`,
    title: what === 'mute' ? say('mic') : undefined,
  })
  made.checked = on
  const show = (): void => {
    made.setAttribute('aria-checked', String(made.checked))
    const said = model.options.toggles === 'reader' ? made.checked : false
    made.setAttribute('data-cid', `toggle-${what}-${String(said)}`)
    if (what === 'video')
      made.setAttribute('aria-label', say(made.checked ? 'cameraIsOn' : 'cameraIsOff'))
  }
  made.addEventListener('change', show)
  show()
  return made
}
