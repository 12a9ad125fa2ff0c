import type { LessonRecord, RecordPerson } from '../../lib/record/types.ts'
import { ownZone } from '../ui/time.ts'

const at = (h: number, m: number, s = 0) => new Date(2026, 10, 9, h, m, s).getTime()

function person(
  name: string,
  stays: RecordPerson['stays'],
  more: Partial<RecordPerson> = {},
): RecordPerson {
  const minutes = stays.reduce((sum, stay) => sum + (stay.to - stay.from) / 60_000, 0)
  return {
    name,
    shown: [name],
    kind: 'pupil',
    reasons: ['exact'],
    ...(stays[0] ? { firstSeenAt: stays[0].from } : {}),
    ...(stays.at(-1) ? { lastSeenAt: stays.at(-1)?.to ?? 0 } : {}),
    minutesPresent: Math.floor(minutes),
    minutesCameraOn: Math.floor(minutes * 0.8),
    stays,
    cameraOn: stays.map((stay) => ({ from: stay.from + 30_000, to: stay.to - 240_000 })),
    minutesCameraOff: Math.floor(minutes * 0.2),
    minutesCameraOffByStaff: 0,
    gaps: stays.slice(1).map((stay, i) => ({ from: stays[i]?.to ?? stay.from, to: stay.from })),
    confidence: 1,
    arrival: 'onTime',
    adultSeenAt: at(10, 2),
    rooms: [],
    renames: [],
    ...more,
  }
}

const whole = { from: at(10, 0), to: at(10, 47) }

/** A made-up lesson with a gap, a late pupil, a room, a rename and an unknown name. */
export const SAMPLE_RECORD: LessonRecord = {
  schema: 'lesson-steward/record',
  schemaVersion: 1,
  sessionId: 's1',
  className: 'Year 4 Maths',
  schoolName: 'Hillside Primary School',
  platform: 'meet',
  code: 'abc-defg-hij',
  toolVersion: '0.1.0',
  timeZone: ownZone(),
  packId: 'crossways',
  packVersion: '1',
  startedAt: at(9, 57),
  endedAt: at(10, 47),
  endReason: 'endedForAll',
  interrupted: false,
  plannedStartAt: at(10, 0),
  lengthMinutes: 50,
  people: [
    person('Ms Khan', [{ from: at(9, 57), to: at(10, 47) }], { kind: 'self', arrival: 'early' }),
    person('Amelia Potter', [{ from: at(9, 58), to: at(10, 47) }], { arrival: 'early' }),
    person('Dev Shah', [whole], {
      cameraOn: [
        { from: at(10, 0, 30), to: at(10, 25) },
        { from: at(10, 33), to: at(10, 47) },
      ],
      cameraOff: [{ from: at(10, 25), to: at(10, 33) }],
      cameraOffByStaff: [{ from: at(10, 25), to: at(10, 33) }],
      minutesCameraOff: 8,
      minutesCameraOffByStaff: 8,
      rooms: [
        { at: at(10, 11), verdict: 'bedroom', answer: 'askToMove' },
        { at: at(10, 13), verdict: 'fine', answer: '' },
      ],
    }),
    person(
      'Freya Hughes',
      [
        { from: at(10, 1), to: at(10, 18) },
        { from: at(10, 22), to: at(10, 47) },
      ],
      {
        shown: ['Mrs C Hughes'],
        kind: 'guardian',
        reasons: ['guardianName'],
      },
    ),
    person('Zofia Kowalska', [{ from: at(10, 4), to: at(10, 47) }], {
      arrival: 'late',
      lateMinutes: 4,
    }),
    person('Gary', [{ from: at(10, 20), to: at(10, 24) }], {
      shown: ['Gary', 'Amelia Potter'],
      kind: 'unknown',
      reasons: ['noFit'],
      arrival: 'unknown',
      renames: [{ at: at(10, 22), from: 'Gary', to: 'Amelia Potter' }],
    }),
  ],
  notSeen: [
    { name: 'Samir Haddad', certain: true },
    { name: 'Elsie Ward', certain: false },
  ],
  lock: {
    dueAt: at(10, 5),
    doneAt: at(10, 5, 20),
    evidence: 'The access badge says “Restricted”.',
    attempts: [{ at: at(10, 5, 12), result: 'done' }],
    reopenedAt: [at(10, 20)],
    locked: [
      {
        from: at(10, 5, 20),
        to: at(10, 20),
        knownBy: 'The access badge says “Restricted”.',
      },
      { from: at(10, 23), to: at(10, 47), knownBy: 'The access badge says “Restricted”.' },
    ],
    reopened: [{ at: at(10, 20), until: at(10, 23), cameIn: ['Freya Hughes'] }],
  },
  knocks: [
    { at: at(9, 58), name: 'Amelia Potter', late: false, how: 'admitted' },
    { at: at(10, 19), name: 'Gary', late: true, how: 'admitted' },
  ],
  prompts: [
    {
      at: at(10, 11),
      kind: 'room',
      about: ['Dev Shah'],
      answer: 'askToMove',
      answeredAt: at(10, 11, 20),
      by: 'teacher',
    },
    {
      at: at(10, 22),
      kind: 'renamed',
      about: ['Gary'],
      answer: 'remove',
      answeredAt: at(10, 23),
      by: 'teacher',
    },
  ],
  checks: [
    {
      clause: 'EG-20',
      text: 'The lesson is within school hours',
      state: 'seen',
      what: '10:00 is within 08:45 to 15:15',
      at: at(9, 57),
    },
    {
      clause: 'CW-7',
      text: 'Everyone is suitably dressed',
      state: 'confirmed',
      what: '',
      at: at(10, 6),
    },
    {
      clause: 'EG-32',
      text: 'Private messages are off',
      state: 'blind',
      what: 'the setting can’t be read here',
    },
  ],
  chatFlags: [
    {
      at: at(10, 30),
      sender: 'Zofia Kowalska',
      kinds: ['phone'],
      masked: 'call me on 07••• ••••12',
    },
  ],
  notes: [{ at: at(10, 40), about: 'Dev Shah', text: 'Seemed tired today, ask at home.' }],
  emergencies: [],
  health: {
    people: { level: 'complete' },
    lobby: { level: 'complete' },
    cameras: { level: 'partial', why: 'tilesHidden' },
    chat: { level: 'blind', why: 'panelClosed' },
    lock: { level: 'complete' },
  },
  roomCheck: { state: 'on', why: '' },
  healthThrough: {
    people: {
      complete: 2_280_000,
      partial: 120_000,
      blind: 0,
      why: [{ level: 'partial', why: 'panelNeverOpened', ms: 120_000 }],
      parts: [{ from: at(9, 57), to: at(9, 59), level: 'partial' }],
    },
    lobby: { complete: 2_400_000, partial: 0, blind: 0, why: [] },
    cameras: {
      complete: 1_800_000,
      partial: 600_000,
      blind: 0,
      why: [{ level: 'partial', why: 'tilesHidden', ms: 600_000 }],
      parts: [
        { from: at(10, 8), to: at(10, 14), level: 'partial' },
        { from: at(10, 31), to: at(10, 35), level: 'partial' },
      ],
    },
    chat: {
      complete: 0,
      partial: 0,
      blind: 2_400_000,
      why: [{ level: 'blind', why: 'panelClosed', ms: 2_400_000 }],
      parts: [{ from: at(9, 57), to: at(10, 47), level: 'blind' }],
    },
    lock: { complete: 2_400_000, partial: 0, blind: 0, why: [] },
  },
  readBy: [{ at: at(10, 0), variant: 'meet-2026', looks: { asOf: '2026-09-27', from: 'shipped' } }],
  unwatched: [],
  journal: {
    events: 412,
    head: '9f2c41d07be35a8816f04cc2d9e7b3a05512f68e7d90ab34c1e8f7760d2b9a4e',
    check: 'intact',
  },
}
