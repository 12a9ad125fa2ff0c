import type { HealthItem, Phase } from '../../meeting/index.ts'
import { MAX_PEOPLE } from '../../meeting/index.ts'
import { nameKey } from './identity.ts'
import type { TeamsPage } from './page.ts'
import type { People } from './read-people.ts'
import type { Roster } from './read-roster.ts'
import type { Stage } from './read-tiles.ts'

/**
 * How many are in the call by the site: the panel's heading, else the number at the People button. A number smaller than the people in
 * sight is a misreading while the page is being redrawn, and none at all.
 */
export function trustedCount(
  roster: Roster,
  badge: number | undefined,
  stage: Stage,
): number | undefined {
  const seen = Math.max(
    roster.rows.length,
    new Set(stage.tiles.map(({ name, isSelf }) => (isSelf ? '\0' : nameKey(name)))).size,
  )
  const count = roster.count ?? badge
  return count === undefined || count < seen || count === 0 ? undefined : count
}

/** How far the list of people can be trusted. Complete only by the site's own count. */
export function peopleHealth(
  page: TeamsPage,
  phase: Phase,
  stage: Stage,
  roster: Roster,
  { people, onStage, called }: People,
  count: number | undefined,
): HealthItem {
  if (phase === 'unknown') return { level: 'blind', why: 'pageNotRecognised' }
  if (phase !== 'inCall') return { level: 'blind', why: 'notInCall' }
  const listed = called
    ? people.filter(({ participant }) => participant.seenIn.list).length
    : roster.rows.length
  const counts = `${Math.max(listed, onStage)}/${count ?? '?'}`
  if (people.length >= MAX_PEOPLE || roster.cut || stage.cut)
    return { level: 'partial', why: 'listShorterThanCount', detail: counts }
  if (count !== undefined && (listed >= count || onStage === count)) return { level: 'complete' }
  if (roster.shown && roster.rows.length > 0) {
    const why = count === undefined ? 'badgeMissing' : 'listShorterThanCount'
    return { level: 'partial', why, detail: counts }
  }
  if (stage.offStage) return { level: 'blind', why: 'tilesHidden', detail: 'off the stage' }
  if (people.length === 0) return { level: 'blind', why: 'noTiles', detail: counts }
  const why = page.memory.rosterSeen ? 'panelClosed' : 'panelNeverOpened'
  return { level: 'partial', why, detail: counts }
}

/** How far the camera states can be trusted: everybody has a tile that can be judged, and the tab is in sight. */
export function cameraHealth(
  page: TeamsPage,
  phase: Phase,
  stage: Stage,
  { people, onStage }: People,
  count: number | undefined,
): HealthItem {
  if (phase === 'unknown') return { level: 'blind', why: 'pageNotRecognised' }
  if (phase !== 'inCall') return { level: 'blind', why: 'notInCall' }
  if (stage.offStage) return { level: 'blind', why: 'tilesHidden', detail: 'off the stage' }
  const all = Math.max(people.length, count ?? 0)
  if (onStage === 0) return { level: 'blind', why: 'noTiles' }
  if (onStage < all) return { level: 'partial', why: 'noTiles', detail: `${onStage}/${all}` }
  if (page.doc.visibilityState === 'hidden') return { level: 'partial', why: 'tabHidden' }
  const unjudged = people.filter(
    ({ participant }) => participant.camera.why === 'cannotTell',
  ).length
  if (unjudged > 0) return { level: 'partial', why: 'tilesHidden', detail: `${unjudged}/${all}` }
  if (count === undefined) return { level: 'partial', why: 'badgeMissing' }
  return { level: 'complete' }
}
