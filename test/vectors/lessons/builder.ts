import type { Access, CameraReading, Health, HealthItem, HealthTopic } from '../../../lib/meeting/index.ts'
import { evaluate } from '../../../lib/protocol/evaluate.ts'
import { packById } from '../../../lib/protocol/packs/index.ts'
import type { Evaluation, Pack, Situation } from '../../../lib/protocol/types.ts'
import { makeRecord } from '../../../lib/record/make.ts'
import type { LessonRecord } from '../../../lib/record/types.ts'
import { createMatcher } from '../../../lib/register/match.ts'
import type { Consent, Guardian, Match, Pupil, Register } from '../../../lib/register/types.ts'
import type { JoinedPerson, SessionEvent, SessionEventBody } from '../../../lib/session/events.ts'
import { foldAll } from '../../../lib/session/fold.ts'
import { reconcilePrompts } from '../../../lib/session/prompts.ts'
import type { SessionState } from '../../../lib/session/state.ts'

/** Friday 20 November 2026, 10:00 in London (winter time, so also 10:00 UTC). */
export const TEN = Date.UTC(2026, 10, 20, 10, 0)
export const SECOND = 1_000
export const MINUTE = 60_000

export function guardian(title: string, firstName: string, lastName: string): Guardian {
  return { title, firstName, lastName, relation: '', phone: '' }
}

export function pupil(id: string, firstName: string, lastName: string, more: Partial<Pupil> = {}): Pupil {
  const consent: Consent = 'yes'
  return {
    id,
    firstName,
    lastName,
    preferredName: '',
    guardians: [],
    consentVideo: consent,
    consentRecording: consent,
    aliases: [],
    ...more,
  }
}

export const YEAR_4: Register = {
  id: 'y4',
  name: 'Year 4 Maths',
  pupils: [
    pupil('amelia', 'Amelia', 'Potter'),
    pupil('dev', 'Dev', 'Shah', { guardians: [guardian('Mrs', 'Priya', 'Shah')] }),
    pupil('ben', 'Ben', 'Okoro', { consentRecording: 'no' }),
    pupil('zofia', 'Zofia', 'Kowalska', { consentVideo: 'no' }),
  ],
  staff: [
    { id: 'khan', firstName: 'Sara', lastName: 'Khan', title: 'Ms', role: 'teacher', aliases: [] },
    { id: 'lee', firstName: 'Tom', lastName: 'Lee', title: 'Mr', role: 'teaching assistant', aliases: [] },
  ],
  updatedAt: TEN,
}

export function match(key: string, shown: string, kind: Match['kind'], personId?: string, more: Partial<Match> = {}): Match {
  return {
    key,
    shown,
    kind,
    confidence: personId === undefined ? 0 : 1,
    reasons: personId === undefined ? ['noFit'] : ['exact'],
    alternatives: [],
    ...(personId === undefined ? {} : { personId }),
    ...more,
  }
}

const ALL_COMPLETE: Health = {
  people: { level: 'complete' },
  lobby: { level: 'complete' },
  cameras: { level: 'complete' },
  chat: { level: 'complete' },
  lock: { level: 'complete' },
}
export const OPEN: Access = { state: 'open', askToJoin: 'on', seenAt: 'badge', label: 'This call is open to anyone' }
export const CLOSED: Access = { state: 'restricted', askToJoin: 'off', seenAt: 'badge', label: 'This call is restricted' }
const ON: CameraReading = { state: 'on', why: 'livePicture' }
const OFF: CameraReading = { state: 'off', why: 'videoHidden' }

/**
 * A lesson told step by step, as the journal would hold it: `at(minute)` sets the time, everything else happens then. Names are
 * matched by exact register name, guardian's name or staff name; anybody else is a stranger unless `matched` says otherwise.
 */
export class LessonTale {
  readonly events: SessionEvent[] = []
  readonly #given = new Map<string, Match>()
  #now: number
  #pack: Pack = packById('combined')
  #register: Register | undefined = YEAR_4
  #real = false
  #dsl: NonNullable<Situation['dsl']> = []

  constructor(startedAt: number = TEN - 5 * MINUTE, timeZone = 'Europe/London') {
    this.#now = startedAt
    this.add({ type: 'started', sessionId: 's1', platform: 'meet', code: 'abc-defg-hij', title: 'Maths', toolVersion: '0.1.0', timeZone })
  }

  get now(): number {
    return this.#now
  }

  add(...bodies: readonly SessionEventBody[]): this {
    for (const body of bodies) this.events.push({ seq: this.events.length, at: this.#now, ...body })
    return this
  }

  /** Moves to so many minutes after ten o'clock; may be a fraction or negative. */
  at(minutes: number): this {
    this.#now = TEN + minutes * MINUTE
    return this
  }
  after(milliseconds: number): this {
    this.#now += milliseconds
    return this
  }

  pack(id: string, change: Partial<Pack> = {}): this {
    this.#pack = { ...packById(id), ...change }
    return this
  }
  /** Whom to ring, as the settings have it. */
  contacts(...names: readonly string[]): this {
    this.#dsl = names.map((name) => ({ name, role: 'DSL', phone: '01632 960 101' }))
    return this
  }
  register(register: Register | undefined): this {
    this.#register = register
    return this
  }

  /** Class chosen, ten o'clock planned, lock five minutes later, everything readable. */
  prepared(): this {
    this.add({ type: 'classChosen', registerId: 'y4', className: 'Year 4 Maths', packId: this.#pack.id, packVersion: this.#pack.version })
    this.add({ type: 'plannedStart', startsAt: TEN })
    this.add({ type: 'lockDeadline', dueAt: TEN + 5 * MINUTE, by: 'policy' })
    this.add({ type: 'roomCheck', state: 'on', why: '' })
    for (const [topic, item] of Object.entries(ALL_COMPLETE)) this.health(topic as HealthTopic, item)
    this.add({ type: 'access', access: OPEN })
    return this.teacher()
  }

  teacher(): this {
    return this.joins('self', 'Sara Khan', { isSelf: true, role: 'host' }).camera('self', 'on')
  }

  joins(id: string, name: string, more: Partial<JoinedPerson> = {}): this {
    return this.add({ type: 'joined', person: { id, name, isSelf: false, role: 'none', decorations: [], ...more } })
  }
  /** In with the camera on, as most are. */
  arrives(id: string, name: string, more: Partial<JoinedPerson> = {}): this {
    return this.joins(id, name, more).camera(id, 'on')
  }
  leaves(id: string): this {
    return this.add({ type: 'left', id })
  }
  renames(id: string, from: string, to: string): this {
    return this.add({ type: 'renamed', id, from, to })
  }
  camera(id: string, state: 'on' | 'off'): this {
    return this.add({ type: 'camera', id, reading: state === 'on' ? ON : OFF })
  }
  room(id: string, verdict: Extract<SessionEventBody, { type: 'room' }>['verdict']): this {
    return this.add({ type: 'room', id, verdict, confidence: 0.9, readings: 5 })
  }
  knocks(key: string, name: string, late = false): this {
    return this.add({ type: 'knocked', key, name, late })
  }
  knockGone(key: string, name: string, how: 'admitted' | 'denied' | 'unknown' = 'admitted'): this {
    return this.add({ type: 'knockGone', key, name, how })
  }
  health(topic: HealthTopic, item: HealthItem): this {
    return this.add({ type: 'health', topic, item })
  }
  access(access: Access): this {
    return this.add({ type: 'access', access })
  }
  ticks(clause: string, note = ''): this {
    return this.add({ type: 'ticked', clause, on: true, note })
  }
  ends(reason: Extract<SessionEventBody, { type: 'ended' }>['reason'] = 'endedForAll'): this {
    return this.add({ type: 'ended', reason, endedAt: this.#now })
  }
  /** The judgement of one device or knock, instead of the simple matching of this builder. */
  matched(key: string, kind: Match['kind'], personId?: string, more: Partial<Match> = {}): this {
    this.#given.set(key, match(key, '', kind, personId, more))
    return this
  }

  /** Names are judged by the matcher that is shipped, as the running session has them judged. */
  reallyMatched(): this {
    this.#real = true
    return this
  }

  /** Asks whatever the findings ask now, as the running session does. */
  prompts(): this {
    return this.add(...reconcilePrompts(this.state(), this.evaluate().findings, this.#now))
  }
  /** The teacher answers the open prompt of a kind. */
  answers(kind: string, answer: Extract<SessionEventBody, { type: 'answered' }>['answer']): this {
    const open = this.state().prompts.find((prompt) => prompt.kind === kind && prompt.answer === undefined)
    if (open === undefined) throw new Error(`There is no open prompt of kind ${kind}.`)
    return this.add({ type: 'answered', promptId: open.promptId, answer, by: 'teacher' })
  }

  state(): SessionState {
    const state = foldAll(this.events)
    if (state === undefined) throw new Error('The lesson did not begin.')
    return state
  }
  matches(): ReadonlyMap<string, Match> {
    const state = this.state()
    if (this.#real) return realMatches(state, this.#register)
    const keys = [...state.people.map((one) => ({ key: one.id, shown: one.name, isSelf: one.isSelf })), ...state.knocks.map((one) => ({ key: one.key, shown: one.name, isSelf: false }))]
    return new Map(keys.map(({ key, shown, isSelf }) => [key, this.#given.get(key) ?? simpleMatch(key, shown, isSelf, this.#register)]))
  }
  evaluate(): Evaluation {
    return evaluate({
      state: this.state(),
      pack: this.#pack,
      matches: this.matches(),
      now: this.#now,
      ...(this.#dsl.length === 0 ? {} : { dsl: this.#dsl }),
      ...(this.#register === undefined ? {} : { register: this.#register }),
    })
  }
  record(withJournal = true): LessonRecord {
    return makeRecord(
      {
        state: this.state(),
        pack: this.#pack,
        checklist: this.evaluate().checklist,
        ...(this.#register === undefined ? {} : { register: this.#register }),
      },
      { now: this.#now, matches: this.matches(), ...(withJournal ? { events: this.events } : {}) },
    )
  }
}

function realMatches(
  state: SessionState,
  register: Register | undefined,
): ReadonlyMap<string, Match> {
  const people = [
    ...state.people.map(({ id, name, isSelf, present }) => ({ key: id, shown: name, isSelf, present })),
    ...state.knocks.map(({ key, name }) => ({ key, shown: name, isSelf: false, present: false })),
  ]
  return createMatcher(register).matchAll(people, state.fixes)
}

function simpleMatch(key: string, shown: string, isSelf: boolean, register: Register | undefined): Match {
  const pupilFound = register?.pupils.find((one) => `${one.firstName} ${one.lastName}` === shown)
  if (pupilFound !== undefined) return match(key, shown, 'pupil', pupilFound.id)
  const family = register?.pupils.find((one) => one.guardians.some((other) => shown === `${other.title} ${other.lastName}`))
  if (family !== undefined) return match(key, shown, 'guardian', family.id, { reasons: ['guardianName'] })
  const staff = register?.staff.find((one) => `${one.firstName} ${one.lastName}` === shown)
  if (staff !== undefined) return match(key, shown, isSelf ? 'self' : 'staff', staff.id)
  if (isSelf) return match(key, shown, 'self')
  return /^(iPad|iPhone|Galaxy)/.test(shown) ? match(key, shown, 'notAName', undefined, { reasons: ['deviceName'] }) : match(key, shown, 'unknown')
}
