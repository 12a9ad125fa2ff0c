import type { CurrentLesson } from './currentLesson.ts'
import type { Life } from './life.ts'
import type { LooksDesk } from './looks.ts'
import type { MeetingTabs } from './meetingTabs.ts'
import type { RuleChanges } from './ruleChanges.ts'
import type { SpareJournal } from './spareJournal.ts'
import type { Standards } from './standards.ts'
import type { Turns } from './turns.ts'
import { within } from './within.ts'

export interface LoadingParts {
  readonly now: () => number
  readonly journal: SpareJournal
  readonly tabs: MeetingTabs
  readonly current: CurrentLesson
  readonly standards: Standards
  readonly rules: RuleChanges
  readonly looks: LooksDesk
  readonly life: Life
}

/** What is stored in places of their own, each of which can fail by itself. */
type Part = 'settings' | 'looks' | 'lessons' | 'classes'
const DATABASE: readonly Part[] = ['lessons', 'classes']

/** A database that is being opened may never answer: the lesson does not wait for it any longer. */
export const PATIENCE_MS = 5_000
/** So long after a failure it is tried again, while somebody asks. */
export const AGAIN_AFTER_MS = 15_000

/**
 * Takes up what is stored. What can't be read is missing and said (`bannersFor`), and the desk works without it: a lesson that nobody
 * watches because an old one can't be opened is the greater harm.
 *
 *   settings ─▶ looks, lessons, classes, plan ─▶ Life takes up ─▶ the desk works
 *                    └─ one that failed: tried again, outside any turn at first ─▶ taken over in one
 */
export class Loading {
  readonly #parts: LoadingParts
  readonly #missing = new Set<Part>()
  #triedAt = 0
  #isTrying = false

  constructor(parts: LoadingParts) {
    this.#parts = parts
  }

  isMissing(part: Part): boolean {
    return this.#missing.has(part)
  }

  /** Nothing is missing: only then may anything be deleted in time, by settings that are really the school's. */
  get isWhole(): boolean {
    return this.#missing.size === 0 && !this.#parts.journal.isInMemory
  }

  /** Never rejects. */
  async load(now: number): Promise<void> {
    const { looks, journal, standards, current } = this.#parts
    this.#triedAt = now
    // The language first: what is wrong with a pack is said in it.
    await this.#try('settings', () => standards.loadSchool())
    await Promise.all([
      this.#try('looks', () => looks.load()),
      this.#try('lessons', () => journal.live()),
      this.#try('classes', () => standards.loadRegisters()),
      within(PATIENCE_MS, current.loadPlan()).catch((failure: unknown) =>
        console.error('What was prepared could not be read', failure),
      ),
    ])
    if (this.isMissing('lessons')) journal.setAside()
    else await this.#takeUp(now)
  }

  /** Tries once more what is missing. Not within a turn: a database that gives no answer must not hold the lesson up. */
  async again(turns: Turns): Promise<void> {
    const { now, journal } = this.#parts
    if (this.isWhole || this.#isTrying || now() - this.#triedAt < AGAIN_AFTER_MS) return
    this.#isTrying = true
    this.#triedAt = now()
    try {
      const needsDatabase = journal.isInMemory || DATABASE.some((part) => this.isMissing(part))
      const answers = !needsDatabase || (await isAnswered(journal.live()))
      await turns.take(async (at) => {
        await this.#tryMissing(answers, at)
        await turns.settle(at)
      })
    } finally {
      this.#isTrying = false
    }
  }

  /** What the school sets for all its computers is another one now. Never rejects. */
  async managedChanged(): Promise<void> {
    const { standards, looks, tabs } = this.#parts
    await this.#try('looks', () => looks.load())
    looks.tell(tabs)
    await this.#try('settings', () => standards.loadSchool())
  }

  async #tryMissing(databaseAnswers: boolean, now: number): Promise<void> {
    const { standards, looks, tabs, journal, rules } = this.#parts
    if (this.isMissing('settings')) {
      await this.#try('settings', () => standards.loadSchool())
      if (!this.isMissing('settings')) {
        await rules.whileAsleep(now)
        await rules.setDeadline(now)
      }
    }
    if (this.isMissing('looks')) {
      await this.#try('looks', () => looks.load())
      looks.tell(tabs)
    }
    if (!databaseAnswers) return
    if (this.isMissing('classes')) await this.#try('classes', () => standards.loadRegisters())
    if (journal.isInMemory) await this.#try('lessons', () => journal.moveBack())
    if (!this.isMissing('lessons')) await this.#takeUp(now)
  }

  /** A lesson of an earlier life is closed only by what is known of its class and rules: its record keeps them. */
  async #takeUp(now: number): Promise<void> {
    const mayClose = !this.isMissing('settings') && !this.isMissing('classes')
    try {
      await this.#parts.life.takeUp(now, mayClose)
    } catch (failure) {
      console.error('The lessons before could not be taken up', failure)
      this.#missing.add('lessons')
      this.#parts.journal.setAside()
    }
  }

  async #try(part: Part, read: () => Promise<unknown>): Promise<void> {
    try {
      await within(PATIENCE_MS, read())
      this.#missing.delete(part)
    } catch (failure) {
      console.error(`What is stored could not be read: ${part}`, failure)
      this.#missing.add(part)
    }
  }
}

async function isAnswered(work: Promise<unknown>): Promise<boolean> {
  try {
    await within(PATIENCE_MS, work)
    return true
  } catch {
    return false
  }
}
