import type { FromMeetingPort, ToMeeting } from '../bus/protocol.ts'
import type { Wire } from '../vision/messages.ts'
import type { Schedule } from './schedule.ts'

/**
 * The port "meeting" to the background, kept open. The background's worker ends after half a minute of rest; connecting again
 * wakes it, and it must then be told everything anew.
 *
 *   connect ─▶ open ── lost ─▶ wait (longer each time it does not last) ─▶ connect
 *      └── throws: the extension was updated or removed ─▶ gone, for good
 */
export interface Link {
  send(message: FromMeetingPort): void
}

export interface LinkParts {
  readonly connect: (name: string) => Wire
  readonly schedule: Schedule
  readonly signal: AbortSignal
  readonly now: () => number
  readonly onMessage: (message: ToMeeting) => void
  readonly onOpen: () => void
  /** The extension behind this script is no longer there. */
  readonly onGone: () => void
}

export const MEETING_PORT = 'meeting'
const RETRY_MS = [50, 500, 2000, 5000, 15_000]
const LASTED_MS = 10_000

export function createLink(parts: LinkParts): Link {
  const { connect, schedule, signal, now } = parts
  let wire: Wire | undefined
  let tries = 0

  function open(): void {
    if (signal.aborted) return
    let fresh: Wire
    try {
      fresh = connect(MEETING_PORT)
    } catch {
      parts.onGone()
      return
    }
    const openedAt = now()
    wire = fresh
    fresh.onMessage.addListener((message) => {
      if (wire === fresh && isToMeeting(message)) parts.onMessage(message)
    })
    fresh.onDisconnect.addListener(() => {
      if (wire !== fresh) return
      wire = undefined
      if (now() - openedAt >= LASTED_MS) tries = 0
      const delay = RETRY_MS[Math.min(tries, RETRY_MS.length - 1)] ?? 15_000
      tries += 1
      schedule.after(delay, open)
    })
    parts.onOpen()
  }

  signal.addEventListener(
    'abort',
    () => {
      const old = wire
      wire = undefined
      old?.disconnect()
    },
    { once: true },
  )
  open()
  return {
    send(message) {
      try {
        wire?.postMessage(message)
      } catch {
        // The port closed in this very turn; everything is told anew when it is open again.
      }
    },
  }
}

/** Only the background can send on this port; the check guards against a background of another version. */
function isToMeeting(message: unknown): message is ToMeeting {
  if (typeof message !== 'object' || message === null) return false
  const { type } = message as { type?: unknown }
  return type === 'overlay' || type === 'perform' || type === 'standDown'
}
