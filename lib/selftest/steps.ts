import type { HealthReason, HealthTopic, Platform } from '../meeting/index.ts'
import type { Message } from '../words/catalogue.ts'
import type { ReadingSummary } from './summary.ts'

/**
 * The self-test as data: eight steps that a technician goes through in a test call, and by which sign each is seen to be readable.
 * A sign looks at one reading and at what was seen before; nothing here knows a page.
 */

/** What of earlier readings a later one is held against. */
export interface SeenSoFar {
  readonly mostPeople: number
  readonly knocked: boolean
  readonly ownCamera: readonly ReadingSummary['ownCamera'][]
  readonly chatLines: number | undefined
  readonly closed: boolean
  readonly wasInCall: boolean
}

export const NOTHING_SEEN: SeenSoFar = {
  mostPeople: 0,
  knocked: false,
  ownCamera: [],
  chatLines: undefined,
  closed: false,
  wasInCall: false,
}

export interface Sign {
  readonly id: string
  /** What is seen, in a few words. */
  readonly text: Message
  /** Whose reading tells why it can't be seen. */
  readonly topic?: HealthTopic
  readonly on?: Platform
  isSeen(now: ReadingSummary, before: SeenSoFar): boolean
}

export interface Step {
  readonly id: string
  /** What the technician does; by site where the words differ. */
  readonly todo: Readonly<Record<Platform, Message>>
  readonly signs: readonly Sign[]
}

const both = (text: Message): Step['todo'] => ({ meet: text, teams: text })

export const STEPS: readonly Step[] = [
  {
    id: 'join',
    todo: both('Start a test call as its organiser, with the camera on.'),
    signs: [
      { id: 'inCall', text: 'The call', isSeen: (now) => now.phase === 'inCall' },
      {
        id: 'client',
        text: 'Which version of the site it is',
        isSeen: (now) => now.phase === 'inCall' && !now.variant.endsWith('unknown'),
      },
      {
        id: 'host',
        text: 'That you are the organiser',
        isSeen: (now) => now.role === 'organiser' || now.role === 'coorganiser',
      },
    ],
  },
  {
    id: 'people',
    todo: both('Open the list of people and leave it open.'),
    signs: [
      { id: 'list', text: 'The list', topic: 'people', isSeen: (now) => now.inList > 0 },
      {
        id: 'everybody',
        text: 'That the list is whole',
        topic: 'people',
        isSeen: (now) => now.health.people.level === 'complete',
      },
    ],
  },
  {
    id: 'knock',
    todo: both(
      'Have a second device ask to come in (signed in to no school account), then let it in.',
    ),
    signs: [
      {
        id: 'waiting',
        text: 'Somebody waits',
        topic: 'lobby',
        isSeen: (now) => now.pending > 0,
      },
      { id: 'name', text: 'Their name', topic: 'lobby', isSeen: (now) => now.knocks > 0 },
      {
        id: 'cameIn',
        text: 'They came in',
        topic: 'people',
        isSeen: (now, before) => before.knocked && now.pending === 0 && now.people >= 2,
      },
    ],
  },
  {
    id: 'camera',
    todo: both('Switch your camera off and on again.'),
    signs: [
      {
        id: 'off',
        text: 'Your camera is off',
        topic: 'cameras',
        isSeen: (now) => now.phase === 'inCall' && now.ownCamera === 'off',
      },
      {
        id: 'on',
        text: 'Your camera is on',
        topic: 'cameras',
        isSeen: (now) => now.phase === 'inCall' && now.ownCamera === 'on',
      },
      {
        id: 'others',
        text: 'Whether the other device has its camera on',
        topic: 'cameras',
        isSeen: (now) =>
          now.phase === 'inCall' &&
          now.people >= 2 &&
          now.cameras.on + now.cameras.off >= now.people,
      },
    ],
  },
  {
    id: 'chat',
    todo: both('Open the chat and send a message.'),
    signs: [
      {
        id: 'open',
        text: 'The chat',
        topic: 'chat',
        isSeen: (now) => now.health.chat.level === 'complete',
      },
      {
        id: 'line',
        text: 'The message',
        topic: 'chat',
        isSeen: (now, before) => before.chatLines !== undefined && now.chatLines > 0,
      },
    ],
  },
  {
    id: 'controls',
    todo: {
      meet: 'Open the host controls (the padlock).',
      teams: 'Open the three dots in the list of people, or the meeting options.',
    },
    signs: [
      {
        id: 'access',
        text: 'Who may come in',
        topic: 'lock',
        isSeen: (now) => now.access.state !== 'unknown',
      },
      {
        id: 'panel',
        text: 'The controls themselves',
        topic: 'lock',
        isSeen: (now) => now.access.seenAt === 'panel',
      },
    ],
  },
  {
    id: 'lock',
    todo: {
      meet: 'Restrict the meeting and switch “ask to join” off; then open it again.',
      teams: 'Lock the meeting; then unlock it.',
    },
    signs: [
      { id: 'closed', text: 'It is locked', topic: 'lock', isSeen: isClosed },
      {
        id: 'open',
        text: 'It is open again',
        topic: 'lock',
        isSeen: (now, before) => before.closed && isOpen(now),
      },
    ],
  },
  {
    id: 'leave',
    todo: both('Leave the call. Keep its tab open.'),
    signs: [
      {
        id: 'ended',
        text: 'The end of the call',
        isSeen: (now, before) => before.wasInCall && now.phase === 'ended',
      },
    ],
  },
]

function isClosed({ access }: ReadingSummary): boolean {
  return access.state === 'locked' || (access.state === 'restricted' && access.askToJoin === 'off')
}

function isOpen({ access }: ReadingSummary): boolean {
  return access.state === 'open' || access.state === 'trusted' || access.askToJoin === 'on'
}

/** `cannot`: the reading itself says why. It may still be seen later. */
export type SignState =
  | { readonly is: 'seen' }
  | { readonly is: 'notYet' }
  | { readonly is: 'cannot'; readonly why: HealthReason }

export interface Progress {
  readonly before: SeenSoFar
  /** "step/sign" → how it stands. */
  readonly signs: Readonly<Record<string, SignState>>
  /** The last reading. */
  readonly last?: ReadingSummary
}

export const NOT_BEGUN: Progress = { before: NOTHING_SEEN, signs: {} }

/** One more reading taken in. Pure; what was seen stays seen. */
export function progressWith({ before, signs }: Progress, now: ReadingSummary): Progress {
  const next: Record<string, SignState> = { ...signs }
  for (const step of STEPS) {
    for (const sign of step.signs) {
      const key = `${step.id}/${sign.id}`
      if (next[key]?.is === 'seen') continue
      next[key] = sign.isSeen(now, before) ? { is: 'seen' } : whyNot(sign, now)
    }
  }
  const cameras = before.ownCamera.includes(now.ownCamera)
    ? before.ownCamera
    : [...before.ownCamera, now.ownCamera]
  const inCall = now.phase === 'inCall'
  return {
    signs: next,
    last: now,
    before: {
      mostPeople: Math.max(before.mostPeople, now.people),
      knocked: before.knocked || now.pending > 0,
      ownCamera: cameras,
      chatLines: inCall ? now.chatLines : before.chatLines,
      closed: before.closed || (inCall && isClosed(now)),
      wasInCall: before.wasInCall || inCall,
    },
  }
}

function whyNot({ topic }: Sign, now: ReadingSummary): SignState {
  if (now.phase === 'unknown') return { is: 'cannot', why: 'pageNotRecognised' }
  const item = topic === undefined ? undefined : now.health[topic]
  // Before the call nothing can be seen, and nothing is wrong with that.
  if (item === undefined || item.level !== 'blind' || item.why === 'notInCall')
    return { is: 'notYet' }
  return { is: 'cannot', why: item.why }
}

export function signState(progress: Progress, step: string, sign: string): SignState {
  return progress.signs[`${step}/${sign}`] ?? { is: 'notYet' }
}

/** A step is as good as the least of its signs. */
export function stepState(progress: Progress, step: Step): SignState['is'] {
  const states = step.signs.map((sign) => signState(progress, step.id, sign.id).is)
  if (states.every((is) => is === 'seen')) return 'seen'
  return states.includes('cannot') ? 'cannot' : 'notYet'
}
