import type { SessionSummary } from '../../lib/bus/protocol.ts'
import type { Register } from '../../lib/register/index.ts'
import type { SchoolSettings } from '../../lib/storage/settings.ts'
import { ownZone } from '../ui/time.ts'

const day = (d: number, h: number, m: number) => new Date(2026, 10, d, h, m).getTime()

export const SAMPLE_REGISTERS: readonly Register[] = [
  {
    id: 'y4',
    name: 'Year 4 Maths',
    updatedAt: day(2, 9, 0),
    pupils: [
      ['Amelia', 'Potter', ''],
      ['Dev', 'Shah', ''],
      ['Freya', 'Hughes', 'Frey'],
      ['Mohammed', 'Rahman', 'Mo'],
      ['Zofia', 'Kowalska', ''],
    ].map(([firstName = '', lastName = '', preferredName = ''], i) => ({
      id: `r${i}`,
      firstName,
      lastName,
      preferredName,
      guardians:
        i === 1
          ? [
              {
                firstName: 'Anita',
                lastName: 'Shah',
                title: 'Mrs',
                relation: 'mother',
                phone: '01632 960 111',
              },
            ]
          : [],
      consentVideo: i === 3 ? ('no' as const) : ('yes' as const),
      consentRecording: i === 4 ? ('unknown' as const) : ('yes' as const),
      aliases: [],
    })),
    staff: [
      { id: 't1', firstName: 'Sara', lastName: 'Khan', title: 'Ms', role: 'Teacher', aliases: [] },
    ],
  },
  { id: 'y2', name: 'Year 2 Story time', updatedAt: day(2, 9, 0), pupils: [], staff: [] },
]

export const SAMPLE_SESSIONS: readonly SessionSummary[] = [
  {
    sessionId: 's1',
    className: 'Year 4 Maths',
    platform: 'meet',
    code: 'abc-defg-hij',
    timeZone: ownZone(),
    startedAt: day(9, 10, 0),
    endedAt: day(9, 10, 47),
    deleteAt: day(9 + 365, 10, 47),
    interrupted: false,
    people: 28,
  },
  {
    sessionId: 's0',
    className: 'Year 2 Story time',
    platform: 'meet',
    code: 'klm-nopq-rst',
    timeZone: ownZone(),
    startedAt: day(6, 14, 0),
    endedAt: day(6, 14, 21),
    deleteAt: day(6 + 365, 14, 21),
    interrupted: true,
    people: 19,
  },
]

export const SAMPLE_SETTINGS: SchoolSettings = {
  version: 3,
  schoolName: 'Crossways Schools',
  packId: 'crossways',
  dsl: [{ name: 'Helen Marsh', role: 'Designated safeguarding lead', phone: '01632 960 101' }],
  roomCheck: true,
  retentionDays: 365,
  headteacher: { name: 'Ruth Bell', role: 'Executive Headteacher', phone: '01632 960 100' },
  concernDays: 30,
  language: 'browser',
}
