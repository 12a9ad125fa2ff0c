import type { LessonRecord, RecordPerson } from '../../lib/record/types.ts'
import { SAMPLE_RECORD } from './sampleRecord.ts'
import { THIRTY } from './samplePeople.ts'

/** More made-up records: a class of 30, an assembly of 250, a damaged one, and a term of lessons. */

const MINUTE = 60_000
const WEEK = 7 * 24 * 60 * MINUTE

/** A number from 0 to 1 that is the same every time. */
function steady(n: number): number {
  const x = Math.sin(n * 12.9898) * 43758.5453
  return x - Math.floor(x)
}

const NAMES = THIRTY.filter((one) => one.kind === 'pupil').map((one) => one.name)

function nameAt(i: number): string {
  const name = NAMES[i % NAMES.length] ?? 'Amelia Potter'
  return i < NAMES.length ? name : `${name} ${Math.floor(i / NAMES.length) + 1}`
}

function pupilAt(i: number, seed: number, from: number, to: number): RecordPerson {
  const start = from + Math.floor(steady(i + seed) * 6) * MINUTE
  const gap = i % 7 === 3
  const middle = start + Math.floor((to - start) * (0.3 + steady(i + seed + 1) * 0.3))
  const stays = gap
    ? [
        { from: start, to: middle },
        { from: middle + 4 * MINUTE, to },
      ]
    : [{ from: start, to: i % 11 === 5 ? to - 9 * MINUTE : to }]
  const minutes = Math.floor(stays.reduce((sum, one) => sum + one.to - one.from, 0) / MINUTE)
  const late = start > from + 4 * MINUTE
  const asked = i % 13 === 2 ? [{ from: middle - 8 * MINUTE, to: middle - 2 * MINUTE }] : []
  const cameraOn =
    asked[0] === undefined
      ? stays.map((one) => ({ from: one.from + MINUTE, to: one.to }))
      : [
          { from: start + MINUTE, to: asked[0].from },
          { from: asked[0].to, to: stays.at(-1)?.to ?? to },
        ]
  return {
    name: nameAt(i),
    shown: [nameAt(i)],
    kind: 'pupil',
    reasons: ['exact'],
    personId: `r${i}`,
    confidence: 1,
    firstSeenAt: start,
    lastSeenAt: stays.at(-1)?.to ?? to,
    minutesPresent: minutes,
    minutesCameraOn: Math.floor(minutes * (0.6 + steady(i + seed + 2) * 0.4)),
    minutesCameraOff: asked.length * 6,
    minutesCameraOffByStaff: asked.length * 6,
    stays,
    gaps: gap ? [{ from: middle, to: middle + 4 * MINUTE }] : [],
    cameraOn,
    cameraOff: asked,
    cameraOffByStaff: asked,
    arrival: late ? 'late' : 'onTime',
    ...(late ? { lateMinutes: 1 } : {}),
    adultSeenAt: start + 2 * MINUTE,
    rooms: i % 17 === 4 ? [{ at: middle, verdict: 'bedroom', answer: 'askToMove' }] : [],
    renames: [],
  }
}

function lesson(
  sessionId: string,
  pupils: number,
  seed: number,
  move: number,
  minutes: number,
): LessonRecord {
  const from = SAMPLE_RECORD.startedAt + move
  const to = from + minutes * MINUTE
  const staff = SAMPLE_RECORD.people.filter((one) => one.kind === 'self')
  const away = (i: number) => steady(i * 3 + seed * 7) < 0.07
  const all = Array.from({ length: pupils }, (_, i) => i)
  return {
    ...SAMPLE_RECORD,
    sessionId,
    startedAt: from,
    endedAt: to,
    plannedStartAt: from + 3 * MINUTE,
    lengthMinutes: minutes,
    people: [
      ...staff.map((one) => ({ ...one, stays: [{ from, to }], cameraOn: [{ from, to }] })),
      ...all.filter((i) => !away(i)).map((i) => pupilAt(i, seed, from, to)),
    ],
    notSeen: all
      .filter(away)
      .map((i) => ({ name: nameAt(i), certain: i % 2 === 0, personId: `r${i}` })),
    lock: {
      dueAt: from + 8 * MINUTE,
      doneAt: from + 9 * MINUTE,
      evidence: 'The access badge says “Restricted”.',
      attempts: [],
      reopenedAt: [],
      locked: [{ from: from + 9 * MINUTE, to }],
      reopened: [],
    },
    healthThrough: {
      people: { complete: to - from, partial: 0, blind: 0, why: [], parts: [] },
      lobby: { complete: to - from, partial: 0, blind: 0, why: [] },
      cameras: { complete: to - from, partial: 0, blind: 0, why: [] },
      chat: { complete: to - from, partial: 0, blind: 0, why: [] },
      lock: { complete: to - from, partial: 0, blind: 0, why: [] },
    },
  }
}

const thirty = lesson('thirty', 30, 1, 0, 50)

/** Found by their id. */
export const SAMPLE_RECORDS: readonly LessonRecord[] = [
  SAMPLE_RECORD,
  thirty,
  lesson('assembly', 250, 2, 0, 180),
  {
    ...thirty,
    sessionId: 'damaged',
    interrupted: true,
    endReason: 'interrupted',
    unwatched: [{ from: thirty.startedAt + 20 * MINUTE, to: thirty.startedAt + 34 * MINUTE }],
    journal: {
      events: 230,
      head: 'ab'.repeat(32),
      check: 'missing',
      at: 118,
      unreadable: 1,
      unread: [{ seq: 121 }],
    },
  },
  // The other lesson of the list: cut off after a while, with time that nobody watched.
  {
    ...lesson('s0', 19, 3, -3 * 24 * 60 * MINUTE + 4 * 60 * MINUTE, 21),
    className: 'Year 2 Story time',
    interrupted: true,
  },
  ...Array.from({ length: 12 }, (_, i) =>
    lesson(`t${i + 1}`, 30, i + 1, (i - 12) * WEEK, 45 + (i % 3) * 5),
  ),
]
