import { capabilitiesOf } from '../../lib/platforms/capabilities.ts'
import type { Health } from '../../lib/meeting/index.ts'
import type { PanelView } from '../../lib/views/types.ts'
import { SAMPLE_CHECKLIST } from './sampleChecklist.ts'
import { ownZone } from '../ui/time.ts'
import { at, NOW } from './sampleClock.ts'
import { FEW, HOSTILE, LONG, NAMES, pupil, SELF, THIRTY } from './samplePeople.ts'
import {
  BEDROOM_PROMPT,
  CAMERA_PROMPT,
  FEW_STAFF,
  SECOND_ADULT,
  GONE_LONG,
  COUNTING,
  CROWD,
  KNOCKS,
  LOCK_DUE,
  LOCKED,
  QUEUE,
  RENAMED,
  STRANGER,
  WALK,
} from './samplePrompts.ts'

/** Made-up lessons for looking at: every state of the panel. The clock stands at NOW. */

const ALL_WELL: Health = {
  people: { level: 'complete' },
  lobby: { level: 'complete' },
  cameras: { level: 'complete' },
  chat: { level: 'complete' },
  lock: { level: 'complete' },
}

const CAN: PanelView['can'] = capabilitiesOf('meet', 'meet-2026', 'organiser')

const EMPTY: PanelView = {
  phase: 'none',
  now: NOW,
  timeZone: ownZone(),
  meetingTab: 'none',
  registers: [
    { id: 'y4', name: 'Year 4 Maths', pupils: 30 },
    { id: 'y2', name: 'Year 2 Story time', pupils: 24 },
  ],
  packs: [
    { id: 'crossways', schoolName: 'Crossways Schools', timeZone: ownZone() },
    { id: 'ernesford', schoolName: 'Ernesford Grange', timeZone: ownZone() },
  ],
  packId: 'crossways',
  lock: {
    state: 'notSet',
    evidence: '',
    expectedMissing: [],
    absenceCertain: false,
    canLock: 'act',
  },
  people: [],
  knocks: [],
  knocksUnseen: 0,
  prompts: [],
  checklist: [],
  health: {
    people: { level: 'blind', why: 'notInCall' },
    lobby: { level: 'blind', why: 'notInCall' },
    cameras: { level: 'blind', why: 'notInCall' },
    chat: { level: 'blind', why: 'notInCall' },
    lock: { level: 'blind', why: 'notInCall' },
  },
  roomCheck: { state: 'on', why: '' },
  log: [],
  discreet: false,
  can: CAN,
  dsl: [
    { name: 'Helen Marsh', role: 'Designated safeguarding lead', phone: '01632 960 101' },
    { name: 'David Osei', role: 'Deputy', phone: '01632 960 102' },
  ],
  banners: [],
}

const SESSION: NonNullable<PanelView['session']> = {
  sessionId: 's1',
  platform: 'meet',
  code: 'abc-defg-hij',
  title: 'Year 4 Maths',
  startedAt: at(10, 0),
  interrupted: false,
  registerId: 'y4',
  className: 'Year 4 Maths',
  plannedStartAt: at(10, 0),
}

const DURING: PanelView = {
  ...EMPTY,
  phase: 'during',
  meetingTab: 'inCall',
  session: SESSION,
  health: ALL_WELL,
  checklist: SAMPLE_CHECKLIST,
  lock: COUNTING,
  log: [
    { at: at(10, 3, 12), text: '“Gary” is now called “Amelia Potter”', tone: 'check' },
    { at: at(10, 3, 5), text: 'Dev Shah: may be in a bedroom', tone: 'check' },
    { at: at(10, 2, 10), text: 'Dev Shah came in', tone: 'ok' },
    { at: at(10, 1, 2), text: 'Freya Hughes came in', tone: 'ok' },
    { at: at(10, 0), text: 'The lesson began', tone: 'quiet' },
  ],
}

export const SAMPLES = {
  none: { ...EMPTY },
  noClass: { ...EMPTY, registers: [] },
  before: {
    ...EMPTY,
    phase: 'before',
    meetingTab: 'greenRoom',
    checklist: SAMPLE_CHECKLIST,
  },
  /** A lesson in Teams by its organiser: more can be done there for one person and for everybody. */
  teams: {
    ...DURING,
    session: { ...SESSION, platform: 'teams' },
    people: FEW,
    lock: {
      ...COUNTING,
      evidence: 'I can’t see who may come in — check the meeting’s own settings.',
    },
    can: capabilitiesOf('teams', 'teams-full', 'organiser'),
  },
  arrivals: { ...DURING, people: FEW, knocks: KNOCKS, queue: QUEUE },
  /** One came in, the next is offered. */
  queue: { ...DURING, people: FEW, knocks: KNOCKS, queue: { ...QUEUE, walk: WALK } },
  admitting: {
    ...DURING,
    people: FEW,
    knocks: KNOCKS,
    queue: { ...QUEUE, admitting: { key: 'k1', name: 'Amelia Potter' } },
  },
  /** Nobody waits any more; the last one is complete, one came in before with something to see. */
  walked: {
    ...DURING,
    people: FEW,
    queue: {
      holdNote: QUEUE.holdNote,
      walk: {
        ...WALK,
        steps: WALK.steps.map((one) =>
          one.step === 'adult'
            ? { ...one, is: 'done' as const, text: 'Adult seen · 10:03', at: NOW }
            : one,
        ),
        complete: true,
        mute: { can: 'act', first: false, seen: false },
      },
      unfinished: [{ id: 'spaces/x/devices/2', name: 'Freya Hughes', missing: ['adult'] }],
    },
  },
  /** Thirty knock at once. */
  crowd: {
    ...DURING,
    people: FEW,
    knocks: CROWD,
    queue: {
      ...QUEUE,
      nextKey: 'c0',
      walk: WALK,
      unfinished: [
        { id: 'spaces/x/devices/2', name: 'Freya Hughes', missing: ['adult'] },
        { id: 'spaces/x/devices/4', name: LONG, missing: ['camera', 'adult'] },
      ],
    },
  },
  unknownNext: {
    ...DURING,
    people: [SELF, ...NAMES.slice(1, 2)],
    knocks: [{ ...STRANGER, turn: 'next' }],
    queue: {
      ...QUEUE,
      nextKey: 'k3',
      walk: {
        ...WALK,
        id: 'spaces/x/devices/u1',
        name: 'iPad (2)',
        steps: [
          { step: 'name', is: 'open', text: 'Name: ask who it is' },
          { step: 'camera', is: 'cannotSee', text: 'Camera can’t be seen: look yourself' },
        ],
      },
    },
  },
  names: {
    ...DURING,
    people: NAMES,
    knocks: [
      {
        ...STRANGER,
        leftWaitingAt: NOW,
        explained: {
          summary: 'The name of a device or a phone, not of a person.',
          reasons: [],
          next: 'Ask for the child’s real name.',
        },
      },
    ],
  },
  countdown: { ...DURING, people: THIRTY },
  lockSoon: { ...DURING, people: THIRTY, lock: { ...COUNTING, dueAt: NOW + 42_000 } },
  lockDue: {
    ...DURING,
    people: THIRTY,
    prompts: [LOCK_DUE],
    lock: { ...COUNTING, state: 'due', dueAt: at(10, 3) },
  },
  locked: { ...DURING, people: THIRTY, lock: LOCKED },
  cannotSee: {
    ...DURING,
    people: THIRTY,
    lock: {
      ...COUNTING,
      state: 'cannotSee',
      evidence: 'I can’t see who may come in — check the meeting’s own settings.',
      lastOutcome: {
        result: 'guided',
        steps: [{ step: 'openHostControls', result: 'guided' }],
        why: 'controlNotFound',
      },
    },
  },
  lateKnock: {
    ...DURING,
    people: THIRTY,
    lock: LOCKED,
    queue: { ...QUEUE, nextKey: 'k4' },
    knocks: [
      {
        turn: 'next',
        note: 'Was here until 10:02.',
        key: 'k4',
        name: 'Elsie Ward',
        judgement: 'On the register',
        tone: 'ok',
        kind: 'pupil',
        late: true,
        wasHere: true,
        noConsent: false,
        since: NOW,
      },
      {
        turn: 'look',
        note: 'No consent to video (EG-22).',
        key: 'k5',
        name: 'Samir Haddad',
        judgement: 'On the register',
        tone: 'alarm',
        kind: 'pupil',
        late: true,
        wasHere: false,
        noConsent: true,
        since: NOW,
      },
    ],
  },
  bedroom: {
    ...DURING,
    people: THIRTY,
    lock: LOCKED,
    prompts: [BEDROOM_PROMPT, RENAMED, CAMERA_PROMPT],
  },
  staff: { ...DURING, people: THIRTY, lock: LOCKED, prompts: [FEW_STAFF] },
  second: { ...DURING, people: FEW.slice(0, 2), prompts: [SECOND_ADULT] },
  room: { ...DURING, people: THIRTY, lock: LOCKED, prompts: [BEDROOM_PROMPT] },
  gone: { ...DURING, people: THIRTY, prompts: [GONE_LONG] },
  /** The same link again after a break: class and start were taken over, and can be given back. */
  goesOn: {
    ...DURING,
    people: FEW,
    banners: [
      {
        id: 'goesOn',
        tone: 'info',
        text: 'Goes on as Year 4 Maths, 10:00.',
        action: 'anotherLesson',
      },
    ],
  },
  discreet: {
    ...DURING,
    people: THIRTY,
    knocks: KNOCKS,
    prompts: [BEDROOM_PROMPT, RENAMED],
    discreet: true,
  },
  thirty: { ...DURING, people: THIRTY, lock: LOCKED },
  many: { ...DURING, people: Array.from({ length: 250 }, (_, i) => pupil(i)), lock: LOCKED },
  manyOne: {
    ...DURING,
    people: Array.from({ length: 250 }, (_, i) =>
      i === 7
        ? pupil(i, { camera: 'off', tone: 'check', chips: [{ text: 'Camera off', tone: 'check' }] })
        : pupil(i),
    ),
    lock: LOCKED,
  },
  hostile: {
    ...DURING,
    session: { ...SESSION, className: `Year 4 <i>Maths</i> ${LONG}` },
    people: HOSTILE,
    knocks: HOSTILE.map((row) => ({ ...STRANGER, key: `k ${row.key}`, name: row.name })),
    queue: {
      ...QUEUE,
      nextKey: `k ${HOSTILE[1]?.key ?? ''}`,
      walk: { ...WALK, name: LONG },
      unfinished: HOSTILE.map((row) => ({
        id: row.key,
        name: row.name,
        missing: ['adult' as const],
      })),
    },
    prompts: [
      {
        ...BEDROOM_PROMPT,
        title: `${LONG} may be in a bedroom`,
        say: `${LONG}, could you move, please?`,
      },
    ],
    lock: { ...COUNTING, expectedMissing: HOSTILE.map((row) => row.name) },
    log: HOSTILE.map((row) => ({ at: NOW, text: `${row.name} came in`, tone: 'ok' as const })),
  },
  blind: {
    ...DURING,
    people: THIRTY.map((row) => ({ ...row, absenceCertain: false })),
    health: {
      people: { level: 'partial', why: 'listShorterThanCount' },
      lobby: { level: 'blind', why: 'notAHost' },
      cameras: { level: 'partial', why: 'tilesHidden' },
      chat: { level: 'blind', why: 'panelClosed' },
      lock: { level: 'blind', why: 'badgeMissing' },
    },
    roomCheck: { state: 'failed', why: 'The room model could not be loaded.' },
    banners: [
      {
        id: 'b1',
        tone: 'problem',
        text: 'The disk is full: this lesson can’t be saved. Export its record before you close the browser.',
      },
      {
        id: 'b2',
        tone: 'info',
        text: 'This meeting is open in two tabs. The one you used last is read.',
      },
    ],
  },
  noClassChosen: {
    ...DURING,
    session: (({ registerId: _, className: __, ...rest }) => rest)(SESSION),
    people: [
      SELF,
      pupil(3, { chips: [{ text: 'No class chosen', tone: 'quiet' }], tone: 'quiet' }),
    ],
  },
  after: {
    ...DURING,
    phase: 'after',
    meetingTab: 'ended',
    session: { ...SESSION, endedAt: at(10, 47) },
    people: FEW,
    lock: LOCKED,
  },
} as const satisfies Readonly<Record<string, PanelView>>

export type SampleName = keyof typeof SAMPLES
