import type { Observation } from '../meeting/index.ts'
import { flagChat } from '../protocol/chat.ts'
import type { SessionEventBody, SessionState } from '../session/index.ts'

/** Chat lines that look like personal information and were not flagged before (EG-14). Only a masked excerpt goes on. */
export function chatFlagEvents(
  state: SessionState,
  seen: Observation,
): readonly SessionEventBody[] {
  const known = new Set(state.chatFlags.map((flag) => flag.lineId))
  return seen.chat.flatMap((line): SessionEventBody[] => {
    const flag = known.has(line.id) ? undefined : flagChat(line.text)
    if (flag === undefined) return []
    const { kinds, masked } = flag
    return [{ type: 'chatFlag', lineId: line.id, sender: line.sender, kinds, masked }]
  })
}
