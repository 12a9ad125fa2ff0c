import { act, h } from '../dom.ts'
import { button, hashed, icon } from '../icon.ts'
import { labelName, shownName } from '../identity.ts'
import type { Person, Waiting } from '../model.ts'
import type { Page } from '../page-context.ts'
import { initials } from '../screens/areas.ts'
import { openPersonMenu } from './person-menu.ts'

type Prefix =
  'participantsInCall' | 'attendeesInMeeting' | 'participantsFromThread' | 'participantsInLobby'

/** The heading of a section: a row of the tree like the others (accessibility tree 2026-08). */
export function titleRow(
  id: string | undefined,
  text: string,
  label: string,
  ...more: HTMLElement[]
): HTMLElement {
  return h(
    'div',
    { role: 'treeitem', 'aria-expanded': 'true', class: 'sim-row' },
    h('div', { id, role: 'group', 'aria-label': label, class: hashed() }, h('span', {}, text)),
    ...more,
  )
}

/** Somebody in the meeting. Skeleton of Teams facts §3, rebuilt from several readings, never captured as a whole. */
export function personRow(page: Page, person: Person): HTMLElement {
  const { model, say } = page
  const { options } = model
  const role = roleOf(page, person)
  const muted = !person.microphone
  const name = shownName(person, say)
  const label = [
    labelName(person, say),
    ...(role === '' ? [] : [role]),
    ...(options.rowLabel === 'menu' ? [say('hasMenu')] : []),
    say(muted ? 'rowMuted' : 'rowUnmuted'),
    ...(person.hand ? [say('handRaised')] : []),
  ].join(', ')
  const more = button(
    {
      'data-cid': 'ts-participant-action-button',
      'aria-label': say('moreOptions'),
      'aria-expanded': 'false',
    },
    { icon: 'more' },
    () => openPersonMenu(page, person.id, more),
  )
  const inside = [
    h('span', { class: 'fui-Avatar', 'aria-hidden': 'true' }, initials(name)),
    h(
      'div',
      { id: `roster-avatar-img-${person.id}`, class: 'sim-row-name' },
      h('span', { title: name }, name),
    ),
    role !== '' &&
      h('span', { 'data-tid': 'ts-roster-organizer-status', class: 'sim-row-role' }, role),
    person.pinned && svgHolder('pin', 'roster-participant-pinned'),
    person.hand && svgHolder('hand', 'roster-participant-hand-raised'),
    h(
      'div',
      {
        id: `roster-mic-button-${person.id}`,
        role: 'img',
        'aria-label': say(muted ? 'rowMuted' : 'rowUnmuted'),
      },
      icon(muted ? 'micOff' : 'mic', {
        'data-cid': muted ? 'roster-participant-muted' : 'roster-participant-unmuted',
      }),
    ),
  ]
  const prefix: Prefix =
    options.client === 'light' || !options.code.startsWith('19:')
      ? 'attendeesInMeeting'
      : 'participantsInCall'
  const row = rowShell(page, prefix, person.id, name, label, ...inside)
  row.addEventListener('contextmenu', (event) => {
    event.preventDefault()
    openPersonMenu(page, person.id, row)
  })
  if (options.actions === 'always') inner(row).append(more)
  else {
    // Only under the pointer or with the focus: Teams facts §5, "row hover".
    const on = (): void => {
      if (more.parentElement === null) inner(row).append(more)
    }
    const off = (): void => {
      if (!page.portal.menuOpen) more.remove()
    }
    row.addEventListener('mouseover', on)
    row.addEventListener('focusin', on)
    row.addEventListener('mouseleave', off)
  }
  return row
}

/** Somebody who waits. Marks of one reader of 2025-01; `lobbyRows=texts` has the words alone. */
export function lobbyRow(page: Page, waiting: Waiting): HTMLElement {
  const { model, say, doings } = page
  const marks = model.options.lobbyRows === 'marks'
  const name = shownName(waiting.who, say)
  const admit = act(
    h(
      'button',
      {
        type: 'button',
        class: 'fui-Button',
        'data-cid': marks ? 'roster-admit-participant' : undefined,
        'aria-label': say('admitName', { name }),
      },
      say('admit'),
    ),
    (event) => doings.askAdmit(waiting.key, event),
  )
  const deny = act(
    h(
      'button',
      {
        type: 'button',
        class: 'fui-Button',
        'data-cid': marks ? 'roster-deny-participant' : undefined,
        'aria-label': say('denyName', { name }),
      },
      say('deny'),
    ),
    (event) => doings.deed('deny', () => doings.dismiss(waiting.key), event),
  )
  // A suspected one has no admit button at hand, only in a menu that asks again (Teams facts §4, 2026-06-30).
  const more = button(
    { 'aria-label': say('moreOptions'), 'aria-expanded': 'false' },
    { icon: 'more' },
    (event) =>
      page.portal.menu(more, undefined, [
        { text: say('admit'), run: () => doings.askAdmit(waiting.key, event) },
      ]),
  )
  return rowShell(
    page,
    'participantsInLobby',
    waiting.id,
    name,
    labelName(waiting.who, say),
    h('span', { class: 'fui-Avatar', 'aria-hidden': 'true' }, initials(name)),
    h(
      'div',
      { id: `roster-avatar-img-${waiting.id}`, class: 'sim-row-name' },
      h('span', { title: name }, name),
    ),
    deny,
    waiting.suspected ? more : admit,
  )
}

/** Somebody who was invited and isn't there. */
export function invitedRow(page: Page, id: string, name: string): HTMLElement {
  return rowShell(
    page,
    'participantsFromThread',
    id,
    name,
    name,
    h('span', { class: 'fui-Avatar', 'aria-hidden': 'true' }, initials(name)),
    h(
      'div',
      { id: `roster-avatar-img-${id}`, class: 'sim-row-name' },
      h('span', { title: name }, name),
    ),
  )
}

/** `nested`: a tree item with the marked group in it, as the accessibility tree has it. `flat`: both in one, older. */
function rowShell(
  page: Page,
  prefix: Prefix,
  id: string,
  name: string,
  label: string,
  ...inside: readonly (HTMLElement | false)[]
): HTMLElement {
  const marks = {
    'data-cid': 'roster-participant',
    'data-tid': `${prefix}-${name}`,
    id: `calling-roster-item-${id}`,
    'aria-label': label,
  }
  if (page.model.options.row === 'flat')
    return h('li', { ...marks, role: 'treeitem', tabindex: '-1', class: 'sim-row' }, ...inside)
  return h(
    'div',
    { role: 'treeitem', tabindex: '-1', class: 'sim-row' },
    h('div', { ...marks, role: 'presentation', class: `sim-row-inner ${hashed()}` }, ...inside),
  )
}

function inner(row: HTMLElement): Element {
  return row.hasAttribute('data-cid') ? row : (row.firstElementChild ?? row)
}

function svgHolder(word: 'pin' | 'hand', cid: string): HTMLElement {
  return h('span', {}, icon(word, { 'data-cid': cid }))
}

function roleOf({ say }: Page, person: Person): string {
  if (person.role === 'organiser') return say('organiser')
  if (person.role === 'coOrganiser') return say('coOrganiser')
  return ''
}
