import { h, once } from '../dom.ts'
import { button } from '../icon.ts'
import { mriOf } from '../identity.ts'
import type { Person, Waiting } from '../model.ts'
import { Cleanup, type Page, type View } from '../page-context.ts'
import type { MenuItem } from '../portal.ts'
import { invitedRow, lobbyRow, personRow, titleRow } from './row.ts'
import { panelRoot } from './side.ts'
import { Tree, type TreeRow } from './tree.ts'

/** The People panel: search, mute all, and one tree with who waits, who is in, who was invited (Teams facts §3, §4). */
export function peoplePanel(page: Page): View {
  const { model, say, doings } = page
  const cleanup = new Cleanup()
  const tree = new Tree(say('attendees'), model.options.scroll === 'stuck')
  const search = h('input', {
    id: 'roster-participants-search-input',
    type: 'text',
    placeholder: say('searchPeople'),
    'aria-label': say('searchPeople'),
  })
  const muteAll = button({}, { text: say('muteAll') }, (event) => doings.askMuteAll(event))
  const more = button(
    { 'data-tid': 'more-menu-trigger', 'aria-label': say('moreOptions'), 'aria-expanded': 'false' },
    { icon: 'more' },
    () => page.portal.menu(more, undefined, olderMenu(page)),
  )
  const element = panelRoot(
    page,
    say('participants'),
    say('closePeople'),
    h('div', { class: 'sim-panel-tools' }, search, muteAll, more),
    h(
      'div',
      { 'data-tid': 'calling-roster-wrapper', class: 'sim-grow' },
      h('div', { 'data-tid': 'calling-roster-attendees', class: 'sim-grow' }, tree.element),
    ),
  )
  const draw = (): void => {
    muteAll.hidden = !model.presides()
    more.hidden = !model.organises()
    tree.show(rows(page, search.value.trim().toLocaleLowerCase()))
  }
  const redraw = once(draw)
  search.addEventListener('input', redraw)
  for (const topic of ['people', 'person', 'knocks', 'host'] as const)
    cleanup.add(model.on(topic, redraw))
  draw()
  return {
    element,
    close() {
      cleanup.run()
      tree.close()
      element.remove()
    },
  }
}

function rows(page: Page, sought: string): readonly TreeRow[] {
  const { model, say } = page
  const fits = (name: string): boolean => name.toLocaleLowerCase().includes(sought)
  const all = [...model.waiting.values()].filter(({ who }) => fits(who.name))
  const people = [...model.people.values()].filter(({ name }) => fits(name))
  const made: TreeRow[] = []
  if (model.presides()) {
    const plain = all.filter((one) => !one.suspected)
    const suspected = all.filter((one) => one.suspected)
    if (plain.length > 0) {
      const n = plain.length
      // The number of the lobby's heading was never seen: it has no id here. "Admit all" has no mark either.
      made.push(
        heading('lobby', n, () =>
          titleRow(
            undefined,
            say('waiting', { n }),
            say('waitingLabel', { n }),
            button({}, { text: say('admitAll') }, (event) => page.doings.askAdmitAll(event)),
          ),
        ),
        ...plain.map((one) => knock(page, one)),
      )
    }
    if (suspected.length > 0) {
      const n = suspected.length
      made.push(
        heading('suspects', n, () =>
          titleRow(undefined, say('suspects', { n }), say('suspectsLabel', { n })),
        ),
        ...suspected.map((one) => knock(page, one)),
      )
    }
  }
  const n = model.people.size
  made.push(
    heading('in', n, () =>
      titleRow('roster-title-section-2', say('inMeeting', { n }), say('inMeetingLabel', { n })),
    ),
    ...inOrder(people).map((person) => ({
      key: person.id,
      drawn: JSON.stringify([
        person.name,
        person.role,
        person.microphone,
        person.hand,
        person.pinned,
        person.self,
      ]),
      build: () => personRow(page, person),
    })),
  )
  const { invited } = model.options
  if (invited > 0 && sought === '') {
    made.push(
      heading('invited', invited, () =>
        titleRow(
          'roster-title-section-3',
          say('invited', { n: invited }),
          say('invitedLabel', { n: invited }),
        ),
      ),
      ...Array.from({ length: invited }, (_, at) => {
        const name = `Invited Person ${at + 1}`
        const id = mriOf('school', name)
        return { key: id, drawn: '', build: () => invitedRow(page, id, name) }
      }),
    )
  }
  return made
}

function heading(key: string, n: number, build: () => HTMLElement): TreeRow {
  return { key: `heading-${key}`, drawn: String(n), build }
}

function knock(page: Page, waiting: Waiting): TreeRow {
  return { key: waiting.key, drawn: waiting.who.name, build: () => lobbyRow(page, waiting) }
}

/** Organisers first, then by name. */
function inOrder(people: readonly Person[]): readonly Person[] {
  const rank = { organiser: 0, coOrganiser: 1, presenter: 2, attendee: 2 } as const
  return people.toSorted((a, b) => rank[a.role] - rank[b.role] || a.name.localeCompare(b.name))
}

/** The panel's own "⋯": in the older generation of help texts the lock and the hard mute are here. */
function olderMenu({ model, say, doings }: Page): readonly MenuItem[] {
  const items: MenuItem[] = []
  if (model.options.hardMute === 'people') {
    const { letMicrophone, letVideo } = model.host
    items.push(
      {
        text: say(letMicrophone ? 'disableMics' : 'enableMics'),
        run: () => doings.deed('mute', () => doings.host({ letMicrophone: !letMicrophone })),
      },
      {
        text: say(letVideo ? 'disableCams' : 'enableCams'),
        run: () => doings.deed('camera', () => doings.host({ letVideo: !letVideo })),
      },
    )
  }
  if (model.options.lock === 'people') {
    items.push({
      text: say(model.locked ? 'unlockTheMeeting' : 'lockTheMeeting'),
      run: () => doings.askLock(),
    })
  }
  items.push({ text: say('meetingOptions'), run: () => doings.panel('host') })
  return items
}
