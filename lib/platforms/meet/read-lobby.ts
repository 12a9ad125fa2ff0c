import type { HealthItem, Knock, Phase, Tri } from '../../meeting/index.ts'
import { MAX_NAME } from '../../meeting/index.ts'
import { isDisplayed } from '../dom/displayed.ts'
import { clip, nameOfControl, proseLeaves, tidy, visibleText } from '../dom/text.ts'
import type { MeetPage } from './page.ts'

/** A waiting guest with the elements that belong to the row; `read` gives out only the knock. */
export interface KnockRow {
  readonly knock: Knock
  readonly row: Element
  /** Those that Meet is not sure of have none: letting them in is a choice of the row's menu. */
  readonly admit: Element | undefined
}

export interface Lobby {
  readonly rows: readonly KnockRow[]
  readonly pending?: number
  /** The section of the waiting is there and closed, so that nobody can say from here who waits. */
  readonly folded: boolean
}

/**
 * Who waits to be let in. A row is known by its admit button or by the list that it stands in; the section folds away by itself after
 * some seconds, and the green pill then still says how many wait.
 */
export function readLobby(page: MeetPage): Lobby {
  const pending = findPill(page)?.n
  const seenRows = new Set<Element>()
  const withButton = admitButtons(page).map((admit) => ({
    admit,
    row: rowOf(page, admit),
    note: '',
  }))
  const queued = queuedRows(page).map(({ row, note }) => ({ admit: undefined, row, note }))
  const notes = new Map(queued.map(({ row, note }) => [row, note]))
  const found = [...withButton, ...queued].filter(
    ({ row }) => !seenRows.has(row) && seenRows.add(row),
  )
  const shown = found.filter(({ row }) => isDisplayed(row))
  // Rows of a folded section are believed only while the pill says that as many wait.
  const kept = shown.length > 0 || (pending ?? 0) < found.length ? shown : found
  const taken = new Set<string>()
  const rows = kept.map(({ admit, row }) => {
    const name = knockName(page, admit, row)
    return { admit, row, name, old: page.memory.knockKeys.get(row) }
  })
  for (const { name, old } of rows) if (old?.name === name) taken.add(old.key)
  return {
    folded: kept.length < found.length || foldedSections(page).length > 0,
    rows: rows.slice(0, MAX_KNOCKS).map(({ admit, row, name, old }) => {
      const key = old?.name === name ? old.key : newKey(name, taken)
      taken.add(key)
      page.memory.knockKeys.set(row, { name, key })
      const note = notes.get(row) ?? ''
      const beside = decorations(page, row, name)
      return {
        knock: { key, name, decorations: note === '' ? beside : [note, ...beside] },
        row,
        admit,
      }
    }),
    ...(pending === undefined ? {} : { pending }),
  }
}

const SECTIONS = ['waitingSection', 'riskSection']

/** Headings of the folded waiting sections, by their wording. */
export function foldedSections(page: MeetPage): Element[] {
  const says = (one: Element) =>
    SECTIONS.some((key) => page.looks.words.match(key, nameOfControl(one), 'start') !== undefined)
  return page.every('fold').filter((one) => isDisplayed(one) && says(one))
}

/**
 * Whether those in a list wait, by its label and by nothing else: the label is Meet's own, and what stands in the list are names, by
 * which nobody may take a class out of the call.
 */
export function isQueue(page: MeetPage, list: Element): boolean {
  const label = list.getAttribute('aria-label') ?? ''
  return SECTIONS.some((key) => page.looks.words.match(key, label, 'start') !== undefined)
}

/**
 * Rows of the lists of those who wait. Since 2026 there are two, and in the one "With potential risks" a row has no button to admit by
 * and looks like that of somebody in the call, id and all: only the label of the list tells them apart.
 */
function queuedRows(page: MeetPage): { readonly row: Element; readonly note: string }[] {
  return page
    .every('queue')
    .filter((list) => isQueue(page, list))
    .flatMap((list) => {
      const label = list.getAttribute('aria-label') ?? ''
      const risky = page.looks.words.match('riskSection', label, 'start') !== undefined
      return [...list.querySelectorAll('[role="listitem"]')]
        .filter((row) => row.querySelector('[role="listitem"]') === null)
        .map((row) => ({ row, note: risky ? clip(label, 80) : '' }))
    })
}

/** More than this at once is no class. */
const MAX_KNOCKS = 300

/** The lowest free number among the waiting of that name: a row that Meet redraws gets its key back. */
function newKey(name: string, taken: ReadonlySet<string>): string {
  for (let n = 0; ; n += 1) if (!taken.has(`${name}#${n}`)) return `${name}#${n}`
}

export function admitButtons(page: MeetPage): Element[] {
  const { words } = page.looks
  const isForAll = (button: Element) =>
    words.match('admitAll', nameOfControl(button)) !== undefined &&
    button.closest('[role="listitem"]') === null
  const known = page.all('admitButton').filter((button) => !isForAll(button))
  if (known.length > 0) return known
  const worded = page
    .every('admitByWording')
    .filter(
      (button) => words.match('admit', nameOfControl(button)) !== undefined && !isForAll(button),
    )
  if (worded.length > 0) return worded
  return page
    .all('admitDialog')
    .filter(isDisplayed)
    .flatMap((dialog) => page.first('admitDialogAccept', dialog) ?? [])
}

/** The row of a button: the list item, or the widest part around it that holds no second admit button. */
export function rowOf(page: MeetPage, admit: Element): Element {
  const item = admit.closest('[role="listitem"], [role="dialog"]')
  if (item !== null) return item
  const others = page.all('admitButton').filter((button) => button !== admit)
  let row = admit
  for (let up = admit.parentElement; up !== null; up = up.parentElement) {
    if (up.matches('aside, section, [role="region"], [role="list"], [data-panel-id], body')) break
    if (others.some((other) => up.contains(other))) break
    row = up
  }
  return row
}

/** Whose row it is now: Meet gives the row of somebody who was let in to the next who waits. */
export function nameOfRow(page: MeetPage, { admit, row }: KnockRow): string {
  return knockName(page, admit !== undefined && row.contains(admit) ? admit : undefined, row)
}

function knockName(page: MeetPage, admit: Element | undefined, row: Element): string {
  const { words, iconWords } = page.looks
  const label = admit === undefined ? '' : nameOfControl(admit)
  const fromLabel = words.match('admit', label)?.name
  const rowLabel = row.matches('[role="listitem"]')
    ? tidy(row.getAttribute('aria-label') ?? '')
    : ''
  const leaves = proseLeaves(row, 20).filter((leaf) => !iconWords.has(leaf))
  const wants = leaves.map((leaf) => words.match('wantsToJoin', leaf)?.name).find(Boolean)
  // Of a label in a language that we don't know, the leaf that the label repeats is the name.
  const repeated = leaves.find((leaf) => leaf.length > 1 && label.includes(leaf))
  return clip(rowLabel || fromLabel || wants || repeated || leaves[0] || '', MAX_NAME)
}

function decorations(page: MeetPage, row: Element, name: string): string[] {
  const leaves = proseLeaves(row, 20).filter((leaf) => !page.looks.iconWords.has(leaf))
  const at = leaves.findIndex((leaf) => clip(leaf, MAX_NAME) === name)
  return leaves
    .filter(
      (leaf, index) => index !== at && page.looks.words.match('wantsToJoin', leaf) === undefined,
    )
    .slice(0, 6)
    .map((leaf) => clip(leaf, 80))
}

/** The pill "Admit N guests" or "N guests waiting", which has no mark but its wording. Only what has digits is compared. */
export function findPill(
  page: MeetPage,
): { readonly element: Element; readonly n: number } | undefined {
  for (const element of page.every('pill')) {
    // Nearly every control has a label without digits: those are done with at once.
    const label = element.getAttribute('aria-label')
    if (label !== null && !/\d/.test(label)) continue
    if (element.closest('main, aside') !== null) continue
    if (label === null && !/\d/.test(element.textContent ?? '')) continue
    // A chip's icon word is in what labels it, and its number may be a piece of text of its own.
    const n = [nameOfControl(element), visibleText(element)]
      .map((text) => page.looks.words.match('pill', text)?.n)
      .find((one) => one !== undefined)
    if (n !== undefined && isDisplayed(element)) return { element, n }
  }
  return undefined
}

/** How far the waiting room can be trusted. */
export function lobbyHealth(
  page: MeetPage,
  phase: Phase,
  isHost: Tri,
  lobby: Lobby,
  peopleShown: boolean,
): HealthItem {
  if (phase === 'unknown') return { level: 'blind', why: 'pageNotRecognised' }
  if (phase !== 'inCall') return { level: 'blind', why: 'notInCall' }
  if (isHost === 'no') return { level: 'blind', why: 'notAHost' }
  const named = lobby.rows.length
  if (lobby.pending !== undefined) {
    if (named >= lobby.pending) return { level: 'complete' }
    return { level: 'partial', why: 'listShorterThanCount', detail: `${named}/${lobby.pending}` }
  }
  if (peopleShown) {
    // It folds by itself after some seconds (dom/meet.md §4), and nobody saw whether the pill stands while the list is open.
    if (lobby.folded) return { level: 'partial', why: 'panelClosed', detail: 'folded' }
    // An empty waiting room is an all-clear only where the wording of a folded one would be understood.
    const understood = page.looks.words.isSeen('pill', page.doc.documentElement.lang)
    return named > 0 || understood
      ? { level: 'complete' }
      : { level: 'partial', why: 'badgeWordingUnknown' }
  }
  const opened = page.memory.rosterSeen || page.first('peoplePanel') !== undefined
  return { level: 'partial', why: opened ? 'panelClosed' : 'panelNeverOpened' }
}
