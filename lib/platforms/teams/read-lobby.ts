import type { HealthItem, Knock, Phase, Tri } from '../../meeting/index.ts'
import { MAX_NAME } from '../../meeting/index.ts'
import { isDisplayed } from '../dom/displayed.ts'
import { clip, nameOfControl, proseLeaves, tidy } from '../dom/text.ts'
import { nameKey } from './identity.ts'
import { cleanName } from './labels.ts'
import type { TeamsPage } from './page.ts'
import { ADMIT_KEYS, type Roster, wordedButton } from './read-roster.ts'

/** Somebody who waits, with the controls that belong to him alone; a control that also means others is not his. */
export interface KnockRow {
  readonly knock: Knock
  readonly row: Element
  readonly admit: Element | undefined
  readonly deny: Element | undefined
  /** Which of the two is known by its words alone, which stand elsewhere in the page as well: it is pointed at, never pressed. */
  readonly worded: readonly ('admit' | 'deny')[]
  readonly where: 'list' | 'toast'
}

export interface Lobby {
  readonly rows: readonly KnockRow[]
  readonly pending?: number
  /** The toast that is known by its words alone: what it says is half Teams' and half of those who wait. */
  readonly toast?: Element
}

/** Who a row or a toast shows, before he has a key. */
interface Found extends Omit<KnockRow, 'knock'> {
  readonly name: string
  readonly badges: readonly string[]
}

interface Told {
  readonly knocks: readonly Found[]
  readonly pending: number | undefined
  readonly toast?: Element
}

const NOBODY: Told = { knocks: [], pending: undefined }

/** More than this at once is no class. */
const MAX_KNOCKS = 300
const MAX_DECORATIONS = 6

/**
 * Who waits to be let in: the rows at the top of the People panel, and the toast that comes up for a newcomer. A toast with several
 * names admits them all with one press, so its buttons belong to a knock only where it names one person. Where the ids of toast and rows
 * are not the known ones (an organiser's page of March 2026), what is there is known by its words; and where that gives nobody, a button
 * that lets people in says at least that somebody waits.
 */
export function readLobby(page: TeamsPage, roster: Roster): Lobby {
  const listed = roster.lobby.map(({ element, name, badges }): Found => {
    const admit = page.first('admitButton', element)
    const deny = page.first('denyButton', element)
    return {
      row: element,
      name,
      badges,
      admit: admit ?? wordedButton(page, element, ADMIT_KEYS),
      deny: deny ?? wordedButton(page, element, ['deny']),
      worded: [
        ...(admit === undefined ? (['admit'] as const) : []),
        ...(deny === undefined ? (['deny'] as const) : []),
      ],
      where: 'list',
    }
  })
  const inList = new Set(listed.map(({ name }) => nameKey(name)))
  const told = toldOf(page, roster)
  const toast = told.knocks.filter(({ name }) => !inList.has(nameKey(name)))
  const found = [...listed, ...toast].slice(0, MAX_KNOCKS)
  const taken = new Set<string>()
  const withOld = found.map((one) => ({ ...one, old: page.memory.knockKeys.get(one.row) }))
  for (const { name, old } of withOld) if (old?.name === name) taken.add(old.key)
  const rows = withOld.map(({ row, name, badges, admit, deny, worded, where, old }): KnockRow => {
    const key = old?.name === name ? old.key : newKey(name, taken)
    taken.add(key)
    page.memory.knockKeys.set(row, { name, key })
    return {
      knock: { key, name, decorations: badges.slice(0, MAX_DECORATIONS) },
      row,
      admit,
      deny,
      worded,
      where,
    }
  })
  // A locked meeting lets nobody knock: what was last seen of the lock no longer holds.
  if (rows.length > 0 && page.memory.lock?.locked === true) page.memory.lock = undefined
  const pending = roster.waiting ?? told.pending
  return {
    rows,
    ...(pending === undefined ? {} : { pending }),
    ...(told.toast === undefined ? {} : { toast: told.toast }),
  }
}

/** The lowest free number among the waiting of that name: a row that Teams redraws gets its key back. */
function newKey(name: string, taken: ReadonlySet<string>): string {
  for (let n = 0; ; n += 1) if (!taken.has(`${name}#${n}`)) return `${name}#${n}`
}

/** A display name has at most so many words; a longer text is a sentence in a language that the table lacks. */
const MAX_NAME_WORDS = 5

/** Names in the toast; or only how many wait, where it says no more or says it in words that are not known. */
function toastKnocks(page: TeamsPage): Told {
  const { words } = page.looks
  const spans = page.all('toastName').filter(isDisplayed)
  const outer = spans.filter((one) => !spans.some((other) => other !== one && other.contains(one)))
  const alone = outer.length === 1
  const [admit, deny] = (['toastAdmit', 'toastDeny'] as const).map((target) =>
    alone ? page.first(target, page.doc, isDisplayed) : undefined,
  )
  let unnamed = 0
  const knocks = outer.flatMap((row): Found[] => {
    const text = tidy(proseLeaves(row, 10).join(' '))
    const id = row.getAttribute('data-tid') ?? ''
    const ofId = tidy(id.replace(/^participants-in-lobby-?/, ''))
    const some = words.match('lobbySome', text)?.n
    // The count first: in some languages its sentence is that of one person with "3 people" for the name.
    const sentence = some === undefined ? words.match('lobbyOne', text)?.name : undefined
    const isName = text.split(' ').length <= MAX_NAME_WORDS
    const said = sentence ?? (some === undefined && isName ? text : '')
    const clean = cleanName(words, said || ofId)
    if (clean.name === '') {
      unnamed += some ?? (text === '' ? 0 : 1)
      return []
    }
    const name = clip(clean.name, MAX_NAME)
    return [{ row, name, badges: clean.badges, admit, deny, worded: [], where: 'toast' }]
  })
  return { knocks, pending: unnamed === 0 ? undefined : unnamed + knocks.length }
}

/** The toast by its ids, else by its words; else, where the list knows nobody who waits either, whatever says that somebody does. */
function toldOf(page: TeamsPage, roster: Roster): Told {
  const told = toastKnocks(page)
  if (told.knocks.length > 0 || told.pending !== undefined) return told
  const buttons = lettingIn(page, roster)
  for (const button of buttons) {
    const box = toastAround(page, button)
    if (box !== undefined) return toastByWords(page, box, button)
  }
  if (roster.lobby.length > 0) return NOBODY
  const sure = buttons.some(
    (button) =>
      page.looks.words.match('admitWaiting', nameOfControl(button)) !== undefined ||
      page.every('sidePanel').some((panel) => panel.contains(button)),
  )
  return sure ? { knocks: [], pending: 1 } : NOBODY
}

/** Buttons in sight that let somebody in, by words read off the site. */
function lettingIn(page: TeamsPage, roster: Roster): Element[] {
  const { words } = page.looks
  return page.all('anyButton').filter((button) => {
    const label = nameOfControl(button)
    if (!ADMIT_KEYS.some((key) => words.match(key, label)?.certain === true)) return false
    if (isSentByPeople(page, button) || !isDisplayed(button)) return false
    return !roster.lobby.some(({ element }) => element.contains(button))
  })
}

/** What people write or send can hold a button of any name. */
function isSentByPeople(page: TeamsPage, button: Element): boolean {
  const theirs = ['chatItem', 'chatMessage', 'tile'] as const
  return theirs.some((target) => page.around(target, button) !== undefined)
}

/** From a button up to the toast around it. */
const MAX_STEPS_UP = 6

/** The toast around a button: the first box outside the panels that says that somebody waits. */
function toastAround(page: TeamsPage, button: Element): Element | undefined {
  const { words } = page.looks
  if (page.every('sidePanel').some((panel) => panel.contains(button))) return undefined
  let up = button.parentElement
  for (let step = 0; up !== null && step < MAX_STEPS_UP; step += 1, up = up.parentElement) {
    const leaves = proseLeaves(up, 20)
    if (leaves.some((leaf) => words.match('lobbyToast', leaf)?.certain === true)) return up
  }
  return undefined
}

/** "Waiting in the lobby", a name, Deny and Admit. With more than one piece of text beside its own words nobody is named. */
function toastByWords(page: TeamsPage, box: Element, button: Element): Told {
  const { words } = page.looks
  const rest = proseLeaves(box, 20).filter((leaf) => words.match('lobbyToast', leaf) === undefined)
  const [text] = rest
  const clean = cleanName(words, text ?? '')
  const isName = rest.length === 1 && (text ?? '').split(' ').length <= MAX_NAME_WORDS
  if (!isName || clean.name === '') return { knocks: [], pending: 1, toast: box }
  // A button that lets everybody in is nobody's own.
  const his = words.match('admit', nameOfControl(button))?.certain === true
  const knock: Found = {
    row: box,
    name: clip(clean.name, MAX_NAME),
    badges: clean.badges,
    admit: his ? button : undefined,
    deny: wordedButton(page, box, ['deny']),
    worded: ['admit', 'deny'],
    where: 'toast',
  }
  return { knocks: [knock], pending: undefined, toast: box }
}

/** How far the waiting room can be trusted. */
export function lobbyHealth(
  page: TeamsPage,
  phase: Phase,
  isHost: Tri,
  lobby: Lobby,
  roster: Roster,
): HealthItem {
  if (phase === 'unknown') return { level: 'blind', why: 'pageNotRecognised' }
  if (phase !== 'inCall') return { level: 'blind', why: 'notInCall' }
  if (isHost === 'no') return { level: 'blind', why: 'notAHost' }
  const named = lobby.rows.filter(({ where }) => where === 'list').length
  if (lobby.pending !== undefined && named < lobby.pending) {
    return { level: 'partial', why: 'listShorterThanCount', detail: `${named}/${lobby.pending}` }
  }
  if (roster.shown) {
    // Whoever stands in a part of the list that nobody knows may be waiting.
    if (roster.unplaced)
      return { level: 'partial', why: 'listShorterThanCount', detail: 'part not known' }
    // Somebody is told of who is not in the list.
    if (named < lobby.rows.length)
      return {
        level: 'partial',
        why: 'listShorterThanCount',
        detail: `${named}/${lobby.rows.length}`,
      }
    if (lobby.pending !== undefined) return { level: 'complete' }
    if (!roster.atTop) return { level: 'partial', why: 'listShorterThanCount', detail: 'scrolled' }
    // Those who may not admit see no waiting room at all: for them an empty one is no all-clear.
    return isHost === 'yes'
      ? { level: 'complete' }
      : { level: 'partial', why: 'notAHost', detail: 'role not seen' }
  }
  return { level: 'partial', why: page.memory.rosterSeen ? 'panelClosed' : 'panelNeverOpened' }
}
