import { clockTextSeconds, clockText, dayText } from '../protocol/time.ts'
import type { Message } from '../words/catalogue.ts'
import { t, tOf } from '../words/say.ts'
import type { Row } from './cells.ts'
import { csvFile } from './cells.ts'
import { allThroughWords, readByWords } from './reading.ts'
import type { LessonRecord, RecordPerson } from './types.ts'
import {
  absenceWord,
  answerWord,
  arrivalWord,
  holdWord,
  journalWords,
  kindWord,
  noticesWords,
  platformWord,
  reasonWord,
  roomWord,
  rulesWords,
  whoWord,
} from './words.ts'

const HEAD: readonly Message[] = [
  'Date',
  'Class',
  'Site',
  'Planned start##record',
  'Start',
  'End##noun',
  'Length (min)',
  'Ended',
  'Name',
  'Shown as',
  'Who',
  'Presence',
  'Arrival',
  'First seen',
  'Last seen',
  'Minutes present',
  'Times away',
  'Minutes camera on',
  'Adult seen',
  'Room',
  'Name changes',
  'How matched',
  'Let in##when',
  'Camera first on',
  'Held',
  'How well read',
  'Read by',
  'Minutes late',
  'Gaps',
  'Minutes camera off',
  'Minutes camera off by instruction',
  'Minutes not watched',
  'How sure (%)',
  'Journal',
  'Recorded by the site',
  'Adult last seen',
  'Rules',
  'Presented',
]

/** Cells after "Presence" and before the reading, and those after it that are a person's. */
const EMPTY = 13
const EMPTY_TAIL = 6

/**
 * One row per person: everybody who was seen, then the register's pupils who were not. The facts of the lesson stand in every
 * row, so that files of several lessons can be put under each other; a lesson that nobody came to is one row (EG-40).
 */
export function toCsv(record: LessonRecord): string {
  return csvFile([head(), ...csvRows(record)])
}

/** The rows of several lessons under one head. */
export function toCsvOfAll(records: readonly LessonRecord[]): string {
  return csvFile([head(), ...records.flatMap(csvRows)])
}

function head(): Row {
  return HEAD.map((one) => tOf(one))
}

function csvRows(record: LessonRecord): readonly Row[] {
  const lesson = lessonCells(record)
  const reading = [allThroughWords(record), readByWords(record)]
  const last = [journalWords(record), noticesWords(record)]
  const rules = rulesWords(record)
  const [seen, late] = [t('Seen##record'), t('late')]
  const nobody = [...reading, ...Array<string>(EMPTY_TAIL).fill(''), ...last, '', rules, '']
  const rows: Row[] = [
    ...record.people.map((person) => [
      ...lesson,
      ...personCells(person, record, { seen, late }),
      ...reading,
      ...tailCells(person, record.timeZone),
      ...last,
      adultLastSeen(person, record.timeZone),
      rules,
      spans(person.presented, record.timeZone),
    ]),
    ...record.notSeen.map((one) => [
      ...lesson,
      one.name,
      '',
      kindWord('expectedAbsent'),
      absenceWord(one.certain),
      ...Array<string>(EMPTY).fill(''),
      ...nobody,
    ]),
  ]
  if (rows.length === 0)
    rows.push([
      ...lesson,
      '',
      '',
      '',
      t('Nobody was seen'),
      ...Array<string>(EMPTY).fill(''),
      ...nobody,
    ])
  return rows
}

function tailCells(person: RecordPerson, zone: string): Row {
  const { confidence } = person
  return [
    person.lateMinutes ?? '',
    spans(person.gaps, zone),
    person.minutesCameraOff ?? '',
    person.minutesCameraOffByStaff ?? '',
    person.minutesUnwatched ?? '',
    confidence === undefined ? '' : Math.round(confidence * 100),
  ]
}

/** "10:05–10:16; 10:20–10:31" */
function spans(stretches: RecordPerson['gaps'] = [], zone: string): string {
  return stretches
    .map(({ from, to }) => `${clockText(from, zone)}–${clockText(to, zone)}`)
    .join('; ')
}

function adultLastSeen({ adultLastSeenAt, adultSeenAt }: RecordPerson, zone: string): string {
  const at = adultLastSeenAt ?? adultSeenAt
  return at === undefined ? '' : moment(at, zone)
}

function lessonCells(record: LessonRecord): Row {
  const { timeZone: zone, plannedStartAt } = record
  return [
    dayText(record.startedAt, zone),
    record.className,
    platformWord(record.platform),
    plannedStartAt === undefined ? '' : dayAndClock(plannedStartAt, zone),
    dayAndClock(record.startedAt, zone),
    dayAndClock(record.endedAt, zone),
    record.lengthMinutes,
    record.interrupted
      ? t('Interrupted: last moment known')
      : record.endReason === 'running'
        ? t('Still running')
        : t('Seen##record'),
  ]
}

/** `words`: what many rows say, in the language of the page. */
function personCells(
  person: RecordPerson,
  record: LessonRecord,
  words: { readonly seen: string; readonly late: string },
): Row {
  const zone = record.timeZone
  const time = (at: number | undefined): string => (at === undefined ? '' : moment(at, zone))
  const others = person.shown.filter((shown) => shown !== person.name)
  return [
    person.name,
    others.join('; '),
    whoWord(person),
    words.seen,
    arrivalWord(person.arrival),
    time(person.firstSeenAt),
    time(person.lastSeenAt),
    person.minutesPresent,
    Math.max(0, person.stays.length - 1),
    person.minutesCameraOn,
    time(person.adultSeenAt),
    person.rooms
      .map(
        (room) =>
          `${clockText(room.at, zone)} ${roomWord(room.verdict)}${room.answer === '' ? '' : `, ${answerWord(room.answer)}`}`,
      )
      .join('; '),
    person.renames
      .map((change) => `${clockText(change.at, zone)} ${change.from} → ${change.to}`)
      .join('; '),
    person.reasons.map(reasonWord).join(', '),
    (record.entries ?? [])
      .filter((one) => one.name === person.name)
      .map((one) => `${clockText(one.admittedAt, zone)}${one.late ? ` (${words.late})` : ''}`)
      .join('; '),
    time(person.cameraOn[0]?.from),
    (record.holds ?? [])
      .filter((one) => one.name === person.name)
      .map((one) => `${clockText(one.at, zone)} ${holdWord(one.why)}`)
      .join('; '),
  ]
}

/** "2026-11-20 10:05", also unmistakable when a lesson goes over midnight. */
export function dayAndClock(at: number, zone: string): string {
  return `${dayText(at, zone)} ${clockText(at, zone)}`
}

/** "2026-11-20 10:05:09". */
export function moment(at: number, zone: string): string {
  return `${dayText(at, zone)} ${clockTextSeconds(at, zone)}`
}
