import type { Command, Observation, Outcome, Platform } from '../meeting/index.ts'
import type {
  FromOffscreen,
  FromPages,
  PageReply,
  RoomCheckFailure,
  ToMeeting,
  ToPanel,
} from '../bus/protocol.ts'
import type { Vault } from '../backup/types.ts'
import type { Inspection } from '../observe/looks.ts'
import type { PromptAnswer } from '../session/index.ts'
import type { Journal } from '../session/journal.ts'
import type { BadgeView } from '../views/badge.ts'
import type { QueueAnswer } from '../views/types.ts'
import { Admits } from './admits.ts'
import { Clicks } from './clicks.ts'
import { Comeback } from './comeback.ts'
import { CurrentLesson } from './currentLesson.ts'
import { DeskClock } from './deskClock.ts'
import { classDoors } from './doors/classes.ts'
import { concernDoors } from './doors/concerns.ts'
import { everythingDoors } from './doors/everything.ts'
import { lessonDoors } from './doors/lesson.ts'
import { looksDoors } from './doors/looks.ts'
import { nameDoors } from './doors/names.ts'
import { recordDoors } from './doors/records.ts'
import { settingsDoors } from './doors/settings.ts'
import type { Doors } from './doors/types.ts'
import { Hands } from './hands.ts'
import { Inspections } from './inspections.ts'
import { Judge } from './judge.ts'
import { Keeping } from './keeping.ts'
import { Life } from './life.ts'
import { Loading } from './loading.ts'
import { LooksDesk } from './looks.ts'
import type { LooksStore } from './looks.ts'
import { MeetingPages } from './meetingPages.ts'
import { MeetingTabs } from './meetingTabs.ts'
import type { MeetingTab } from './meetingTabs.ts'
import { sayOffBySchool } from './newSettings.ts'
import { Outlet } from './outlet.ts'
import { Readings } from './readings.ts'
import { RecordBook } from './recordBook.ts'
import { RoomReadings } from './roomReadings.ts'
import { Rooms } from './rooms.ts'
import { RuleChanges } from './ruleChanges.ts'
import type { Shelf } from './shelf.ts'
import { Signs } from './signs.ts'
import { Situations } from './situations.ts'
import type { CapabilitiesOf } from './situations.ts'
import { SpareJournal } from './spareJournal.ts'
import { Standards } from './standards.ts'
import { Turns } from './turns.ts'
import { Voice } from './voice.ts'
import type { Speak } from './voice.ts'

export interface DeskParts {
  readonly journal: Journal
  readonly shelf: Shelf
  readonly looks: LooksStore
  readonly vault: Vault
  readonly now: () => number
  readonly toolVersion: string
  readonly timeZone: string
  readonly capabilities: CapabilitiesOf
  /** The offscreen page is wanted (a lesson runs and the room check is on) or not. */
  readonly setRoomCheckRunning: (running: boolean) => void
  /** Whether a lesson runs, or something of one is not written yet: only then does the background have to be woken by the clock. */
  readonly setRunning: (running: boolean) => void
  /** What stands on the toolbar icon: how many prompts wait, or the countdown. */
  readonly setBadge: (badge: BadgeView) => void
  /** Calls back after so many milliseconds, replacing the last one asked for. */
  readonly wakeIn: (ms: number) => void
  readonly speak: Speak
}

/**
 * The desk of the running lesson: everything comes in here, in order, and goes out as views. It holds no rule of its own, only which part
 * gets what:
 *
 *   Readings, RoomReadings   what pages saw   ─┐         ┌─ Life           begins and ends it
 *   Clicks, doors/*          what she says    ─┤         ├─ CurrentLesson  the lesson, its journal behind it
 *   Hands                    what came of it  ─┼▶ Turns ─┼─ Standards      class, school, rules
 *   MeetingPages             tabs come and go ─┤         └─ RuleChanges    other rules while it runs
 *   tick                     time             ─┘            │
 *                                                         settle: Judge ─▶ prompts ─▶ Situations ─▶ Outlet ─▶ panel, overlay
 */
export class Desk {
  readonly tabs = new MeetingTabs()
  readonly #turns: Turns
  readonly #loading: Loading
  readonly #current: CurrentLesson
  readonly #standards: Standards
  readonly #rules: RuleChanges
  readonly #life: Life
  readonly #keeping: Keeping
  readonly #looks: LooksDesk
  readonly #inspections: Inspections
  readonly #pages: MeetingPages
  readonly #readings: Readings
  readonly #rooms: RoomReadings
  readonly #outlet: Outlet
  readonly #hands: Hands
  readonly #clicks: Clicks
  readonly #doors: Doors<keyof FromPages>

  constructor(parts: DeskParts) {
    const { shelf, vault, toolVersion, timeZone } = parts
    const journal = new SpareJournal(parts.journal)
    const { tabs } = this
    const about = { toolVersion, timeZone }

    // What is known.
    const rooms = new Rooms()
    const admits = new Admits()
    const comeback = new Comeback()
    const signs = new Signs()
    const voice = new Voice(parts.speak, tabs)
    const standards = new Standards(shelf, voice)
    const current = new CurrentLesson({ tabs, standards, rooms, shelf, about })
    const clock = new DeskClock(parts.now, current)
    const now = () => clock.now()
    const looks = new LooksDesk(parts.looks)
    const inspections = new Inspections(tabs, toolVersion)
    const book = new RecordBook(journal)

    // What is made of it, and shown.
    const judge = new Judge(current, standards, rooms)
    const { capabilities } = parts
    const situations = new Situations({
      tabs,
      current,
      standards,
      judge,
      rooms,
      admits,
      capabilities,
      notRead: () => ({
        lessons: journal.isInMemory,
        settings: loading.isMissing('settings'),
        classes: loading.isMissing('classes'),
      }),
    })
    const { setRoomCheckRunning, setRunning, setBadge, wakeIn } = parts
    const outlet = new Outlet({
      tabs,
      situation: () => situations.at(now()),
      setRoomCheckRunning,
      setRunning,
      owes: () => life.owes,
      setBadge,
      wakeIn,
    })
    const publish = () => outlet.publish()

    // How it changes, one turn after the other.
    const rules = new RuleChanges(current, standards)
    const life = new Life({ clock, journal, book, tabs, current, standards, rules, rooms, about })
    const stored = { now, journal, tabs, current, standards, rules, looks, life }
    const loading = new Loading(stored)
    const turns = new Turns({
      now: () => clock.turn(),
      load: async () => {
        await loading.load(now())
        await sayOffBySchool({ current, standards }, now())
      },
      settle: async (at) => {
        // A lesson that was closed in this turn had a clock of its own.
        life.putAway(now())
        await judge.look(at)
        publish()
      },
    })
    const hands = new Hands({ turns, tabs, current, admits, comeback, publish })
    const names = nameDoors({ turns, current, standards, shelf })
    const { fixMatch } = names
    const clicks = new Clicks({ turns, tabs, current, judge, rooms, situations, hands, fixMatch })

    this.#turns = turns
    this.#loading = loading
    this.#current = current
    this.#standards = standards
    this.#rules = rules
    this.#life = life
    this.#keeping = new Keeping(book, shelf, standards)
    this.#looks = looks
    this.#inspections = inspections
    this.#pages = new MeetingPages({
      turns,
      tabs,
      current,
      rooms,
      signs,
      looks,
      inspections,
      voice,
      publish,
    })
    this.#readings = new Readings({
      turns,
      tabs,
      current,
      life,
      standards,
      rooms,
      comeback,
      signs,
    })
    this.#rooms = new RoomReadings({ turns, tabs, current, rooms })
    this.#outlet = outlet
    this.#hands = hands
    this.#clicks = clicks
    this.#doors = {
      ...names,
      ...lessonDoors({ turns, current, standards, rules, rooms, life, clicks, hands }),
      ...concernDoors({ turns, journal, current, shelf }),
      ...classDoors({ turns, now, standards, shelf }),
      ...settingsDoors({ turns, current, standards, rules, shelf }),
      ...recordDoors({ turns, now, current, standards, journal, book }),
      ...looksDoors({ turns, tabs, looks, inspections }),
      ...everythingDoors({
        turns,
        now: parts.now,
        tabs,
        current,
        life,
        standards,
        rules,
        looks,
        shelf,
        vault,
        journal,
      }),
    }
  }

  /** Loads what was stored. Every door waits for it; what can't be read is missing, said in the panel, and tried again with time. */
  ready(): Promise<void> {
    return this.#turns.ready()
  }

  // ---- the meeting ------------------------------------------------------------------------------------------------------

  connectMeeting(
    tabId: number,
    platform: Platform,
    send: (message: ToMeeting) => void,
  ): MeetingTab {
    return this.#pages.connect(tabId, platform, send)
  }

  /** A tab went away: its last sign of life is now, and its picture of the call is no longer to be trusted. */
  disconnectMeeting(tab: MeetingTab): Promise<void> {
    return this.#pages.disconnect(tab)
  }

  /** The meeting page lives and nothing has changed on it. */
  alive(tab: MeetingTab): Promise<void> {
    return this.#readings.alive(tab)
  }

  observed(tab: MeetingTab, seen: Observation, visible: boolean): Promise<void> {
    return this.#readings.observed(tab, seen, visible)
  }

  inspected(tab: MeetingTab, requestId: string, inspection: Inspection): void {
    this.#inspections.inspected(tab, requestId, inspection)
  }

  /** The teacher answered a prompt on the meeting: only the tab that shows this lesson may say so, and only what it offers. */
  answeredIn(tab: MeetingTab, promptId: string, answer: PromptAnswer): Promise<void> {
    return this.#clicks.answeredIn(tab, promptId, answer)
  }

  /** The teacher clicked on the queue's card in the meeting. Only the tab that shows this lesson may say so. */
  queueAnswered(tab: MeetingTab, told: { answer: QueueAnswer; id: string }): Promise<void> {
    return this.#clicks.queueAnswered(tab, told)
  }

  // ---- rooms ------------------------------------------------------------------------------------------------------------

  roomReading(told: FromOffscreen['roomReading']): Promise<void> {
    return this.#rooms.take(told)
  }

  roomCheckFailed(why: RoomCheckFailure): Promise<void> {
    return this.#rooms.failed(why)
  }

  // ---- our own pages ----------------------------------------------------------------------------------------------------

  connectPanel(send: (message: ToPanel) => void): () => void {
    const close = this.#outlet.connectPanel(send)
    // Also the meeting hears of it, in which the panel speaks now.
    void this.#show()
    return () => {
      close()
      void this.#show()
    }
  }

  /** Never rejects: whatever went wrong, a panel without a view would have no emergency control and no numbers to ring. */
  async #show(): Promise<void> {
    try {
      await this.#turns.take((now) => this.#turns.settle(now))
      await this.#loading.again(this.#turns)
    } catch (failure) {
      console.error('How things stand could not be judged', failure)
      this.#outlet.publish()
    }
  }

  /** A question or command of one of our own pages, parsed and proven before it comes here. */
  async fromPage<K extends keyof FromPages>(kind: K, payload: FromPages[K]): Promise<PageReply<K>> {
    const door = this.#doors[kind] as (payload: FromPages[K]) => Promise<PageReply<K>>
    return door(payload)
  }

  /** The teacher answered a prompt, in the panel or on the meeting. `mayBe` judges the claim of a page that is not ours. */
  answer(
    promptId: string,
    answer: PromptAnswer,
    note?: string,
    mayBe?: (now: number) => boolean,
  ): Promise<void> {
    return this.#clicks.answer(promptId, answer, note, mayBe)
  }

  /** Has the meeting page do something after the teacher's own click, and writes down what became of it. */
  perform(command: Command): Promise<Outcome> {
    return this.#hands.perform(command)
  }

  // ---- time, and the school ---------------------------------------------------------------------------------------------

  /** Called by the alarm and by `wakeIn`: deadlines are looked at, sessions without life are closed. */
  async tick(): Promise<void> {
    await this.#turns.take(async (now) => {
      await this.#life.interruptIfGone(now)
      await this.#life.writeAgain(now)
      await this.#readings.again(now)
      await this.#turns.settle(now)
      if (this.#loading.isWhole) await this.#keeping.forget(now)
    })
    await this.#loading.again(this.#turns)
  }

  /** The school's settings were changed by its management while this computer runs. */
  managedChanged(): Promise<void> {
    return this.#turns.take(async (now) => {
      const before = this.#standards.pack(this.#current.state)
      await this.#loading.managedChanged()
      await this.#rules.since(before, 'managed', now)
      await this.#rules.setDeadline(now)
      await sayOffBySchool({ current: this.#current, standards: this.#standards }, now)
      await this.#turns.settle(now)
    })
  }
}
