import type { Observation } from '../meeting/index.ts'
import type { SessionEventBody, SessionState } from '../session/index.ts'
import { INTERRUPTED_AFTER_MS } from '../session/index.ts'
import type { Journal } from '../session/journal.ts'
import { goesOn, startAgain, startBefore } from './carryOver.ts'
import type { StartBefore } from './carryOver.ts'
import type { About, CurrentLesson } from './currentLesson.ts'
import { Lesson } from './lesson.ts'
import type { MeetingTabs } from './meetingTabs.ts'
import { NO_PLAN } from './plan.ts'
import type { RecordBook } from './recordBook.ts'
import type { Rooms } from './rooms.ts'
import type { RuleChanges } from './ruleChanges.ts'
import type { Standards } from './standards.ts'

export interface LifeParts {
  readonly journal: Journal
  readonly book: RecordBook
  readonly tabs: MeetingTabs
  readonly current: CurrentLesson
  readonly standards: Standards
  readonly rules: RuleChanges
  readonly rooms: Rooms
  readonly about: About
}

/** A scan that comes this soon after the end belongs to the page that is being taken down. */
const SETTLE_MS = 5_000

/**
 * When a session begins, goes on and ends. Only here is one opened or closed: a lesson that was closed twice would have two ends, one that
 * nobody closed would never be deleted.
 *
 *   none ── inCall seen ─▶ running ── ended seen / closed by the teacher ─▶ closed (kept in view until the next)
 *                            │  worker, tab or browser died ─▶ resumed within INTERRUPTED_AFTER_MS
 *                            ├── no proof of life for longer ─▶ closed as "interrupted" at the last one
 *                            └── another call seen, and no tab left in this one ─▶ the same, and the other one begins
 */
export class Life {
  readonly #parts: LifeParts
  /** Of the lesson that the running one goes on from. */
  #startBefore: StartBefore | undefined

  constructor(parts: LifeParts) {
    this.#parts = parts
  }

  /** On every wake: the latest open session goes on where its last proof of life is not too old; all others are closed. */
  async takeUp(now: number): Promise<void> {
    const { journal, current, rules } = this.#parts
    const [latest, ...older] = await journal.live()
    for (const row of older) await this.#closeStored(row.sessionId, now)
    if (latest === undefined) return
    const lesson = await Lesson.resume(journal, latest.sessionId)
    if (lesson === undefined || now - lesson.state.lastAliveAt > INTERRUPTED_AFTER_MS)
      return this.#closeStored(latest.sessionId, now)
    current.show(lesson)
    await this.#recall(lesson.state)
    await rules.whileAsleep(now)
  }

  /** A call is seen. True where it is the lesson's, which begins with it where none runs. */
  async inCall(seen: Observation, now: number): Promise<boolean> {
    const { tabs, current } = this.#parts
    const { state } = current
    const same = state !== undefined && state.code === seen.code && state.platform === seen.platform
    if (state?.ended !== undefined && same && now - state.ended.at < SETTLE_MS) return false
    if (state !== undefined && state.ended === undefined) {
      if (same) return true
      // Another call in another tab while this lesson runs: the first one goes on as long as its tab is in it.
      if (tabs.inCall(state.platform, state.code).length > 0) return false
      await this.close('interrupted', state.lastAliveAt, now)
    }
    await this.#begin(seen, now)
    return true
  }

  /** The page of a call says that it is over. */
  async callEnded(seen: Observation, now: number): Promise<void> {
    const { tabs, current } = this.#parts
    const state = current.running
    if (state === undefined) return
    if (state.code !== seen.code || state.platform !== seen.platform) return
    // The other tab of the same call is still in it.
    if (tabs.inCall(state.platform, state.code).length > 0) return
    await this.close(seen.endReason ?? 'unknown', now, now)
  }

  /** The call was read: where somebody of the lesson before is there again, its planned start holds as well. */
  async goOn(now: number): Promise<void> {
    const { current, rules } = this.#parts
    const state = current.running
    if (this.#startBefore === undefined || state === undefined) return
    const startsAt = startAgain(this.#startBefore, state, now)
    if (startsAt === undefined) return
    await current.add([{ type: 'plannedStart', startsAt }], now)
    await rules.setDeadline(now)
  }

  /** Time went by: a lesson whose tab is gone and did not come back is over. */
  async interruptIfGone(now: number): Promise<void> {
    const { tabs, current } = this.#parts
    const state = current.running
    if (state === undefined || tabs.inCall(state.platform, state.code).length > 0) return
    if (now - state.lastAliveAt > INTERRUPTED_AFTER_MS)
      await this.close('interrupted', state.lastAliveAt, now)
  }

  /** Ends the running lesson, if one runs. */
  async close(
    reason: Extract<SessionEventBody, { type: 'ended' }>['reason'],
    endedAt: number,
    now: number,
  ): Promise<void> {
    const { current, book, standards, rooms } = this.#parts
    const { lesson } = current
    if (lesson === undefined || lesson.state.ended !== undefined) return
    await lesson.add([{ type: 'ended', reason, endedAt }], now)
    await book.close(lesson, standards.judged(lesson.state))
    rooms.clear()
  }

  async #begin(seen: Observation, now: number): Promise<void> {
    const { journal, current, standards, rules, rooms, about } = this.#parts
    const last = goesOn(current.state, seen, now)
    rooms.clear()
    current.lockOutcome = undefined
    current.show(await Lesson.begin(journal, { now, seen, ...about }))
    const planned = current.plan.events
    const carried: readonly SessionEventBody[] =
      planned.length > 0 || last?.registerId === undefined
        ? planned
        : [
            standards.classEvent(last.registerId, last.packId ?? standards.pack(current.state).id),
            { type: 'goesOn', sessionId: last.sessionId },
          ]
    this.#startBefore = last === undefined ? undefined : startBefore(last, standards.judged(last))
    await current.setPlan(NO_PLAN)
    await current.add(current.withRoomCheck(carried), now)
    await rules.setDeadline(now)
  }

  /** The worker was away: what the running lesson goes on from is read once more. */
  async #recall({ goesOnFrom }: SessionState): Promise<void> {
    const { journal, standards } = this.#parts
    if (goesOnFrom === undefined) return
    const last = (await Lesson.resume(journal, goesOnFrom))?.state
    this.#startBefore = last === undefined ? undefined : startBefore(last, standards.judged(last))
  }

  /** A session of an earlier life of the browser that nobody closed. */
  async #closeStored(sessionId: string, now: number): Promise<void> {
    const { journal, book, current, standards } = this.#parts
    const lesson = await Lesson.resume(journal, sessionId)
    if (lesson === undefined)
      return book.closeDamaged(sessionId, (state) => standards.judged(state))
    const endedAt = lesson.state.lastAliveAt
    await lesson.add([{ type: 'ended', reason: 'interrupted', endedAt }], now)
    await book.close(lesson, standards.judged(lesson.state))
    if (current.lesson === undefined) current.show(lesson)
  }
}
