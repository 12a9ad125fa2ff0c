import { foldAll } from '../session/index.ts'
import type { Platform } from '../meeting/index.ts'
import type { SessionEvent, SessionEventBody, SessionState } from '../session/index.ts'

/** What the teacher chose and ticked before the call: the first events of the lesson that is about to begin. */
export interface Plan {
  readonly events: readonly SessionEventBody[]
}
export const NO_PLAN: Plan = { events: [] }

/** Said of somebody in a call, or of what happened in one: of no lesson that has not begun. */
const OF_A_LESSON_HELD: ReadonlySet<SessionEventBody['type']> = new Set([
  'note',
  'emergency',
  'concern',
  'adultSeen',
  'leftWaiting',
  'held',
])

export function canBePlanned({ type }: SessionEventBody): boolean {
  return !OF_A_LESSON_HELD.has(type)
}

/** The lesson as it will begin, for the checklist of the green room. Never written anywhere. */
export function preview(
  plan: Plan,
  about: {
    readonly now: number
    readonly platform: Platform
    readonly code: string
    readonly toolVersion: string
    readonly timeZone: string
  },
): SessionState | undefined {
  const { now, platform, code, toolVersion, timeZone } = about
  const started: SessionEventBody = {
    type: 'started',
    sessionId: 'preview',
    platform,
    code,
    title: '',
    toolVersion,
    timeZone,
  }
  return foldAll(
    [started, ...plan.events].map((body, seq): SessionEvent => ({ ...body, seq, at: now })),
  )
}
