import type { HealthItem, Observation, Platform } from '../meeting/index.ts'

/** What is sent when the reader itself failed: nothing is known, and that is said. Never an empty "all clear". */
export function blindObservation(platform: Platform, code: string, problem: unknown): Observation {
  const detail = (problem instanceof Error ? problem.message : String(problem)).slice(0, 200)
  const blind: HealthItem = { level: 'blind', why: 'readerFailed', detail }
  return {
    platform,
    code,
    title: '',
    phase: 'unknown',
    variant: '',
    people: [],
    self: { isHost: 'unknown', camera: 'unknown', microphone: 'unknown', presenting: 'unknown' },
    lobby: { knocks: [] },
    chat: [],
    shares: [],
    notices: { recording: 'unknown', transcription: 'unknown', noteTaking: 'unknown' },
    access: { state: 'unknown', askToJoin: 'unknown', seenAt: 'nowhere', label: '' },
    health: { people: blind, lobby: blind, cameras: blind, chat: blind, lock: blind },
  }
}
