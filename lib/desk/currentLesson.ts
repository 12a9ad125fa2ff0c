import type { Outcome } from '../meeting/index.ts'
import type { SessionEventBody, SessionState } from '../session/index.ts'
import type { EmergencyStep } from '../session/events.ts'
import type { LessonPhase } from '../views/types.ts'
import { InWords } from '../words/inWords.ts'
import { t } from '../words/say.ts'
import type { Lesson } from './lesson.ts'
import type { MeetingTab, MeetingTabs } from './meetingTabs.ts'
import { canBePlanned, NO_PLAN, preview } from './plan.ts'
import type { Plan } from './plan.ts'
import { withRoomCheck } from './roomCheck.ts'
import type { Rooms } from './rooms.ts'
import type { Shelf } from './shelf.ts'
import type { Standards } from './standards.ts'

/** The tool and where it runs, as they are written into a session. */
export interface About {
  readonly toolVersion: string
  readonly timeZone: string
}

export interface CurrentLessonParts {
  readonly tabs: MeetingTabs
  readonly standards: Standards
  readonly rooms: Rooms
  readonly shelf: Pick<Shelf, 'plan' | 'savePlan'>
  readonly about: About
}

/**
 * The one lesson that the desk is about: the running one, the last one, or only what the teacher has prepared. What she says goes into
 * the right one of these. If every door decided that by itself, a tick in the green room could land in yesterday's record.
 *
 *   none ── a meeting page that is not in the call yet ─▶ before ── begins ─▶ during ── ends ─▶ after
 *     └─ what she says: kept as the plan ───────────────────┘ └─ the plan       └─ written ───────┘
 *                                                                becomes its first events
 *   (after and another green room ─▶ before: the plan is for the next lesson, the closed one is left alone)
 *
 * What can only be said of a lesson that was held, of a child in it or of an emergency, is never planned: it would stand in the record of
 * the next one, as if it had happened there.
 */
export class CurrentLesson {
  readonly #parts: CurrentLessonParts
  #lesson: Lesson | undefined
  #plan: Plan = NO_PLAN
  /** What became of the last try to lock this call. In memory only: the journal has it with its command. */
  lockOutcome: Outcome | undefined

  constructor(parts: CurrentLessonParts) {
    this.#parts = parts
  }

  /** The running or the last one. */
  get lesson(): Lesson | undefined {
    return this.#lesson
  }

  get state(): SessionState | undefined {
    return this.#lesson?.state
  }

  /** Undefined where no lesson runs, also where one was closed. */
  get running(): SessionState | undefined {
    return this.state?.ended === undefined ? this.state : undefined
  }

  get plan(): Plan {
    return this.#plan
  }

  /** From now on the desk is about this lesson; undefined where the last one was deleted. */
  show(lesson: Lesson | undefined): void {
    this.#lesson = lesson
  }

  async loadPlan(): Promise<void> {
    this.#plan = await this.#parts.shelf.plan()
  }

  async setPlan(plan: Plan): Promise<void> {
    if (this.#plan.events.length === 0 && plan.events.length === 0) return
    this.#plan = plan
    try {
      await this.#parts.shelf.savePlan(plan)
    } catch (failure) {
      // It is still known here, and the lesson that takes it over must begin.
      console.error('What was prepared could not be kept', failure)
    }
  }

  /** Where everything stored was erased. */
  forget(): void {
    this.#lesson = undefined
    this.#plan = NO_PLAN
  }

  /** Where the teacher is: a running lesson, before one (a meeting page that is not in the call yet), after one, or none. */
  get moment(): LessonPhase {
    if (this.running !== undefined) return 'during'
    const { tabs } = this.#parts
    if (tabs.all().some((tab) => tab.phase === 'greenRoom' || tab.phase === 'waiting'))
      return 'before'
    return this.#lesson === undefined ? 'none' : 'after'
  }

  /** The lesson that is shown: the running or closed one, or a preview of the one that is about to begin. */
  shown(now: number): SessionState | undefined {
    const { moment } = this
    if (moment === 'during' || moment === 'after') return this.state
    const { tabs, about } = this.#parts
    const tab = tabs.all().find((one) => one.code !== '')
    if (moment === 'none' && this.#plan.events.length === 0) return undefined
    return preview(
      { events: this.withRoomCheck(this.#plan.events) },
      { now, platform: tab?.platform ?? 'meet', code: tab?.code ?? '', ...about },
    )
  }

  /** First events of a lesson, with the state of the room check where they do not say it. */
  withRoomCheck(events: readonly SessionEventBody[]): readonly SessionEventBody[] {
    const { standards, rooms } = this.#parts
    const { settings, setBySchool } = standards.school
    // By the rules that the lesson will have: those chosen with its class, never those of the lesson before.
    const chosen = events.findLast((one) => one.type === 'classChosen')
    const wanted = settings.roomCheck && standards.pack(chosen).roomCheck
    const bySchool = setBySchool.includes('roomCheck')
    return withRoomCheck(events, { wanted, bySchool }, rooms.failure)
  }

  /** The tab in which the lesson is read and commands are carried out: the first of its call. */
  actingTab(): MeetingTab | undefined {
    const { state } = this
    return state === undefined ? undefined : this.#parts.tabs.inCall(state.platform, state.code)[0]
  }

  /** Writes into the lesson, where there is one. */
  async add(events: readonly SessionEventBody[], now: number): Promise<void> {
    await this.#lesson?.add(events, now)
  }

  /**
   * What the teacher says goes into the lesson that is shown; before the call it is kept for the one that is about to begin.
   *
   * @throws InWords where no lesson is shown and it can't be said of one that has not begun.
   */
  async say(events: readonly SessionEventBody[], now: number): Promise<void> {
    if (this.#isShown) return this.add(events, now)
    if (!events.every(canBePlanned))
      throw new InWords(
        t(
          'This was not kept: no lesson is shown that it could be written into. What matters about a child can be written down under “Concern”.',
        ),
      )
    await this.setPlan({ events: [...this.#plan.events, ...events] })
  }

  /**
   * Whether a step of an emergency can be written down. Beside a green room that is so only while one that was opened in the last lesson
   * goes on: the end of a call leads to another page, and whom she told then belongs to that lesson.
   */
  get takesEmergency(): boolean {
    return this.#isShown || (this.moment === 'before' && isInEmergency(this.state))
  }

  /** Nothing is written where no lesson takes it: what is shown says so (`PanelView.emergencyNotKept`), and no step of hers fails. */
  async addEmergency(step: EmergencyStep, note: string, now: number): Promise<void> {
    if (this.takesEmergency) await this.add([{ type: 'emergency', step, note }], now)
  }

  /** The lesson that is shown has begun. */
  get #isShown(): boolean {
    return this.moment === 'during' || this.moment === 'after'
  }
}

function isInEmergency(state: SessionState | undefined): boolean {
  const last = state?.emergencies.at(-1)
  return last !== undefined && last.step !== 'closed' && last.step !== 'mistake'
}
