import type { Inspected } from '../../lib/desk/inspections.ts'
import type { SiteLooks } from '../../lib/desk/looks.ts'
import { NOW } from './sampleClock.ts'

const school = new URLSearchParams(location.search).has('managed')

/** One site by a file with an older one of the school beside it, the other by what ships; `?managed` for a school that sets both. */
export const SAMPLE_LOOKS: readonly SiteLooks[] = school
  ? [
      {
        platform: 'meet',
        shippedAsOf: '2026-09-27',
        used: { asOf: '2026-11-20', from: 'school' },
        unused: [],
        isManaged: true,
        filesOff: false,
      },
      {
        platform: 'teams',
        shippedAsOf: '2026-10-31',
        used: { asOf: '2026-10-31', from: 'shipped' },
        unused: [
          {
            from: 'school',
            name: '',
            why: 'bad',
            problems: ['targets.hangUp: missing', 'targets.peopleButton.0.css: too long'],
          },
        ],
        isManaged: false,
        filesOff: false,
      },
    ]
  : [
      {
        platform: 'meet',
        shippedAsOf: '2026-09-27',
        used: {
          asOf: '2026-11-20',
          from: 'file',
          name: 'meet-after-the-november-change.json',
          loadedAt: NOW - 3 * 86_400_000,
        },
        unused: [{ from: 'school', name: '', why: 'old', asOf: '2026-08-01', problems: [] }],
        isManaged: false,
        filesOff: false,
      },
      {
        platform: 'teams',
        shippedAsOf: '2026-10-31',
        used: { asOf: '2026-10-31', from: 'shipped' },
        unused: [],
        isManaged: false,
        filesOff: false,
      },
    ]

/** In a call, the host controls not read because the page has changed. */
export const SAMPLE_INSPECTED: Inspected = {
  tabId: 7,
  platform: 'meet',
  toolVersion: '0.1.0',
  looks: { asOf: '2026-09-27', from: 'shipped' },
  hits: { leaveButton: [1, 1], deviceCount: [0, 1], hostPanel: [0, 0, 0], tiles: [2, 0] },
  reading: {
    platform: 'meet',
    variant: 'meet-2026',
    phase: 'inCall',
    role: 'organiser',
    people: 2,
    onStage: 2,
    inList: 2,
    deviceCount: 2,
    cameras: { on: 2, off: 0, unknown: 0 },
    ownCamera: 'on',
    knocks: 0,
    pending: 0,
    chatLines: 0,
    access: { state: 'unknown', askToJoin: 'unknown', seenAt: 'nowhere' },
    health: {
      people: { level: 'complete' },
      lobby: { level: 'complete' },
      cameras: { level: 'complete' },
      chat: { level: 'partial', why: 'panelClosed' },
      lock: { level: 'blind', why: 'badgeMissing' },
    },
  },
}

export const SAMPLE_REPORT = `{"schema":"lesson-steward/page-report","version":1,"platform":"meet",
"tree":
{"tag":"body","kids":[
 {"tag":"div","attrs":{"data-participant-id":"spaces/*"},"kids":[
  {"tag":"video","video":{"shown":true,"live":true,"picture":true}},
  {"tag":"span","text":"4-20"}
 ]}
]}
}
`
