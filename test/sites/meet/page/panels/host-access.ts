import { act, h } from '../dom.ts'
import type { LabelKey } from '../labels/en.ts'
import type { Model } from '../model.ts'
import type { Cleanup, Page } from '../page-context.ts'

type Kind = Model['access']['type']

const kinds: readonly [Kind, LabelKey, LabelKey][] = [
  ['open', 'open', 'openMore'],
  ['trusted', 'trusted', 'trustedMore'],
  ['restricted', 'restricted', 'restrictedMore'],
]

/**
 * "Meeting access": three radios and a checkbox. The inputs carry `jsname=YPqjbf` and no label of their own, so that only
 * the words of the row tell them apart (Meet facts §5). The checkbox stands with Trusted only, as one reader saw; with
 * `ask=both` it stands with Restricted too.
 */
export function accessPart(page: Page, cleanup: Cleanup): HTMLElement {
  const { model, say, doings } = page
  const radios = kinds.map(([kind, title, more]) => {
    const input = h('input', {
      type: 'radio',
      jsname: 'YPqjbf',
      name: 'sim-access',
      class: 'sim-radio',
    })
    const row = h(
      'div',
      { class: 'sim-access-row' },
      input,
      h(
        'div',
        {},
        h('div', { class: 'sim-access-title' }, say(title)),
        h('div', { class: 'sim-access-more' }, say(more)),
      ),
    )
    // A click on the words counts too.
    act(row, () => {
      input.checked = true
      cleanup.later(model.times.accessMs, () => doings.access({ type: kind }))
    })
    return { kind, input, row }
  })
  const box = h('input', { type: 'checkbox', jsname: 'YPqjbf', class: 'sim-check' })
  const ask = h('div', { class: 'sim-access-row sim-ask' }, box, h('div', {}, say('askBox')))
  act(ask, (event) => {
    if (event.target !== box) box.checked = !box.checked
    const askToJoin = box.checked
    cleanup.later(model.times.accessMs, () => doings.access({ askToJoin }))
  })
  const element = h(
    'div',
    { class: 'sim-access' },
    h('h3', { role: 'heading', 'aria-level': '3', class: 'sim-heading' }, say('meetingAccess')),
  )
  const show = (): void => {
    const { type, askToJoin } = model.access
    for (const { kind, input } of radios) input.checked = kind === type
    box.checked = askToJoin
    const withBox = type === 'trusted' || (type === 'restricted' && model.options.askBox === 'both')
    element.replaceChildren(
      ...[element.firstElementChild].filter((part) => part !== null),
      ...radios.flatMap(({ kind, row }) => (kind === type && withBox ? [row, ask] : [row])),
    )
  }
  cleanup.add(model.on('access', show))
  show()
  return element
}
