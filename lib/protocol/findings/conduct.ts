import type { Scene } from '../scene.ts'
import type { Cause } from './cause.ts'

/** EG-14 (personal information in the chat), EG-21 (recording), EG-31 (presenting). */
export function conductCauses(scene: Scene): readonly Cause[] {
  return [...chat(scene), ...recording(scene), ...presenting(scene)]
}

function chat(scene: Scene): readonly Cause[] {
  return scene.state.chatFlags.map((flag) => ({
    kind: 'chatFlag',
    key: `chat:${flag.lineId}`,
    about: [flag.lineId],
    since: flag.at,
    clauses: ['EG-14'],
    severity: 'act',
    answers: ['seen', 'later'],
    group: `chat:${flag.sender}`,
  }))
}

/** What is being kept of the call, by the page's own signs. */
export function recordingNow(scene: Scene): 'recording' | 'transcription' | undefined {
  if (scene.state.notices.recording === 'yes') return 'recording'
  return scene.state.notices.transcription === 'yes' ? 'transcription' : undefined
}

/** Devices of those in the call whose consent to recording is not on the register; everybody unknown is one of them. */
export function withoutRecordingConsent(scene: Scene): readonly { id: string; since: number }[] {
  return scene.here
    .filter(
      (one) =>
        one.standing !== 'staff' &&
        one.standing !== 'visitor' &&
        one.pupil?.consentRecording !== 'yes',
    )
    .map((one) => ({ id: one.person.id, since: one.since }))
}

function recording(scene: Scene): readonly Cause[] {
  const what = recordingNow(scene)
  if (what === undefined) return []
  const common = {
    kind: 'recording' as const,
    clauses: ['EG-21'],
    severity: 'alarm' as const,
    answers: ['seen', 'later'] as const,
  }
  // Whatever the people have agreed to: this school doesn't record, or the list of people isn't complete enough to tell.
  if (
    scene.pack.recording === 'never' ||
    scene.state.health.people.level !== 'complete' ||
    scene.register === undefined
  ) {
    return [{ ...common, key: `recording:${what}`, about: [], since: scene.state.startedAt }]
  }
  return withoutRecordingConsent(scene).map(({ id, since }) => ({
    ...common,
    key: `recording:${what}:${id}:${since}`,
    about: [id],
    since,
    group: what,
  }))
}

function presenting(scene: Scene): readonly Cause[] {
  return scene.here
    .filter(
      (one) => one.person.presenting && one.standing !== 'staff' && one.standing !== 'visitor',
    )
    .map((one) => ({
      kind: 'presenting',
      key: `presenting:${one.person.id}:${one.since}`,
      about: [one.person.id],
      since: one.since,
      clauses: ['EG-31'],
      severity: 'act',
      answers: ['seen', 'remove', 'later'],
    }))
}
