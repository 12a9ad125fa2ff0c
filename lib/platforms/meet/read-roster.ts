import { MAX_NAME } from '../../meeting/index.ts'
import { isDisplayed } from '../dom/displayed.ts'
import { clip, nameOfControl, proseLeaves, tidy } from '../dom/text.ts'
import type { Words } from '../dom/words.ts'
import type { Called, MeetPage } from './page.ts'
import { isQueue } from './read-lobby.ts'

/** A row of the People list: one device, the same id as its tile. */
export interface Row extends Called {
  readonly element: Element
  /** The row is in a list that can be seen now. Rows of a closed panel may be out of date. */
  readonly visible: boolean
  /** Every row of this id says that it is a share. */
  readonly onlyShare: boolean
}

export interface Roster {
  readonly rows: readonly Row[]
  readonly visibleCount: number
  /** The list says that it is longer than what is in the page (aria-setsize): it builds its rows while scrolling. */
  readonly cut: boolean
  readonly inPage: boolean
}

/**
 * The People list. Built the first time the panel is opened; afterwards Meet may keep it hidden in the page. One device can have
 * several rows (also under "Raised hands" and once for each share): they are one.
 */
export function readRoster(page: MeetPage): Roster {
  const inLobby = lobbyRows(page)
  const listShown = new Map<Element, boolean>()
  const queues = new Map<Element, boolean>()
  const rows = new Map<string, Row>()
  let cut = false
  for (const element of page.all('rosterRow')) {
    const id = element.getAttribute('data-participant-id') ?? ''
    if (id === '' || inLobby.has(element) || element.querySelector('[role="listitem"]') !== null) {
      continue // a waiting guest, or the heading row of merged audio, which only holds the real ones
    }
    const list = element.closest('[role="list"]') ?? element
    let queue = queues.get(list)
    if (queue === undefined) queues.set(list, (queue = isOfQueue(page, list, element)))
    if (queue) continue
    let visible = listShown.get(list)
    if (visible === undefined) {
      visible = isDisplayed(list)
      listShown.set(list, visible)
      const size = Number(element.getAttribute('aria-setsize') ?? '')
      if (visible && size > list.querySelectorAll('[role="listitem"]').length) cut = true
    }
    const row = readRow(page, element, id, visible)
    const before = rows.get(id)
    rows.set(id, before === undefined ? row : joined(before, row))
  }
  const list = withoutShares([...rows.values()])
  if (list.length > 0) page.memory.rosterSeen = true
  return {
    rows: list,
    visibleCount: list.filter((row) => row.visible).length,
    cut,
    inPage: list.length > 0,
  }
}

/**
 * A share's row may carry an id of its own (dom/meet.md §3: what its id is was not seen): nobody is in the call twice by that. Where one
 * other row has its name, that one presents; where several have it, only the stage can tell which.
 */
function withoutShares(rows: readonly Row[]): Row[] {
  const owners = new Map<Row, readonly Row[]>()
  for (const share of rows.filter((row) => row.onlyShare)) {
    const named = rows.filter((row) => !row.onlyShare && row.name === share.name)
    if (named.length > 0) owners.set(share, named)
  }
  const presenting = new Set(
    [...owners.values()].flatMap((named) => (named.length === 1 ? named : [])),
  )
  return rows
    .filter((row) => !owners.has(row))
    .map((row) => (presenting.has(row) ? { ...row, sharing: true } : row))
}

/** The list or the section around a row is one of those who wait; a row in no list is labelled by a name, which says nothing. */
function isOfQueue(page: MeetPage, list: Element, row: Element): boolean {
  const section = list.closest('[role="region"]')
  return (list !== row && isQueue(page, list)) || (section !== null && isQueue(page, section))
}

/**
 * Rows of the waiting section: people who are not in the call, whatever ids their rows carry. By the wording of the button as well
 * (dom/meet.md §4: readers of 2026 know it by that alone), but only in words that were read off the site: nobody leaves the list by a
 * name that reads like our translation.
 */
function lobbyRows(page: MeetPage): ReadonlySet<Element> {
  const worded = page
    .every('admitByWording')
    .filter((button) => page.looks.words.match('admit', nameOfControl(button))?.certain === true)
  const rows = [...page.all('admitButton'), ...worded].map((button) =>
    button.closest('[role="listitem"]'),
  )
  return new Set(rows.filter((row) => row !== null))
}

function joined(first: Row, second: Row): Row {
  return {
    ...first,
    name: first.name || second.name,
    saysYou: first.saysYou || second.saysYou,
    role: first.role === 'unknown' || first.role === 'none' ? second.role : first.role,
    sharing: first.sharing || second.sharing,
    onlyShare: first.onlyShare && second.onlyShare,
    decorations: [...new Set([...first.decorations, ...second.decorations])],
    visible: first.visible || second.visible,
  }
}

const MAX_DECORATIONS = 8

function readRow(page: MeetPage, element: Element, id: string, visible: boolean): Row {
  const { words, iconWords } = page.looks
  const leaves = proseLeaves(element, 40)
  const label = tidy(element.getAttribute('aria-label') ?? '')
  const name = label || leaves.find((leaf) => !iconWords.has(leaf)) || ''
  // Exactly one leaf is the name and is left out: a pupil who calls himself "Meeting host" is no host by that.
  const at = leaves.indexOf(name)
  const beside = leaves.filter((leaf, index) => index !== at && !iconWords.has(leaf))
  const says = (key: string) => beside.some((leaf) => words.match(key, leaf) !== undefined)
  const sharing = says('ownShareRow') || says('shareRow')
  const decorations = beside.slice(0, MAX_DECORATIONS).map((leaf) => clip(leaf, 80))
  return {
    id,
    element,
    name: clip(name, MAX_NAME),
    saysYou: says('you'),
    role: says('cohost') ? 'cohost' : says('host') ? 'host' : roleOfRest(beside, words),
    sharing,
    onlyShare: sharing,
    decorations,
    visible,
  }
}

/** Beside the name stands only what we know, and nothing of it is a host's mark: no host. Otherwise the words are not ours to judge. */
function roleOfRest(beside: readonly string[], words: Words): 'none' | 'unknown' {
  const known = ['you', 'visitor', 'ownShareRow', 'shareRow']
  return beside.every((leaf) => known.some((key) => words.match(key, leaf) !== undefined))
    ? 'none'
    : 'unknown'
}

/** The site's own count of devices in the call. */
export function readDeviceCount(page: MeetPage): number | undefined {
  const chip = page.first('deviceCount')?.getAttribute('data-avatar-count')
  if (chip !== null && chip !== undefined && /^\d{1,5}$/.test(chip)) return Number(chip)
  const button = page.first('peopleButton')
  if (button === undefined) return undefined
  if (!button.hasAttribute('data-panel-id')) return numberOn(button)
  const digits = /\d{1,5}/.exec(button.getAttribute('aria-label') ?? '')?.[0]
  if (digits !== undefined) return Number(digits)
  // The old bar shows the number in a bubble beside the button.
  const bubble = tidy(button.parentElement?.parentElement?.textContent ?? '')
  const shown = /(?:^|\s)(\d{1,5})$/.exec(bubble)?.[1]
  return shown === undefined ? undefined : Number(shown)
}

/** The chip of 2026 shows the count as a number of its own; while it rolls over to the next, two stand there and none is believed. */
function numberOn(chip: Element): number | undefined {
  const numbers = proseLeaves(chip, 20).filter((leaf) => /^\d{1,5}$/.test(leaf))
  return numbers.length === 1 ? Number(numbers[0]) : undefined
}
