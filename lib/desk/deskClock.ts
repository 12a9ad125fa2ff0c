import type { CurrentLesson } from './currentLesson.ts'

/**
 * The time by which the desk goes. While a lesson runs that is the lesson's own clock, which never goes back: everything that is compared
 * with it (deadlines, silence, who is late) was written by it. Otherwise it is the computer's.
 *
 *   the computer's clock ──────────────────────────────────────▶ no lesson runs
 *        └─ behind what the lesson knows already? ─▶ written down ─▶ + what it was set back by ─▶ a lesson runs
 */
export class DeskClock {
  readonly #computer: () => number
  readonly #current: CurrentLesson

  constructor(computer: () => number, current: CurrentLesson) {
    this.#computer = computer
    this.#current = current
  }

  now(): number {
    const now = this.#computer()
    return this.#current.running === undefined ? now : (this.#current.lesson?.timeAt(now) ?? now)
  }

  /** The time of a turn that begins. A clock that was set back since the last one is noticed here, and written into the lesson. */
  async turn(): Promise<number> {
    const now = this.#computer()
    return this.#current.running === undefined
      ? now
      : ((await this.#current.lesson?.keepTime(now)) ?? now)
  }
}
