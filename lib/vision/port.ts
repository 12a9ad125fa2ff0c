import type { Schedule } from '../observe/schedule.ts'
import { FRAMES_PORT, toSampler } from './messages.ts'
import type { ToOffscreen, Wire } from './messages.ts'
import { release } from './picture.ts'
import type { Frame, FrameReply } from './types.ts'

/**
 * The meeting page's end of the frames port.
 *
 *   closed ── open() ─▶ connecting ── ready ─▶ ready ── failed ─▶ failed (until closed)
 *     ▲                     │ nothing for `READY_MS`   │ disconnect
 *     └──── wait, longer each time ◀───────────────────┘
 *                                    or no answer to a frame for `REPLY_MS`
 *
 * A connection that is made before the offscreen page exists reaches only the background, which ignores it; the missing
 * "ready" is how that is noticed. For the same reason nobody tells when the offscreen page dies: the background's end stays open, and
 * only the missing answer tells. One frame is under way at most; a second is refused, never queued.
 */
export interface FramesPort {
  /** Takes the picture over and releases it in every case. `stillTheirs` is asked when the reading is there. */
  send(frame: Frame, stillTheirs: () => boolean): Promise<FrameReply>
  readonly ready: boolean
  /** Why the room check can't run, as the offscreen page says; undefined while it can. */
  readonly failure: string | undefined
  open(): void
  close(): void
}

export interface FramesPortParts {
  /** Opens the runtime port of this name. Throws when the extension is gone. */
  readonly connect: (name: string) => Wire
  readonly schedule: Schedule
  readonly signal: AbortSignal
  readonly onReady: () => void
}

const READY_MS = 3000
const REPLY_MS = 4000
const RETRY_MS = [500, 1000, 2000, 5000, 15_000]

interface UnderWay {
  readonly id: number
  readonly stillTheirs: () => boolean
  readonly settle: (reply: FrameReply) => void
}

export function createFramesPort({
  connect,
  schedule,
  signal,
  onReady,
}: FramesPortParts): FramesPort {
  let wire: Wire | undefined
  let wanted = false
  let ready = false
  let failure: string | undefined
  let tries = 0
  let nextId = 0
  let underWay: UnderWay | undefined
  let cancelTimer = () => {}

  function open(): void {
    if (wanted || signal.aborted) return
    wanted = true
    tries = 0
    dial()
  }

  function dial(): void {
    if (!wanted || signal.aborted) return
    let fresh: Wire
    try {
      fresh = connect(FRAMES_PORT)
    } catch {
      // The extension was updated or removed; the script is stood down by its own watch.
      wanted = false
      return
    }
    wire = fresh
    fresh.onMessage.addListener((message) => hear(fresh, message))
    fresh.onDisconnect.addListener(() => lost(fresh))
    cancelTimer()
    cancelTimer = schedule.after(READY_MS, () => {
      if (wire !== fresh || ready) return
      fresh.disconnect()
      lost(fresh)
    })
  }

  function lost(which: Wire): void {
    if (wire !== which) return
    hangUp()
    if (!wanted) return
    const delay = RETRY_MS[Math.min(tries, RETRY_MS.length - 1)] ?? 15_000
    tries += 1
    cancelTimer = schedule.after(delay, dial)
  }

  function hangUp(): void {
    wire = undefined
    ready = false
    failure = undefined
    cancelTimer()
    underWay?.settle({ ok: false, why: 'notReady' })
  }

  function hear(from: Wire, message: unknown): void {
    const parsed = toSampler.safeParse(message)
    if (from !== wire || !parsed.success) return
    const told = parsed.data
    if (told.type === 'ready') {
      ready = true
      failure = undefined
      tries = 0
      onReady()
    } else if (told.type === 'failed') {
      ready = false
      failure = told.why
      cancelTimer()
      underWay?.settle({ ok: false, why: 'failed' })
    } else if (told.id === underWay?.id) {
      if (told.type === 'refused') underWay.settle({ ok: false, why: told.why })
      else confirm(from, underWay, told)
    }
  }

  function confirm(
    to: Wire,
    which: UnderWay,
    { sceneChanged, again }: { readonly sceneChanged: boolean; readonly again: boolean },
  ): void {
    const keep = which.stillTheirs()
    post(to, { type: keep ? 'keep' : 'drop', id: which.id })
    which.settle(keep ? { ok: true, sceneChanged, again } : { ok: false, why: 'tileReused' })
  }

  function post(to: Wire, message: ToOffscreen): boolean {
    try {
      to.postMessage(message)
      return true
    } catch {
      // The other end went away between two events; onDisconnect tells the rest.
      return false
    }
  }

  function send(frame: Frame, stillTheirs: () => boolean): Promise<FrameReply> {
    if (underWay !== undefined || wire === undefined || !ready) {
      release(frame.picture)
      const why = underWay !== undefined ? 'busy' : failure !== undefined ? 'failed' : 'notReady'
      return Promise.resolve({ ok: false, why })
    }
    const to = wire
    nextId += 1
    const id = nextId
    return new Promise((resolve) => {
      const cancel = schedule.after(REPLY_MS, () => {
        if (underWay?.id !== id) return
        underWay.settle({ ok: false, why: 'timedOut' })
        to.disconnect()
        lost(to)
      })
      underWay = {
        id,
        stillTheirs,
        settle(reply) {
          if (underWay?.id === id) underWay = undefined
          cancel()
          resolve(reply)
        },
      }
      const { participantId, isSelf, picture } = frame
      const posted = post(to, { type: 'frame', id, participantId, isSelf, picture })
      // The message holds its own copy.
      release(picture)
      if (!posted) underWay.settle({ ok: false, why: 'notReady' })
    })
  }

  function close(): void {
    wanted = false
    const old = wire
    hangUp()
    old?.disconnect()
  }

  signal.addEventListener('abort', close, { once: true })
  return {
    send,
    open,
    close,
    get ready() {
      return ready
    },
    get failure() {
      return failure
    },
  }
}
