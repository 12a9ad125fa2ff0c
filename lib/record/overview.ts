import { difference, intersection, total } from '../session/stretches.ts'
import type { Message } from '../words/catalogue.ts'
import { t, tOf } from '../words/say.ts'
import type { Row } from './cells.ts'
import { csvFile } from './cells.ts'
import { dayAndClock } from './csv.ts'
import { initialsOf, redactedAll } from './redact.ts'
import type { LessonRecord, RecordPerson } from './types.ts'
import { isDamaged, lacksEntries } from './words.ts'

/** Several lessons side by side: the class over a term, and each pupil over its lessons. */
export interface Overview {
  /** The class where all lessons are of one, else empty. */
  readonly className: string
  /** In order of time. */
  readonly lessons: readonly OverviewLesson[]
  /** In order of name. */
  readonly pupils: readonly OverviewPupil[]
}

export interface OverviewLesson {
  readonly sessionId: string
  readonly className: string
  readonly startedAt: number
  readonly timeZone: string
  readonly lengthMinutes: number
  /** Pupils of the register. */
  readonly seen: number
  readonly notSeen: number
  readonly late: number
  /** Times that a room was asked about. */
  readonly rooms: number
  readonly chatFlags: number
  readonly lockedAt?: number
  /** The end is not known, time was not watched, or the journal is damaged: what is counted may be too little. */
  readonly inPart: boolean
}

export interface OverviewPupil {
  readonly key: string
  /** With the class behind it where children of one name are of several. */
  readonly name: string
  /** One for each lesson of the overview, in the same order. */
  readonly lessons: readonly PupilLesson[]
  /** Lessons in which they were seen, of those for which they were on the register. */
  readonly attended: number
  readonly of: number
  readonly late: number
  readonly minutes: number
  /** Of the minutes present; 0 to 1. */
  readonly cameraShare: number
  readonly rooms: number
  readonly adultSeen: number
}

/** How one lesson was for one pupil. `notExpected`: they were not on that lesson's register. */
export interface PupilLesson {
  readonly is: 'here' | 'late' | 'notSeen' | 'absent' | 'notExpected'
  /** Present of the time that was watched; 0 to 1. Absent where none was: nothing can be said of it then. */
  readonly share?: number
  readonly person?: RecordPerson
}

const NOT_EXPECTED: PupilLesson = { is: 'notExpected', share: 0 }

/**
 * Puts records side by side. With `initials` nobody is named, also not in the name of a class, and who is who stays the same over all
 * lessons; `known` is as for `redacted`.
 */
export function overviewOf(
  given: readonly LessonRecord[],
  initials = false,
  known: readonly string[] = [],
): Overview {
  const records = given.toSorted((a, b) => a.startedAt - b.startedAt)
  const shown = initials ? redactedAll(records, known) : records
  const classes = new Set(shown.map((one) => one.className))
  const names = new Map<string, string>()
  const classNames = new Map<string, string>()
  const rows = new Map<string, PupilLesson[]>()
  const place = (key: string, name: string, index: number, lesson: PupilLesson): void => {
    // The name that the latest register has.
    names.set(key, name)
    classNames.set(key, records[index]?.className ?? '')
    const row = rows.get(key) ?? records.map(() => NOT_EXPECTED)
    row[index] = lesson
    rows.set(key, row)
  }
  for (const [index, record] of records.entries()) {
    for (const person of record.people) {
      if (!isPupil(person)) continue
      const is = person.arrival === 'late' ? 'late' : 'here'
      place(keyOf(person, record), person.name, index, { is, ...shareOf(person, record), person })
    }
    for (const one of record.notSeen)
      place(keyOf(one, record), one.name, index, {
        is: one.certain ? 'absent' : 'notSeen',
        share: 0,
      })
  }
  const pupils = [...rows].map(([key, lessons]) => pupilOf(key, names.get(key) ?? '', lessons))
  const sorted = pupils.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
  return {
    className: classes.size === 1 ? ([...classes][0] ?? '') : '',
    lessons: shown.map(lessonOf),
    pupils: initials ? withInitials(sorted) : withClass(sorted, homeNames(records, classNames)),
  }
}

/** Time that nobody watched is nobody's absence: it is left out of the whole as well as of the part. */
function shareOf(
  { stays }: RecordPerson,
  { startedAt: from, endedAt: to, unwatched = [] }: LessonRecord,
): Pick<PupilLesson, 'share'> {
  // A lesson of no length was seen as a whole by whoever was seen in it.
  if (to <= from) return { share: 1 }
  const watched = difference([{ from, to }], unwatched)
  const all = total(watched)
  return all === 0 ? {} : { share: total(intersection(stays, watched)) / all }
}

function isPupil({ kind }: RecordPerson): boolean {
  return kind === 'pupil' || kind === 'guardian'
}

/**
 * An id tells children apart inside one register only; that of a child who is lent to a set says from which register (`memberId`), which
 * makes them the same child in both. A record of an earlier version does not say what register it was.
 */
function keyOf(
  { personId, name }: { readonly personId?: string; readonly name: string },
  { registerId }: LessonRecord,
): string {
  if (personId === undefined) return `name:${name}`
  return registerId === undefined || registerOf(personId) !== undefined
    ? personId
    : `${registerId}/${personId}`
}

/** The register from which a child is lent, or to which a key of this overview belongs. */
function registerOf(id: string): string | undefined {
  const end = id.indexOf('/')
  return end === -1 ? undefined : id.slice(0, end)
}

/** Of which class each pupil is, by key: where only a set that they are lent to is at hand, that one. */
function homeNames(
  records: readonly LessonRecord[],
  classNames: ReadonlyMap<string, string>,
): (key: string) => string {
  const homes = new Map<string | undefined, string>()
  for (const { registerId, className } of records)
    if (registerId !== undefined) homes.set(registerId, className)
  return (key) => homes.get(registerOf(key)) ?? classNames.get(key) ?? ''
}

/** Children of one name who are of several classes would be the same row twice to whoever reads it. */
function withClass(
  pupils: readonly OverviewPupil[],
  classOf: (key: string) => string,
): readonly OverviewPupil[] {
  const classesOf = new Map<string, Set<string>>()
  for (const { key, name } of pupils)
    classesOf.set(name, (classesOf.get(name) ?? new Set()).add(classOf(key)))
  return pupils.map((pupil) => {
    const className = classOf(pupil.key)
    const isTold = className === '' || (classesOf.get(pupil.name)?.size ?? 0) < 2
    return isTold ? pupil : { ...pupil, name: `${pupil.name} (${className})` }
  })
}

function lessonOf(record: LessonRecord): OverviewLesson {
  const pupils = record.people.filter(isPupil)
  const locked = record.lock.locked?.[0]?.from ?? record.lock.doneAt
  return {
    sessionId: record.sessionId,
    className: record.className,
    startedAt: record.startedAt,
    timeZone: record.timeZone,
    lengthMinutes: record.lengthMinutes,
    seen: pupils.length,
    notSeen: record.notSeen.length,
    late: pupils.filter((one) => one.arrival === 'late').length,
    rooms: record.prompts.filter((one) => one.kind === 'room').length,
    chatFlags: record.chatFlags.length,
    ...(locked === undefined ? {} : { lockedAt: locked }),
    inPart:
      record.interrupted ||
      (record.unwatched ?? []).length > 0 ||
      isDamaged(record) ||
      lacksEntries(record),
  }
}

function pupilOf(key: string, name: string, lessons: readonly PupilLesson[]): OverviewPupil {
  const there = lessons.flatMap((one) => one.person ?? [])
  const sum = (of: (person: RecordPerson) => number): number =>
    there.reduce((total, person) => total + of(person), 0)
  const minutes = sum((one) => one.minutesPresent)
  return {
    key,
    name,
    lessons,
    attended: there.length,
    of: lessons.filter((one) => one.is !== 'notExpected').length,
    late: lessons.filter((one) => one.is === 'late').length,
    minutes,
    cameraShare: minutes === 0 ? 0 : sum((one) => one.minutesCameraOn) / minutes,
    rooms: sum((one) => one.rooms.filter((room) => room.verdict !== 'fine').length),
    adultSeen: there.filter((one) => one.adultSeenAt !== undefined).length,
  }
}

function withInitials(pupils: readonly OverviewPupil[]): readonly OverviewPupil[] {
  const used = new Map<string, number>()
  return pupils.map((pupil) => {
    const initials = initialsOf(pupil.name)
    const before = used.get(initials) ?? 0
    used.set(initials, before + 1)
    return { ...pupil, name: before === 0 ? initials : `${initials} (${before + 1})` }
  })
}

/** One pupil's lessons with the facts of each, leaving out those for which they were not on the register. */
export function overviewOfPupil(
  { lessons }: Overview,
  pupil: OverviewPupil,
): readonly { readonly lesson: OverviewLesson; readonly was: PupilLesson }[] {
  return pupil.lessons.flatMap((was, index) => {
    const lesson = lessons[index]
    return lesson === undefined || was.is === 'notExpected' ? [] : [{ lesson, was }]
  })
}

const SUMS: readonly Message[] = [
  'Name',
  'Lessons attended',
  'Lessons on the register',
  'Times late',
  'Minutes present',
  'Camera on (% of minutes)',
  'Rooms noted',
  'Lessons with an adult seen',
]

/** One row per pupil with the sums, then one column for each lesson with the minutes present; its head says where they may be too few. */
export function toOverviewCsv({ lessons, pupils }: Overview): string {
  const head: Row = [
    ...SUMS.map((one) => tOf(one)),
    ...lessons.map((one) => withPart(dayAndClock(one.startedAt, one.timeZone), one)),
  ]
  const notThere: Readonly<Record<PupilLesson['is'], string>> = {
    here: '',
    late: '',
    notSeen: t('not seen'),
    absent: t('absent'),
    notExpected: '',
  }
  const rows = pupils.map((pupil): Row => [
    pupil.name,
    pupil.attended,
    pupil.of,
    pupil.late,
    pupil.minutes,
    Math.round(pupil.cameraShare * 100),
    pupil.rooms,
    pupil.adultSeen,
    ...pupil.lessons.map((one) => {
      if (one.person === undefined) return notThere[one.is]
      // Nought would read as if they had not been there.
      return one.share === undefined
        ? t('there, not known for how long')
        : one.person.minutesPresent
    }),
  ])
  return csvFile([head, ...rows])
}

/** When a lesson was, and that it was seen in part: minutes of such a one may be too few. */
export function withPart(when: string, { inPart }: OverviewLesson): string {
  return inPart ? `${when} ${t('(seen in part)')}` : when
}
