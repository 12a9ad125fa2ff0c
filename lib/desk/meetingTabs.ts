import type { Command, Observation, Outcome, Phase, Platform } from '../meeting/index.ts'
import type { ToMeeting } from '../bus/protocol.ts'

/** One open meeting tab with a live script in it. */
export interface MeetingTab {
  readonly tabId: number
  readonly platform: Platform
  readonly send: (message: ToMeeting) => void
  phase: Phase
  code: string
  seen?: Observation
  seenAt: number
  /** Last sign of life, with or without a reading. */
  aliveAt: number
  visible: boolean
}

/** A command whose outcome has not come within this time is called timed out; guided steps wait for the teacher's own click. */
const COMMAND_MS = 60_000

/** A page that has said nothing for so long is not read any more, although its port is open (a frozen tab). */
const SILENT_AFTER_MS = 50_000

/** Whether the page has given a sign of life lately enough for its last reading to count. */
export function isAnswering(tab: MeetingTab, now: number): boolean {
  // One that lies ahead is of a clock that was set back since, and says as little as an old one.
  return Math.abs(now - tab.aliveAt) <= SILENT_AFTER_MS
}

/** The meeting tabs that are connected right now, and the commands under way in them. */
export class MeetingTabs {
  readonly #tabs = new Map<number, MeetingTab>()
  readonly #waiting = new Map<
    string,
    { readonly tabId: number; readonly settle: (outcome: Outcome) => void }
  >()
  #requests = 0

  connect(tab: Pick<MeetingTab, 'tabId' | 'platform' | 'send'>): MeetingTab {
    const fresh: MeetingTab = {
      ...tab,
      phase: 'unknown',
      code: '',
      seenAt: 0,
      aliveAt: 0,
      visible: true,
    }
    this.#tabs.set(tab.tabId, fresh)
    return fresh
  }

  disconnect(tab: MeetingTab): void {
    // A reloaded page connects before its old port is gone: only the current one may be taken out.
    if (this.#tabs.get(tab.tabId) === tab) this.#tabs.delete(tab.tabId)
    for (const [requestId, waiting] of this.#waiting) {
      if (waiting.tabId === tab.tabId)
        this.performed(requestId, { result: 'unavailable', steps: [], why: 'pageGone' })
    }
  }

  get(tabId: number): MeetingTab | undefined {
    return this.#tabs.get(tabId)
  }

  all(): readonly MeetingTab[] {
    return [...this.#tabs.values()]
  }

  /** Tabs in this very call. */
  inCall(platform: Platform, code: string): readonly MeetingTab[] {
    return this.all().filter(
      (tab) => tab.phase === 'inCall' && tab.platform === platform && tab.code === code,
    )
  }

  /** Has a tab carry out a command. Resolves always: with the page's outcome, or with why there was none. */
  perform(tab: MeetingTab, command: Command): Promise<Outcome> {
    this.#requests += 1
    const requestId = `${tab.tabId}-${tab.seenAt}-${this.#requests}`
    return new Promise((resolve) => {
      const timer = setTimeout(
        () => this.performed(requestId, { result: 'unavailable', steps: [], why: 'timedOut' }),
        COMMAND_MS,
      )
      this.#waiting.set(requestId, {
        tabId: tab.tabId,
        settle: (outcome) => {
          clearTimeout(timer)
          resolve(outcome)
        },
      })
      tab.send({ type: 'perform', requestId, command })
    })
  }

  /** A page tells what became of a command: its own, not one that another page was given. */
  told(tab: MeetingTab, requestId: string, outcome: Outcome): void {
    if (this.#waiting.get(requestId)?.tabId === tab.tabId) this.performed(requestId, outcome)
  }

  performed(requestId: string, outcome: Outcome): void {
    const waiting = this.#waiting.get(requestId)
    this.#waiting.delete(requestId)
    waiting?.settle(outcome)
  }
}
