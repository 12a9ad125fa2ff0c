import type { Observation } from '../meeting/index.ts'
import type { Journal } from '../session/journal.ts'
import type { SessionEvent, SessionEventBody, SessionState } from '../session/index.ts'
import {
  CLOCK_SLIP_MS,
  clockBackMs,
  diff,
  fold,
  foldAll,
  NOTHING_MISSING,
  PROOF_EVERY_MS,
} from '../session/index.ts'
import { storedEvent } from '../session/eventSchema.ts'
import { readByEvents } from '../session/readBy.ts'
import type { Missing } from '../session/index.ts'
import type { SessionRow } from '../storage/database.ts'

/** What goes into a new session. */
export interface LessonStart {
  readonly now: number
  readonly seen: Observation
  readonly toolVersion: string
  readonly timeZone: string
}

/**
 * One running lesson: its journal on disk, its events and state in memory. Whatever is in memory can be made again from the
 * journal; whatever could not be written is kept in memory, said loudly, and can still be exported.
 */
export class Lesson {
  private readonly journal: Journal
  #state: SessionState
  readonly #events: SessionEvent[]
  #missing: Missing = NOTHING_MISSING
  /** Events that are folded in but could not be written yet; tried again with the next ones. */
  #unwritten: SessionEvent[] = []
  /** The latest moment on the lesson's clock that is known: of its last event, or of a turn after that. */
  #latest: number

  private constructor(journal: Journal, events: readonly SessionEvent[], state: SessionState) {
    this.journal = journal
    this.#events = [...events]
    this.#state = state
    this.#latest = events.reduce((latest, event) => Math.max(latest, event.at), state.startedAt)
  }

  /** Begins a session and writes its first event. If that fails the lesson runs all the same, unwritten. */
  static async begin(journal: Journal, start: LessonStart): Promise<Lesson> {
    const { now, seen } = start
    const sessionId = `${seen.platform}:${seen.code}:${now}`
    const event: SessionEvent = {
      seq: 0,
      at: now,
      type: 'started',
      sessionId,
      platform: seen.platform,
      code: seen.code,
      title: seen.title,
      toolVersion: start.toolVersion,
      timeZone: start.timeZone,
    }
    const state = foldAll([event])
    if (state === undefined) throw new Error('A session must begin with its own first event.')
    const lesson = new Lesson(journal, [event], state)
    const row: SessionRow = {
      sessionId,
      platform: seen.platform,
      code: seen.code,
      startedAt: now,
      interrupted: false,
      className: '',
      people: 0,
    }
    try {
      await journal.open(row, [event])
    } catch (failure) {
      console.error('The session could not be written', failure)
      lesson.#unwritten = [event]
      lesson.#row = row
    }
    return lesson
  }

  /**
   * Takes a session up again after the worker or the browser died. Undefined where its journal holds no session, or is damaged: on a
   * journal with a hole nothing can be written any more.
   */
  static async resume(journal: Journal, sessionId: string): Promise<Lesson | undefined> {
    const events = await journal.read(sessionId)
    if (events.some((event, seq) => storedEvent(event)?.seq !== seq)) return undefined
    const state = foldAll(events)
    return state === undefined ? undefined : new Lesson(journal, events, state)
  }

  /** Set while the session's own row could not be written. */
  #row: SessionRow | undefined

  get state(): SessionState {
    return this.#state
  }
  get events(): readonly SessionEvent[] {
    return this.#events
  }
  /** True while something of the lesson is only in memory. */
  get isUnwritten(): boolean {
    return this.#unwritten.length > 0
  }

  /** The lesson's clock where the computer's shows `now`. It never goes back. */
  timeAt(now: number): number {
    return Math.max(this.#latest, now + clockBackMs(this.#state))
  }

  /**
   * The same, and writes down first where the computer's clock was set back. It is measured by the latest moment that is known: the longer
   * ago that was, the more of what passed since is lost, and no more than that.
   */
  async keepTime(now: number): Promise<number> {
    const ms = this.#latest - (now + clockBackMs(this.#state))
    if (ms > CLOCK_SLIP_MS) await this.#take([{ type: 'clockSetBack', ms }], this.#latest)
    this.#latest = this.timeAt(now)
    return this.#latest
  }

  /** Takes in one reading of the page; returns whether anything was new. */
  async observe(seen: Observation, now: number): Promise<boolean> {
    const { events, missing } = diff(this.#state, seen, this.#missing, now)
    this.#missing = missing
    const proof: SessionEventBody[] =
      now - this.#state.lastAliveAt >= PROOF_EVERY_MS ? [{ type: 'proofOfLife' }] : []
    await this.add([...readByEvents(this.#state, seen), ...events, ...proof], now)
    return events.length > 0
  }

  /**
   * Folds events in and writes them. Events that change nothing are written too: the journal says what was said. `now` is the lesson's clock
   * while it runs; after that the computer's, as of a teacher who adds a note in the evening.
   */
  async add(bodies: readonly SessionEventBody[], now: number): Promise<void> {
    // What could not be written before is tried again with every reading, also one that brings nothing new.
    if (bodies.length === 0 && !this.isUnwritten) return
    const isOver = this.#state.ended !== undefined && bodies.length > 0
    await this.#take(bodies, isOver ? await this.keepTime(now) : now)
  }

  async #take(bodies: readonly SessionEventBody[], now: number): Promise<void> {
    const at = Math.max(now, this.#latest)
    const fresh: SessionEvent[] = []
    for (const body of bodies) {
      const event: SessionEvent = { ...body, seq: this.#state.seq, at }
      const next = fold(this.#state, event)
      if (next === undefined) throw new Error('A running session can not fold to nothing.')
      this.#state = next
      fresh.push(event)
    }
    if (fresh.length > 0) this.#latest = at
    this.#events.push(...fresh)
    this.#unwritten.push(...fresh)
    await this.#write()
  }

  async #write(): Promise<void> {
    try {
      if (this.#row !== undefined) {
        await this.journal.open(this.#row, this.#unwritten)
        this.#row = undefined
      } else {
        await this.journal.append(this.#state.sessionId, this.#unwritten)
      }
      this.#unwritten = []
    } catch (failure) {
      console.error('Events could not be written', failure)
    }
  }
}
