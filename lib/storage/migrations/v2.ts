/** The headteacher for concerns about staff, how long concerns are kept, and the school's own rules (absent until there are any). */
export const to = 2

export function up(stored: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return {
    headteacher: { name: '', role: '', phone: '' },
    concernDays: 30,
    ...stored,
    version: 2,
  }
}

export const example = {
  version: 2,
  schoolName: 'Hillside Primary School',
  packId: 'hillside',
  dsl: [{ name: 'Mrs Jane Hughes', role: 'Designated Safeguarding Lead', phone: '024 7600 0000' }],
  roomCheck: true,
  retentionDays: 365,
  headteacher: { name: 'Mr Amir Bell', role: 'Headteacher', phone: '024 7600 0001' },
  concernDays: 14,
  ownPack: {
    id: 'hillside',
    version: '3',
    schoolName: 'Hillside Primary School',
    clauses: ['CW-1', 'CW-2', 'CW-4', 'CW-5', 'CW-9', 'CW-16', 'CW-13', 'CW-14'],
    lockAfterMinutes: 10,
    warnBeforeLockMinutes: 2,
    earlyWindowMinutes: { from: 5, to: 0 },
    schoolHours: { from: '08:45', to: '15:15', timeZone: 'Europe/London', days: [1, 2, 3, 4, 5] },
    locks: true,
    cameraRule: 'staffChoice',
    cameraGraceSeconds: 30,
    adultsRequired: 1,
    parentPresence: 'throughout',
    parentRecheckMinutes: 20,
    expectedName: 'pupilOrGuardian',
    roomCheck: true,
    roomFirst: 'cameraOff',
    recording: 'never',
    chat: 'off',
    presenting: 'staffOnly',
    retentionDays: 365,
  },
}
