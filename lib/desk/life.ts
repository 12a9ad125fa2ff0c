import type { Observation } from '../meeting/index.ts'
import type { SessionEventBody, SessionState } from '../session/index.ts'
import { clockBackMs, INTERRUPTED_AFTER_MS } from '../session/index.ts'
import type { Journal } from '../session/journal.ts'
import { agreedBefore, goesOn, sameCall, takenOver, whoWasIn } from './carryOver.ts'
import type { AgreedBefore } from './carryOver.ts'
import type { About, CurrentLesson } from './currentLesson.ts'
import type { DeskClock } from './deskClock.ts'
import { Lesson } from './lesson.ts'
import type { MeetingTabs } from './meetingTabs.ts'
import { NO_PLAN } from './plan.ts'
import type { Judged, RecordBook } from './recordBook.ts'
import type { Rooms } from './rooms.ts'
import type { RuleChanges } from './ruleChanges.ts'
import type { SessionRow } from '../storage/database.ts'
import type { Standards } from './standards.ts'

export interface LifeParts {
  readonly clock: Pick<DeskClock, 'now'>
  readonly journal: Journal
  readonly book: RecordBook
  readonly tabs: MeetingTabs
  readonly current: CurrentLesson
  readonly standards: Standards
  readonly rules: RuleChanges
  readonly rooms: Rooms
  readonly about: About
}

/**
 * For so long a lesson that is over is still the one that is shown, and what the teacher says goes into it: a follow-up is written in the
 * evening of the day. After that it is one of the past lessons.
 */
export const SHOWN_AFTER_MS = 12 * 3_600_000
/** A scan that comes this soon after the end belongs to the page that is being taken down. */
const SETTLE_MS = 5_000

/**
 * When a session begins, goes on and ends. Only here is one opened or closed: a lesson that was closed twice would have two ends, one that
 * nobody closed would never be deleted.
 *
 *   none ── inCall seen ─▶ running ── ended seen / closed by the teacher ─▶ closed (in view until the next, or for SHOWN_AFTER_MS)
 *                            │  worker, tab or browser died ─▶ resumed within INTERRUPTED_AFTER_MS
 *                            ├── no proof of life for longer ─▶ closed as "interrupted" at the last one
 *                            └── another call seen, and no tab left in this one ─▶ the same, and the other one begins
 */
export class Life {
  readonly #parts: LifeParts
  /** Of the lesson that the running one goes on from. */
  #agreed: AgreedBefore | undefined
  /** Ended lessons of which the disk did not take the end, and by what they were judged on their day. */
  readonly #unclosed = new Map<Lesson, Judged>()

  constructor(parts: LifeParts) {
    this.#parts = parts
  }

  /**
   * On every wake: the latest open session goes on where its last proof of life is not too old; all others are closed. Where none goes on
   * the last one is shown again: the worker may end with the meeting's tab, and what she says after the lesson is still said of that one.
   *
   * `mayClose`: the classes and settings are known that a closed one keeps.
   */
  async takeUp(now: number, mayClose: boolean): Promise<void> {
    const { journal, current, rules } = this.#parts
    const here = current.state?.sessionId
    const live = (await journal.live()).filter((row) => row.sessionId !== here)
    if (here !== undefined) return mayClose ? this.#goBefore(live, now) : undefined
    const [latest, ...older] = live
    const lesson = latest === undefined ? undefined : await this.#read(latest)
    const isOn = lesson !== undefined && mayGoOn(lesson, now)
    const over = mayClose ? await this.#closeAll(isOn ? older : live, now) : []
    if (!isOn) return this.#show(await this.#last(over), now)
    current.show(lesson)
    await this.#recall(lesson.state)
    if (mayClose) await rules.whileAsleep(lesson.timeAt(now))
  }

  /**
   * A lesson that has been over for long is no longer the one that is shown, nor one after which she prepares the next (`after` 0). False
   * where it stays because something of it could not be saved: that is to be had only there.
   */
  putAway(now: number, after = SHOWN_AFTER_MS): boolean {
    const { current } = this.#parts
    const { lesson } = current
    if (lesson?.state.ended === undefined) return true
    if (lesson.isUnwritten) return false
    if (Math.abs(sinceEnd(lesson, now)) >= after) current.show(undefined)
    return true
  }

  /**
   * A call is seen. The time by which it is the lesson's, which begins with it where none runs; undefined where it is not. That is another
   * one than the turn's only where a lesson was closed for it that had counted on from a clock that was set back.
   */
  async inCall(seen: Observation, now: number): Promise<number | undefined> {
    const { clock, tabs, current } = this.#parts
    const { state, lesson } = current
    const same = state !== undefined && state.code === seen.code && state.platform === seen.platform
    if (lesson !== undefined && same && Math.abs(sinceEnd(lesson, now)) < SETTLE_MS)
      return undefined
    if (state !== undefined && state.ended === undefined) {
      if (same) return now
      // Another call in another tab while this lesson runs: the first one goes on as long as its tab is in it.
      if (tabs.inCall(state.platform, state.code).length > 0) return undefined
      await this.close('interrupted', state.lastAliveAt, now)
    }
    const at = clock.now()
    await this.#begin(seen, at)
    return at
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

  /** The call was read: where somebody of the lesson before is there again, what was agreed in it holds as well. */
  async goOn(now: number): Promise<void> {
    const { current, rules } = this.#parts
    const state = current.running
    if (this.#agreed === undefined || state === undefined) return
    const events = takenOver(this.#agreed, state, now)
    if (events.length === 0) return
    await current.add(events, now)
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
    const { current, standards, rooms } = this.#parts
    const { lesson } = current
    if (lesson === undefined || lesson.state.ended !== undefined) return
    await lesson.add([{ type: 'ended', reason, endedAt }], now)
    await this.#keepEnd(lesson, standards.judged(lesson.state))
    rooms.clear()
  }

  /** The disk refused something, and the worker has to live until it is written: after the end of a lesson nothing else would try. */
  get owes(): boolean {
    return this.#unclosed.size > 0 || this.#parts.current.lesson?.isUnwritten === true
  }

  /** Time went by: what the disk refused is tried again. A lesson that was deleted meanwhile does not come back by that. */
  async writeAgain(now: number): Promise<void> {
    const { current, journal } = this.#parts
    if (current.lesson?.isUnwritten === true) await current.lesson.add([], now)
    for (const [lesson, judged] of this.#unclosed) {
      const isKept = lesson === current.lesson || (await isThere(journal, lesson))
      if (isKept) await this.#keepEnd(lesson, judged, now)
      else this.#unclosed.delete(lesson)
    }
  }

  async #keepEnd(lesson: Lesson, judged: Judged, now?: number): Promise<void> {
    if (now !== undefined && lesson.isUnwritten) await lesson.add([], now)
    const isKept = (await this.#parts.book.close(lesson, judged)) && !lesson.isUnwritten
    if (isKept) this.#unclosed.delete(lesson)
    else this.#unclosed.set(lesson, judged)
  }

  /** A class was chosen. Where the lesson is over, what was kept of it at its end is of no class, or of the wrong one. */
  async classChosen(): Promise<void> {
    const { current, book, standards } = this.#parts
    const { lesson, moment } = current
    if (lesson !== undefined && moment === 'after')
      await book.keepClass(lesson, standards.judged(lesson.state))
  }

  /**
   * A backup was taken in. Where it knew more of the lesson that is shown, that one goes on from what is on the disk now: its next entry would
   * have a number there that is taken, and be lost with the worker. One with something that is only in memory stays: that is to be had
   * only there.
   */
  async restored(): Promise<void> {
    const { current, journal } = this.#parts
    const { lesson } = current
    if (lesson?.state.ended === undefined || lesson.isUnwritten) return
    const row = await journal.row(lesson.state.sessionId)
    if (row?.tip === undefined || row.tip.seq < lesson.state.seq) return
    current.show(await this.#read(row))
  }

  async #begin(seen: Observation, now: number): Promise<void> {
    const { journal, current, rules, rooms, about } = this.#parts
    const last = goesOn(current.state, seen, now)
    rooms.clear()
    current.lockOutcome = undefined
    current.show(await Lesson.begin(journal, { now, seen, ...about }))
    const planned = current.plan.events
    const carried = planned.length > 0 ? planned : this.#carried(last, now)
    this.#keepAgreedIn(last)
    await current.setPlan(NO_PLAN)
    await current.add(current.withRoomCheck(carried), now)
    await rules.setDeadline(now)
  }

  /** The worker was away: what the running lesson goes on from is read once more. */
  async #recall({ goesOnFrom }: SessionState): Promise<void> {
    if (goesOnFrom === undefined) return
    this.#keepAgreedIn((await Lesson.resume(this.#parts.journal, goesOnFrom))?.state)
  }

  #keepAgreedIn(last: SessionState | undefined): void {
    const { standards } = this.#parts
    this.#agreed = last === undefined ? undefined : agreedBefore(last, standards.judged(last))
  }

  /**
   * A lesson began before those on disk could be read. They came before it; where one is the same call once more, its class is taken over
   * as it would have been then.
   */
  async #goBefore(live: readonly SessionRow[], now: number): Promise<void> {
    const { current, rules } = this.#parts
    const last = await this.#last(await this.#closeAll(live, now))
    const { running } = current
    if (running === undefined || running.registerId !== undefined) return
    const before = goesOn(last?.state, running, now)
    this.#keepAgreedIn(before)
    await current.add(this.#carried(before, running.startedAt), now)
    await rules.setDeadline(now)
  }

  /** The one that ended last: of those that have just been closed, which the disk may have refused, and of all on it. */
  async #last(closed: readonly Lesson[]): Promise<Lesson | undefined> {
    const row = await this.#parts.journal.lastClosed()
    const stored = row === undefined ? undefined : await this.#read(row)
    const all = stored === undefined ? closed : [...closed, stored]
    return all.toSorted((a, b) => endOf(b) - endOf(a))[0]
  }

  #show(last: Lesson | undefined, now: number): void {
    // She is preparing the next one already.
    if (this.#parts.current.plan.events.length > 0) return
    if (last === undefined) return
    // One that is dated far ahead, by a clock that was wrong then, is not the last one for ever.
    if (Math.abs(sinceEnd(last, now)) < SHOWN_AFTER_MS) this.#parts.current.show(last)
  }

  async #read({ sessionId }: SessionRow): Promise<Lesson | undefined> {
    try {
      return await Lesson.resume(this.#parts.journal, sessionId)
    } catch (failure) {
      console.error('A lesson could not be read', failure)
      return undefined
    }
  }

  /** The class of the lesson that goes on in another one. What was agreed in it follows when somebody of it is seen again (`#agreed`). */
  #carried(last: SessionState | undefined, startedAt: number): readonly SessionEventBody[] {
    const { current, standards } = this.#parts
    if (last?.registerId === undefined) return []
    const packId = last.packId ?? standards.pack(current.state).id
    return [
      standards.classEvent(last.registerId, packId),
      {
        type: 'goesOn',
        sessionId: last.sessionId,
        were: whoWasIn(last, standards.judged(last)),
        ...sameCall(last, startedAt),
      },
    ]
  }

  async #closeAll(rows: readonly SessionRow[], now: number): Promise<Lesson[]> {
    const closed: Lesson[] = []
    for (const { sessionId } of rows) {
      try {
        const lesson = await this.#closeStored(sessionId, now)
        if (lesson !== undefined) closed.push(lesson)
      } catch (failure) {
        // One that can't be read must not take the lesson of today with it: it stays open, and is tried again on the next wake.
        console.error('A lesson before could not be closed', failure)
      }
    }
    return closed
  }

  /** A session of an earlier life of the browser that nobody closed. */
  async #closeStored(sessionId: string, now: number): Promise<Lesson | undefined> {
    const { journal, book, standards } = this.#parts
    const lesson = await Lesson.resume(journal, sessionId)
    if (lesson === undefined) {
      await book.closeDamaged(sessionId, (state) => standards.judged(state))
      return undefined
    }
    // The worker may have died between its end and its row: it is not ended a second time.
    if (lesson.state.ended === undefined)
      await lesson.add(
        [{ type: 'ended', reason: 'interrupted', endedAt: lesson.state.lastAliveAt }],
        now,
      )
    await book.close(lesson, standards.judged(lesson.state))
    return lesson
  }
}

/** A disk that gives no answer says nothing of it. */
async function isThere(journal: Journal, { state }: Lesson): Promise<boolean> {
  try {
    return (await journal.row(state.sessionId)) !== undefined
  } catch {
    return true
  }
}

function mayGoOn(lesson: Lesson, now: number): boolean {
  const { ended, lastAliveAt } = lesson.state
  return ended === undefined && lesson.timeAt(now) - lastAliveAt <= INTERRUPTED_AFTER_MS
}

/** How long a lesson is over where the computer's clock shows `now`: it may have counted on from a later one. */
function sinceEnd(lesson: Lesson, now: number): number {
  return now + clockBackMs(lesson.state) - endOf(lesson)
}

/** Long ago for one that has no end: of a damaged journal it is lost, and nothing more is written into that. */
function endOf({ state }: Lesson): number {
  return state.ended?.at ?? -Infinity
}
