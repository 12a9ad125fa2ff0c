import { createQueue } from './queue.ts'

export interface TurnsParts {
  /** The time of a turn that begins. */
  readonly now: () => Promise<number>
  /** Takes up what was stored. */
  readonly load: () => Promise<void>
  /** After any change: judges, prompts, shows. */
  readonly settle: (now: number) => Promise<void>
}

/**
 * The way to the desk: every door takes a turn, one after the other, and none comes before what was stored is known. Without it a
 * message that woke the worker would be judged by an empty desk, and a second lesson would begin beside the one on disk.
 *
 *   knock ─▶ queue ─▶ loaded? ── no, load ─▶ yes ─▶ the task, with the time at which its turn came ─▶ settled, where it says so
 *                                  └─ what can't be read is missing, and no reason to turn anybody away (`loading.ts`)
 */
export class Turns {
  readonly #do = createQueue()
  readonly #parts: TurnsParts
  #ready: Promise<void> | undefined

  constructor(parts: TurnsParts) {
    this.#parts = parts
  }

  /** Loads what was stored, once. Enough for a door that only reads what no turn changes half-way. */
  ready(): Promise<void> {
    this.#ready ??= this.#parts.load().catch((failure: unknown) => {
      this.#ready = undefined
      throw failure
    })
    return this.#ready
  }

  /** Runs a task in its turn. It settles by itself where it changed something. */
  take<T>(task: (now: number) => Promise<T>): Promise<T> {
    return this.#do(async () => {
      await this.ready()
      return task(await this.#parts.now())
    })
  }

  /** The same for what a page of ours tells: settled in every case, and answered. */
  async told(task: (now: number) => Promise<void>): Promise<null> {
    await this.take(async (now) => {
      await task(now)
      await this.settle(now)
    })
    return null
  }

  /** Only within a turn. */
  settle(now: number): Promise<void> {
    return this.#parts.settle(now)
  }
}
