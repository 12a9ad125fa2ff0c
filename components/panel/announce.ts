import type { PanelView } from '../../lib/views/types.ts'
import { isUrgent } from '../../lib/views/urgency.ts'
import { t, tn } from '../../lib/words/say.ts'
import { shownName } from '../ui/Name.tsx'

/** What a screen reader should say after an update. Polite words are batched by the caller; alerts are rare. */
export interface Announcement {
  readonly polite: readonly string[]
  readonly alert: readonly string[]
}

const NOTHING: Announcement = { polite: [], alert: [] }

/**
 * Compares two views. An alert is only for an alarm or for the lock being due; arrivals and knocks are polite; everything
 * else is silent. While the teacher presents no name is spoken, because her loudspeaker may be heard by the class.
 */
export function announcement(before: PanelView | undefined, after: PanelView): Announcement {
  // The first view is what the panel opened on, not news.
  if (!before) return NOTHING
  const polite: string[] = []
  const alert: string[] = []

  const known = new Set(before.prompts.map((p) => p.promptId))
  const urgent = after.prompts.filter((p) => !known.has(p.promptId) && isUrgent(p))
  if (after.discreet && urgent.length > 0) alert.push(t('Something waits for you.'))
  else for (const p of urgent) alert.push(p.title)

  const waited = new Set(before.knocks.map((k) => k.key))
  const knocks = after.knocks.filter((k) => !waited.has(k.key))
  if (knocks.length > 0) {
    const n = knocks.length
    const names = namesOf(after, knocks)
    polite.push(
      names === undefined
        ? tn('{n} person is waiting to come in.|{n} people are waiting to come in.', n)
        : tn('{names} is waiting to come in.|{names} are waiting to come in.', n, { names }),
    )
  }

  const wereIn = new Set(before.people.filter((p) => p.where === 'inCall').map((p) => p.key))
  const arrived = after.people.filter((p) => p.where === 'inCall' && !wereIn.has(p.key))
  if (arrived.length > 0) {
    const n = arrived.length
    const names = namesOf(after, arrived)
    polite.push(
      names === undefined
        ? tn('{n} person has joined.|{n} people have joined.', n)
        : tn('{names} has joined.|{names} have joined.', n, { names }),
    )
  }

  if (before.lock.state !== 'locked' && after.lock.state === 'locked')
    polite.push(t('The meeting is locked.'))
  return { polite, alert }
}

/** Undefined where they are only counted. */
function namesOf(view: PanelView, who: readonly { readonly name: string }[]): string | undefined {
  if (view.discreet || who.length > 3) return undefined
  return who.map((one) => shownName(one.name)).join(', ')
}
