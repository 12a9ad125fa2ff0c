import type {
  Capabilities,
  Command,
  Observation,
  Outcome,
  Platform,
  SelfRole,
} from '../meeting/index.ts'
import type {
  FromOffscreen,
  FromPages,
  PageReply,
  RoomCheckFailure,
  ToMeeting,
  ToPanel,
} from '../bus/protocol.ts'
import { evaluate } from '../protocol/evaluate.ts'
import { locksCalls } from '../protocol/ownRules.ts'
import type { Evaluation, Pack } from '../protocol/types.ts'
import type { Match, Register } from '../register/index.ts'
import { withSets } from '../register/index.ts'
import type { PromptAnswer, SessionEventBody, SessionState } from '../session/index.ts'
import { INTERRUPTED_AFTER_MS, policyDeadline, reconcilePrompts } from '../session/index.ts'
import type { Journal } from '../session/journal.ts'
import { DEFAULT_SETTINGS } from '../storage/settings.ts'
import type { LanguageChoice } from '../words/language.ts'
import { t } from '../words/say.ts'
import type { MeetingWords } from '../words/start.ts'
import type { ManagedSettings } from '../storage/managed.ts'
import type { SchoolSettings } from '../storage/settings.ts'
import type { BadgeView } from '../views/badge.ts'
import type { ViewSituation } from '../views/situation.ts'
import { promptViewsForPage } from '../views/prompts.ts'
import { queueNow } from '../views/queue.ts'
import type { LessonPhase, QueueAnswer } from '../views/types.ts'
import type { Inspection } from '../observe/looks.ts'
import { judgePack } from '../platforms/judgePack.ts'
import { Admits } from './admits.ts'
import { bannersFor } from './banners.ts'
import { chatFlagEvents } from './chatFlags.ts'
import { Comeback } from './comeback.ts'
import { Inspections, tabToInspect } from './inspections.ts'
import type { Inspected } from './inspections.ts'
import { Lesson } from './lesson.ts'
import { LooksDesk } from './looks.ts'
import type { LooksStore } from './looks.ts'
import { NO_PLAN, preview } from './plan.ts'
import type { Plan } from './plan.ts'
import { MeetingTabs } from './meetingTabs.ts'
import type { MeetingTab } from './meetingTabs.ts'
import { Outlet } from './outlet.ts'
import { pageDoors } from './pageDoors.ts'
import type { Inside, PageDoors } from './pageDoors.ts'
import { People } from './people.ts'
import { createQueue } from './queue.ts'
import { RecordBook } from './recordBook.ts'
import type { Judged } from './recordBook.ts'
import { Rooms } from './rooms.ts'
import type { Vault } from '../backup/types.ts'
import { hasSameRules, rulesFor, schoolOf } from './school.ts'
import type { School } from './school.ts'
import type { Shelf } from './shelf.ts'
import { wrongClass } from './wrongClass.ts'
import { effectsOf } from './answers.ts'
import { goOnEvents, queueEffects } from './queueAnswers.ts'

export interface DeskParts {
  readonly journal: Journal
  readonly shelf: Shelf
  readonly looks: LooksStore
  readonly vault: Vault
  readonly now: () => number
  readonly toolVersion: string
  readonly timeZone: string
  readonly capabilities: (platform: Platform, variant: string, role: SelfRole) => Capabilities
  /** The offscreen page is wanted (a lesson runs and the room check is on) or not. */
  readonly setRoomCheckRunning: (running: boolean) => void
  /** Whether a lesson runs: only then does the background have to be woken by the clock. */
  readonly setRunning: (running: boolean) => void
  /** What stands on the toolbar icon: how many prompts wait, or the countdown. */
  readonly setBadge: (badge: BadgeView) => void
  /** Calls back after so many milliseconds, replacing the last one asked for. */
  readonly wakeIn: (ms: number) => void
  /** Speaks the language of the settings from now on, and says what meeting pages need of it; never rejects. */
  readonly speak: (choice: LanguageChoice) => Promise<MeetingWords>
}

/** A page that has said nothing for so long is not read any more, although its port is open (a frozen tab). */
const SILENT_AFTER_MS = 50_000
/** A script that lives connects again within this time, also after its port broke some times in a row (`lib/observe/link.ts`). */
const COMES_BACK_MS = 6_000
const FORGET_EVERY_MS = 3_600_000
const NO_EVALUATION: Evaluation = { findings: [], checklist: [] }
/** A scan that comes this soon after the end belongs to the page that is being taken down. */
const SETTLE_MS = 5_000
/** A new call on the same link within this time takes the class over from the last one. */
const SAME_LESSON_MS = 15 * 60_000
/** The same where the last one broke off unseen: a laptop that slept through the middle of a lesson comes back to the same class. */
const SLEPT_MS = 120 * 60_000

/**
 * A lesson that was ended for everybody or finished by the teacher is over. Whoever comes next on the link comes to another one, perhaps
 * of another class: with the old class every child of the new one would be a stranger, and with the old start everybody late.
 */
function isOver({ ended }: SessionState): boolean {
  return ended?.reason === 'endedForAll' || ended?.reason === 'closedByTeacher'
}

/**
 * The desk of the running lesson: everything comes in here, in order, and goes out as views.
 *
 *   observation / reading / answer / tick ─▶ events ─▶ journal ─▶ fold ─▶ matches ─▶ evaluate ─▶ prompts ─▶ panel, overlay
 *
 * The session's life:
 *
 *   none ── inCall seen ─▶ running ── ended seen / closed by the teacher ─▶ closed (kept in view until the next)
 *                            │  worker, tab or browser died ─▶ resumed within INTERRUPTED_AFTER_MS
 *                            └── no proof of life for longer ─▶ closed as "interrupted" at the last one
 */
export class Desk {
  readonly tabs = new MeetingTabs()
  readonly #inspections = new Inspections()
  readonly #looks: LooksDesk
  readonly #parts: DeskParts
  readonly #book: RecordBook
  readonly #do = createQueue()
  readonly #people = new People((work) => setTimeout(work, 0))
  readonly #rooms = new Rooms()
  readonly #admits = new Admits()
  readonly #comeback = new Comeback()
  readonly #outlet: Outlet
  readonly #doors: PageDoors
  #lesson: Lesson | undefined
  /** Undefined before the settings are known. */
  #words: MeetingWords | undefined
  #registers: readonly Register[] = []
  #school: School = schoolOf(DEFAULT_SETTINGS, {})
  #managed: ManagedSettings = {}
  #evaluation: Evaluation = NO_EVALUATION
  #matches: ReadonlyMap<string, Match> = new Map()
  #roomFailure: RoomCheckFailure | undefined
  #lastLockOutcome: Outcome | undefined
  #plan: Plan = NO_PLAN
  #ready: Promise<void> | undefined
  #forgotAt = 0

  constructor(parts: DeskParts) {
    this.#parts = parts
    this.#book = new RecordBook(parts.journal)
    this.#looks = new LooksDesk(parts.looks)
    const { setRoomCheckRunning, setRunning, setBadge, wakeIn } = parts
    this.#outlet = new Outlet({
      tabs: this.tabs,
      situation: () => this.#situation(parts.now()),
      setRoomCheckRunning,
      setRunning,
      setBadge,
      wakeIn,
    })
    this.#doors = pageDoors(this.#inside())
  }

  #inside(): Inside {
    const { shelf, journal, vault, now } = this.#parts
    return {
      shelf,
      vault,
      journal,
      book: this.#book,
      now,
      ready: () => this.ready(),
      teacher: (task) => this.#teacher(task),
      say: (events, at) => this.#say(events, at),
      classEvent: (registerId, packId) => this.#classEvent(registerId, packId),
      setDeadline: (at) => this.#deadline(at),
      setRoomCheck: async (on, at) => {
        if (on) this.#roomFailure = undefined
        await this.#say([{ type: 'roomCheck', state: on ? 'on' : 'off', why: 'teacher' }], at)
      },
      answer: (promptId, answer, note) => this.answer(promptId, answer, note),
      perform: (command) => this.perform(command),
      goOn: async (id, at) => {
        await this.#add(goOnEvents(id, queueNow(this.#situation(at))), at)
      },
      endLesson: (at) => this.#close('closedByTeacher', at, at),
      lesson: () => this.#lesson,
      forgetLesson: () => {
        this.#lesson = undefined
      },
      judged: () => this.#judged(),
      school: () => this.#school,
      rulesChanged: (before, now) => this.#rulesChanged(before, 'settings', now),
      takeSettings: (settings) => this.#takeSettings(settings),
      takeRegisters: (registers) => {
        this.#registers = withSets(registers)
      },
      looks: this.#looks,
      showLooks: () => this.#showLooks(),
      inspect: (asked) => this.#inspect(asked),
      eraseAll: async () => {
        await shelf.eraseAll()
        await this.#looks.load()
        this.#showLooks()
        this.#lesson = undefined
        this.#plan = NO_PLAN
        this.#registers = []
        await this.#takeSettings(await shelf.settings())
      },
    }
  }

  /** Loads what was stored. Every door waits for it; a failure is said to whoever knocks and tried again with the next. */
  ready(): Promise<void> {
    this.#ready ??= this.#load().catch((failure: unknown) => {
      this.#ready = undefined
      throw failure
    })
    return this.#ready
  }

  async #load(): Promise<void> {
    const { journal, shelf, now } = this.#parts
    // The language first: what is wrong with a pack is said in it.
    await this.#loadSchool()
    await this.#looks.load()
    this.#registers = withSets(await shelf.registers())
    this.#plan = await shelf.plan()
    const [latest, ...older] = await journal.live()
    for (const row of older) await this.#closeStored(row.sessionId)
    if (latest === undefined) return
    const lesson = await Lesson.resume(journal, latest.sessionId)
    if (lesson === undefined || now() - lesson.state.lastAliveAt > INTERRUPTED_AFTER_MS)
      await this.#closeStored(latest.sessionId)
    else {
      this.#lesson = lesson
      await this.#rulesSince(lesson.state, now())
    }
  }

  async #loadSchool(): Promise<void> {
    const { shelf } = this.#parts
    this.#managed = await shelf.managed()
    await this.#takeSettings(await shelf.settings())
  }

  async #takeSettings(settings: SchoolSettings): Promise<void> {
    this.#school = schoolOf(settings, this.#managed)
    const before = this.#words?.language
    this.#words = await this.#parts.speak(settings.language)
    if (before === undefined || before === this.#words.language) return
    for (const tab of this.tabs.all()) tab.send({ type: 'words', ...this.#words })
  }

  // ---- the meeting ------------------------------------------------------------------------------------------------------

  connectMeeting(
    tabId: number,
    platform: Platform,
    send: (message: ToMeeting) => void,
  ): MeetingTab {
    const tab = this.tabs.connect({ tabId, platform, send })
    void this.#enter(async () => {
      tab.send({ type: 'looks', ...this.#looks.told(platform) })
      // Before the first view; a page speaks English by itself.
      if (this.#words !== undefined && this.#words.language !== 'en')
        tab.send({ type: 'words', ...this.#words })
      this.#outlet.publish()
    })
    return tab
  }

  /** The school's settings were changed by its management while this computer runs. */
  managedChanged(): Promise<void> {
    return this.#enter(async () => {
      await this.#looks.load()
      this.#showLooks()
      const before = this.#pack()
      await this.#loadSchool()
      const now = this.#parts.now()
      await this.#rulesChanged(before, 'managed', now)
      await this.#deadline(now)
      await this.#settle(now)
    })
  }

  /** An open meeting is read by a new pack at once: the lesson goes on. */
  #showLooks(): void {
    for (const tab of this.tabs.all())
      tab.send({ type: 'looks', ...this.#looks.told(tab.platform) })
  }

  inspected(tab: MeetingTab, requestId: string, inspection: Inspection): void {
    this.#inspections.inspected(tab, requestId, inspection)
  }

  async #inspect({ report, tabId, tried }: FromPages['inspect']): Promise<Inspected | undefined> {
    await this.ready()
    const tab = tabToInspect(this.tabs, {
      ...(tabId === undefined ? {} : { tabId }),
      ...(tried === undefined ? {} : { platform: tried.platform }),
    })
    if (tab === undefined) return undefined
    const { toolVersion } = this.#parts
    if (tried === undefined) return this.#inspections.ask(tab, { report }, toolVersion)
    const verdict = judgePack(tried.text, tried.platform)
    if (verdict.is === 'bad') throw new Error(t('This pack can’t be tried: it is not a valid one.'))
    return this.#inspections.ask(tab, { report, pack: verdict.pack }, toolVersion)
  }

  /** A tab went away: its last sign of life is now, and its picture of the call is no longer to be trusted. */
  disconnectMeeting(tab: MeetingTab): Promise<void> {
    return this.#enter(async (now) => {
      this.tabs.disconnect(tab)
      this.#inspections.gone(tab)
      if (this.tabs.all().length === 0) this.#rooms.forgetOwn()
      const state = this.#lesson?.state
      if (
        state !== undefined &&
        state.ended === undefined &&
        tab.code === state.code &&
        tab.phase === 'inCall'
      ) {
        await this.#add([{ type: 'proofOfLife' }], now)
      }
      await this.#settle(now)
    })
  }

  /** The meeting page lives and nothing has changed on it. */
  alive(tab: MeetingTab): Promise<void> {
    return this.#enter(async (now) => {
      if (this.tabs.get(tab.tabId) !== tab) return
      tab.aliveAt = now
      await this.#again(now)
      await this.#settle(now)
    })
  }

  /**
   * Looks at the last reading once more. A page sends only what changed; but that somebody is still missing, or a camera still
   * off, becomes true with time alone.
   */
  async #again(now: number): Promise<void> {
    const tab = this.#actingTab()
    if (tab?.seen === undefined || this.#lesson?.state.ended !== undefined) return
    if (now - tab.aliveAt <= SILENT_AFTER_MS) await this.#lesson?.observe(tab.seen, now)
  }

  observed(tab: MeetingTab, seen: Observation, visible: boolean): Promise<void> {
    return this.#enter(async (now) => {
      if (this.tabs.get(tab.tabId) !== tab) return
      Object.assign(tab, {
        phase: seen.phase,
        code: seen.code,
        seen,
        seenAt: now,
        aliveAt: now,
        visible,
      })
      // A picture that is not shown any more says nothing of the background behind the next one.
      const isHers = this.#moment() === 'before' || this.#actingTab() === tab
      if (isHers && (seen.self.camera === 'off' || seen.phase === 'ended')) this.#rooms.forgetOwn()
      if (seen.phase === 'inCall') await this.#inCall(tab, seen, now)
      else if (seen.phase === 'ended') await this.#callEnded(seen, now)
      else if (seen.phase === 'unknown') await this.#notRecognised(seen, now)
      await this.#settle(now)
      this.#comeback.look()
    })
  }

  async #inCall(tab: MeetingTab, seen: Observation, now: number): Promise<void> {
    const state = this.#lesson?.state
    const same = state !== undefined && state.code === seen.code && state.platform === seen.platform
    if (state?.ended !== undefined && same && now - state.ended.at < SETTLE_MS) return
    if (state === undefined || state.ended !== undefined || !same) {
      if (state !== undefined && state.ended === undefined) {
        // Another call in another tab while this lesson runs: the first one goes on as long as its tab is in it.
        if (this.tabs.inCall(state.platform, state.code).length > 0) return
        await this.#close('interrupted', state.lastAliveAt, now)
      }
      await this.#begin(seen, now)
    }
    // Two tabs in one call see the same people: the first reads, the other only shows.
    if (this.tabs.inCall(seen.platform, seen.code)[0] !== tab) return
    const before = this.#lesson?.state
    await this.#lesson?.observe(seen, now)
    const after = this.#lesson?.state
    if (after !== undefined && after !== before) this.#rooms.keepOnly(after)
    if (after !== undefined) await this.#add(chatFlagEvents(after, seen, this.#pack(after)), now)
  }

  async #begin(seen: Observation, now: number): Promise<void> {
    const last = this.#lesson?.state
    this.#rooms.clear()
    this.#lastLockOutcome = undefined
    const { journal, toolVersion, timeZone } = this.#parts
    this.#lesson = await Lesson.begin(journal, { now, seen, toolVersion, timeZone })
    const again =
      last !== undefined &&
      last.code === seen.code &&
      !isOver(last) &&
      now - (last.ended?.at ?? last.lastAliveAt) <
        (last.ended === undefined || last.ended.reason === 'interrupted'
          ? SLEPT_MS
          : SAME_LESSON_MS)
    const carried: SessionEventBody[] =
      this.#plan.events.length > 0 || !again || last.registerId === undefined
        ? [...this.#plan.events]
        : [
            this.#classEvent(last.registerId, last.packId ?? this.#pack().id),
            ...(last.plannedStartAt === undefined
              ? []
              : [{ type: 'plannedStart' as const, startsAt: last.plannedStartAt }]),
          ]
    await this.#setPlan(NO_PLAN)
    await this.#add(this.#withRoomCheck(carried), now)
    await this.#deadline(now)
  }

  async #setPlan(plan: Plan): Promise<void> {
    if (this.#plan.events.length === 0 && plan.events.length === 0) return
    this.#plan = plan
    await this.#parts.shelf.savePlan(plan)
  }

  /** Where the teacher is: a running lesson, before one (a meeting page that is not in the call yet), after one, or none. */
  #moment(): LessonPhase {
    const state = this.#lesson?.state
    if (state !== undefined && state.ended === undefined) return 'during'
    if (this.tabs.all().some((tab) => tab.phase === 'greenRoom' || tab.phase === 'waiting'))
      return 'before'
    return state === undefined ? 'none' : 'after'
  }

  /** The lesson that is shown: the running or closed one, or a preview of the one that is about to begin. */
  #shown(now: number): SessionState | undefined {
    const moment = this.#moment()
    if (moment === 'during' || moment === 'after') return this.#lesson?.state
    const tab = this.tabs.all().find((one) => one.code !== '')
    if (moment === 'none' && this.#plan.events.length === 0) return undefined
    return preview(
      { events: this.#withRoomCheck(this.#plan.events) },
      {
        now,
        platform: tab?.platform ?? 'meet',
        code: tab?.code ?? '',
        toolVersion: this.#parts.toolVersion,
        timeZone: this.#parts.timeZone,
      },
    )
  }

  #classEvent(registerId: string, packId: string): SessionEventBody {
    const register = this.#registers.find((one) => one.id === registerId)
    const { pack } = rulesFor(this.#school, packId)
    return {
      type: 'classChosen',
      registerId,
      className: register?.name ?? '',
      packId: pack.id,
      packVersion: pack.version,
    }
  }

  #roomCheckEvent(): SessionEventBody {
    if (this.#roomFailure !== undefined)
      return { type: 'roomCheck', state: 'failed', why: this.#roomFailure }
    const on = this.#school.settings.roomCheck && this.#pack().roomCheck
    return { type: 'roomCheck', state: on ? 'on' : 'off', why: on ? 'setting' : 'switchedOff' }
  }

  /** What the teacher said before the call stands; a check that can't run is off whatever was said. */
  #withRoomCheck(events: readonly SessionEventBody[]): readonly SessionEventBody[] {
    const said = events.some((one) => one.type === 'roomCheck')
    return said && this.#roomFailure === undefined ? events : [...events, this.#roomCheckEvent()]
  }

  /** The page of the running call can't be placed any more: that is said, and everything else stays as it was seen last. */
  async #notRecognised(seen: Observation, now: number): Promise<void> {
    const state = this.#lesson?.state
    if (state === undefined || state.ended !== undefined || state.code !== seen.code) return
    if (this.tabs.inCall(state.platform, state.code).length > 0) return
    await this.#lesson?.observe(seen, now)
  }

  async #callEnded(seen: Observation, now: number): Promise<void> {
    const state = this.#lesson?.state
    if (state === undefined || state.ended !== undefined) return
    if (state.code !== seen.code || state.platform !== seen.platform) return
    // The other tab of the same call is still in it.
    if (this.tabs.inCall(state.platform, state.code).length > 0) return
    await this.#close(seen.endReason ?? 'unknown', now, now)
  }

  // ---- rooms ------------------------------------------------------------------------------------------------------------

  roomReading(told: FromOffscreen['roomReading']): Promise<void> {
    return this.#enter(async (now) => {
      const state = this.#lesson?.state
      const tab = this.tabs.get(told.tabId)
      if (tab?.phase === 'greenRoom') {
        // Before the call only her own picture is looked at, whatever the page says.
        if (!told.isSelf || this.#moment() !== 'before') return
        if (this.#rooms.readOwn(told.reading, now)) await this.#settle(now)
        return
      }
      if (state === undefined || state.ended !== undefined || tab?.code !== state.code) return
      const isOwn = state.people.some((one) => one.isSelf && one.id === told.participantId)
      if (isOwn && this.#rooms.readOwn(told.reading, now)) await this.#settle(now)
      const events = this.#rooms.read(state, told.participantId, told.reading, now)
      if (events.length === 0) return
      await this.#add(events, now)
      await this.#settle(now)
    })
  }

  roomCheckFailed(why: RoomCheckFailure): Promise<void> {
    return this.#enter(async (now) => {
      if (this.#roomFailure === why) return
      this.#roomFailure = why
      if (this.#lesson?.state.ended === undefined)
        await this.#add([{ type: 'roomCheck', state: 'failed', why }], now)
      await this.#settle(now)
    })
  }

  // ---- the teacher ------------------------------------------------------------------------------------------------------

  connectPanel(send: (message: ToPanel) => void): () => void {
    const close = this.#outlet.connectPanel(send)
    // Also the meeting hears of it, in which the panel speaks now.
    void this.#enter(async (now) => this.#settle(now))
    return () => {
      close()
      void this.#enter(async (now) => this.#settle(now))
    }
  }

  /** A question or command of one of our own pages, parsed and proven before it comes here. */
  async fromPage<K extends keyof FromPages>(kind: K, payload: FromPages[K]): Promise<PageReply<K>> {
    const door = this.#doors[kind] as (payload: FromPages[K]) => Promise<PageReply<K>>
    return door(payload)
  }

  /** The teacher answered a prompt on the meeting: only the tab that shows this lesson may say so, and only what it offers. */
  answeredIn(tab: MeetingTab, promptId: string, answer: PromptAnswer): Promise<void> {
    return this.answer(promptId, answer, undefined, (now) => {
      const state = this.#lesson?.state
      if (state === undefined || !this.tabs.inCall(state.platform, state.code).includes(tab))
        return false
      const prompts = promptViewsForPage(this.#situation(now))
      const offered = prompts.find((one) => one.promptId === promptId)?.answers
      return offered?.some((one) => one.answer === answer) === true
    })
  }

  /** The teacher answered a prompt, in the panel or on the meeting. `mayBe` judges the claim of a page that is not ours. */
  async answer(
    promptId: string,
    answer: PromptAnswer,
    note?: string,
    mayBe: (now: number) => boolean = () => true,
  ): Promise<void> {
    const effects = await this.#enter(async (now) => {
      if (!mayBe(now)) return undefined
      const state = this.#lesson?.state
      const prompt = state?.prompts.find((one) => one.promptId === promptId)
      if (state === undefined || prompt === undefined || prompt.answer !== undefined)
        return undefined
      const reason = answer === 'reason' ? (note ?? '').trim() : undefined
      if (reason === '') return undefined
      const { events, commands, fixes, silence } = effectsOf(
        state,
        prompt,
        { answer, note: reason },
        now,
        this.#matches,
      )
      for (const id of silence) this.#rooms.silence(id)
      const said = reason === undefined ? {} : { note: reason }
      await this.#add(
        [{ type: 'answered', promptId, answer, by: 'teacher', ...said }, ...events],
        now,
      )
      await this.#settle(now)
      return { commands, fixes }
    })
    for (const { id, shown, personIds } of effects?.fixes ?? []) {
      const [registerPersonId = '', ...also] = personIds
      await this.#doors.fixMatch({ id, shown, registerPersonId, also })
    }
    for (const command of effects?.commands ?? []) await this.perform(command)
  }

  /** The teacher clicked on the queue's card in the meeting. Only the tab that shows this lesson may say so. */
  async queueAnswered(tab: MeetingTab, told: { answer: QueueAnswer; id: string }): Promise<void> {
    const command = await this.#enter(async (now) => {
      if (this.#actingTab() !== tab || this.#moment() !== 'during') return undefined
      const from = this.#situation(now)
      const effects = queueEffects(told, queueNow(from), from)
      if (effects === undefined) return undefined
      await this.#add(effects.events, now)
      await this.#settle(now)
      return effects.command
    })
    if (command !== undefined) await this.perform(command)
  }

  /** Has the meeting page do something after the teacher's own click, and writes down what became of it. */
  async perform(command: Command): Promise<Outcome> {
    await this.ready()
    if (command.kind !== 'admit') return this.#carryOut(command)
    const underWay = this.#admits.once(command, () => this.#carryOut(command))
    // Both surfaces show at once that it is under way, and take no second click.
    this.#outlet.publish()
    const outcome = await underWay
    this.#outlet.publish()
    return outcome
  }

  async #carryOut(command: Command): Promise<Outcome> {
    const tab =
      this.#moment() === 'during'
        ? await this.#comeback.of(() => this.#actingTab(), COMES_BACK_MS)
        : this.#actingTab()
    const outcome: Outcome =
      tab === undefined
        ? { result: 'unavailable', steps: [], why: 'pageGone' }
        : await this.tabs.perform(tab, command)
    await this.#enter(async (now) => {
      if (command.kind === 'lock' || command.kind === 'unlock') this.#lastLockOutcome = outcome
      await this.#add([{ type: 'command', command, outcome }], now)
      await this.#settle(now)
    })
    return outcome
  }

  #actingTab(): MeetingTab | undefined {
    const state = this.#lesson?.state
    return state === undefined ? undefined : this.tabs.inCall(state.platform, state.code)[0]
  }

  // ---- time -------------------------------------------------------------------------------------------------------------

  /** Called by the alarm and by `wakeIn`: deadlines are looked at, sessions without life are closed. */
  tick(): Promise<void> {
    return this.#enter(async (now) => {
      const state = this.#lesson?.state
      if (state !== undefined && state.ended === undefined) {
        const alive = this.tabs.inCall(state.platform, state.code).length > 0
        if (!alive && now - state.lastAliveAt > INTERRUPTED_AFTER_MS)
          await this.#close('interrupted', state.lastAliveAt, now)
        await this.#again(now)
      }
      await this.#settle(now)
      if (now - this.#forgotAt >= FORGET_EVERY_MS) {
        this.#forgotAt = now
        const { retentionDays, concernDays } = this.#school.settings
        await this.#book.forgetOlderThan(retentionDays, now)
        await this.#parts.shelf.forgetConcerns(concernDays, now)
        await this.#parts.shelf.forgetUndos(now)
      }
    })
  }

  async #deadline(now: number): Promise<void> {
    const state = this.#lesson?.state
    if (state === undefined || state.ended !== undefined) return
    // A deadline that the teacher moved herself stays where she put it.
    if (state.lockDeadline?.by === 'teacher' || !locksCalls(this.#pack())) return
    const dueAt = policyDeadline(state, this.#pack().lockAfterMinutes)
    if (state.lockDeadline?.dueAt !== dueAt)
      await this.#add([{ type: 'lockDeadline', dueAt, by: 'policy' }], now)
  }

  async #close(
    reason: Extract<SessionEventBody, { type: 'ended' }>['reason'],
    endedAt: number,
    now: number,
  ): Promise<void> {
    const lesson = this.#lesson
    if (lesson === undefined || lesson.state.ended !== undefined) return
    await lesson.add([{ type: 'ended', reason, endedAt }], now)
    await this.#book.close(lesson, this.#judged())
    this.#rooms.clear()
  }

  /** A session of an earlier life of the browser that nobody closed. */
  async #closeStored(sessionId: string): Promise<void> {
    const lesson = await Lesson.resume(this.#parts.journal, sessionId)
    if (lesson === undefined)
      return this.#book.closeDamaged(sessionId, (state) => this.#judged(state))
    const { lastAliveAt } = lesson.state
    await lesson.add(
      [{ type: 'ended', reason: 'interrupted', endedAt: lastAliveAt }],
      this.#parts.now(),
    )
    await this.#book.close(lesson, this.#judged(lesson.state))
    this.#lesson ??= lesson
  }

  // ---- inside -----------------------------------------------------------------------------------------------------------

  #enter<T>(task: (now: number) => Promise<T>): Promise<T> {
    return this.#do(async () => {
      await this.ready()
      return task(this.#parts.now())
    })
  }

  async #teacher(task: (now: number) => Promise<void>): Promise<null> {
    await this.#enter(async (now) => {
      await task(now)
      await this.#settle(now)
    })
    return null
  }

  /** What the teacher says goes into the lesson that is shown; before the call it is kept for the one that is about to begin. */
  async #say(events: readonly SessionEventBody[], now: number): Promise<void> {
    const moment = this.#moment()
    if (moment === 'during' || moment === 'after') await this.#add(events, now)
    else await this.#setPlan({ events: [...this.#plan.events, ...events] })
  }

  async #add(events: readonly SessionEventBody[], now: number): Promise<void> {
    await this.#lesson?.add(events, now)
  }

  #register(state = this.#lesson?.state): Register | undefined {
    const id = state?.registerId
    return this.#registers.find((one) => one.id === id)
  }

  #dsl(): SchoolSettings['dsl'] {
    return this.#school.settings.dsl
  }

  /** The school's rules, under the school's own name where one is set. */
  #pack(state = this.#lesson?.state): Pack {
    const { pack } = rulesFor(this.#school, state?.packId)
    const { schoolName } = this.#school.settings
    return schoolName === '' ? pack : { ...pack, schoolName }
  }

  /** Changed rules hold at once: the lesson that runs says from when on it is judged by which. */
  async #rulesChanged(before: Pack, by: 'settings' | 'managed', now: number): Promise<void> {
    const state = this.#lesson?.state
    const pack = this.#pack()
    if (state === undefined || state.ended !== undefined || hasSameRules(before, pack)) return
    const named = ({ id, version }: Pack) => ({ packId: id, packVersion: version })
    await this.#add([{ type: 'rulesChanged', ...named(pack), before: named(before), by }], now)
  }

  /** While nobody was awake the rules may have been changed: from now on the lesson is judged by other ones. */
  async #rulesSince(state: SessionState, now: number): Promise<void> {
    const held = state.rules?.at(-1)
    const { id, version } = this.#pack(state)
    if (held === undefined || (held.packId === id && held.packVersion === version)) return
    const by = this.#school.setBySchool.includes('packId') ? 'managed' : 'settings'
    const { packId, packVersion } = held
    const changed = {
      packId: id,
      packVersion: version,
      before: { packId, packVersion },
      by,
    } as const
    await this.#add([{ type: 'rulesChanged', ...changed }], now)
  }

  /** What a lesson is judged by today. */
  #judged(state = this.#lesson?.state): Judged {
    return { register: this.#register(state), pack: this.#pack(state), dsl: this.#dsl() }
  }

  /** After any change: judge, prompt, show. */
  async #settle(now: number): Promise<void> {
    const state = this.#shown(now)
    if (state === undefined) this.#evaluation = NO_EVALUATION
    else this.#judge(state, now)
    if (state !== undefined && this.#moment() === 'during') {
      const prompts = reconcilePrompts(state, this.#evaluation.findings, now)
      if (prompts.length > 0) {
        await this.#add(prompts, now)
        const next = this.#lesson?.state
        if (next !== undefined) this.#judge(next, now)
      }
    }
    this.#outlet.publish()
  }

  #judge(state: SessionState, now: number): void {
    const register = this.#register(state)
    this.#matches = this.#people.judge(state, register)
    this.#evaluation = evaluate({
      state,
      pack: this.#pack(state),
      matches: this.#matches,
      now,
      dsl: this.#dsl(),
      ...(register === undefined ? {} : { register }),
      ...(this.#rooms.own === undefined ? {} : { own: this.#rooms.own }),
    })
  }

  #situationParts(state = this.#lesson?.state): {
    readonly register: Register | undefined
    readonly pack: Pack
    readonly matches: ReadonlyMap<string, Match>
    readonly evaluation: Evaluation
  } {
    return {
      register: this.#register(state),
      pack: this.#pack(state),
      matches: this.#matches,
      evaluation: this.#evaluation,
    }
  }

  #situation(now: number): ViewSituation {
    const state = this.#shown(now)
    const tab =
      this.#actingTab() ??
      this.tabs.all().find((one) => one.phase !== 'elsewhere' && one.phase !== 'unknown')
    return {
      ...this.#situationParts(state),
      now,
      phase: this.#moment(),
      state,
      events: state === this.#lesson?.state ? (this.#lesson?.events ?? []) : [],
      registers: this.#registers,
      packs: this.#school.packs,
      settings: this.#school.settings,
      pendingKnocks: tab?.seen?.lobby.pending,
      admitting: this.#admits.now,
      microphones: new Map(tab?.seen?.people.map((one) => [one.id, one.microphone])),
      meetingTab:
        tab === undefined || tab.phase === 'elsewhere' || tab.phase === 'unknown'
          ? 'none'
          : tab.phase,
      capabilities: this.#parts.capabilities(
        tab?.platform ?? state?.platform ?? 'meet',
        tab?.seen?.variant ?? '',
        tab?.seen?.self.role ?? 'unknown',
      ),
      lastLockOutcome: this.#lastLockOutcome,
      presenting: tab?.seen?.self.presenting === 'yes',
      banners: bannersFor({
        unwritten: this.#lesson?.isUnwritten === true,
        roomFailure: this.#roomFailure,
        tabsHere: this.#tabsHere(now),
        otherCall: this.#otherCall(now),
        rules: {
          lost: !rulesFor(this.#school, state?.packId).known,
          problems: this.#school.problems,
        },
        perhapsClass: this.#perhapsClass(state),
      }),
    }
  }

  /** Another class of this computer that fits the names in the call far better than the one that was chosen. */
  #perhapsClass(state: SessionState | undefined): string | undefined {
    return state === undefined || this.#moment() !== 'during'
      ? undefined
      : wrongClass(state, this.#register(state), this.#registers)?.name
  }

  #otherCall(now: number): Platform | undefined {
    const state = this.#lesson?.state
    if (state === undefined || state.ended !== undefined) return undefined
    const isAnother = (tab: MeetingTab) =>
      tab.platform !== state.platform || tab.code !== state.code
    return this.tabs
      .all()
      .find(
        (tab) => tab.phase === 'inCall' && isAnother(tab) && now - tab.aliveAt <= SILENT_AFTER_MS,
      )?.platform
  }

  #tabsHere(now: number): number | undefined {
    const state = this.#lesson?.state
    if (state === undefined || state.ended !== undefined) return undefined
    const open = this.tabs.inCall(state.platform, state.code)
    return open.filter((tab) => now - tab.aliveAt <= SILENT_AFTER_MS).length
  }
}
