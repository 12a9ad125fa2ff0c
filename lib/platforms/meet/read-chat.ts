import type { ChatLine, HealthItem, Participant, Phase } from '../../meeting/index.ts'
import { MAX_CHAT, MAX_NAME } from '../../meeting/index.ts'
import { isDisplayed } from '../dom/displayed.ts'
import { clip, tidy, visibleText } from '../dom/text.ts'
import type { MeetPage } from './page.ts'

/** Newest lines kept in one reading; older ones were in the readings before. */
const MAX_LINES = 200

const FILE_LINK = 'a[href*="://drive.google.com/"], a[href*="://docs.google.com/"]'

export interface Chat {
  readonly lines: readonly ChatLine[]
  /** There were more lines than are kept. */
  readonly cut: boolean
}

/**
 * The classic chat. Messages of one sender stand in a block with one head; a pin button that shows on hover sits inside each
 * message and repeats its id, so text is read from the message body alone.
 */
export function readChat(page: MeetPage, people: readonly Participant[]): Chat {
  const list = page.first('chatList')
  if (list === undefined) return { lines: [], cut: false }
  const lines: ChatLine[] = []
  const ids = new Map<string, number>()
  for (const block of page.all('chatBlock', list)) {
    const sender = clip(tidy(page.first('chatSender', block)?.textContent ?? ''), MAX_NAME)
    const timeShown = clip(tidy(page.first('chatTime', block)?.textContent ?? ''), 20)
    const own = isOwn(page, sender, people)
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
        hasFile: body.querySelector(FILE_LINK) !== null,
      })
    }
  }
  return { lines: lines.slice(-MAX_LINES), cut: lines.length > MAX_LINES }
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

/** How far the chat can be read. Meet's newer chat is a frame of another origin, closed to this reader. */
export function chatHealth(page: MeetPage, phase: Phase, chat: Chat): HealthItem {
  if (phase === 'unknown') return { level: 'blind', why: 'pageNotRecognised' }
  if (phase !== 'inCall') return { level: 'blind', why: 'notInCall' }
  const list = page.first('chatList')
  if (list !== undefined) {
    if (chat.cut) return { level: 'partial', why: 'listShorterThanCount' }
    return isDisplayed(list) ? { level: 'complete' } : { level: 'partial', why: 'panelClosed' }
  }
  const panel = page.first('chatPanel')
  if (panel === undefined) return { level: 'blind', why: 'panelNeverOpened' }
  const frame = page.first('chatFrame', panel) !== undefined
  return { level: 'blind', why: 'otherFrame', detail: frame ? 'frame' : 'no message list' }
}
