import { h } from '../dom.ts'
import { button, hashed, icon, setFace } from '../icon.ts'
import { Cleanup, type Page, type View } from '../page-context.ts'
import { controlsMenu, hangUpMenu, moreMenu, viewMenu } from './menus.ts'
import { durationPart } from './duration.ts'
import { cameraButton, microphoneButton } from './own-buttons.ts'

/** The bar of the call: indicators, meeting controls, calling controls. Capture 2026-07; ids by client after facts §1. */
export function toolbar(page: Page): View {
  const { model, say, doings, portal } = page
  const cleanup = new Cleanup()
  const full = model.options.client === 'full'

  const recordDot = h('span', { class: hashed() }, icon('record', { class: 'sim-rec' }))
  const indicators = h(
    'div',
    { 'data-tid': 'ubar-indicators', 'aria-label': say('indicators') },
    durationPart(page, cleanup),
  )

  const record = button(
    { id: 'recording-button', 'data-inp': 'recording-button', 'aria-label': say('record') },
    { text: say('record') },
    () => (model.recording ? doings.askStopRecording() : doings.record(true)),
  )
  const hand = button({ id: 'raisehands-button' }, { icon: 'hand' }, () => {
    const self = model.self()
    if (self !== undefined) doings.hand(self.id, !self.hand)
  })
  const react = button(
    {
      id: 'reaction-menu-button',
      'data-tid': 'reaction-menu-button-without-raise-hand',
      'aria-label': say('react'),
    },
    { text: say('react') },
    () => undefined,
  )
  const view = button(
    {
      id: full ? 'view-mode-button' : 'custom-view-button',
      'data-tid': 'view-mode-button',
      'aria-label': say('view'),
      'aria-expanded': 'false',
    },
    { text: say('view') },
    () => portal.menu(view, undefined, viewMenu(page)),
  )
  const controls = button(
    { 'aria-expanded': 'false' },
    { icon: 'controls', text: say('controls') },
    () => portal.menu(controls, undefined, controlsMenu(page)),
  )
  const more = button(
    { id: 'callingButtons-showMoreBtn', 'aria-label': say('more'), 'aria-expanded': 'false' },
    { icon: 'more' },
    () => portal.menu(more, 'callingButtons-showMoreBtn-menu', moreMenu(page)),
  )
  const chat = panelButton(page, cleanup, 'chat')
  const people = panelButton(page, cleanup, 'people')

  const share = button(
    { id: full ? 'share-button' : 'screenshare-button' },
    { icon: 'share' },
    () => doings.present('self', model.self()?.presenting !== true),
  )
  const stop = button(
    { 'data-tid': 'stop-sharing-button', class: 'sim-stop' },
    { icon: 'stopShare', text: say('stopSharing') },
    () => doings.present('self', false),
  )
  const hangUp = button(
    {
      'data-tid': 'hangup-main-btn',
      'data-inp': 'hangup-button',
      'aria-keyshortcuts': 'Ctrl+Shift+H',
      'aria-label': say('leave'),
      id: 'hangup-button',
    },
    { text: say('leave') },
    () => doings.finish('left'),
  )
  const arrow = button(
    {
      'data-tid': 'hangup-toggle-more-options-btn',
      'aria-label': say('moreOptions'),
      'aria-expanded': 'false',
    },
    { icon: 'down' },
    () => portal.menu(arrow, undefined, hangUpMenu(page)),
  )

  const element = h(
    'div',
    { 'data-tid': 'ubar-toolbar-wrapper' },
    indicators,
    h(
      'div',
      {
        role: 'toolbar',
        'aria-label': say('meetingControls'),
        'data-tid': 'ubar-horizontal-middle-end',
        id: 'horizontalMiddleEnd',
      },
      record,
      chat,
      people,
      hand,
      react,
      view,
      controls,
      more,
    ),
    h(
      'div',
      {
        role: 'group',
        'aria-label': say('callingControls'),
        'data-tid': 'ubar-horizontal-end',
        id: 'horizontalEnd',
      },
      cameraButton(page, cleanup),
      microphoneButton(page, cleanup),
      share,
      hangUp,
      arrow,
    ),
    stop,
  )

  const show = (): void => {
    const self = model.self()
    hand.setAttribute('aria-label', say(self?.hand === true ? 'lower' : 'raise'))
    const presenting = self?.presenting === true
    share.setAttribute('aria-label', say(presenting ? 'stopSharing' : 'share'))
    setFace(share, presenting ? 'stopShare' : 'share')
    stop.hidden = !presenting
    record.hidden = !model.presides()
    controls.hidden = !model.organises() || model.options.lock !== 'controls'
    arrow.hidden = !model.organises()
    if (model.recording) indicators.append(recordDot)
    else recordDot.remove()
  }
  for (const topic of ['people', 'person', 'host', 'notices'] as const)
    cleanup.add(model.on(topic, show))
  show()
  return {
    element,
    close() {
      cleanup.run()
      element.remove()
    },
  }
}

/**
 * Opens and closes a side panel; a second click closes. The number of people on it, oneself included, goes away during a
 * share and can be empty (Teams facts §3, "count badge"). An open panel shows as `aria-pressed`, in an older reading by
 * `data-track-action-outcome`.
 */
function panelButton(page: Page, cleanup: Cleanup, panel: 'people' | 'chat'): HTMLButtonElement {
  const { model, say, doings } = page
  const id = panel === 'people' ? 'roster-button' : 'chat-button'
  const made = button(
    { id, 'data-inp': panel === 'people' ? id : undefined, 'aria-label': say(panel) },
    { icon: panel },
    () => {
      if (!model.deaf.has('panel')) doings.panel(model.panel === panel ? null : panel)
    },
  )
  const badge = h('span', { 'data-tid': 'toolbar-item-badge', class: 'fui-Badge' })
  const show = (): void => {
    const open = model.panel === panel
    if (model.options.pressed === 'aria') made.setAttribute('aria-pressed', String(open))
    else made.setAttribute('data-track-action-outcome', open ? 'hide' : 'show')
    if (panel === 'chat') return
    const sharing = [...model.people.values()].some((person) => person.presenting)
    if (model.options.badge === 'none' || sharing) badge.remove()
    else {
      badge.textContent =
        model.options.badge === 'empty'
          ? ''
          : model.people.size > 99
            ? '99+'
            : String(model.people.size)
      made.append(badge)
    }
  }
  for (const topic of ['panel', 'people'] as const) cleanup.add(model.on(topic, show))
  show()
  return made
}
