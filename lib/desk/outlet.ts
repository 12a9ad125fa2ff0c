import type { ToPanel } from '../bus/protocol.ts'
import { badgeView, nextBadgeChange, type BadgeView } from '../views/badge.ts'
import { overlayView } from '../views/overlay.ts'
import { panelView } from '../views/panel.ts'
import { roomsAreLookedAt } from '../views/roomCheck.ts'
import type { ViewSituation } from '../views/situation.ts'
import type { OverlayView } from '../views/types.ts'
import { OWN_PREVIEW } from '../vision/preview.ts'
import type { MeetingTabs } from './meetingTabs.ts'

export interface OutletParts {
  readonly tabs: MeetingTabs
  /** How things stand right now; asked again when a delayed view is sent. */
  readonly situation: () => ViewSituation
  /** The offscreen page is wanted (pictures are looked at in a call or in the green room) or not. */
  readonly setRoomCheckRunning: (running: boolean) => void
  /** Whether a lesson runs, or something of one is not written yet: only then does the background have to be woken by the clock. */
  readonly setRunning: (running: boolean) => void
  readonly owes: () => boolean
  /** What stands on the toolbar icon: how many prompts wait, or the countdown. */
  readonly setBadge: (badge: BadgeView) => void
  /** Calls back after so many milliseconds, replacing the last one asked for. */
  readonly wakeIn: (ms: number) => void
}

/** A class of 30 arrives in one burst of readings; nobody reads ten panels a second. */
const PANEL_EVERY_MS = 100
/** Grace times and quiet times end between readings: while a lesson runs somebody looks this often. */
const LOOK_EVERY_MS = 5_000

/** Sends the views out: to meetings and to a panel that has just been opened at once, to other panels at most every PANEL_EVERY_MS. */
export class Outlet {
  readonly #parts: OutletParts
  readonly #panels = new Set<(message: ToPanel) => void>()
  /** Opened, and without a view so far: a teacher who opens her panel must not look at an empty one for a moment longer. */
  readonly #waiting = new Set<(message: ToPanel) => void>()
  #panelDue = false

  constructor(parts: OutletParts) {
    this.#parts = parts
  }

  connectPanel(send: (message: ToPanel) => void): () => void {
    this.#panels.add(send)
    this.#waiting.add(send)
    return () => {
      this.#panels.delete(send)
      this.#waiting.delete(send)
    }
  }

  publish(): void {
    const { tabs, situation, setRoomCheckRunning, setRunning, owes, setBadge } = this.#parts
    const from = situation()
    const overlay = overlayView(from)
    const empty = emptied(overlay)
    const looking = roomsAreLookedAt(from)
    let anybody = overlay.sampleRooms
    for (const tab of tabs.all()) {
      const mine =
        from.phase === 'during' && tab.code === from.state?.code && tab.phase === 'inCall'
      // Before the call the teacher's own picture is looked at, and nobody else's: nobody else is there.
      const preflight = from.phase === 'before' && tab.phase === 'greenRoom' && looking
      anybody ||= preflight
      tab.send({
        type: 'overlay',
        view: mine
          ? { ...overlay, ...(this.#panels.size > 0 ? { panelSpeaks: true } : {}) }
          : preflight
            ? { ...empty, sampleRooms: true, attention: [OWN_PREVIEW] }
            : empty,
      })
    }
    setRoomCheckRunning(anybody)
    setRunning(from.phase === 'during' || owes())
    setBadge(badgeView(overlay, from.now, from.pack.warnBeforeLockMinutes))
    this.#lookAgain(from, nextBadgeChange(overlay, from.now))
    this.#publishFirst(from)
    this.#publishPanels()
  }

  #publishFirst(from: ViewSituation): void {
    if (this.#waiting.size === 0) return
    const view = panelView(from)
    for (const send of this.#waiting) send({ type: 'view', view })
    this.#waiting.clear()
  }

  #publishPanels(): void {
    if (this.#panels.size === 0 || this.#panelDue) return
    this.#panelDue = true
    setTimeout(() => {
      this.#panelDue = false
      const view = panelView(this.#parts.situation())
      for (const send of this.#panels) send({ type: 'view', view })
    }, PANEL_EVERY_MS)
  }

  /** Deadlines are absolute and stored; this only makes sure that somebody looks when they come. */
  #lookAgain({ state, pack, now, phase }: ViewSituation, badgeChange: number | undefined): void {
    if (state === undefined || phase !== 'during') {
      if (this.#parts.owes()) this.#parts.wakeIn(LOOK_EVERY_MS)
      return
    }
    const dueAt = state.lockDeadline?.dueAt
    const moments = dueAt === undefined ? [] : [dueAt - pack.warnBeforeLockMinutes * 60_000, dueAt]
    if (badgeChange !== undefined) moments.push(badgeChange)
    const waits = moments.filter((moment) => moment > now).map((moment) => moment - now + 10)
    this.#parts.wakeIn(Math.min(LOOK_EVERY_MS, ...waits))
  }
}

/** For a meeting page that is not in the running lesson's call. */
function emptied({ queue: _, ...view }: OverlayView): OverlayView {
  return {
    ...view,
    badges: [],
    prompts: [],
    lock: { state: 'notSet' },
    waiting: 0,
    sampleRooms: false,
    attention: [],
  }
}
