import type { Access, Health, HealthItem, HealthTopic, Observation } from '../meeting/index.ts'
import { HEALTH_TOPICS } from '../meeting/index.ts'

/** A reading of a meeting in numbers: what a technician needs, and nobody's name. */
export interface ReadingSummary {
  readonly platform: Observation['platform']
  readonly variant: string
  readonly phase: Observation['phase']
  readonly role: NonNullable<Observation['self']['role']>
  readonly people: number
  readonly onStage: number
  readonly inList: number
  /** The site's own count. */
  readonly deviceCount?: number
  readonly cameras: { readonly on: number; readonly off: number; readonly unknown: number }
  readonly ownCamera: Observation['self']['camera']
  readonly knocks: number
  readonly pending: number
  readonly chatLines: number
  readonly access: Pick<Access, 'state' | 'askToJoin' | 'seenAt'>
  readonly health: Health
}

/** Pure; the only way from a reading to the self-test page. */
export function summaryOf(seen: Observation): ReadingSummary {
  const { people, lobby, access } = seen
  const count = (state: 'on' | 'off' | 'unknown') =>
    people.filter((one) => one.camera.state === state).length
  return {
    platform: seen.platform,
    variant: /^[a-z0-9-]{1,40}$/u.test(seen.variant) ? seen.variant : 'unknown',
    phase: seen.phase,
    role: seen.self.role ?? 'unknown',
    people: people.length,
    onStage: people.filter((one) => one.seenIn.tile).length,
    inList: people.filter((one) => one.seenIn.list).length,
    ...(seen.deviceCount === undefined ? {} : { deviceCount: seen.deviceCount }),
    cameras: { on: count('on'), off: count('off'), unknown: count('unknown') },
    ownCamera: seen.self.camera,
    knocks: lobby.knocks.length,
    pending: Math.max(lobby.pending ?? 0, lobby.knocks.length),
    chatLines: seen.chat.length,
    access: { state: access.state, askToJoin: access.askToJoin, seenAt: access.seenAt },
    health: Object.fromEntries(
      HEALTH_TOPICS.map((topic) => [topic, bare(seen.health[topic])]),
    ) as Record<HealthTopic, HealthItem>,
  }
}

/** The detail of a reading may hold words of the page; only counts ("3/5") are kept. */
function bare(item: HealthItem): HealthItem {
  if (item.level === 'complete') return item
  const { level, why, detail } = item
  return detail !== undefined && /^[0-9?]{1,6}\/[0-9?]{1,6}$/u.test(detail)
    ? { level, why, detail }
    : { level, why }
}
