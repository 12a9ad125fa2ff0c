import type { ChatLine, Observation } from '../meeting/index.ts'
import { flagChat } from '../protocol/chat.ts'
import { sameNameKey } from '../protocol/text.ts'
import type { Pack } from '../protocol/types.ts'
import type { SessionEventBody, SessionState } from '../session/index.ts'

/** A page may invent senders for ever; the journal keeps no more of them. */
const MOST_LINES = 200

/**
 * What of the chat is worth keeping: lines that look like personal information (EG-14, only a masked excerpt), files of somebody
 * else (EG-33), and in a school that keeps the chat off (EG-32) the first line of each
 * sender. Nothing else of what is said goes on.
 */
export function chatFlagEvents(
  state: SessionState,
  seen: Observation,
  pack: Pick<Pack, 'chat'>,
): readonly SessionEventBody[] {
  return [...flagged(state, seen), ...files(state, seen), ...used(state, seen, pack)]
}

function flagged(state: SessionState, seen: Observation): readonly SessionEventBody[] {
  const known = new Set(state.chatFlags.map((flag) => flag.lineId))
  return seen.chat.flatMap((line): SessionEventBody[] => {
    if (known.has(line.id)) return []
    const self = ownName(state, line)
    // A link that is a file is asked about as a file, and one line is not asked about twice.
    const flag = flagChat(line.text, { links: self === undefined, fileLinks: !line.hasFile })
    if (flag === undefined) return []
    const by = self === undefined ? { sender: line.sender } : { sender: self, own: true as const }
    return [{ type: 'chatFlag', lineId: line.id, ...by, ...flag }]
  })
}

/**
 * The teacher's name, where the line is hers. Meet heads her lines "You": where anybody else ever showed that name in this lesson, also
 * under another name by now, it proves nothing.
 */
function ownName({ people }: SessionState, { own, sender }: ChatLine): string | undefined {
  if (!own) return undefined
  const self = people.find((one) => one.isSelf)
  const key = sameNameKey(sender)
  if (self === undefined || sameNameKey(self.name) === key) return sender
  const taken = people.some(
    ({ isSelf, name, renames }) =>
      !isSelf && [name, ...renames.map(({ from }) => from)].some((one) => sameNameKey(one) === key),
  )
  return taken ? undefined : self.name
}

function files(state: SessionState, seen: Observation): readonly SessionEventBody[] {
  const known = state.files ?? []
  const ids = new Set(known.map((one) => one.lineId))
  return seen.chat
    .filter((line) => line.hasFile && !line.own && !ids.has(line.id))
    .slice(0, Math.max(0, MOST_LINES - known.length))
    .map(({ id, sender }) => ({ type: 'chatSeen', what: 'file', lineId: id, sender }))
}

function used(
  state: SessionState,
  seen: Observation,
  pack: Pick<Pack, 'chat'>,
): readonly SessionEventBody[] {
  if (pack.chat !== 'off') return []
  const senders = new Set((state.chatUsed ?? []).map((one) => one.sender))
  return seen.chat.flatMap((line): SessionEventBody[] => {
    if (line.own || senders.has(line.sender) || senders.size >= MOST_LINES) return []
    senders.add(line.sender)
    return [{ type: 'chatSeen', what: 'line', lineId: line.id, sender: line.sender }]
  })
}
