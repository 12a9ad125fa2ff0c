import type { ChatLine, HealthItem, Phase } from '../../meeting/index.ts'
import { MAX_CHAT, MAX_NAME, namesFile } from '../../meeting/index.ts'
import { isDisplayed } from '../dom/displayed.ts'
import { clip, tidy, visibleText } from '../dom/text.ts'
import { sameName } from './identity.ts'
import { cleanName } from './labels.ts'
import type { TeamsPage } from './page.ts'

/** Newest lines kept in one reading; older ones were in the readings before. */
const MAX_LINES = 200

export interface Chat {
  readonly lines: readonly ChatLine[]
  readonly cut: boolean
  /** Whether one can write: off means that the organiser has closed the chat. */
  readonly writing: 'on' | 'off' | 'unknown'
}

/**
 * The chat of the meeting. Only the first message of a run names its author; a line of Teams' own between two messages ends the run, and
 * so does one's own message, which names nobody: nobody is given words that another wrote.
 */
export function readChat(page: TeamsPage, ownName: string): Chat {
  const writing =
    page.first('chatOff', page.doc, isDisplayed) !== undefined
      ? 'off'
      : page.first('chatComposer', page.doc, isDisplayed) === undefined
        ? 'unknown'
        : 'on'
  const list = page.first('chatList')
  if (list === undefined) return { lines: [], cut: false, writing }
  page.memory.chatSeen = true
  const items = page.all('chatItem', list)
  const quotes = new Set(page.every('chatQuote', list))
  const holders = holdersOf(page.every('chatFile', list), quotes, list)
  const notTheirs = new Set([...quotes, ...page.every('chatDeleted', list)])
  const isMine = ownMarks(page.every('chatOwn', list), quotes, list)
  const lines: ChatLine[] = []
  const ids = new Map<string, number>()
  let author = ''
  for (const item of items.length > 0 ? items : page.all('chatMessage', list)) {
    const said = page.first('chatAuthor', item, (one) => !isWithin(one, quotes, list))
    const messages =
      page.around('chatMessage', item) === item ? [item] : page.all('chatMessage', item)
    if (messages.length === 0 || page.first('chatSystem', item) !== undefined) {
      author = ''
      continue
    }
    if (said !== undefined) author = nameOf(page, said)
    for (const message of messages) {
      const mine = isMine(message)
      if (mine === true) author = (said === undefined ? '' : nameOf(page, said)) || ownName
      const body = page.first('chatBody', message) ?? message
      const text = clip(visibleText(body, notTheirs), MAX_CHAT)
      const time = page.first('chatTime', item) ?? page.first('chatTime', message)
      const id = unique(ids, idOf(message, body) ?? `${author}|${text.slice(0, 80)}`)
      lines.push({
        id,
        sender: author,
        text,
        timeShown: clip(tidy(time?.textContent ?? ''), 20),
        own: mine ?? (author !== '' && ownName !== '' && sameName(author, ownName)),
        hasFile: holders.has(message) || namesFile(text),
      })
      if (mine === true) author = ''
    }
  }
  return { lines: lines.slice(-MAX_LINES), cut: lines.length > MAX_LINES, writing }
}

/**
 * Whether a message is one's own, by Teams' own mark. Where it marks any, one without it is another's, whatever he calls himself; where
 * it marks none nobody can say so, and the name decides.
 */
function ownMarks(
  marks: readonly Element[],
  quotes: ReadonlySet<Element>,
  list: Element,
): (message: Element) => boolean | undefined {
  if (marks.length === 0) return () => undefined
  const around = holdersOf(marks, quotes, list)
  const marked = new Set(marks)
  return (message) => around.has(message) || isWithin(message, marked, list)
}

function isWithin(element: Element, parts: ReadonlySet<Element>, list: Element): boolean {
  for (let up: Element | null = element; up !== null && up !== list; up = up.parentElement)
    if (parts.has(up)) return true
  return false
}

/** Everything around a file up to the list, but nothing around one that a reply quotes: that is another's. */
function holdersOf(
  files: readonly Element[],
  quotes: ReadonlySet<Element>,
  list: Element,
): ReadonlySet<Element> {
  const holders = new Set<Element>()
  for (const file of files) {
    const around: Element[] = []
    let up: Element | null = file
    while (up !== null && up !== list && !quotes.has(up)) {
      around.push(up)
      up = up.parentElement
    }
    if (up === list) for (const one of around) holders.add(one)
  }
  return holders
}

function nameOf(page: TeamsPage, author: Element): string {
  return clip(cleanName(page.looks.words, tidy(author.textContent ?? '')).name, MAX_NAME)
}

function idOf(message: Element, body: Element): string | undefined {
  const own =
    message.getAttribute('data-mid') ?? message.closest('[data-mid]')?.getAttribute('data-mid')
  const ofBody = /^(?:content|message-body)-(.+)$/.exec(body.id)?.[1]
  const id = own ?? ofBody
  return id === undefined || id === '' ? undefined : clip(id, 100)
}

function unique(ids: Map<string, number>, id: string): string {
  const n = ids.get(id) ?? 0
  ids.set(id, n + 1)
  return n === 0 ? id : `${id}~${n}`
}

/** How far the chat can be read. Teams shows one side panel at a time: with the People panel open the chat is closed. */
export function chatHealth(page: TeamsPage, phase: Phase, chat: Chat): HealthItem {
  if (phase === 'unknown') return { level: 'blind', why: 'pageNotRecognised' }
  if (phase !== 'inCall') return { level: 'blind', why: 'notInCall' }
  const list = page.first('chatList')
  if (list === undefined)
    return { level: 'blind', why: page.memory.chatSeen ? 'panelClosed' : 'panelNeverOpened' }
  if (!isDisplayed(list)) return { level: 'partial', why: 'panelClosed' }
  if (chat.cut) return { level: 'partial', why: 'listShorterThanCount' }
  // Out of sight Teams stops adding what is written (dom facts §6).
  if (page.doc.visibilityState === 'hidden') return { level: 'partial', why: 'tabHidden' }
  return { level: 'complete' }
}
