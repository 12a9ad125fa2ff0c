import { fromMeetingPort } from '../../lib/bus/schemas.ts'
import type { FromMeetingPort, ToMeeting } from '../../lib/bus/protocol.ts'
import type { Desk } from '../../lib/desk/desk.ts'
import type { Wire } from '../../lib/vision/messages.ts'

export interface DeskPortParts {
  /** What the desk makes of a message of the page, to wait for or to measure. */
  readonly onWork: (work: Promise<unknown>) => void
  /** What happens to a message on its way; by default it arrives. */
  readonly carry?: (deliver: () => void) => void
}

/**
 * The ports of a meeting page's script, led to a desk as the background does it: what the page sends goes through the door's schema, and
 * nothing is shared between the two sides. There is no page of the room check.
 */
export function deskPort(desk: Desk, parts: DeskPortParts): (name: string) => Wire {
  const { onWork, carry = (deliver) => deliver() } = parts
  return (name) => {
    if (name !== 'meeting') return DEAD
    let open = true
    const hear: ((message: unknown) => void)[] = []
    const tab = desk.connectMeeting(1, 'meet', (message: ToMeeting) => {
      const copy: unknown = structuredClone(message)
      carry(() => queueMicrotask(() => open && hear.forEach((one) => one(copy))))
    })
    const take = (told: FromMeetingPort): void => {
      if (told.type === 'observed') onWork(desk.observed(tab, told.observation, told.tabVisible))
      if (told.type === 'alive') onWork(desk.alive(tab))
      if (told.type === 'performed') desk.tabs.told(tab, told.requestId, told.outcome)
    }
    return {
      postMessage(message) {
        const copy = fromMeetingPort.parse(structuredClone(message))
        carry(() => {
          if (open) take(copy)
        })
      },
      disconnect() {
        open = false
        onWork(desk.disconnectMeeting(tab))
      },
      onMessage: { addListener: (one) => void hear.push(one) },
      onDisconnect: { addListener: () => undefined },
    }
  }
}

const DEAD: Wire = {
  postMessage: () => undefined,
  disconnect: () => undefined,
  onMessage: { addListener: () => undefined },
  onDisconnect: { addListener: () => undefined },
}
