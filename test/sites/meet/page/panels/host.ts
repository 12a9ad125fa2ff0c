import { act, h } from '../dom.ts'
import type { LabelKey } from '../labels/en.ts'
import type { Model } from '../model.ts'
import { Cleanup, type Page, type View } from '../page-context.ts'
import { panelHead } from './frame.ts'
import { accessPart } from './host-access.ts'

type Toggle = keyof Model['host']

/**
 * Host controls, panel 16 (Meet facts §5). Most rows are disabled while host management is off; switching it on rebuilds
 * the panel a moment later. A row is nested as the one captured switch is (CAP25, in the chat panel).
 */
export function hostPanel(page: Page): View {
  const { model, say } = page
  const cleanup = new Cleanup()
  const body = h('div', { class: 'sim-panel-body', jsname: 'I2egDd' })
  const element = h('div', { class: 'sim-panel' }, panelHead(page, say('hostControls')), body)
  let parts = new Cleanup()
  const build = (): void => {
    parts.run()
    parts = new Cleanup()
    const rows: readonly [LabelKey, Toggle][] = [
      ['letShare', 'letShare'],
      ['letReact', 'letReactions'],
      ['letMic', 'letMicrophone'],
      ['letVideo', 'letVideo'],
      [model.options.ui === '2025' ? 'letMessages2025' : 'letMessages', 'letMessages'],
    ]
    body.replaceChildren(
      switchRow(page, parts, 'hostManagement', 'management', true),
      h('div', { class: 'sim-rule' }),
      ...rows.map(([label, toggle]) =>
        switchRow(page, parts, label, toggle, model.host.management),
      ),
      h('div', { class: 'sim-rule' }),
      accessPart(page, parts),
    )
  }
  let built = model.host.management
  cleanup.add(
    model.on('host', () => {
      if (built === model.host.management) return
      built = model.host.management
      cleanup.later(model.times.rebuildMs, build)
    }),
    () => parts.run(),
  )
  build()
  return {
    element,
    close() {
      cleanup.run()
      element.remove()
    },
  }
}

/** `[jsname=DMn7nd][role=switch][aria-checked][aria-label]` with the words beside it and a hidden checkbox behind it. */
function switchRow(
  page: Page,
  cleanup: Cleanup,
  label: LabelKey,
  toggle: Toggle,
  enabled: boolean,
): HTMLElement {
  const { model, say, doings } = page
  const text = say(label)
  const button = h(
    'button',
    {
      type: 'button',
      role: 'switch',
      jsname: 'DMn7nd',
      class: 'eBlXUe-scr2fc',
      'aria-checked': 'false',
      'aria-label': text,
      disabled: !enabled,
    },
    h(
      'div',
      { class: 'eBlXUe-l6JLsf' },
      h('div', { class: 'eBlXUe-uMhiad-haAclf' }, h('div', { class: 'eBlXUe-uMhiad' })),
    ),
  )
  const shadow = h('input', {
    class: 'eBlXUe-DGicLb',
    jsname: 'IhVAJd',
    type: 'checkbox',
    'aria-hidden': 'true',
    tabindex: '-1',
  })
  act(button, () => doings.host({ [toggle]: !model.host[toggle] }))
  const show = (): void => {
    button.setAttribute('aria-checked', String(model.host[toggle]))
    shadow.checked = model.host[toggle]
  }
  cleanup.add(model.on('host', show))
  show()
  return h(
    'div',
    { class: 'Whrmnb MvzEDe' },
    h('div', { 'aria-hidden': 'true', class: 'hkvenb wsFA1e' }, text),
    h(
      'div',
      { class: 'eBlXUe-H9tDt QQcBrc udb6Ob-ibL1re', jsname: 'ilpChd', jscontroller: 'yxkmfd' },
      button,
      shadow,
    ),
  )
}
