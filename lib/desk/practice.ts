import type { FromPages, PageReply, ToMeeting } from '../bus/protocol.ts'
import { observationOf, NO_CALL, perform } from '../practice/call.ts'
import type { PracticeCall } from '../practice/call.ts'
import { sampleClass } from '../practice/people.ts'
import { PLOT } from '../practice/plot.ts'
import type { PlotStep } from '../practice/plot.ts'
import { readingOf } from '../practice/readings.ts'
import { practiceRules } from '../practice/rules.ts'
import { capabilitiesOf } from '../platforms/capabilities.ts'
import { formatRules } from '../protocol/pack.ts'
import type { LessonRecord } from '../record/types.ts'
import type { PanelView } from '../views/types.ts'
import { t } from '../words/say.ts'
import { MEETING_ENGLISH } from '../words/start.ts'
import { Desk } from './desk.ts'
import { journalInMemory, NO_VAULT, SHIPPED_LOOKS_ONLY, shelfInMemory } from './inMemory.ts'
import type { MeetingTab } from './meetingTabs.ts'

export interface PracticeStart {
  /** When the practice lesson pretends to begin: milliseconds since 1970. */
  readonly at: number
  readonly timeZone: string
  readonly toolVersion: string
}

/** How it stands; a new one with each change. */
export interface PracticeScene {
  readonly view: PanelView | undefined
  readonly call: PracticeCall
  readonly step: PlotStep
  /** From 1. */
  readonly number: number
  readonly of: number
  readonly now: number
  /** The clock runs; else it waits for the teacher. */
  readonly running: boolean
  /** Without a class, a call or its end there would be no lesson. */
  readonly canSkip: boolean
}

const TAB = 1
const FIXED: readonly string[] = ['class', 'join', 'end', 'record']
/** The room model looks about this often at a picture. */
const LOOK_EVERY_MS = 2_000

/**
 * The practice lesson: a desk like the one of the background, with storage that is gone with the page, and a pretended call in the
 * place of a meeting. Everything from the observation on is the real thing; see docs/adr/0004-practice-lesson.md for why it is not
 * the background's own desk.
 */
export class PracticeLesson {
  readonly #desk: Desk
  readonly #tab: MeetingTab
  readonly #listeners = new Set<() => void>()
  #scene: PracticeScene
  #call: PracticeCall = NO_CALL
  #at = 0
  #now: number
  #lookedAt = 0
  /** Prompts that were open in this step. */
  #asked: ReadonlySet<string> = new Set()

  constructor({ at, timeZone, toolVersion }: PracticeStart) {
    this.#now = at
    this.#scene = this.#made(undefined)
    this.#desk = new Desk({
      // It speaks as the page that it is on.
      speak: () => Promise.resolve(MEETING_ENGLISH),
      journal: journalInMemory(),
      shelf: shelfInMemory(sampleClass(at, t('Practice (not a real lesson)')), {
        policyPack: formatRules(practiceRules(timeZone)),
      }),
      looks: SHIPPED_LOOKS_ONLY,
      vault: NO_VAULT,
      now: () => this.#now,
      toolVersion,
      timeZone,
      capabilities: capabilitiesOf,
      setRoomCheckRunning: () => undefined,
      setRunning: () => undefined,
      setBadge: () => undefined,
      // Nothing becomes due while the clock stands; while it runs, `pass` looks.
      wakeIn: () => undefined,
    })
    this.#tab = this.#desk.connectMeeting(TAB, 'meet', (message) => this.#told(message))
    this.#desk.connectPanel(({ view }) => this.#take(view))
    void this.#see()
  }

  get scene(): PracticeScene {
    return this.#scene
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** What the panel asks; the answer is the desk's. */
  readonly ask = <K extends keyof FromPages>(
    kind: K,
    payload: FromPages[K],
  ): Promise<PageReply<K>> => this.#desk.fromPage(kind, payload)

  record(): Promise<LessonRecord | undefined> {
    const sessionId = this.#scene.view?.session?.sessionId ?? ''
    return this.ask('record', { sessionId })
  }

  /** The practice clock goes on by so much. Does nothing while it is the teacher's turn. */
  async pass(ms: number): Promise<void> {
    if (!this.#scene.running) return
    this.#now += ms
    await this.#see()
    if (this.#now - this.#lookedAt >= LOOK_EVERY_MS) await this.#look()
  }

  /** She joins the pretended call. */
  join(): Promise<void> {
    return this.#change({ ...this.#call, phase: 'inCall' })
  }

  /** Goes on without this step; what has to be for the next one is done by the next one. */
  skip(): void {
    if (this.#scene.canSkip) this.#goTo(this.#at + 1)
  }

  end(): Promise<void> {
    return this.#change({ ...this.#call, phase: 'ended' })
  }

  async #change(call: PracticeCall): Promise<void> {
    this.#call = call
    await this.#see()
    this.#follow()
  }

  async #see(): Promise<void> {
    await this.#desk.observed(this.#tab, observationOf(this.#call), true)
    // A prompt may become due with time alone.
    await this.#desk.tick()
  }

  async #look(): Promise<void> {
    this.#lookedAt = this.#now
    if (this.#call.phase !== 'inCall') return
    for (const { id, camera, backdrop } of this.#call.people) {
      if (camera === 'off') continue
      const reading = readingOf(backdrop)
      await this.#desk.roomReading({ tabId: TAB, participantId: id, isSelf: false, reading })
    }
  }

  #told(message: ToMeeting): void {
    if (message.type !== 'perform') return
    const { call, outcome } = perform(this.#call, message.command)
    this.#call = call
    this.#desk.tabs.performed(message.requestId, outcome)
    this.#later(this.#change(call))
  }

  #take(view: PanelView): void {
    this.#publish(view)
    this.#follow()
  }

  /** Goes on in the plot as far as its steps are done. */
  #follow(): void {
    const { view, step } = this.#scene
    const call = this.#call
    // Ended early, e.g. by the emergency control: what is left of the plot is the record.
    if (call.phase === 'ended' && this.#at < PLOT.length - 1) return this.#goTo(PLOT.length - 1)
    if (view === undefined || !step.done({ view, call, answered: this.#answered(view) }))
      return this.#publish(view)
    this.#goTo(this.#at + 1)
  }

  #goTo(at: number): void {
    const next = PLOT[at]
    if (next === undefined) return
    this.#at = at
    this.#asked = new Set()
    // A few seconds go by between two things, also where nobody waited for them.
    this.#now += 3_000
    this.#call = next.begin?.(this.#call) ?? this.#call
    this.#publish(this.#scene.view)
    this.#later(this.#see())
  }

  #answered(view: PanelView): boolean {
    const open = new Set(view.prompts.map((one) => one.promptId))
    const answered = [...this.#asked].some((promptId) => !open.has(promptId))
    this.#asked = new Set([...this.#asked, ...open])
    return answered
  }

  #publish(view: PanelView | undefined): void {
    this.#scene = this.#made(view)
    for (const listener of this.#listeners) listener()
  }

  #made(view: PanelView | undefined): PracticeScene {
    const step = PLOT[this.#at]
    if (step === undefined) throw new Error('The practice lesson has no such step.')
    return {
      view,
      call: this.#call,
      step,
      number: this.#at + 1,
      of: PLOT.length,
      now: this.#now,
      running: step.where === 'clock',
      canSkip: !FIXED.includes(step.id),
    }
  }

  #later(work: Promise<unknown>): void {
    work.catch((failure: unknown) => console.error('The practice lesson stumbled', failure))
  }
}
