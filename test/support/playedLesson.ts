import type { Observation } from '../../lib/meeting/index.ts'
import type { LessonRecord } from '../../lib/record/types.ts'
import type { Journal } from '../../lib/session/journal.ts'
import type { SessionEvent } from '../../lib/session/events.ts'
import type { Switch } from './breakable.ts'
import { breakable } from './breakable.ts'
import { deskAt, meetingTab, nextView } from './desk.ts'
import type { LessonStep, Said } from './lessonScript.ts'
import { memoryJournal } from './memoryJournal.ts'
import { memoryShelf } from './memoryShelf.ts'
import { mortalJournal } from './mortalJournal.ts'
import type { Acknowledged } from './mortalJournal.ts'
import { readingOf } from './rooms.ts'
import { YEAR_4 } from '../vectors/lessons/builder.ts'

const SECOND = 1_000
const MINUTE = 60_000
/** A page that is read again after this long has shown who left, and a camera that settled. */
const SETTLES = 5 * SECOND
/** How often a page that shows nothing new gives a sign of life. */
const SIGN = 20 * SECOND
const LOOKS = 8
const BETWEEN_LOOKS = 2 * SECOND

type Desk = ReturnType<typeof deskAt>['desk']
type Tab = ReturnType<typeof meetingTab>

/** The database itself, instead of a memory with its rules. */
export interface Disk {
  readonly journal: Journal
  readonly damage: () => Promise<void>
}

/** What a lesson left behind. */
export interface Left {
  readonly records: readonly LessonRecord[]
  readonly events: ReadonlyMap<string, readonly SessionEvent[]>
  /** Everything that was ever said to be written. */
  readonly acknowledged: readonly Acknowledged[]
}

/**
 * A lesson that is played through the whole background, with its disk outside of it, so that it can be killed, cut off and lied to
 * between any two steps.
 */
export class PlayedLesson {
  readonly disk: Switch & { full: boolean }
  readonly clock: { now: number }
  readonly acknowledged: Acknowledged[] = []
  desk!: Desk
  tab!: Tab
  /** So many of the next messages of the page are lost, and how often the others arrive. */
  loses = 0
  times = 1
  /** The last that the page showed. */
  shown: Observation | undefined
  readonly #stored: Journal
  readonly #memory = memoryJournal()
  readonly #shelf = memoryShelf([structuredClone(YEAR_4)]).shelf
  readonly #database: Disk | undefined
  #tabId = 1
  #die: () => void = () => {}
  /** So much later than it is told: the computer slept. */
  #late = 0

  constructor(start: number, database?: Disk) {
    this.clock = { now: start }
    this.#database = database
    const memory = this.#memory
    const how = { broken: false }
    this.disk = {
      get broken() {
        return how.broken
      },
      set broken(is: boolean) {
        how.broken = is
      },
      get full() {
        return memory.full
      },
      set full(is: boolean) {
        memory.full = is
      },
    }
    this.#stored = database?.journal ?? breakable(memory, how)
    this.wake()
    this.connect()
  }

  /** A background that knows nothing but what is on the disk. */
  wake(): void {
    const { journal, die } = mortalJournal(this.#stored, (taken) => this.acknowledged.push(taken))
    this.#die = die
    this.desk = deskAt(
      this.clock.now,
      journal as ReturnType<typeof memoryJournal>,
      undefined,
      {},
      { shelf: this.#shelf, now: () => this.clock.now },
    ).desk
  }

  connect(): void {
    this.tab = meetingTab(this.desk, this.#tabId)
  }

  /** Killed, whatever was under way; the page connects anew. */
  killWorker(): void {
    this.#die()
    this.wake()
    this.connect()
  }

  /** All of it is killed, and started again after `ms`. The call is in another tab then. */
  async killBrowser(ms: number): Promise<void> {
    this.#die()
    this.clock.now += ms
    this.wake()
    await this.desk.tick()
    this.#tabId += 1
    this.connect()
  }

  /** The page is drawn anew: another script of the same tab, or of another one. */
  async reloadTab(inAnother = false): Promise<void> {
    await this.tab.leave()
    if (inAnother) this.#tabId += 1
    this.connect()
  }

  /** Nothing goes on for so long, and what comes after it comes later than it is told. */
  sleep(ms: number): void {
    this.clock.now += ms
    this.#late += ms
  }

  /** Changes an entry in the middle of what is on the disk, where it is a database. */
  async damage(): Promise<void> {
    if (this.#database === undefined) throw new Error('Only a database can be damaged.')
    await this.#database.damage()
  }

  async sees(shown: Observation | undefined = this.shown): Promise<void> {
    if (shown === undefined) return
    this.shown = shown
    if (this.loses > 0) {
      this.loses -= 1
      return
    }
    for (let time = 0; time < this.times; time += 1) await this.tab.observe(shown)
  }

  /** Plays a step, after as much time as passes until then, in which the page is read once a minute. */
  async play(step: LessonStep, fault?: (step: LessonStep) => Promise<void>): Promise<void> {
    await this.#passUntil(step.at + this.#late)
    await fault?.(step)
    await this.sees(step.sees)
    this.clock.now += SETTLES
    await this.sees()
    for (const { id, verdict } of step.rooms) await this.#look(id, verdict)
    for (const said of step.says) await this.#say(said)
    await this.sees()
  }

  async end(): Promise<Left> {
    this.clock.now += SETTLES
    await this.desk.tick()
    await this.desk.fromPage('endSession', {})
    const sessions = await this.desk.fromPage('sessions', {})
    const records: LessonRecord[] = []
    const events = new Map<string, readonly SessionEvent[]>()
    for (const { sessionId } of sessions.toReversed()) {
      const record = await this.desk.fromPage('record', { sessionId })
      if (record !== undefined) records.push(record)
      events.set(sessionId, await this.#stored.read(sessionId))
    }
    return { records, events, acknowledged: this.acknowledged }
  }

  async #passUntil(at: number): Promise<void> {
    while (this.clock.now + MINUTE < at) {
      for (let sign = 0; sign < 2; sign += 1) {
        this.clock.now += SIGN
        await this.desk.alive(this.tab.tab)
      }
      this.clock.now += SIGN
      await this.sees()
      await this.desk.tick()
    }
    this.clock.now = Math.max(at, this.clock.now + SETTLES)
  }

  async #look(participantId: string, verdict: string): Promise<void> {
    const reading =
      verdict === 'bedroom' ? readingOf('bedroom', 0.98, 1) : readingOf('common', 0.97, 4)
    for (let look = 0; look < LOOKS; look += 1) {
      this.clock.now += BETWEEN_LOOKS
      await this.desk.roomReading({
        tabId: this.#tabId,
        participantId,
        isSelf: participantId === 'self',
        reading,
      })
    }
    await this.sees()
  }

  async #say(said: Said): Promise<void> {
    const { desk } = this
    switch (said.type) {
      case 'classChosen':
        await desk.fromPage('chooseClass', {
          registerId: said.registerId,
          packId: said.packId,
          plannedStartAt: said.at + 5 * MINUTE,
        })
        return
      case 'ticked':
        await desk.fromPage('tick', { clause: said.clause, on: said.on, note: said.note })
        return
      case 'adultSeen':
        await desk.fromPage('adultSeen', { participantId: said.id, seen: said.seen })
        return
      case 'note':
        await desk.fromPage('addNote', { about: said.about, text: said.text })
        return
      case 'emergency':
        await desk.fromPage('emergency', { step: said.step, note: said.note })
        return
      case 'concern':
        await desk.fromPage('saveConcern', { concern: concernAt(this.clock.now) })
        return
      case 'oneToOne':
        await desk.fromPage('setOneToOne', { on: said.on })
        return
      case 'lockDeadline':
        await desk.fromPage('moveLock', { dueAt: said.dueAt })
        return
      case 'answered': {
        const { prompts } = await nextView(desk)
        const open = prompts.find((one) => one.answers.some(({ answer }) => answer === said.answer))
        if (open !== undefined)
          await desk.fromPage('answerPrompt', { promptId: open.promptId, answer: said.answer })
      }
    }
  }
}

function concernAt(now: number) {
  return {
    happenedAt: now,
    timeZone: 'Europe/London',
    where: 'In the call',
    writer: 'Sara Khan',
    about: 'Amelia Potter',
    category: 'seenOrHeard',
    words: '',
    facts: 'Said she is scared.',
    opinion: '',
    present: '',
    actions: '',
    told: '',
  } as const
}
