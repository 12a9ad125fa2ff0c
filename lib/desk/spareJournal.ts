import type { SessionEvent } from '../session/index.ts'
import type { Journal } from '../session/journal.ts'
import type { JournalRow, SessionRow } from '../storage/database.ts'
import { journalInMemory } from './inMemory.ts'

/**
 * The stored journal, and a spare one in memory for when that can't be opened: a lesson that can't be kept is watched all the same. What
 * stands in the spare one is moved as soon as the stored one answers. Only what is not there yet is written, nothing is ever replaced.
 *
 *   stored ── `setAside` ─▶ new lessons go into memory ── `moveBack` ─▶ stored, with what was in memory
 *
 * A disk that only refuses to write (it is full) is none of this: there the lesson itself holds what is not written (`Lesson`).
 */
export class SpareJournal implements Journal {
  readonly #stored: Journal
  readonly #spare = journalInMemory()
  /** Lessons that are in memory only. */
  readonly #ids = new Set<string>()
  #isAside = false

  constructor(stored: Journal) {
    this.#stored = stored
  }

  /** Nothing new can be kept, or something was not yet. */
  get isInMemory(): boolean {
    return this.#isAside || this.#ids.size > 0
  }

  setAside(): void {
    this.#isAside = true
  }

  /** Only within a turn, and where the stored one is known to answer. What it then refuses stays in memory. */
  async moveBack(): Promise<void> {
    this.#isAside = false
    for (const { tip: _madeAnew, ...row } of await this.#spare.rows()) {
      await this.#stored.open(row, await this.#spare.read(row.sessionId))
      this.#ids.delete(row.sessionId)
      await this.#spare.remove(row.sessionId)
    }
  }

  async open(row: SessionRow, events: readonly SessionEvent[]): Promise<void> {
    if (!this.#isAside) return this.#stored.open(row, events)
    await this.#spare.open(row, events)
    this.#ids.add(row.sessionId)
  }

  append(sessionId: string, events: readonly SessionEvent[]): Promise<void> {
    return this.#of(sessionId).append(sessionId, events)
  }

  read(sessionId: string): Promise<readonly SessionEvent[]> {
    return this.#of(sessionId).read(sessionId)
  }

  stored(sessionId: string): Promise<readonly JournalRow[]> {
    return this.#of(sessionId).stored(sessionId)
  }

  /** Of the stored ones: the others are not taken up, they are here. */
  live(): Promise<readonly SessionRow[]> {
    return this.#stored.live()
  }

  lastClosed(): Promise<SessionRow | undefined> {
    return this.#stored.lastClosed()
  }

  async rows(): Promise<readonly SessionRow[]> {
    const here = await this.#spare.rows()
    // The record of a lesson in memory must be found also where the others can't be read.
    const stored = here.length === 0 ? this.#stored.rows() : this.#stored.rows().catch(() => [])
    return [...here, ...(await stored)].toSorted((a, b) => b.startedAt - a.startedAt)
  }

  row(sessionId: string): Promise<SessionRow | undefined> {
    return this.#of(sessionId).row(sessionId)
  }

  update(sessionId: string, change: Partial<SessionRow>): Promise<void> {
    return this.#of(sessionId).update(sessionId, change)
  }

  async remove(sessionId: string): Promise<void> {
    await this.#of(sessionId).remove(sessionId)
    this.#ids.delete(sessionId)
  }

  #of(sessionId: string): Journal {
    return this.#ids.has(sessionId) ? this.#spare : this.#stored
  }
}
