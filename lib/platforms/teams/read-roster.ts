import { MAX_NAME, MAX_PEOPLE } from '../../meeting/index.ts'
import { isDisplayed } from '../dom/displayed.ts'
import { clip, nameOfControl, proseLeaves, tidy } from '../dom/text.ts'
import { mriIn, nameKey } from './identity.ts'
import { cleanName, isNoName, readLabel } from './labels.ts'
import type { TeamsPage } from './page.ts'

/** Which part of the People panel a row stands in. */
export type Section = 'inCall' | 'lobby' | 'invited' | 'unknown'

/** A row of the People list: one person. */
export interface Row {
  readonly element: Element
  readonly section: Section
  readonly name: string
  readonly badges: readonly string[]
  readonly mri: string | undefined
  readonly role: 'host' | 'cohost' | 'none' | 'unknown'
  /** Teams' own word for what somebody may do, where the row says it. */
  readonly rank: 'organiser' | 'coorganiser' | 'presenter' | 'attendee' | undefined
  readonly microphone: 'on' | 'off' | 'unknown'
  readonly handRaised: boolean
}

export interface Roster {
  /** Rows of people in the call, and rows of people who wait; those invited are nobody's presence. */
  readonly rows: readonly Row[]
  readonly lobby: readonly Row[]
  /** There are more rows than are looked at. */
  readonly cut: boolean
  /** The panel's own count of people in the call. */
  readonly count?: number
  /** How many wait by the panel's own headings. */
  readonly waiting?: number
  /** The list has a part, or a row, of which nobody knows whether those in it are in the call or wait. */
  readonly unplaced: boolean
  /** The panel is in sight. Closed, it has no rows at all. */
  readonly shown: boolean
  /** The list stands at its top, where the waiting are. */
  readonly atTop: boolean
}

/** `data-tid` of a row: what it is, and the name behind it (dom facts §3). */
const PREFIXES: readonly { readonly prefix: string; readonly section: Section }[] = [
  { prefix: 'participantsInCall-', section: 'inCall' },
  { prefix: 'attendeesInMeeting-', section: 'inCall' },
  { prefix: 'participantsFromThread-', section: 'invited' },
  { prefix: 'participantsInLobby-', section: 'lobby' },
]

export function readRoster(page: TeamsPage): Roster {
  const titles = page.all('sectionTitle').filter(isDisplayed)
  const { outer, cut } = rowsInSight(page)
  const marks = marksOf(page, outer)
  const rows = outer.map((element) => readRow(page, element, titles, marks))
  const inCall = unique(rows.filter(({ section }) => section === 'inCall'))
  const lobby = unique(rows.filter(({ section }) => section === 'lobby'))
  const shown = rows.length > 0 || titles.length > 0 || isShown(page)
  if (inCall.length > 0) page.memory.rosterSeen = true
  const count = countOf(titles.find((one) => one.id.endsWith('-2') && !saysLobby(page, one)))
  const ofLobby = lobbyTitles(page, titles, lobby)
  const waiting = ofLobby.map(countOf).reduce(larger, undefined)
  const unplaced =
    rows.some(({ section }) => section === 'unknown') ||
    titles.some((title) => !isKnownTitle(title) && !ofLobby.includes(title))
  return {
    rows: inCall,
    lobby,
    cut,
    ...(count === undefined ? {} : { count }),
    ...(waiting === undefined ? {} : { waiting }),
    unplaced,
    shown,
    atTop: isAtTop(page, outer[0]),
  }
}

/** As many in the call and as many waiting as are kept. A list on the site has some dozens in the page at a time. */
const MAX_ROWS = MAX_PEOPLE * 2
/** One's own row beyond them, and one of a namesake, which makes it unsure whose it is. */
const MAX_OWN = 2

function rowsInSight(page: TeamsPage): {
  readonly outer: readonly Element[]
  readonly cut: boolean
} {
  const own = page.memory.selfName ?? ''
  const outer: Element[] = []
  let last: Element | undefined
  let cut = false
  for (const element of page.all('row')) {
    if (last?.contains(element) === true) continue
    if (outer.length >= MAX_ROWS) {
      cut = true
      if (outer.length === MAX_ROWS + MAX_OWN) break
      if (own === '' || !(element.textContent ?? '').includes(own)) continue
    }
    if (!isDisplayed(element)) continue
    last = element
    outer.push(element)
  }
  return { outer, cut }
}

function isShown(page: TeamsPage): boolean {
  const panel = page.first('peoplePanel')
  return panel !== undefined && isDisplayed(panel)
}

/** The two headings that are known: who is in the meeting, and who was invited. */
const isKnownTitle = ({ id }: Element): boolean => /-[23]$/.test(id)

/**
 * The headings that the waiting stand under: those that say so, also where no row beneath them is known, and the last one before the
 * first row of theirs. Suspected bots have a heading of their own below that of all who wait.
 */
function lobbyTitles(
  page: TeamsPage,
  titles: readonly Element[],
  lobby: readonly Row[],
): readonly Element[] {
  const first = lobby[0]?.element
  const above =
    first === undefined ? undefined : titles.filter((title) => isBefore(title, first)).at(-1)
  return titles.filter(
    (title) => saysLobby(page, title) || (title === above && !isKnownTitle(title)),
  )
}

function saysLobby(page: TeamsPage, title: Element): boolean {
  const said = [title.getAttribute('aria-label') ?? '', ...proseLeaves(title, 10)]
  return said.some(
    (text) => page.looks.words.match('lobbySection', text, 'start')?.certain === true,
  )
}

const larger = (one: number | undefined, other: number | undefined): number | undefined =>
  one === undefined || (other ?? -1) > one ? other : one

function isBefore(one: Element, other: Element): boolean {
  return (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
}

/** The number of "In this meeting (293)" or "In this meeting, 293 total"; the only number in it, in any language. */
export function countOf(title: Element | undefined): number | undefined {
  if (title === undefined) return undefined
  const text = tidy(proseLeaves(title, 10).join(' '))
  const inBrackets = /\((\d{1,5})\)/.exec(text)?.[1]
  if (inBrackets !== undefined) return Number(inBrackets)
  for (const said of [title.getAttribute('aria-label') ?? '', text]) {
    const numbers = said.match(/\d{1,5}/g) ?? []
    if (numbers.length === 1) return Number(numbers[0])
  }
  return undefined
}

/** A list that shows only part of itself starts with the waiting: scrolled down, their rows are not in the page. */
function isAtTop(page: TeamsPage, row: Element | undefined): boolean {
  const known = page.first('rosterScroller')
  if (known !== undefined) return known.scrollTop <= 4
  for (let up = row?.parentElement ?? null; up !== null; up = up.parentElement) {
    if (up.scrollTop > 4) return false
  }
  return true
}

/**
 * One person can stand in two lists for a moment while they move from one to the other. Rows without the directory's id are one for each
 * name: counted twice, somebody would fill the place of one who is not in sight.
 */
function unique(rows: readonly Row[]): Row[] {
  const seen = new Set<string>()
  return rows.filter((row) => {
    const key = rowKey(row)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** What tells one row from another: the directory's id, else the name. */
export const rowKey = ({ mri, name }: Row): string => mri ?? `name:${nameKey(name)}`

/** What the rows hold, looked for in all of them at once. */
interface Marks {
  readonly organisers: ReadonlyMap<Element, Element>
  readonly hands: ReadonlyMap<Element, Element>
  readonly avatars: ReadonlyMap<Element, Element>
  readonly muted: ReadonlyMap<Element, Element>
  readonly unmuted: ReadonlyMap<Element, Element>
}

const marksOf = (page: TeamsPage, rows: readonly Element[]): Marks => ({
  organisers: page.firstInEach('rowOrganiser', rows),
  hands: page.firstInEach('rowHand', rows),
  avatars: page.firstInEach('rowAvatar', rows),
  muted: page.firstInEach('rowMuted', rows),
  unmuted: page.firstInEach('rowUnmuted', rows),
})

function readRow(page: TeamsPage, element: Element, titles: readonly Element[], marks: Marks): Row {
  const { words } = page.looks
  const tid = element.getAttribute('data-tid') ?? inner(element, 'data-tid', PREFIXES)
  const kind = PREFIXES.find(({ prefix }) => tid.startsWith(prefix))
  const ofId = kind === undefined ? '' : tidy(tid.slice(kind.prefix.length))
  const avatar = marks.avatars.get(element)
  const shown = nameShown(page, element, avatar, ofId)
  const label = readLabel(words, labelOf(element), shown)
  const clean = cleanName(words, shown || label.name)
  const states = label.states
  const rank = rankOf(page, marks.organisers.get(element), states)
  return {
    element,
    section: kind?.section ?? sectionBy(page, element, titles),
    name: clean.name,
    badges: [...new Set([...clean.badges, ...label.badges])],
    mri: mriOf(page, element, avatar),
    role: roleOf(rank, states, label.language !== undefined),
    rank,
    microphone: microphoneOf(marks, element, states),
    handRaised: marks.hands.has(element) || states.has('hand'),
  }
}

function inner(element: Element, name: string, kinds: typeof PREFIXES): string {
  for (const { prefix } of kinds) {
    const hit = element.querySelector(`[${name}^="${prefix}"]`)
    if (hit !== null) return hit.getAttribute(name) ?? ''
  }
  return ''
}

function labelOf(element: Element): string {
  const own = element.getAttribute('aria-label')
  if (own !== null && tidy(own) !== '') return own
  const around = element.closest('[role="treeitem"]')?.getAttribute('aria-label')
  return (
    around ??
    element.querySelector('[role="treeitem"][aria-label]')?.getAttribute('aria-label') ??
    ''
  )
}

function nameShown(
  page: TeamsPage,
  element: Element,
  avatar: Element | undefined,
  ofId: string,
): string {
  const { words } = page.looks
  // Initials stand where a picture would: the name behind the prefix is longer and wins over them.
  const usable = (text: string) => text !== '' && !isNoName(words, text) && !isInitials(text, ofId)
  const sources = [
    () => (avatar === undefined ? '' : proseLeaves(avatar, 10).join(' ')),
    () => avatar?.getAttribute('aria-label') ?? '',
    () => page.first('rowTitle', element)?.getAttribute('title') ?? '',
    () => ofId,
  ]
  for (const source of sources) {
    const text = tidy(source())
    if (usable(text)) return clip(text, MAX_NAME)
  }
  return ''
}

function isInitials(text: string, name: string): boolean {
  return text.length <= 3 && name.length > 3 && text === text.toUpperCase()
}

function mriOf(page: TeamsPage, element: Element, avatar: Element | undefined): string | undefined {
  const item = element.id.startsWith('calling-roster-item-')
    ? element
    : page.first('rowItem', element)
  return mriIn(item?.id ?? '') ?? mriIn(avatar?.id ?? '')
}

function sectionBy(page: TeamsPage, element: Element, titles: readonly Element[]): Section {
  if (page.first('admitButton', element) !== undefined) return 'lobby'
  if (wordedButton(page, element, ADMIT_KEYS) !== undefined) return 'lobby'
  const title = titles.filter((one) => isBefore(one, element)).at(-1)
  if (title === undefined) return 'unknown'
  if (saysLobby(page, title)) return 'lobby'
  if (title.id.endsWith('-2')) return 'inCall'
  return title.id.endsWith('-3') ? 'invited' : 'unknown'
}

export const ADMIT_KEYS = ['admit', 'admitWaiting'] as const

/** A button by its words, where no id of it is known; only words that were read off the site. */
export function wordedButton(
  page: TeamsPage,
  scope: ParentNode,
  keys: readonly string[],
): Element | undefined {
  const { words } = page.looks
  return page.all('anyButton', scope).find((button) => {
    const label = nameOfControl(button)
    return keys.some((key) => words.match(key, label)?.certain === true) && isDisplayed(button)
  })
}

type States = ReturnType<typeof readLabel>['states']

function rankOf(page: TeamsPage, mark: Element | undefined, states: States): Row['rank'] {
  const said = mark === undefined ? '' : tidy(proseLeaves(mark, 5).join(' '))
  const { words } = page.looks
  if (states.has('coorganiser') || words.match('coorganiser', said) !== undefined)
    return 'coorganiser'
  if (states.has('organiser') || mark !== undefined) return 'organiser'
  if (states.has('presenter')) return 'presenter'
  return states.has('attendee') ? 'attendee' : undefined
}

/** Plain people have no role word; that it is missing counts only where the row's words are understood. */
function roleOf(rank: Row['rank'], states: States, understood: boolean): Row['role'] {
  if (rank === 'organiser') return 'host'
  if (rank === 'coorganiser') return 'cohost'
  if (rank !== undefined) return 'none'
  return understood && (states.has('muted') || states.has('unmuted')) ? 'none' : 'unknown'
}

/** The icons say it in every language, the label only in those that were seen. */
function microphoneOf(marks: Marks, element: Element, states: States): Row['microphone'] {
  if (marks.muted.has(element)) return 'off'
  if (marks.unmuted.has(element)) return 'on'
  if (states.get('muted') === true) return 'off'
  return states.get('unmuted') === true ? 'on' : 'unknown'
}

/** The number at the People button. "99+" is no count. */
export function readBadge(page: TeamsPage): number | undefined {
  const badge = page.first('countBadge')
  const text = badge === undefined ? '' : tidy(badge.textContent ?? '')
  return /^\d{1,5}$/.test(text) ? Number(text) : undefined
}
