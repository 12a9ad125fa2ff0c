import type { PersonRow } from '../../lib/views/types.ts'
import { NOW } from './sampleClock.ts'

/** The people of the made-up lessons. No real names. */

export const FIRST =
  'Amelia Dev Freya Mohammed Grace Oskar Zofia Idris Bronwen Kwame Leila Finn Mei Tomos Ayesha Jakub Nia Rafael Isla Yusuf Poppy Aarav Erin Luca Hana Theo Maryam Jonah Elsie Samir'.split(
    ' ',
  )
export const LAST =
  'Potter Shah Hughes Rahman Okafor Nowak Kowalska Khan Pritchard Mensah Farouk Byrne Chen Davies Malik Wilk Jones Costa Reid Demir Hart Patel Evans Rossi Sato Clarke Aziz Bell Ward Haddad'.split(
    ' ',
  )

export function pupil(i: number, more: Partial<PersonRow> = {}): PersonRow {
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

export function expected(i: number, where: PersonRow['where'] = 'notHere'): PersonRow {
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

export const SELF = pupil(0, {
  key: 'self',
  participantId: 'spaces/x/devices/self',
  name: 'Ms Khan',
  kind: 'self',
  chips: [{ text: 'You', tone: 'ok' }],
  adultSeen: false,
})
export const UNKNOWN = pupil(0, {
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
export const BEDROOM = pupil(1, {
  room: 'bedroom',
  tone: 'alarm',
  chips: [{ text: 'May be in a bedroom', tone: 'alarm' }],
})
export const GUARDIAN = pupil(2, {
  shownAs: 'Mrs C Hughes',
  kind: 'guardian',
  chips: [{ text: 'Family of Freya Hughes', tone: 'ok' }],
})
export const CAMERA_OFF = pupil(4, {
  camera: 'off',
  tone: 'check',
  chips: [{ text: 'Camera off', tone: 'check' }],
})

/** Names that need the teacher, each with why, what to do, and what she has said already. */
export const NAMES: readonly PersonRow[] = [
  SELF,
  {
    ...UNKNOWN,
    explained: {
      summary: 'The name of a device or a phone, not of a person.',
      reasons: ['Name of a device or a phone'],
      next: 'Ask for the child’s real name.',
    },
  },
  pupil(1, {
    key: 'u2',
    name: 'Amelia & Dev',
    kind: 'ambiguous',
    tone: 'check',
    chips: [{ text: 'Amelia Potter and Dev Shah on one device?', tone: 'check' }],
    candidates: [
      { personId: 'r0', also: ['r1'], name: 'Amelia Potter and Dev Shah' },
      { personId: 'r0', name: 'Amelia Potter' },
      { personId: 'r1', name: 'Dev Shah' },
    ],
    explained: {
      summary: 'Amelia Potter and Dev Shah on one device, by the name.',
      reasons: ['First name only', 'More than one child behind one device'],
      next: 'Look who sits in front of the camera, then say whether all of them are here or one.',
    },
    match: {
      key: 'u2',
      shown: 'Amelia & Dev',
      kind: 'ambiguous',
      confidence: 0.5,
      reasons: ['firstNameOnly', 'severalPeople'],
      alternatives: [],
      together: ['r0', 'r1'],
    },
  }),
  pupil(3, {
    shownAs: 'Princess Sparkle',
    said: 'You said: this is Mohammed Rahman.',
    changes: [{ at: NOW - 60_000, from: 'Gary', to: 'Princess Sparkle' }],
    explained: {
      summary: 'Mohammed Rahman, on the register.',
      reasons: ['Chosen by the teacher'],
      next: '',
    },
  }),
  {
    ...expected(9, 'waiting'),
    key: 'knock:k9',
    knockKey: 'k9',
    name: 'Jo Hart',
    kind: 'unknown',
    chips: [
      { text: 'Not on the register', tone: 'check' },
      { text: 'In the waiting room', tone: 'check' },
    ],
  },
  ...[27, 28, 29].map((i) => expected(i)),
]
export const FEW = [SELF, GUARDIAN, pupil(3), ...[27, 28, 29].map((i) => expected(i))]
export const THIRTY = [
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

export const LONG = 'Wolfeschlegelsteinhausenbergerdorff'.repeat(6)
export const HOSTILE = [
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
