import { h } from '../dom.ts'
import { button } from '../icon.ts'
import type { Page, View } from '../page-context.ts'
import { panelRoot } from './side.ts'

type Section = 'security' | 'audioVideo' | 'roles' | 'participation'

/**
 * Meeting options (Teams facts §5, help texts only: there is no selector for anything in here). Nothing is in force before
 * "Save" is clicked. The hard mute is under "Audio & video".
 */
export function optionsPanel(page: Page): View {
  const { model, say, doings } = page
  const chosen = { ...model.host, access: model.access }
  const save = button({ class: 'fui-Button sim-primary' }, { text: say('save') }, (event) =>
    doings.deed(
      'options',
      () => {
        const { access, ...host } = chosen
        doings.host(host)
        doings.access(access, undefined)
      },
      event,
    ),
  )
  const content = h('div', { class: 'sim-options' })
  const body = h('div', { class: 'sim-grow sim-scroll' }, content)

  const toggle = (label: string, what: 'letMicrophone' | 'letVideo'): HTMLElement => {
    const input = h('input', { type: 'checkbox', role: 'switch', 'aria-label': label })
    input.checked = chosen[what]
    const tell = (): void => input.setAttribute('aria-checked', String(input.checked))
    input.addEventListener('change', () => {
      chosen[what] = input.checked
      tell()
    })
    tell()
    return h('label', { class: 'sim-option' }, h('span', {}, label), input)
  }
  const choice = <T extends string>(
    label: string,
    now: T,
    values: readonly (readonly [T, string])[],
    set: (value: T) => void,
  ): HTMLElement => {
    const select = h(
      'select',
      { 'aria-label': label },
      ...values.map(([value, text]) => h('option', { value, selected: value === now }, text)),
    )
    select.addEventListener('change', () => {
      const found = values.find(([value]) => value === select.value)
      if (found !== undefined) set(found[0])
    })
    return h('label', { class: 'sim-option' }, h('span', {}, label), select)
  }

  const sections: Readonly<Record<Section, () => readonly HTMLElement[]>> = {
    security: () => [
      choice(
        say('bypass'),
        chosen.access,
        [
          ['open', say('bypassOpen')],
          ['trusted', say('bypassTrusted')],
          ['restricted', say('bypassRestricted')],
        ],
        (value) => {
          chosen.access = value
        },
      ),
    ],
    audioVideo: () => [
      toggle(say('allowMic'), 'letMicrophone'),
      toggle(say('allowCam'), 'letVideo'),
    ],
    roles: () => [
      choice(
        say('whoPresents'),
        chosen.letShare ? 'all' : 'organisers',
        [
          ['all', say('presentAll')],
          ['organisers', say('presentOrganisers')],
        ],
        (value) => {
          chosen.letShare = value === 'all'
        },
      ),
    ],
    participation: () => [
      choice(
        say('meetingChat'),
        chosen.letMessages ? 'on' : 'off',
        [
          ['on', say('chatOn')],
          ['off', say('chatOff')],
        ],
        (value) => {
          chosen.letMessages = value === 'on'
        },
      ),
    ],
  }
  const order: readonly Section[] = ['security', 'audioVideo', 'roles', 'participation']
  const tabs = order.map((section) =>
    button({ role: 'tab', 'aria-selected': 'false' }, { text: say(section) }, () => go(section)),
  )
  const go = (section: Section): void => {
    order.forEach((one, at) => tabs[at]?.setAttribute('aria-selected', String(one === section)))
    content.replaceChildren(...sections[section]())
  }
  go('security')
  const element = panelRoot(
    page,
    say('meetingOptions'),
    say('closeOptions'),
    h('div', { role: 'tablist', class: 'sim-tabs' }, ...tabs),
    body,
    h('div', { class: 'sim-panel-foot' }, save),
  )
  return {
    element,
    close() {
      element.remove()
    },
  }
}
