import { act, h } from '../dom.ts'
import { icon, iconButton } from '../icon.ts'
import { Cleanup, type Page, type View } from '../page-context.ts'
import { avatarOf } from '../stage/avatar.ts'
import { chip, emptyChip } from './chips.ts'
import { accessBadge } from './access-badge.ts'
import { clockParts } from './clock.ts'
import { admitPill } from './admit-pill.ts'
import { panelButton } from './panel-nav.ts'
import { titleParts } from './title.ts'

/** The bar at the top of the 2026 page: time, title, access badge, details, and the chips of the notice region. */
export function topBar2026(page: Page): View {
  const { model, say, doings } = page
  const cleanup = new Cleanup()
  const faces = h('span', { class: 'XSfT7e yamuuc llUq0e', 'data-avatar-count': '0' })
  const count = h('div', { class: 'fs3avc' })
  const people = chip(
    'DPUxh-nav9Xe',
    say('people'),
    count,
    h('div', { jscontroller: 'N61cX' }, faces),
    say('hoverTray'),
  )
  act(people.button, () => doings.panel(model.panel === 'people' ? null : 'people'))
  const external = chip(
    'DVH6Db-nav9Xe',
    undefined,
    h('div', { class: 'fs3avc' }, say('externalJoined')),
    icon('domain_disabled'),
    say('hoverTray'),
  )
  const recording = chip(
    'QW8yLe-nav9Xe',
    undefined,
    h('div', { class: 'fs3avc' }, say('recorded')),
    icon('radio_button_checked'),
    say('hoverTray'),
  )
  const notes = chip(
    'KRLjEd-nav9Xe',
    undefined,
    h('div', { class: 'fs3avc' }),
    icon('pen_spark_io25'),
    say('hoverTray'),
  )
  const hands = chip(
    'cAlq5d-nav9Xe',
    say('handRaises'),
    h('div', { class: 'fs3avc' }),
    icon('back_hand'),
    say('hoverTray'),
  )
  const details = panelButton(page, cleanup, 'details', 'info', say('details'))
  const moreActivities = h(
    'div',
    { jsname: 'iIGFq', class: 'Pyh7wf JgybGf' },
    h('span', {
      tabindex: '0',
      role: 'button',
      'aria-haspopup': 'dialog',
      'aria-label': say('moreActivities'),
    }),
  )
  moreActivities.style.display = 'none'
  const pill = admitPill(page, cleanup)
  const region = h(
    'div',
    {
      animatable: true,
      class: ' P9KVBf Y2Syxf',
      jscontroller: 'baDByd',
      role: 'region',
      'aria-label': say('notices'),
    },
    external.element,
    moreActivities,
    recording.element,
    notes.element,
    people.element,
    emptyChip('no1Mcc-nav9Xe', undefined, say('hoverTray')),
    emptyChip('FTTy-nav9Xe', undefined, say('hoverTray')),
    hands.element,
    emptyChip('IXnz0d-nav9Xe', '', say('hoverTray')),
    emptyChip('mDKKpe-nav9Xe', undefined, say('hoverTray')),
  )
  const element = h(
    'div',
    { jsname: 'qsnPRd', class: 'IwPSrc PBH69' },
    h(
      'div',
      { class: 'X3H8c  P9KVBf' },
      ...clockParts(page, cleanup, 'timer'),
      h(
        'div',
        { jsname: 'z7Oi7b', class: 'Cpvy4b NPmbie' },
        h('span', { class: 'uZ1Eue eQj9Ue' }, titleParts(page), accessBadge(page, cleanup)),
      ),
      details.wrap,
    ),
    pill,
    region,
  )
  const update = (): void => {
    const all = [...model.people.values()]
    count.textContent = String(all.length)
    faces.setAttribute('data-avatar-count', String(all.length))
    faces.replaceChildren(
      ...all
        .slice(-3)
        .map((person) =>
          h(
            'div',
            { class: 'G9bi9d Qv1yVb reMHb' },
            h('img', { class: 'Qw4c9e', alt: '', src: avatarOf(person.name) }),
          ),
        ),
    )
    external.show(all.some((person) => person.external))
    const raised = all.filter((person) => person.hand).length
    hands.show(raised > 0, String(raised))
  }
  const notices = (): void => {
    recording.show(model.recording, say('recorded'))
    notes.show(true, say(model.notes ? 'notes' : 'noNotes'))
    notes.element.style.display = model.notes ? '' : 'none'
  }
  const expanded = (): void =>
    people.button.setAttribute('aria-expanded', String(model.panel === 'people'))
  cleanup.add(
    model.on('people', update),
    model.on('person', update),
    model.on('notices', notices),
    model.on('panel', expanded),
  )
  update()
  notices()
  expanded()
  return {
    element,
    close() {
      cleanup.run()
      element.remove()
    },
  }
}

/** The top edge of the 2025 page: hidden notices and the Gemini button. The access badge is an empty hidden shell there. */
export function topBar2025(page: Page): View {
  const { model, say } = page
  const cleanup = new Cleanup()
  const hidden = (jsname: string): HTMLElement => {
    const shell = h(
      'div',
      { jscontroller: 'ebhD2c' },
      h('div', { class: 'MON6Vd NS8l5d eLNT1d rl04V', jsname }),
    )
    shell.style.display = 'none'
    return shell
  }
  const visitor = iconButton('domain_disabled', 'Visitor indicator')
  const visitorShell = h('div', { class: 'o0X9vc o2vY1c', jscontroller: 'ScJHhd' }, visitor.wrap)
  const gemini = iconButton('pen_spark_io25', say('noNotes'), { jsname: 'KRLjEd' })
  const recording = h(
    'div',
    { class: 'sim-rec-2025', role: 'status' },
    icon('radio_button_checked'),
    h('span', {}, say('recorded')),
  )
  const element = h(
    'div',
    { class: 'fJsklc ZmuLbd Didmac G03iKb sim-top-2025', 'data-side': '1' },
    h('div', { class: 'dzccjc' }, visitorShell, hidden('kNx9ke'), hidden('ORHb'), hidden('ErHpvc')),
    h('div', { class: 'YvIqNe' }, recording, gemini.wrap),
    admitPill(page, cleanup),
  )
  const update = (): void => {
    visitorShell.style.display = [...model.people.values()].some((person) => person.external)
      ? ''
      : 'none'
    gemini.label(say(model.notes ? 'notes' : 'noNotes'))
    recording.hidden = !model.recording
  }
  cleanup.add(model.on('people', update), model.on('notices', update))
  update()
  return {
    element,
    close() {
      cleanup.run()
      element.remove()
    },
  }
}
