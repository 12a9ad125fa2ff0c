import type { HealthItem, Observation } from '../../lib/meeting/index.ts'
import { HEALTH_TOPICS } from '../../lib/meeting/observation.ts'

/** An observation for a person at a terminal: one line a thing, names quoted so that odd characters cannot run into the text. */
export function summarise(observation: Observation): string {
  const { people, lobby, chat, shares, access, health, self, notices } = observation
  const count =
    observation.deviceCount === undefined
      ? 'no count shown'
      : `${observation.deviceCount} by the site`
  return [
    `${observation.platform} · ${observation.code || 'no code'} · ${observation.phase} · ${observation.variant}`,
    `Title: ${quote(observation.title)}`,
    `You: ${quote(self.name ?? '')} · host ${self.isHost} · camera ${self.camera} · microphone ${self.microphone}`,
    `People: ${people.length} read, ${count}`,
    ...people.map(
      (one) =>
        `  ${quote(one.name)}${one.isSelf ? ' (you)' : ''} · camera ${one.camera.state} (${one.camera.why})` +
        ` · microphone ${one.microphone} · role ${one.role} · ${one.id}`,
    ),
    `Waiting: ${lobby.knocks.map(({ name }) => quote(name)).join(', ') || 'nobody read'}` +
      (lobby.pending === undefined ? '' : ` · ${lobby.pending} by the site`),
    `Shares: ${shares.length} · Chat lines: ${chat.length}`,
    `Access: ${access.state} (${quote(access.label)}, seen at ${access.seenAt}) · ask to join ${access.askToJoin}`,
    `Recording ${notices.recording} · transcription ${notices.transcription} · notes ${notices.noteTaking}`,
    'How well it could be read:',
    ...HEALTH_TOPICS.map((topic) => `  ${topic}: ${describe(health[topic])}`),
  ].join('\n')
}

function describe(item: HealthItem): string {
  if (item.level === 'complete') return 'complete'
  return `${item.level} – ${item.why}${item.detail === undefined ? '' : ` (${item.detail})`}`
}

/** Control and bidi characters written out: a terminal would act on them. */
function quote(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
