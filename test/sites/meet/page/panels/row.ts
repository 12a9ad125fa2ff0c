import { act, h } from '../dom.ts'
import { iconButton, icon, oldIcon } from '../icon.ts'
import type { Person } from '../model.ts'
import type { Page } from '../page-context.ts'
import { avatarOf } from '../stage/avatar.ts'
import { openRowMenu } from './row-menu.ts'

/**
 * One person in the list: `[role=listitem][data-participant-id][aria-label=NAME]` with the leaf texts of Meet facts §3.
 * The order of the leaves follows the rebuilt fixture, the nesting is invented.
 */
export function personRow(page: Page, person: Person): HTMLElement {
  const { say, doings } = page
  const more = iconButton('more_vert', say('moreActions'), {
    jsname: 'YEvVxd',
    'aria-expanded': 'false',
    'aria-haspopup': 'menu',
  })
  act(more.button, () => openRowMenu(page, person.id, more.button))
  const mic = person.microphone
    ? iconButton('mic', say('mute', { name: person.name }))
    : iconButton('mic_off', say('cantUnmute'), { disabled: !person.self })
  act(mic.button, () => (person.self ? doings.toggleSelf('microphone') : doings.askMute(person.id)))
  return h(
    'div',
    {
      role: 'listitem',
      'aria-label': person.name,
      class: 'cxdMu KV1GEc',
      jscontroller: 'ZHOeze',
      'data-participant-id': person.id,
      'data-scroll-target': person.id,
    },
    h('img', { alt: '', class: 'sim-row-face', src: avatarOf(person.name) }),
    h(
      'div',
      { class: 'sim-row-words' },
      h(
        'div',
        { class: 'sim-row-name' },
        h('span', {}, person.name),
        person.self && h('span', {}, say('you')),
      ),
      h(
        'div',
        { class: 'sim-row-sub' },
        person.role === 'host' && h('span', {}, say('meetingHost')),
        person.role === 'cohost' && h('span', {}, say('coHost')),
        person.external && icon('domain_disabled'),
        person.external && h('span', {}, say('visitor')),
        oldIcon('devices', 'd1wv0e'),
      ),
    ),
    h('div', { class: 'sim-row-buttons' }, mic.wrap, more.wrap),
  )
}

/** A share has a row of its own beside its owner's (Meet facts §3). */
export function shareRow(page: Page, person: Person, mediaId: string): HTMLElement {
  const { say } = page
  return h(
    'div',
    {
      role: 'listitem',
      'aria-label': person.name,
      class: 'cxdMu KV1GEc',
      'data-participant-id': mediaId,
      'data-scroll-target': mediaId,
    },
    h('img', { alt: '', class: 'sim-row-face', src: avatarOf(person.name) }),
    h(
      'div',
      { class: 'sim-row-words' },
      h('div', { class: 'sim-row-name' }, h('span', {}, person.name)),
      h(
        'div',
        { class: 'sim-row-sub' },
        h('span', {}, say(person.self ? 'yourPresentation' : 'presentation')),
      ),
    ),
  )
}
