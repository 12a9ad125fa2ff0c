import type { RecordBook } from './recordBook.ts'
import type { Shelf } from './shelf.ts'
import type { Standards } from './standards.ts'

const FORGET_EVERY_MS = 3_600_000

/**
 * Deletes what was kept for as long as the school keeps it. It goes by time alone: were it left to the end of a lesson, the records of
 * a teacher who gives none any more would stay for ever.
 */
export class Keeping {
  readonly #book: RecordBook
  readonly #shelf: Pick<Shelf, 'forgetConcerns' | 'forgetUndos'>
  readonly #standards: Standards
  #forgotAt = 0

  constructor(
    book: RecordBook,
    shelf: Pick<Shelf, 'forgetConcerns' | 'forgetUndos'>,
    standards: Standards,
  ) {
    this.#book = book
    this.#shelf = shelf
    this.#standards = standards
  }

  /** Asked often, does something once an hour. */
  async forget(now: number): Promise<void> {
    if (now - this.#forgotAt < FORGET_EVERY_MS) return
    this.#forgotAt = now
    const { retentionDays, concernDays } = this.#standards.school.settings
    await this.#book.forgetOlderThan(retentionDays, now)
    await this.#shelf.forgetConcerns(concernDays, now)
    await this.#shelf.forgetUndos(now)
  }
}
