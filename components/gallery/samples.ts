import type { Health } from '../../lib/meeting/index.ts'
import type { KnockRow, LockView, PanelView, PersonRow, PromptView } from '../../lib/views/types.ts'
import { SAMPLE_CHECKLIST } from './sampleChecklist.ts'

/** Made-up lessons for looking at: every state of the panel, no real names. The clock stands at NOW. */

/** Monday 9 November 2026, 10:03:20 in the computer's own zone, so that pictures are the same everywhere. */
export const NOW = new Date(2026, 10, 9, 10, 3, 20).getTime()
const at = (h: number, m: number, s = 0) => new Date(2026, 10, 9, h, m, s).getTime()

const ALL_WELL: Health = {
  people: { level: 'complete' },
  lobby: { level: 'complete' },
  cameras: { level: 'complete' },
  chat: { level: 'complete' },
  lock: { level: 'complete' },
}

const CAN: PanelView['can'] = {
  openPeople: 'act',
  admit: 'act',
  deny: 'act',
  muteAll: 'act',
  mute: 'act',
  camerasOffForAll: 'act',
  cameraOff: 'none',
  remove: 'act',
  lock: 'act',
  unlock: 'act',
  endForAll: 'act',
}

const FIRST =
  'Amelia Dev Freya Mohammed Grace Oskar Zofia Idris Bronwen Kwame Leila Finn Mei Tomos Ayesha Jakub Nia Rafael Isla Yusuf Poppy Aarav Erin Luca Hana Theo Maryam Jonah Elsie Samir'.split(
    ' ',
  )
const LAST =
  'Potter Shah Hughes Rahman Okafor Nowak Kowalska Khan Pritchard Mensah Farouk Byrne Chen Davies Malik Wilk Jones Costa Reid Demir Hart Patel Evans Rossi Sato Clarke Aziz Bell Ward Haddad'.split(
    ' ',
  )

function pupil(i: number, more: Partial<PersonRow> = {}): PersonRow {
  const name = `${FIRST[i % FIRST.length] ?? ''} ${LAST[(i + Math.floor(i / FIRST.length) * 7) % LAST.length] ?? ''}`
  return {
    key: `p${i}`,
    participantId: `spaces/x/devices/${i}`,
    name,
    kind: 'pupil',
    where: 'inCall',
    absenceCertain: true,
    camera: 'on',
    tone: 'ok',
    chips: [{ text: 'On the register', tone: 'ok' }],
    adultSeen: i % 4 !== 1,
    candidates: [],
    match: {
      key: `p${i}`,
      shown: name,
      kind: 'pupil',
      personId: `r${i}`,
      confidence: 1,
      reasons: ['exact'],
      alternatives: [],
    },
    ...more,
  }
}

function expected(i: number, where: PersonRow['where'] = 'notHere'): PersonRow {
  const { participantId: _, match: __, ...row } = pupil(i)
  return {
    ...row,
    key: `pupil:r${i}`,
    kind: 'expected',
    where,
    camera: 'unknown',
    adultSeen: false,
    tone: where === 'notHere' ? 'quiet' : 'check',
    chips:
      where === 'dropped'
        ? [{ text: 'Was here, has gone', tone: 'check' }]
        : [{ text: 'Not here', tone: 'quiet' }],
  }
}

const SELF = pupil(0, {
  key: 'self',
  participantId: 'spaces/x/devices/self',
  name: 'Ms Khan',
  kind: 'self',
  chips: [{ text: 'You', tone: 'ok' }],
  adultSeen: false,
})
const UNKNOWN = pupil(0, {
  key: 'u1',
  participantId: 'spaces/x/devices/u1',
  name: 'iPad (2)',
  kind: 'notAName',
  tone: 'check',
  chips: [{ text: 'Not a real name', tone: 'check' }],
  adultSeen: false,
  camera: 'off',
  candidates: [
    { personId: 'r7', name: 'Idris Khan' },
    { personId: 'r9', name: 'Kwame Mensah' },
  ],
  match: {
    key: 'u1',
    shown: 'iPad (2)',
    kind: 'notAName',
    confidence: 0,
    reasons: ['deviceName'],
    alternatives: [],
  },
})
const BEDROOM = pupil(1, {
  room: 'bedroom',
  tone: 'alarm',
  chips: [{ text: 'May be in a bedroom', tone: 'alarm' }],
})
const GUARDIAN = pupil(2, {
  shownAs: 'Mrs C Hughes',
  kind: 'guardian',
  chips: [{ text: 'Family of Freya Hughes', tone: 'ok' }],
})
const CAMERA_OFF = pupil(4, {
  camera: 'off',
  tone: 'check',
  chips: [{ text: 'Camera off', tone: 'check' }],
})

const KNOCKS: readonly KnockRow[] = [
  {
    key: 'k1',
    name: 'Amelia Potter',
    judgement: 'On the register',
    tone: 'ok',
    kind: 'pupil',
    late: false,
    wasHere: false,
    noConsent: false,
    since: at(10, 2),
  },
  {
    key: 'k2',
    name: 'Mrs Shah',
    judgement: 'Parent or carer of Dev Shah',
    tone: 'ok',
    kind: 'guardian',
    late: false,
    wasHere: false,
    noConsent: false,
    since: at(10, 2),
  },
  {
    key: 'k3',
    name: 'iPad (2)',
    judgement: 'Not a name we know — ask who it is',
    tone: 'check',
    kind: 'notAName',
    late: false,
    wasHere: false,
    noConsent: false,
    since: at(10, 3),
  },
]

export const BEDROOM_PROMPT: PromptView = {
  promptId: 'room:1',
  kind: 'room',
  severity: 'act',
  title: 'Dev Shah may be in a bedroom',
  body: 'Look at the picture. Pupils should be in a shared room of the house.',
  say: 'Dev, could you take your tablet to the living room or the kitchen, please? We will wait for you.',
  answers: [
    { answer: 'askToMove', label: 'Ask to move', primary: true },
    { answer: 'cameraOff', label: 'Camera off', primary: false },
    { answer: 'looksFine', label: 'Looks fine', primary: false },
    { answer: 'later', label: 'Later', primary: false },
  ],
  about: ['spaces/x/devices/1'],
  clauses: ['CW-9', 'EG-34'],
  at: at(10, 3, 5),
}
const RENAMED: PromptView = {
  promptId: 'dup:1',
  kind: 'duplicateName',
  severity: 'alarm',
  title: 'Two people show the name Amelia Potter',
  body: 'One of them was called “Gary” until 10:03. Ask both to say hello on camera.',
  say: 'Amelia, could you wave to us, please?',
  answers: [
    { answer: 'seen', label: 'I checked', primary: true },
    { answer: 'remove', label: 'Remove the newcomer', primary: false },
    { answer: 'later', label: 'Later', primary: false },
  ],
  about: ['a', 'b'],
  clauses: ['EG-13'],
  at: at(10, 3, 10),
}
const CAMERA_PROMPT: PromptView = {
  promptId: 'cam:4',
  kind: 'cameraOff',
  severity: 'notice',
  title: 'Grace Okafor has the camera off',
  body: 'The camera has been off for a minute.',
  say: 'Grace, could you turn your camera on for us, please?',
  answers: [
    { answer: 'askCameraOn', label: 'I asked', primary: true },
    { answer: 'later', label: 'Later', primary: false },
  ],
  about: ['spaces/x/devices/4'],
  clauses: ['EG-27'],
  at: at(10, 2, 50),
}
const LOCK_DUE: PromptView = {
  promptId: 'lock:1',
  kind: 'lockDue',
  severity: 'act',
  title: 'Time to lock the call',
  body: 'Five minutes have passed since the start. 2 expected pupils are not here.',
  say: '',
  answers: [
    { answer: 'lockNow', label: 'Lock now', primary: true },
    { answer: 'wait', label: 'One more minute', primary: false },
  ],
  about: [],
  clauses: ['EG-24'],
  at: NOW,
}

const COUNTING: LockView = {
  state: 'counting',
  fromAt: at(10, 0),
  dueAt: at(10, 5),
  evidence: 'The access badge says “Open”.',
  expectedMissing: ['Samir Haddad', 'Elsie Ward', 'Jonah Bell'],
  canLock: 'act',
}
const LOCKED: LockView = {
  state: 'locked',
  fromAt: at(10, 0),
  dueAt: at(10, 5),
  lockedAt: at(10, 5),
  evidence: 'The access badge says “Restricted · nobody can ask to join”.',
  expectedMissing: ['Samir Haddad'],
  canLock: 'act',
}

const EMPTY: PanelView = {
  phase: 'none',
  now: NOW,
  meetingTab: 'none',
  registers: [
    { id: 'y4', name: 'Year 4 Maths', pupils: 30 },
    { id: 'y2', name: 'Year 2 Story time', pupils: 24 },
  ],
  packs: [
    { id: 'crossways', schoolName: 'Crossways Schools' },
    { id: 'ernesford', schoolName: 'Ernesford Grange' },
  ],
  packId: 'crossways',
  lock: { state: 'notSet', evidence: '', expectedMissing: [], canLock: 'act' },
  people: [],
  knocks: [],
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

const DURING: PanelView = {
  ...EMPTY,
  phase: 'during',
  meetingTab: 'inCall',
  session: {
    sessionId: 's1',
    platform: 'meet',
    code: 'abc-defg-hij',
    title: 'Year 4 Maths',
    startedAt: at(10, 0),
    interrupted: false,
    registerId: 'y4',
    className: 'Year 4 Maths',
    plannedStartAt: at(10, 0),
  },
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

const FEW = [SELF, GUARDIAN, pupil(3), ...[27, 28, 29].map((i) => expected(i))]
const THIRTY = [
  SELF,
  BEDROOM,
  GUARDIAN,
  CAMERA_OFF,
  UNKNOWN,
  ...Array.from({ length: 24 }, (_, i) => i + 5)
    .filter((i) => i < 28)
    .map((i) => pupil(i)),
  expected(28, 'dropped'),
  expected(29),
]

const LONG = 'Wolfeschlegelsteinhausenbergerdorff'.repeat(6)
const HOSTILE = [
  pupil(5, {
    key: 'h1',
    name: '<img src=x onerror=alert(1)><b>Amelia</b>',
    chips: [{ text: 'Not on the register', tone: 'check' }],
    tone: 'check',
  }),
  pupil(6, { key: 'h2', name: LONG }),
  pupil(7, { key: 'h3', name: '\u202Egnp.eilema\u202C\u2066', shownAs: '\u200B\u200B\u200B' }),
  pupil(8, { key: 'h4', name: '\u200B\u200B' }),
  pupil(9, { key: 'h5', name: 'مريم الحسن', shownAs: 'مريم 🦄🦄🦄' }),
]

export const SAMPLES = {
  none: { ...EMPTY },
  noClass: { ...EMPTY, registers: [] },
  before: {
    ...EMPTY,
    phase: 'before',
    meetingTab: 'greenRoom',
    checklist: SAMPLE_CHECKLIST,
  },
  arrivals: { ...DURING, people: FEW, knocks: KNOCKS },
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
    knocks: [
      {
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
  room: { ...DURING, people: THIRTY, lock: LOCKED, prompts: [BEDROOM_PROMPT] },
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
    session: { ...DURING.session!, className: `Year 4 <i>Maths</i> ${LONG}` },
    people: HOSTILE,
    knocks: HOSTILE.map((row) => ({ ...KNOCKS[2]!, key: `k ${row.key}`, name: row.name })),
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
    session: (({ registerId: _, className: __, ...rest }) => rest)(DURING.session!),
    people: [
      SELF,
      pupil(3, { chips: [{ text: 'No class chosen', tone: 'quiet' }], tone: 'quiet' }),
    ],
  },
  after: {
    ...DURING,
    phase: 'after',
    meetingTab: 'ended',
    session: { ...DURING.session!, endedAt: at(10, 47) },
    people: [],
    lock: LOCKED,
  },
} as const satisfies Readonly<Record<string, PanelView>>

export type SampleName = keyof typeof SAMPLES
