import type { Command, Health, Knock, Observation, Outcome, Participant } from '../meeting/index.ts'
import { t } from '../words/say.ts'
import { TEACHER_ID } from './people.ts'
import type { Actor, Backdrop } from './people.ts'

/**
 * The pretended call, as plain steps from one state to the next: who is in it, who waits, whose camera is on. Nothing here knows of
 * panel or rules; the desk hears of it only what a meeting page would say, by `observationOf`.
 */
export interface PracticeCall {
  readonly phase: 'greenRoom' | 'inCall' | 'ended'
  readonly people: readonly Present[]
  readonly knocks: readonly Knocking[]
  readonly locked: boolean
}
export interface Present extends Actor {
  readonly camera: 'on' | 'off'
  readonly microphone: 'on' | 'off'
}
export interface Knocking {
  readonly key: string
  /** As the waiting room shows it. */
  readonly name: string
  readonly who: Actor
}

export const NO_CALL: PracticeCall = { phase: 'greenRoom', people: [], knocks: [], locked: false }
export const PRACTICE_CODE = 'practice'

export function knock(call: PracticeCall, who: Actor, name = who.name): PracticeCall {
  if (isHere(call, who)) return call
  // A name that is put right is a new request at the door, as on the real sites.
  const others = call.knocks.filter((one) => one.who.id !== who.id)
  return { ...call, knocks: [...others, { key: `${who.id} ${name}`, name, who }] }
}

export function join(call: PracticeCall, who: Actor, camera: Present['camera']): PracticeCall {
  const knocks = call.knocks.filter((one) => one.who.id !== who.id)
  if (isHere(call, who)) return { ...call, knocks }
  return { ...call, knocks, people: [...call.people, { ...who, camera, microphone: 'on' }] }
}

export function isHere(call: PracticeCall, who: Pick<Actor, 'id'>): boolean {
  return call.people.some((one) => one.id === who.id)
}

export function setCamera(
  call: PracticeCall,
  id: string,
  camera: Present['camera'],
  backdrop?: Backdrop,
): PracticeCall {
  return change(call, id, { camera, ...(backdrop === undefined ? {} : { backdrop }) })
}

function change(call: PracticeCall, id: string, to: Partial<Present>): PracticeCall {
  return { ...call, people: call.people.map((one) => (one.id === id ? { ...one, ...to } : one)) }
}

const DONE: Outcome = { result: 'done', steps: [] }
const GONE: Outcome = { result: 'unavailable', steps: [], why: 'personGone' }

/** Does what was asked. Here everything can be done; a real site wants the teacher's own click for some of it. */
export function perform(
  call: PracticeCall,
  command: Command,
): { readonly call: PracticeCall; readonly outcome: Outcome } {
  const done = (next: PracticeCall) => ({ call: next, outcome: DONE })
  const gone = { call, outcome: GONE }
  switch (command.kind) {
    case 'admit': {
      const found = call.knocks.find((one) => one.key === command.key)
      return found === undefined ? gone : done(join(call, { ...found.who, name: found.name }, 'on'))
    }
    case 'deny':
      return call.knocks.some((one) => one.key === command.key)
        ? done({ ...call, knocks: call.knocks.filter((one) => one.key !== command.key) })
        : gone
    case 'remove':
      return isHere(call, command)
        ? done({ ...call, people: call.people.filter((one) => one.id !== command.id) })
        : gone
    case 'mute':
    case 'micOff':
      return isHere(call, command) ? done(change(call, command.id, { microphone: 'off' })) : gone
    case 'cameraOff':
      return isHere(call, command) ? done(change(call, command.id, { camera: 'off' })) : gone
    case 'muteAll':
      return done({ ...call, people: call.people.map((one) => ({ ...one, microphone: 'off' })) })
    case 'camerasOffForAll':
      return done({ ...call, people: call.people.map((one) => ({ ...one, camera: 'off' })) })
    case 'lock':
    case 'unlock':
      return done({ ...call, locked: command.kind === 'lock' })
    case 'endForAll':
      return done({ ...call, phase: 'ended' })
    case 'openPeople':
    case 'rollCall':
    case 'askToUnmute':
    case 'allowMic':
    case 'allowCamera':
    case 'camerasOnForAll':
    case 'stopPresenting':
    case 'chatOff':
    case 'chatOn':
      return done(call)
  }
}

const COMPLETE = { level: 'complete' } as const
const ALL_COMPLETE: Health = {
  people: COMPLETE,
  lobby: COMPLETE,
  cameras: COMPLETE,
  chat: COMPLETE,
  lock: COMPLETE,
}

/** What the script of a meeting page would say of this call. */
export function observationOf(call: PracticeCall): Observation {
  const inCall = call.phase === 'inCall'
  const people = inCall ? [self(), ...call.people.map(participant)] : []
  return {
    platform: 'meet',
    code: PRACTICE_CODE,
    title: t('Practice lesson'),
    phase: call.phase,
    ...(call.phase === 'ended' ? { endReason: 'endedForAll' as const } : {}),
    variant: 'practice',
    people,
    deviceCount: people.length,
    self: {
      id: TEACHER_ID,
      name: t('You'),
      isHost: 'yes',
      role: 'organiser',
      camera: 'on',
      microphone: 'on',
      presenting: 'no',
    },
    lobby: { knocks: inCall ? call.knocks.map(atTheDoor) : [] },
    chat: [],
    shares: [],
    notices: { recording: 'no', transcription: 'no', noteTaking: 'no' },
    access: {
      state: call.locked ? 'locked' : 'open',
      askToJoin: call.locked ? 'off' : 'on',
      seenAt: 'badge',
      label: call.locked ? t('Nobody else can join') : t('Others can ask to join'),
    },
    health: ALL_COMPLETE,
  }
}

function self(): Participant {
  return {
    ...participant({
      id: TEACHER_ID,
      name: t('You'),
      backdrop: 'plain',
      camera: 'on',
      microphone: 'on',
    }),
    isSelf: true,
    role: 'host',
  }
}

function participant({ id, name, camera, microphone }: Present): Participant {
  return {
    id,
    name,
    isSelf: false,
    role: 'none',
    camera: { state: camera, why: camera === 'on' ? 'livePicture' : 'noVideoElement' },
    microphone,
    presenting: false,
    decorations: [],
    seenIn: { tile: true, list: true },
  }
}

function atTheDoor({ key, name }: Knocking): Knock {
  return { key, name, decorations: [] }
}
