import { lookAgain } from './lastLook.ts'
import type { RecordBook } from './recordBook.ts'
import type { Shelf } from './shelf.ts'
import type { Standards } from './standards.ts'

const FORGET_EVERY_MS = 3_600_000

type KeepingShelf = Pick<Shelf, 'forgetConcerns' | 'forgetUndos' | 'lastLook' | 'saveLastLook'>

/**
 * Deletes what was kept for as long as the school keeps it. It goes by time alone: were it left to the end of a lesson, the records of
 * a teacher who gives none any more would stay for ever. A clock that has leapt is not believed at once (`lastLook.ts`).
 */
export class Keeping {
  readonly #book: RecordBook
  readonly #shelf: KeepingShelf
  readonly #standards: Standards
  #forgotAt = 0

  constructor(book: RecordBook, shelf: KeepingShelf, standards: Standards) {
    this.#book = book
    this.#shelf = shelf
    this.#standards = standards
  }

  /** Asked often, does something once an hour. */
  async forget(now: number): Promise<void> {
    // Also a clock that was put right meanwhile, which is behind then.
    if (Math.abs(now - this.#forgotAt) < FORGET_EVERY_MS) return
    this.#forgotAt = now
    const { look, due } = lookAgain(await this.#shelf.lastLook(), now)
    // Written first: where that fails nothing is deleted, as the next look could not tell.
    await this.#shelf.saveLastLook(look)
    if (due === undefined) return
    const { retentionDays, concernDays } = this.#standards.school.settings
    await this.#book.forgetOlderThan(retentionDays, due)
    await this.#shelf.forgetConcerns(concernDays, due)
    await this.#shelf.forgetUndos(due)
  }
}
