import type { Observation } from '../meeting/index.ts'
import { flagChat } from '../protocol/chat.ts'
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
    const flag = known.has(line.id) ? undefined : flagChat(line.text)
    if (flag === undefined) return []
    const { kinds, masked } = flag
    return [{ type: 'chatFlag', lineId: line.id, sender: line.sender, kinds, masked }]
  })
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
