import { act, h, once } from '../dom.ts'
import { icon } from '../icon.ts'
import type { Person } from '../model.ts'
import { Cleanup, type Page, type View } from '../page-context.ts'
import { shareId } from '../stage/share-tile.ts'
import { panelHead } from './frame.ts'
import { lobbySection } from './lobby.ts'
import { personRow, shareRow } from './row.ts'
import { windowed } from './windowed.ts'

/** The People panel: search, who waits, raised hands, and everybody in the meeting (Meet facts §3). */
export function peoplePanel(page: Page): View {
  const { model, say, doings } = page
  const cleanup = new Cleanup()
  const list = h('div', { role: 'list', 'aria-label': say('participants'), class: 'sim-list' })
  const region = h(
    'div',
    { role: 'region', 'aria-label': say('inCall'), class: 'sim-region' },
    list,
  )
  const count = h('span', {}, '')
  const fold = h(
    'button',
    { 'aria-expanded': 'true', class: 'sim-fold' },
    h('span', {}, say('contributors')),
    ' ',
    count,
    icon('expand_more'),
  )
  act(fold, () => {
    const open = fold.getAttribute('aria-expanded') !== 'true'
    fold.setAttribute('aria-expanded', String(open))
    region.style.display = open ? '' : 'none'
  })
  const raised = h('div', { class: 'sim-raised' })
  const muteAll =
    model.options.isHost &&
    act(h('button', { class: 'sim-flat' }, icon('mic_off'), h('span', {}, say('muteAll'))), () =>
      doings.muteAll(),
    )
  const lobby = lobbySection(page)
  const body = h(
    'div',
    { class: 'sim-panel-body' },
    h('button', { class: 'sim-flat sim-add' }, icon('person_add'), h('span', {}, say('addPeople'))),
    h(
      'div',
      { class: 'sim-search' },
      icon('search'),
      h('input', {
        type: 'text',
        jsname: 'YPqjbf',
        'aria-label': say('searchPeople'),
        placeholder: say('searchPeople'),
      }),
    ),
    lobby.element,
    raised,
    muteAll,
    h('h3', { role: 'heading', 'aria-level': '3', class: 'sim-heading' }, say('inMeeting')),
    fold,
    region,
  )
  const element = h('div', { class: 'sim-panel' }, panelHead(page, say('people')), body)

  const rows = new Map<string, { row: HTMLElement; drawn: string }>()
  const rowOf = (person: Person): HTMLElement => {
    const drawn = JSON.stringify([
      person.name,
      person.role,
      person.external,
      person.microphone,
      person.self,
    ])
    const known = rows.get(person.id)
    if (known?.drawn === drawn) return known.row
    const row = personRow(page, person)
    known?.row.replaceWith(row)
    rows.set(person.id, { row, drawn })
    return row
  }
  const scroll = model.options.virtual ? windowed(list, body, rowOf) : undefined
  const draw = (): void => {
    const people = inOrder([...model.people.values()])
    count.textContent = String(people.length)
    for (const id of [...rows.keys()]) if (!model.people.has(id)) rows.delete(id)
    if (scroll !== undefined) scroll(people)
    else {
      keepOrder(
        list,
        people.flatMap((person) => [
          rowOf(person),
          ...(person.presenting ? [shareRow(page, person, shareId(person.id))] : []),
        ]),
      )
    }
    drawHands(page, raised, people)
  }
  const redraw = once(draw)
  cleanup.add(model.on('people', redraw), model.on('person', redraw))
  draw()
  return {
    element,
    close() {
      cleanup.run()
      lobby.close()
      element.remove()
    },
  }
}

/** Oneself first, then by name, as the real list. */
function inOrder(people: readonly Person[]): readonly Person[] {
  return [...people].sort((a, b) => Number(b.self) - Number(a.self) || a.name.localeCompare(b.name))
}

/** Puts the rows in place and touches only what differs, so that a row's menu button stays the same element. */
function keepOrder(list: HTMLElement, wanted: readonly HTMLElement[]): void {
  const keep = new Set(wanted)
  for (const child of [...list.children]) if (!keep.has(child as HTMLElement)) child.remove()
  wanted.forEach((row, at) => {
    if (list.children[at] !== row) list.insertBefore(row, list.children[at] ?? null)
  })
}

function drawHands(page: Page, holder: HTMLElement, people: readonly Person[]): void {
  const { say, doings } = page
  const up = people.filter((person) => person.hand)
  holder.replaceChildren()
  if (up.length === 0) return
  const rows = up.map((person) => {
    const lower = h(
      'button',
      { class: 'sim-flat', 'aria-label': say('lowerOne', { name: person.name }) },
      icon('front_hand'),
    )
    act(lower, () => doings.hand(person.id, false))
    return h(
      'div',
      { role: 'listitem', 'aria-label': person.name, class: 'sim-hand-row' },
      h('span', {}, person.name),
      lower,
    )
  })
  holder.append(
    h(
      'div',
      { role: 'region', 'aria-label': say('raisedHands') },
      h('h3', { class: 'sim-heading' }, `${say('raisedHands')} ${up.length}`),
      h('div', { role: 'list', 'aria-label': `${say('raisedHands')} ${up.length}` }, ...rows),
      act(h('button', { class: 'sim-flat' }, say('lowerAll')), () =>
        up.forEach((person) => doings.hand(person.id, false)),
      ),
    ),
  )
}
