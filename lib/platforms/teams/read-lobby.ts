import type { HealthItem, Knock, Phase, Tri } from '../../meeting/index.ts'
import { MAX_NAME } from '../../meeting/index.ts'
import { isDisplayed } from '../dom/displayed.ts'
import { clip, proseLeaves, tidy } from '../dom/text.ts'
import { nameKey } from './identity.ts'
import { cleanName } from './labels.ts'
import type { TeamsPage } from './page.ts'
import type { Roster } from './read-roster.ts'

/** Somebody who waits, with the controls that belong to him alone; a control that also means others is not his. */
export interface KnockRow {
  readonly knock: Knock
  readonly row: Element
  readonly admit: Element | undefined
  readonly deny: Element | undefined
  readonly where: 'list' | 'toast'
}

export interface Lobby {
  readonly rows: readonly KnockRow[]
  readonly pending?: number
}

/** More than this at once is no class. */
const MAX_KNOCKS = 300
const MAX_DECORATIONS = 6

/**
 * Who waits to be let in: the rows at the top of the People panel, and the toast that comes up for a newcomer. A toast with several
 * names admits them all with one press, so its buttons belong to a knock only where it names one person.
 */
export function readLobby(page: TeamsPage, roster: Roster): Lobby {
  const listed = roster.lobby.map(({ element, name, badges }) => ({
    row: element,
    name,
    badges,
    admit: page.first('admitButton', element),
    deny: page.first('denyButton', element),
    where: 'list' as const,
  }))
  const inList = new Set(listed.map(({ name }) => nameKey(name)))
  const told = toastKnocks(page)
  const toast = told.knocks.filter(({ name }) => !inList.has(nameKey(name)))
  const found = [...listed, ...toast].slice(0, MAX_KNOCKS)
  const taken = new Set<string>()
  const withOld = found.map((one) => ({ ...one, old: page.memory.knockKeys.get(one.row) }))
  for (const { name, old } of withOld) if (old?.name === name) taken.add(old.key)
  const rows = withOld.map(({ row, name, badges, admit, deny, where, old }): KnockRow => {
    const key = old?.name === name ? old.key : newKey(name, taken)
    taken.add(key)
    page.memory.knockKeys.set(row, { name, key })
    return {
      knock: { key, name, decorations: badges.slice(0, MAX_DECORATIONS) },
      row,
      admit,
      deny,
      where,
    }
  })
  // A locked meeting lets nobody knock: what was last seen of the lock no longer holds.
  if (rows.length > 0 && page.memory.lock?.locked === true) page.memory.lock = undefined
  const pending = roster.waiting ?? told.pending
  return { rows, ...(pending === undefined ? {} : { pending }) }
}

/** The lowest free number among the waiting of that name: a row that Teams redraws gets its key back. */
function newKey(name: string, taken: ReadonlySet<string>): string {
  for (let n = 0; ; n += 1) if (!taken.has(`${name}#${n}`)) return `${name}#${n}`
}

/** A display name has at most so many words; a longer text is a sentence in a language that the table lacks. */
const MAX_NAME_WORDS = 5

/** Names in the toast; or only how many wait, where it says no more or says it in words that are not known. */
function toastKnocks(page: TeamsPage) {
  const { words } = page.looks
  const spans = page.all('toastName').filter(isDisplayed)
  const outer = spans.filter((one) => !spans.some((other) => other !== one && other.contains(one)))
  const alone = outer.length === 1
  const [admit, deny] = (['toastAdmit', 'toastDeny'] as const).map((target) =>
    alone ? page.first(target, page.doc, isDisplayed) : undefined,
  )
  let unnamed = 0
  const knocks = outer.flatMap((row) => {
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
    return [{ row, name, badges: clean.badges, admit, deny, where: 'toast' as const }]
  })
  return { knocks, pending: unnamed === 0 ? undefined : unnamed + knocks.length }
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
    if (lobby.pending !== undefined) return { level: 'complete' }
    if (!roster.atTop) return { level: 'partial', why: 'listShorterThanCount', detail: 'scrolled' }
    // Those who may not admit see no waiting room at all: for them an empty one is no all-clear.
    return isHost === 'yes'
      ? { level: 'complete' }
      : { level: 'partial', why: 'notAHost', detail: 'role not seen' }
  }
  return { level: 'partial', why: page.memory.rosterSeen ? 'panelClosed' : 'panelNeverOpened' }
}
