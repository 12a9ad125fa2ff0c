import type { ChatLine, HealthItem, Participant, Phase } from '../../meeting/index.ts'
import { MAX_CHAT, MAX_NAME, namesFile } from '../../meeting/index.ts'
import { isDisplayed } from '../dom/displayed.ts'
import { clip, tidy, visibleText } from '../dom/text.ts'
import type { MeetPage } from './page.ts'

/** Newest lines kept in one reading; older ones were in the readings before. */
const MAX_LINES = 200

export interface Chat {
  readonly lines: readonly ChatLine[]
  /** There were more lines than are kept. */
  readonly cut: boolean
  /** The list shows something that is not read: messages of a shape that we don't know. */
  readonly missed: boolean
}

/**
 * The classic chat. Messages of one sender stand in a block with one head; a pin button that shows on hover sits inside each
 * message and repeats its id, so text is read from the message body alone.
 */
export function readChat(page: MeetPage, people: readonly Participant[]): Chat {
  const list = page.first('chatList')
  if (list === undefined) return { lines: [], cut: false, missed: false }
  const lines: ChatLine[] = []
  const ids = new Map<string, number>()
  const blocks = page.all('chatBlock', list).map((block) => ({ block, head: headOf(page, block) }))
  if (blocks.some(({ head }) => head.sender !== '')) page.memory.chatSenderSeen = true
  for (const { block, head } of blocks) {
    const { sender, timeShown } = head
    const own = head.unnamed ? page.memory.chatSenderSeen : isOwn(page, sender, people)
    for (const body of page.all('chatText', block)) {
      const text = clip(visibleText(body), MAX_CHAT)
      const id = unique(
        ids,
        messageId(body, block) ?? `${timeShown}|${sender}|${text.slice(0, 80)}`,
      )
      lines.push({
        id,
        sender,
        text,
        timeShown,
        own,
        hasFile: page.first('chatFile', body) !== undefined || namesFile(text),
      })
    }
  }
  const missed =
    lines.length === 0 ? visibleText(list) !== '' : page.all('chatText', list).length > lines.length
  return { lines: lines.slice(-MAX_LINES), cut: lines.length > MAX_LINES, missed }
}

interface Head {
  readonly sender: string
  readonly timeShown: string
  /** A head that we know, with a time and nothing else. */
  readonly unnamed: boolean
}

/**
 * Who wrote a block, and when. Some builds of 2026 head one's own lines with the time alone, where others say "You". A head without
 * a name is one's own only once a name was found on another in this page: were names somewhere else by now, everybody's lines would
 * look like the teacher's own, and nothing that a pupil writes would be told.
 */
function headOf(page: MeetPage, block: Element): Head {
  const time = page.first('chatTime', block)
  const said = page.first('chatSender', block, (element) => visibleText(element) !== '')
  const sender = clip(tidy(said?.textContent ?? ''), MAX_NAME)
  const head = time?.parentElement ?? undefined
  const unnamed =
    sender === '' && time !== undefined && head !== undefined && saysOnly(page, head, time)
  return { sender, timeShown: clip(tidy(time?.textContent ?? ''), 20), unnamed }
}

/** Beside the time stands nothing but, perhaps, the messages. */
function saysOnly(page: MeetPage, head: Element, time: Element): boolean {
  return [...head.children].every(
    (one) => one === time || visibleText(one) === '' || page.first('chatText', one) !== undefined,
  )
}

/** The id on or nearest around a message, not that of another message of the block. */
function messageId(body: Element, block: Element): string | undefined {
  for (let up: Element | null = body; up !== null && up !== block; up = up.parentElement) {
    const own = up.getAttribute('data-message-id')
    const near = own ?? up.querySelector('[data-message-id]')?.getAttribute('data-message-id')
    if (near !== null && near !== undefined && near !== '') return clip(near, 100)
  }
  const last = block.getAttribute('data-message-id')
  return last === null || last === '' ? undefined : clip(last, 100)
}

function unique(ids: Map<string, number>, id: string): string {
  const n = ids.get(id) ?? 0
  ids.set(id, n + 1)
  return n === 0 ? id : `${id}~${n}`
}

/** One's own lines are headed "You". Where somebody in the call is called that, the word proves nothing. */
function isOwn(page: MeetPage, sender: string, people: readonly Participant[]): boolean {
  if (page.looks.words.match('you', sender) === undefined) return false
  return !people.some(({ name, isSelf }) => !isSelf && tidy(name) === sender)
}

/**
 * The frame of another origin, closed to this reader, that is the chat where the meeting belongs to a space of Google Chat. Also one
 * that stands beside the list that can be read: what is written then is in the frame.
 */
function shownFrame(page: MeetPage): boolean {
  // Most pages have none at all, and the browser knows that without a walk.
  if (page.doc.getElementsByTagName('iframe').length === 0) return false
  const frame = page.first(
    'chatFrame',
    page.doc,
    (one) =>
      /^https:\/\/chat\.google\.com\//.test(one.getAttribute('src') ?? '') && isDisplayed(one),
  )
  return frame !== undefined
}

/** How far the chat can be read. */
export function chatHealth(page: MeetPage, phase: Phase, chat: Chat): HealthItem {
  if (phase === 'unknown') return { level: 'blind', why: 'pageNotRecognised' }
  if (phase !== 'inCall') return { level: 'blind', why: 'notInCall' }
  const list = page.first('chatList')
  const elsewhere = shownFrame(page)
  if (list !== undefined) {
    if (elsewhere) return { level: 'partial', why: 'otherFrame', detail: 'frame' }
    if (chat.missed) {
      const level = chat.lines.length === 0 ? 'blind' : 'partial'
      return { level, why: 'pageNotRecognised', detail: 'messages' }
    }
    if (chat.cut) return { level: 'partial', why: 'listShorterThanCount' }
    return isDisplayed(list) ? { level: 'complete' } : { level: 'partial', why: 'panelClosed' }
  }
  if (elsewhere) return { level: 'blind', why: 'otherFrame', detail: 'frame' }
  const panel = page.first('chatPanel')
  if (panel === undefined) return { level: 'blind', why: 'panelNeverOpened' }
  const frame = page.first('chatFrame', panel) !== undefined
  return { level: 'blind', why: 'otherFrame', detail: frame ? 'frame' : 'no message list' }
}
