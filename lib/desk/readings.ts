import type { Observation } from '../meeting/index.ts'
import { chatFlagEvents } from './chatFlags.ts'
import type { Comeback } from './comeback.ts'
import type { CurrentLesson } from './currentLesson.ts'
import type { Life } from './life.ts'
import { isAnswering } from './meetingTabs.ts'
import type { MeetingTab, MeetingTabs } from './meetingTabs.ts'
import type { Rooms } from './rooms.ts'
import type { Signs } from './signs.ts'
import type { Standards } from './standards.ts'
import type { Turns } from './turns.ts'

export interface ReadingParts {
  readonly turns: Turns
  readonly tabs: MeetingTabs
  readonly current: CurrentLesson
  readonly life: Life
  readonly standards: Standards
  readonly rooms: Rooms
  readonly comeback: Comeback
  readonly signs: Signs
}

/**
 * What a meeting page has seen, on its way into the lesson. One tab is read, the first of the lesson's call: two that were folded into one
 * session would let everybody leave and come back with every reading.
 *
 *   observation ─▶ kept at its tab ─┬─ inCall ──▶ the lesson's call, and its first tab? ─▶ diff ─▶ events, chat flags
 *                                   ├─ ended ───▶ Life closes the lesson
 *                                   └─ unknown ─▶ said, where no other tab reads the call
 */
export class Readings {
  readonly #parts: ReadingParts

  constructor(parts: ReadingParts) {
    this.#parts = parts
  }

  observed(tab: MeetingTab, seen: Observation, visible: boolean): Promise<void> {
    const { turns, tabs, comeback } = this.#parts
    return turns.take(async (now) => {
      if (tabs.get(tab.tabId) !== tab) return
      await turns.settle(await this.#take(tab, seen, visible, now))
      comeback.look()
    })
  }

  /** The meeting page lives and nothing has changed on it. */
  alive(tab: MeetingTab): Promise<void> {
    const { turns, tabs } = this.#parts
    return turns.take(async (now) => {
      if (tabs.get(tab.tabId) !== tab) return
      tab.aliveAt = now
      if (this.#isOfLesson(tab)) await this.#hear(now)
      await this.again(now)
      await turns.settle(now)
    })
  }

  /**
   * Looks at the last reading once more. A page sends only what changed; but that somebody is still missing, or a camera still
   * off, becomes true with time alone. Only within a turn.
   */
  async again(now: number): Promise<void> {
    const { current } = this.#parts
    const tab = current.actingTab()
    if (tab?.seen === undefined || current.running === undefined) return
    if (isAnswering(tab, now)) await current.lesson?.observe(tab.seen, now)
  }

  /** Gives the time by which the lesson goes after it (`Life.inCall`). */
  async #take(tab: MeetingTab, seen: Observation, visible: boolean, now: number): Promise<number> {
    const { current, life, rooms } = this.#parts
    Object.assign(tab, {
      phase: seen.phase,
      code: seen.code,
      seen,
      seenAt: now,
      aliveAt: now,
      visible,
    })
    // A picture that is not shown any more says nothing of the background behind the next one.
    const isHers = current.moment === 'before' || current.actingTab() === tab
    if (isHers && (seen.self.camera === 'off' || seen.phase === 'ended')) rooms.forgetOwn()
    if (seen.phase === 'inCall') return this.#inCall(tab, seen, now)
    if (seen.phase === 'ended') await life.callEnded(seen, now)
    else if (seen.phase === 'unknown') await this.#notRecognised(seen, now)
    return now
  }

  async #inCall(tab: MeetingTab, seen: Observation, before: number): Promise<number> {
    const { tabs, current, life, standards, rooms } = this.#parts
    const now = await life.inCall(seen, before)
    if (now === undefined) return before
    Object.assign(tab, { seenAt: now, aliveAt: now })
    // Two tabs in one call see the same people: the first reads, the other only shows.
    if (tabs.inCall(seen.platform, seen.code)[0] !== tab) return now
    await this.#hear(now)
    const { state } = current
    await current.lesson?.observe(seen, now)
    const after = current.state
    if (after === undefined) return now
    if (after !== state) rooms.keepOnly(after)
    await life.goOn(now)
    await current.add(chatFlagEvents(after, seen, standards.pack(after)), now)
    return now
  }

  /** The tab that is read; where none is, because its page can't be placed, the one that shows the lesson's call. */
  #isOfLesson(tab: MeetingTab): boolean {
    const { current } = this.#parts
    const acting = current.actingTab()
    return acting === undefined ? tab.code === current.running?.code : tab === acting
  }

  /** The lesson's page gives a sign. Where it is known to have given none for a while before, that is written down. */
  async #hear(now: number): Promise<void> {
    const { current, signs } = this.#parts
    if (current.running === undefined) return
    const silentFor = signs.heard(current.running.sessionId, now)
    if (silentFor !== undefined) await current.add([{ type: 'proofOfLife', silentFor }], now)
  }

  /** The page of the running call can't be placed any more: that is said, and everything else stays as it was seen last. */
  async #notRecognised(seen: Observation, now: number): Promise<void> {
    const { tabs, current } = this.#parts
    const state = current.running
    if (state === undefined || state.code !== seen.code) return
    if (tabs.inCall(state.platform, state.code).length > 0) return
    await this.#hear(now)
    await current.lesson?.observe(seen, now)
  }
}
