import type { OverlayView } from '../../lib/views/types.ts'
import { NOW } from './sampleClock.ts'
import { BEDROOM_PROMPT } from './samplePrompts.ts'

const EMPTY: OverlayView = {
  badges: [],
  lock: { state: 'notSet' },
  prompts: [],
  discreet: false,
  waiting: 0,
  sampleRooms: false,
  attention: [],
}
const BADGES: OverlayView = {
  ...EMPTY,
  badges: [
    { participantId: 'ok', text: 'On register', tone: 'ok' },
    { participantId: 'check', text: 'Camera off', tone: 'check' },
    { participantId: 'alarm', text: 'Check room', tone: 'alarm' },
    { participantId: 'quiet', text: 'No class', tone: 'quiet' },
  ],
  lock: { state: 'counting', dueAt: NOW + 42_000 },
}

const WALK = { id: 'ok', name: 'Dev Shah', question: 'adult' } as const
const NEXT = { key: 'k1', name: 'Amelia Potter', can: 'act', sure: true } as const

/** What is drawn over a meeting, by name of the state. */
export const OVERLAYS = {
  badges: BADGES,
  waiting: { ...BADGES, waiting: 3 },
  prompt: { ...BADGES, prompts: [{ ...BEDROOM_PROMPT, about: ['alarm'] }] },
  urgent: {
    ...BADGES,
    lock: { state: 'due', dueAt: NOW },
    prompts: [
      { ...BEDROOM_PROMPT, severity: 'alarm', about: [] },
      { ...BEDROOM_PROMPT, promptId: 'p2', about: [] },
    ],
  },
  queue: { ...BADGES, waiting: 2, queue: { next: NEXT, walk: WALK } },
  locked: { ...BADGES, lock: { state: 'locked' } },
  reopened: { ...BADGES, lock: { state: 'reopened' } },
  cannotSee: { ...BADGES, lock: { state: 'cannotSee' } },
  discreet: { ...BADGES, discreet: true, prompts: [{ ...BEDROOM_PROMPT, about: [] }] },
} as const satisfies Readonly<Record<string, OverlayView>>
