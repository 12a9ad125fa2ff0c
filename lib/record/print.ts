import { axisOf } from './axis.ts'
import { setBackLength } from '../protocol/setBack.ts'
import { clockText, dayText, localTime } from '../protocol/time.ts'
import { HEALTH_TOPICS } from '../meeting/index.ts'
import { t } from '../words/say.ts'
import { dayAndClock } from './csv.ts'
import { recordLines } from './lines.ts'
import { readByWords, throughWords, whyWords } from './reading.ts'
import type { LessonRecord, RecordPerson } from './types.ts'
import {
  absenceLine,
  absenceWord,
  admittedByWord,
  promptAnswer,
  arrivalWord,
  checkWord,
  choiceWord,
  endWord,
  entryWords,
  holdPlaceWord,
  holdWord,
  journalWords,
  knockWord,
  levelWord,
  noticesWords,
  platformWord,
  promptWord,
  reasonWord,
  roomWord,
  rulesWords,
  spanWords,
  topicWord,
  whoWord,
} from './words.ts'

/** A part of the printed page. Plain text only; whoever draws it adds nothing. */
export interface PrintSection {
  readonly title: string
  readonly heads: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** The section beside which the page draws the reading through the lesson. */
  readonly is?: 'reading'
}

/** A bar on the timeline: 0 is the beginning of the picture, 1 its end. */
export interface PrintBar {
  readonly from: number
  readonly to: number
}
export interface TimelineRow {
  readonly name: string
  readonly kind: string
  /** Whole minutes in the call; absent for somebody who was not seen. */
  readonly minutes?: number
  readonly stays: readonly PrintBar[]
  readonly cameraOn: readonly PrintBar[]
  /** Camera off because staff asked for it. */
  readonly offByStaff: readonly PrintBar[]
  readonly gaps: readonly PrintBar[]
  readonly marks: readonly { readonly at: number; readonly label: string }[]
  /** The row in words, for those who can't see the picture. */
  readonly spoken: string
}
export interface PrintModel {
  readonly title: string
  readonly when: string
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly timeline: {
    readonly from: number
    readonly to: number
    readonly ticks: readonly { readonly at: number; readonly label: string }[]
    readonly plannedStart?: number
    readonly lockDue?: number
    /** Every time that it was seen locked. */
    readonly locked: readonly number[]
    readonly reopened: readonly number[]
    /** When nobody watched: what the bars show there was not seen. */
    readonly unwatched: readonly PrintBar[]
    /** When the people could not be read in full. */
    readonly unread: readonly PrintBar[]
    readonly rows: readonly TimelineRow[]
  }
  readonly sections: readonly PrintSection[]
  readonly footer: readonly string[]
}

/** The record as a page to print: every number and sentence on it, nothing of how it looks. */
export function printModel(record: LessonRecord): PrintModel {
  const zone = record.timeZone
  return {
    title: record.className === '' ? t('Lesson without a class') : record.className,
    when: t('{from} to {to}', {
      from: dayAndClock(record.startedAt, zone),
      to: sameDay(record) ? clockText(record.endedAt, zone) : dayAndClock(record.endedAt, zone),
    }),
    facts: facts(record),
    timeline: timeline(record),
    sections: sections(record).filter((section) => section.rows.length > 0),
    footer: [
      t('Lesson Steward {version}; policy {rules}; times in {zone}; session {session}.', {
        version: record.toolVersion,
        rules: rulesWords(record),
        zone,
        session: record.sessionId,
      }),
      t(
        'Seen on the teacher’s own computer and kept only there. No picture or sound was stored. What could not be read is marked; it was not guessed.',
      ),
    ],
  }
}

function sameDay(record: LessonRecord): boolean {
  return dayText(record.startedAt, record.timeZone) === dayText(record.endedAt, record.timeZone)
}

function facts(record: LessonRecord): PrintModel['facts'] {
  const zone = record.timeZone
  const pupils = record.people.filter(
    (one) => one.kind === 'pupil' || one.kind === 'guardian',
  ).length
  const staff = record.people.filter((one) => one.kind === 'self' || one.kind === 'staff')
  const [minutes, absent] = [record.lengthMinutes, record.notSeen.length]
  const found: (readonly [string, string])[] = [
    [t('School'), record.schoolName],
    [
      t('Length'),
      clocksChanged(record)
        ? t('{n} min (the clocks changed during the lesson)', { n: minutes })
        : t('{n} min', { n: minutes }),
    ],
    [t('End##noun'), endWord(record.endReason)],
    [
      t('Planned start##record'),
      record.plannedStartAt === undefined ? t('not set') : clockText(record.plannedStartAt, zone),
    ],
    [t('Meeting'), `${platformWord(record.platform)} ${record.code}`],
    [t('Staff'), staff.map((one) => one.name).join(', ')],
    [
      t('Pupils'),
      absent === 0
        ? t('{n} seen', { n: pupils })
        : t('{n} seen, {absent} not seen', { n: pupils, absent }),
    ],
    [t('Locked'), lockWords(record)],
    [t('Recorded by the site'), noticesWords(record)],
    [t('Concerns, kept apart'), (record.concerns ?? []).map((one) => one.ref).join(', ')],
    [t('Not watched'), unwatchedWords(record)],
    [t('Computer’s clock'), clockWords(record)],
    [t('Journal'), journalWords(record)],
  ]
  return found.filter(([, value]) => value !== '').map(([label, value]) => ({ label, value }))
}

/** "10:05", "10:05, open again 10:20 to 10:21, locked again"; what was never seen is said to be. */
function lockWords({ lock, timeZone }: LessonRecord): string {
  if (lock.locked === undefined)
    return lock.doneAt === undefined ? t('not seen') : clockText(lock.doneAt, timeZone)
  const [first] = lock.locked
  if (first === undefined) return t('not seen')
  const again = (lock.reopened ?? []).map(({ at, until }) => {
    const from = clockText(at, timeZone)
    return until === undefined
      ? t('open again {from}', { from })
      : t('open again {from} to {to}', { from, to: clockText(until, timeZone) })
  })
  return [clockText(first.from, timeZone), ...again].join(', ')
}

function unwatchedWords({ unwatched = [], timeZone }: LessonRecord): string {
  return unwatched.map((gap) => spanWords(gap, timeZone)).join(', ')
}

function clockWords({ clockSetBack = [], timeZone }: LessonRecord): string {
  const each = clockSetBack.map(({ at, ms }) =>
    t('set back by {length} at {time}; times after it are counted on from there', {
      length: setBackLength(ms),
      time: clockText(at, timeZone),
    }),
  )
  return each.join('; ')
}

function arrivalWords({ arrival: is, lateMinutes }: RecordPerson): string {
  const arrival = arrivalWord(is)
  return lateMinutes === undefined || lateMinutes === 0
    ? arrival
    : t('{arrival} by {n} min', { arrival, n: lateMinutes })
}

/** "33", "12 (and 20 not watched)" */
export function minutesWords({ minutesPresent: n, minutesUnwatched: more }: RecordPerson): string {
  return more === undefined || more === 0
    ? String(n)
    : t('{n} (and {more} not watched)', { n, more })
}

/** "10:01", "10:01, again 10:25": every sight of the adult that the teacher has not taken back. */
function adultWords({ adultSeenAt, adultLooks = [] }: RecordPerson, zone: string): string {
  if (adultSeenAt === undefined) return ''
  const takenBack = adultLooks.findLast((look) => !look.seen)?.at ?? adultSeenAt
  const again = adultLooks.filter(
    (look) => look.seen && look.at > adultSeenAt && look.at >= takenBack,
  )
  const time = clockText(adultSeenAt, zone)
  if (again.length === 0) return time
  const times = again.map((look) => clockText(look.at, zone)).join(', ')
  return t('{time}, again {times}', { time, times })
}

/** "12, 5 of them asked for by staff"; empty where the journal was not at hand. */
function cameraOffWords(person: RecordPerson): string {
  const { minutesCameraOff: off, minutesCameraOffByStaff: asked = 0 } = person
  if (off === undefined) return ''
  if (asked === 0) return String(off)
  return asked === off
    ? t('{n}, asked for by staff', { n: off })
    : t('{n}, {asked} of them asked for by staff', { n: off, asked })
}

/** The wall clock and the time that passed disagree: summer time began or ended in between. */
function clocksChanged(record: LessonRecord): boolean {
  const wall = (at: number): number => {
    const { year, month, day, hour, minute } = localTime(at, record.timeZone)
    return Date.UTC(year, month - 1, day, hour, minute) - Math.floor(at / 60_000) * 60_000
  }
  return wall(record.startedAt) !== wall(record.endedAt)
}

const TICK_MINUTES = [1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 1440]
const MOST_TICKS = 8

function timeline(record: LessonRecord): PrintModel['timeline'] {
  const { from, to, x, place, bar } = axisOf(record)
  const step =
    (TICK_MINUTES.find((minutes) => (to - from) / (minutes * 60_000) <= MOST_TICKS) ??
      Math.ceil((to - from) / 60_000 / MOST_TICKS)) * 60_000
  const ticks: { at: number; label: string }[] = []
  for (let at = Math.ceil(from / step) * step; at <= to; at += step)
    ticks.push({ at: x(at), label: clockText(at, record.timeZone) })
  const planned = place(record.plannedStartAt)
  const due = place(record.lock.dueAt)
  const { lock } = record
  const lockedAt =
    lock.locked?.map((one) => one.from) ?? (lock.doneAt === undefined ? [] : [lock.doneAt])
  return {
    from,
    to,
    ticks,
    ...(planned === undefined ? {} : { plannedStart: planned }),
    ...(due === undefined ? {} : { lockDue: due }),
    locked: lockedAt.flatMap((at) => place(at) ?? []),
    reopened: lock.reopenedAt.flatMap((at) => place(at) ?? []),
    unwatched: (record.unwatched ?? []).map(bar),
    unread: (record.healthThrough?.people.parts ?? []).map(bar),
    rows: [...record.people.map(rowOf), ...record.notSeen.map(emptyRow)],
  }

  function rowOf(person: RecordPerson): TimelineRow {
    return {
      name: person.name,
      kind: whoWord(person),
      minutes: person.minutesPresent,
      stays: person.stays.map(bar),
      cameraOn: person.cameraOn.map(bar),
      offByStaff: (person.cameraOffByStaff ?? []).map(bar),
      gaps: (person.gaps ?? []).map(bar),
      marks: person.rooms.map((room) => ({ at: x(room.at), label: roomWord(room.verdict) })),
      spoken: spoken(person, record.timeZone),
    }
  }
}

/** A pupil of the register who was not seen has a row without a bar, so that the picture shows the whole class. */
function emptyRow(one: LessonRecord['notSeen'][number]): TimelineRow {
  return {
    name: one.name,
    kind: one.certain ? t('Absent') : t('Not seen##record'),
    stays: [],
    cameraOn: [],
    offByStaff: [],
    gaps: [],
    marks: [],
    spoken: absenceLine(one),
  }
}

function spoken(person: RecordPerson, zone: string): string {
  const { name, stays, minutesCameraOn: on, minutesPresent: all } = person
  if (stays.length === 0) return t('{name}: not seen in the call', { name })
  const times = stays.map((stay) => spanWords(stay, zone)).join(', ')
  const asked = person.minutesCameraOffByStaff ?? 0
  return asked === 0
    ? t('{name}: in the call {times}; camera on for {on} of {all} minutes', {
        name,
        times,
        on,
        all,
      })
    : t(
        '{name}: in the call {times}; camera on for {on} of {all} minutes, off for {asked} because staff asked',
        { name, times, on, all, asked },
      )
}

function sections(record: LessonRecord): readonly PrintSection[] {
  const zone = record.timeZone
  const time = (at: number | undefined): string => (at === undefined ? '' : clockText(at, zone))
  return [
    {
      title: t('Attendance'),
      heads: [
        t('Name'),
        t('Who'),
        t('Arrival'),
        t('First seen'),
        t('Last seen'),
        t('Gone'),
        t('Minutes'),
        t('Camera on'),
        t('Camera off'),
        t('Adult seen'),
        t('Shown as'),
        t('Known by'),
      ],
      rows: record.people.map((person) => [
        person.name,
        whoWord(person),
        arrivalWords(person),
        time(person.firstSeenAt),
        time(person.lastSeenAt),
        (person.gaps ?? []).map((gap) => spanWords(gap, zone)).join(', '),
        minutesWords(person),
        String(person.minutesCameraOn),
        cameraOffWords(person),
        adultWords(person, zone),
        person.shown.filter((shown) => shown !== person.name).join(', '),
        person.reasons.map(reasonWord).join(', '),
      ]),
    },
    {
      title: t('On the register and not seen'),
      heads: [t('Name'), t('State')],
      rows: record.notSeen.map((one) => [one.name, absenceWord(one.certain)]),
    },
    {
      title: t('Coming in, one at a time'),
      heads: [
        t('Name'),
        t('Knocked'),
        t('Let in##when'),
        t('By'),
        t('Camera on'),
        t('Adult seen'),
        t('Muted'),
        t('How it ended'),
      ],
      rows: (record.entries ?? []).map((one) => [
        one.name,
        one.late ? t('{time}, late', { time: time(one.knockedAt) }) : time(one.knockedAt),
        time(one.admittedAt),
        admittedByWord(one.by),
        time(one.cameraAt),
        `${time(one.adultSeenAt)}${one.adultSeenBy === undefined ? '' : `, ${one.adultSeenBy}`}`,
        time(one.mutedAt),
        entryWords(one),
      ]),
    },
    {
      title: t('Who presented'),
      heads: [t('Name'), t('From'), t('To')],
      rows: record.people
        .flatMap(({ name, presented = [] }) => presented.map((share) => ({ name, ...share })))
        .toSorted((a, b) => a.from - b.from)
        .map(({ name, from, to }) => [name, time(from), time(to)]),
    },
    {
      title: t('Held'),
      heads: [t('Time'), t('Name'), t('Where'), t('Why'), t('In after that')],
      rows: (record.holds ?? []).map((one) => [
        time(one.at),
        one.name,
        holdPlaceWord(one.where),
        holdWord(one.why),
        time(one.backAt),
      ]),
    },
    {
      title: t('Open again after the lock'),
      heads: [t('From'), t('To'), t('Who came in')],
      rows: (record.lock.reopened ?? []).map((one) => [
        time(one.at),
        one.until === undefined ? t('the end') : time(one.until),
        one.cameIn.length === 0 ? t('nobody') : one.cameIn.join(', '),
      ]),
    },
    {
      title: t('Late in the waiting room'),
      heads: [t('Time'), t('Name'), t('What became of it'), t('What the policy says')],
      rows: record.knocks
        .filter((one) => one.late)
        .map((one) => [time(one.at), one.name, knockWord(one.how), one.policy ?? '']),
    },
    {
      title: t('What the teacher said of names'),
      heads: [t('Time'), t('Shown as'), t('Who it is'), t('Taken back')],
      rows: (record.choices ?? []).map((one) => [
        time(one.at),
        one.shown,
        choiceWord(one),
        time(one.undoneAt),
      ]),
    },
    {
      title: t('What was noticed and done'),
      heads: [t('Time'), t('What'), t('About'), t('Answer'), t('At##answered'), t('By')],
      rows: record.prompts.map((one) => [
        time(one.at),
        promptWord(one),
        one.about.join(', '),
        promptAnswer(one),
        time(one.answeredAt),
        one.by,
      ]),
    },
    {
      title: t('The policy, clause by clause'),
      heads: [t('Clause'), t('What it asks'), t('State'), t('What was seen or said'), t('Time')],
      rows: record.checks.map((one) => [
        one.clause,
        one.text,
        one.by === undefined ? checkWord(one.state) : `${checkWord(one.state)}, ${one.by}`,
        one.what,
        time(one.at),
      ]),
    },
    {
      title: t('How well the meeting could be read'),
      is: 'reading',
      heads: [t('What'), t('At the end'), t('Through the lesson'), t('Why not in full')],
      rows: [
        ...HEALTH_TOPICS.map((topic) => [
          topicWord(topic),
          levelWord(record.health[topic].level),
          throughWords(record, topic),
          whyWords(record, topic),
        ]),
        ...(record.readBy === undefined ? [] : [[t('Page'), '', readByWords(record), '']]),
        ...(record.journal === undefined
          ? []
          : [[t('Journal'), '', journalWords(record), headWords(record.journal.head)]]),
      ],
    },
    {
      title: t('Log'),
      heads: [t('Time'), t('What'), t('Who'), t('Detail')],
      rows: recordLines(record).map((line) => [time(line.at), line.what, line.who, line.detail]),
    },
  ]
}

/** The hash of the journal's last entry in groups, so that two people can compare it by eye. */
function headWords(head: string): string {
  return head === '' ? '' : t('last link {hash}', { hash: head.match(/.{1,8}/gu)?.join(' ') ?? '' })
}
