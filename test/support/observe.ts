import type { Health, Observation, Participant } from '../../lib/meeting/index.ts'

const COMPLETE = { level: 'complete' } as const
export const ALL_COMPLETE: Health = {
  people: COMPLETE,
  lobby: COMPLETE,
  cameras: COMPLETE,
  chat: COMPLETE,
  lock: COMPLETE,
}

/** A participant as an adapter would read it. */
export function participant(
  id: string,
  name: string,
  change: Partial<Participant> = {},
): Participant {
  return {
    id,
    name,
    isSelf: false,
    role: 'none',
    camera: { state: 'on', why: 'livePicture' },
    microphone: 'off',
    presenting: false,
    decorations: [],
    seenIn: { tile: true, list: true },
    ...change,
  }
}

/** A reading of a Meet call in which everything could be seen. */
export function observation(
  people: readonly Participant[] = [],
  change: Partial<Observation> = {},
): Observation {
  return {
    platform: 'meet',
    code: 'abc-defg-hij',
    title: 'Year 4 Maths',
    phase: 'inCall',
    variant: 'meet-2026',
    people,
    deviceCount: people.length,
    self: { isHost: 'yes', camera: 'on', microphone: 'on', presenting: 'no' },
    lobby: { knocks: [] },
    chat: [],
    shares: [],
    notices: { recording: 'no', transcription: 'no', noteTaking: 'no' },
    access: {
      state: 'open',
      askToJoin: 'on',
      seenAt: 'badge',
      label: 'This call is open to anyone',
    },
    health: ALL_COMPLETE,
    ...change,
  }
}
