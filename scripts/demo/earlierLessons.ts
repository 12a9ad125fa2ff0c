import type { BackupLesson } from '../../lib/backup/content.ts'
import { CLAUSES } from '../../lib/protocol/clauses/index.ts'
import type { Register } from '../../lib/register/index.ts'
import { chainOf } from '../../lib/session/chain.ts'
import type { SessionEvent } from '../../lib/session/events.ts'
import { CLOSED, LessonTale, SECOND, TEN } from '../../test/vectors/lessons/builder.ts'
import { usualRules } from './rules.ts'

const DAY = 86_400_000
const ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone
const MINUTES = 45
const BEGINS_BEFORE_MS = 7 * 60_000

/** What only a person can know, as the teacher of the demo confirms it each time. */
const NOTES: Readonly<Record<string, string>> = {
  'EG-3': 'Letter of 4 September',
  'EG-7': 'Nothing to report',
  'EG-8': 'Nobody needs one this week',
  'EG-26': 'Everybody came in muted',
  'EG-41': 'Homework, by the class page',
}

/**
 * Lessons of the weeks before, each of 45 minutes, as the journal of this tool holds them: told to the real fold and judged by the real
 * rules, on the days that lie so many weeks before `now`. Names are invented.
 */
export function earlierLessons(register: Register, now: number, weeks: number): BackupLesson[] {
  return Array.from({ length: weeks }, (_, index) => {
    const weeksAgo = weeks - index
    return stored(tell(register, weeksAgo), register, now - weeksAgo * 7 * DAY, weeksAgo)
  })
}

/** The lesson of so many weeks ago, on the builder's own day. */
export function tell(register: Register, weeksAgo: number): LessonTale {
  const pack = usualRules()
  const tale = new LessonTale(TEN - BEGINS_BEFORE_MS, ZONE)
    .pack('combined', pack)
    .register(register)
    .reallyMatched()
  tale.add(
    {
      type: 'classChosen',
      registerId: register.id,
      className: register.name,
      packId: pack.id,
      packVersion: pack.version,
    },
    { type: 'plannedStart', startsAt: TEN },
    { type: 'lockDeadline', dueAt: TEN + 5 * 60_000, by: 'policy' },
    { type: 'roomCheck', state: 'on', why: '' },
  )
  for (const topic of ['people', 'lobby', 'cameras', 'chat', 'lock'] as const)
    tale.health(topic, { level: 'complete' })
  tale.joins('self', 'Aisha Khan', { isSelf: true, role: 'host' }).camera('self', 'on')
  tale.room('self', 'fine')
  tale.after(20 * SECOND).arrives('tom', 'Tom Bradley', { role: 'cohost' })
  arrivals(tale, register, weeksAgo)
  for (const { clause, tick } of CLAUSES) {
    const isAsked = tick !== 'none' && clause.how.includes('ask') && clause.phase !== 'oneToOne'
    const isPartly = clause.id in NOTES
    if ((isAsked || isPartly) && pack.clauses.includes(clause.id))
      tale.ticks(clause.id, NOTES[clause.id] ?? '')
  }
  tale
    .at(5)
    .prompts()
    .after(2 * SECOND)
    .add({ type: 'access', access: CLOSED })
    .prompts()
  duringTheLesson(tale, weeksAgo)
  return tale.at(MINUTES).ends('endedForAll')
}

/** Most come in the minutes before ten, the first too early and the last too late; who is away changes from week to week. */
function arrivals(tale: LessonTale, register: Register, weeksAgo: number): void {
  // Freya's family did not agree to video.
  const children = register.pupils.filter(({ firstName }) => firstName !== 'Freya')
  // Another order each week, so that it is not always the same child who is early, late or away.
  const from = (weeksAgo * 5) % children.length
  const coming = [...children.slice(from), ...children.slice(0, from)].slice(0, -1)
  for (const [index, child] of coming.entries()) {
    const id = `p${index}`
    const shown = `${child.preferredName || child.firstName} ${child.lastName}`
    tale.at(cameAt(index, coming.length))
    tale.knocks(`k${index}`, shown).after(6 * SECOND)
    tale.knockGone(`k${index}`, shown).arrives(id, shown)
    tale.after(8 * SECOND).add({ type: 'adultSeen', id, seen: true })
    tale.after(3 * SECOND).room(id, 'fine')
  }
}

/** In minutes from ten o'clock. */
function cameAt(index: number, count: number): number {
  if (index === 0) return -6.5
  return index === count - 1 ? 2.2 : -4.5 + index * 0.3
}

/** A camera that goes off for a while, a connection that drops, a room that is not for lessons: one of them a week. */
function duringTheLesson(tale: LessonTale, weeksAgo: number): void {
  const [one, other] = [`p${(weeksAgo + 3) % 10}`, `p${(weeksAgo + 5) % 10}`]
  tale
    .at(14)
    .camera(one, 'off')
    .after(45 * SECOND)
    .prompts()
  if (
    tale
      .state()
      .prompts.some((prompt) => prompt.kind === 'cameraOff' && prompt.answer === undefined)
  )
    tale.answers('cameraOff', 'askCameraOn')
  tale.at(17).camera(one, 'on').prompts()
  tale.at(22).leaves(other).at(24)
  const name = tale.state().people.find((person) => person.id === other)?.name
  if (name !== undefined)
    tale
      .arrives(`${other}-again`, name)
      .after(15 * SECOND)
      .add({ type: 'adultSeen', id: `${other}-again`, seen: true })
      .room(`${other}-again`, 'fine')
      .prompts()
  if (weeksAgo % 2 === 0) {
    tale.at(30).room(one, 'bedroom').prompts()
    if (
      tale.state().prompts.some((prompt) => prompt.kind === 'room' && prompt.answer === undefined)
    )
      tale.answers('room', 'askToMove')
    tale.at(32).room(one, 'fine').prompts()
  }
}

/** The told lesson moved to its day, as the database keeps it. */
function stored(tale: LessonTale, register: Register, day: number, weeksAgo: number): BackupLesson {
  const ten = new Date(day)
  // The Friday before, where it would be a day without school.
  while (ten.getDay() === 0 || ten.getDay() === 6) ten.setDate(ten.getDate() - 1)
  ten.setHours(10, 0, 0, 0)
  const shift = ten.getTime() - TEN
  const sessionId = `earlier-${weeksAgo}`
  const events = tale.events.map((event) => {
    const moved = shifted(event, shift)
    return moved.type === 'started' ? { ...moved, sessionId, title: register.name } : moved
  })
  const hashes = chainOf(events)
  const [first, last] = [events[0], events.at(-1)]
  if (first === undefined || last === undefined) throw new Error('A lesson has events.')
  return {
    row: {
      sessionId,
      platform: 'meet',
      code: 'abc-defg-hij',
      startedAt: first.at,
      endedAt: last.at,
      interrupted: false,
      className: register.name,
      people: register.pupils.length,
      register,
      pack: usualRules(),
      tip: { seq: last.seq, hash: hashes.at(-1) ?? '' },
    },
    journal: events.map((event, index) => ({ seq: event.seq, event, hash: hashes[index] ?? '' })),
  }
}

/** Every moment in an event by so many milliseconds later. */
function shifted(event: SessionEvent, by: number): SessionEvent {
  const YEAR_2020 = Date.UTC(2020, 0)
  return JSON.parse(JSON.stringify(event), (_key, value: unknown) =>
    typeof value === 'number' && value > YEAR_2020 ? value + by : value,
  ) as SessionEvent
}
