import type { FromMeetingPort, ToMeeting } from '../bus/protocol.ts'
import type { Wire } from '../vision/messages.ts'
import type { Schedule } from './schedule.ts'

/**
 * The port "meeting" to the background, kept open. The background's worker ends after half a minute of rest; connecting again
 * wakes it, and it must then be told everything anew.
 *
 *   connect ─▶ open ── lost, or no answer for ANSWER_MS ─▶ wait (longer each time it does not last) ─▶ connect
 *      │                 └── lost while the page is no meeting ─▶ resting ── it is one ─▶ connect
 *      └── throws: the extension was updated or removed ─▶ gone, for good
 */
export interface Link {
  send(message: FromMeetingPort): void
  /** Whether there is nothing to say for now: a connection that ends then is not made again, which would wake the worker for nothing. */
  rest(wish: boolean): void
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
/** The first wait lets a dying worker go: a port that is opened to it hangs (see ANSWER_MS). */
const RETRY_MS = [300, 500, 2000, 5000, 15_000]
const LASTED_MS = 10_000
/**
 * Every message is answered with a view. A port that was opened to a worker just being ended never says that it is lost (seen on
 * Chromium 156): only the missing answer tells.
 */
const ANSWER_MS = 5_000

export function createLink(parts: LinkParts): Link {
  const { connect, schedule, signal, now } = parts
  let wire: Wire | undefined
  let tries = 0
  let openedAt = 0
  let owedSince: number | undefined
  let resting = false
  let cancelOpen = () => {}

  function open(): void {
    if (signal.aborted || wire !== undefined) return
    let fresh: Wire
    try {
      fresh = connect(MEETING_PORT)
    } catch {
      parts.onGone()
      return
    }
    openedAt = now()
    wire = fresh
    owedSince = undefined
    fresh.onMessage.addListener((message) => {
      if (wire !== fresh || !isToMeeting(message)) return
      owedSince = undefined
      parts.onMessage(message)
    })
    fresh.onDisconnect.addListener(() => {
      if (wire === fresh) lost()
    })
    parts.onOpen()
  }

  function lost(): void {
    wire = undefined
    if (resting) return
    if (now() - openedAt >= LASTED_MS) tries = 0
    const delay = RETRY_MS[Math.min(tries, RETRY_MS.length - 1)] ?? 15_000
    tries += 1
    cancelOpen = schedule.after(delay, open)
  }

  schedule.every(ANSWER_MS / 2, () => {
    if (wire === undefined || owedSince === undefined || now() - owedSince < ANSWER_MS) return
    wire.disconnect()
    lost()
  })

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
    rest(wish) {
      if (wish === resting) return
      resting = wish
      cancelOpen()
      if (!wish) open()
    },
    send(message) {
      if (wire === undefined) return
      // A technician's look is answered to his page; every other message is answered with a view.
      if (message.type !== 'inspected') owedSince ??= now()
      try {
        wire.postMessage(message)
      } catch {
        // The port closed in this very turn; everything is told anew when it is open again.
      }
    },
  }
}

const HEARD: ReadonlySet<string> = new Set<ToMeeting['type']>([
  'overlay',
  'perform',
  'focusPrompt',
  'standDown',
  'looks',
  'words',
  'inspect',
])

/** Only the background can send on this port; the check guards against a background of another version. */
function isToMeeting(message: unknown): message is ToMeeting {
  if (typeof message !== 'object' || message === null) return false
  const { type } = message as { type?: unknown }
  return typeof type === 'string' && HEARD.has(type)
}
