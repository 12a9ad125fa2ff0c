import type { CameraReading, HealthItem, Participant, Phase, Share } from '../../meeting/index.ts'
import { atMostPeople, MAX_PEOPLE } from '../../meeting/index.ts'
import { freshRollCall } from '../dom/roll-call.ts'
import type { Called, MeetPage } from './page.ts'
import type { Roster, Row } from './read-roster.ts'
import type { Own } from './read-self.ts'
import { betterCamera, cameraOf, readMicrophone, type Stage, type Tile } from './read-tiles.ts'

export interface People {
  readonly people: readonly Participant[]
  readonly shares: readonly Share[]
  readonly selfId?: string
  readonly selfName?: string
  readonly selfIsHost: boolean
  readonly selfPresents: boolean
  /** A roll-call was taken a moment ago and still holds: everybody of it is among `people`. */
  readonly called: boolean
}

/**
 * Tiles and rows merged by participant id, which is one per device: somebody on two devices is two, and two people of one name
 * stay two. Tiles come first, in the order of the stage, then whoever is only in the list.
 */
export function mergePeople(
  page: MeetPage,
  stage: Stage,
  roster: Roster,
  own: Own,
  deviceCount: number | undefined,
): People {
  const rows = new Map(roster.rows.map((row) => [row.id, row]))
  const tiles = new Map<string, Tile[]>()
  for (const tile of stage.tiles) tiles.set(tile.id, [...(tiles.get(tile.id) ?? []), tile])
  const selfId = findSelf(stage.tiles, roster.rows, deviceCount)
  const names = new Map([...roster.rows, ...stage.tiles].map(({ id, name }) => [id, name]))
  const staged = stage.shares.map((share) => ofSomebody(share, names, selfId))
  const sharing = new Set(staged.map(({ ownerId }) => ownerId))
  const called = calledNow(page, [...tiles.keys()], roster, deviceCount)
  const everybody: { readonly id: string; readonly row: Row | Called | undefined }[] = [
    ...[...tiles.keys()].map((id) => ({ id, row: rows.get(id) })),
    ...roster.rows
      .filter((row) => !tiles.has(row.id) && !isStale(row, roster, deviceCount))
      .map((row) => ({ id: row.id, row })),
    ...(called ?? [])
      .filter(({ id }) => !tiles.has(id) && !rows.has(id))
      .map((row) => ({ id: row.id, row })),
  ]
  // Left out before anything more is looked up for them: of a page that claims thousands most would be looked up for nothing.
  const people = atMostPeople(everybody, ({ id }) => id === selfId).map(({ id, row }) =>
    participant(page, id, tiles.get(id) ?? [], row, { isSelf: id === selfId, own, sharing }),
  )
  const self = people.find(({ isSelf }) => isSelf)
  const shares = staged.map((share) => withOwner(share, people))
  return {
    people,
    shares,
    ...(self === undefined ? {} : { selfId: self.id, selfName: self.name }),
    called: called !== undefined,
    selfPresents: self?.presenting === true || shares.some((share) => share.own),
    selfIsHost: self?.role === 'host' || self?.role === 'cohost',
  }
}

/** The rows of a roll-call that still holds: nobody is in sight whom it did not find. */
function calledNow(
  page: MeetPage,
  onStage: readonly string[],
  roster: Roster,
  deviceCount: number | undefined,
): readonly Called[] | undefined {
  const call = freshRollCall(page.memory.rollCall, deviceCount)
  if (call === undefined) return undefined
  const inSight = [...onStage, ...roster.rows.filter((row) => row.visible).map(({ id }) => id)]
  if (inSight.every((id) => call.keys.has(id))) return call.rows
  page.memory.rollCall = undefined
  return undefined
}

/** Rows of a closed panel can outlive the person. They count only while there are no more of them than devices in the call. */
function isStale(row: Row, roster: Roster, deviceCount: number | undefined): boolean {
  if (row.visible) return false
  return deviceCount !== undefined && roster.rows.length > deviceCount
}

/** One's own tile is known by its controls; the "(You)" of the list comes second; alone in the call, one is oneself. */
function findSelf(
  tiles: readonly Tile[],
  rows: readonly Row[],
  deviceCount: number | undefined,
): string | undefined {
  const byTile = tiles.find(({ isSelf }) => isSelf)
  if (byTile !== undefined) return byTile.id
  const byRow = rows.filter(({ saysYou }) => saysYou)
  if (byRow.length === 1) return byRow[0]?.id
  return deviceCount === 1 && tiles.length === 1 ? tiles[0]?.id : undefined
}

interface Context {
  readonly isSelf: boolean
  readonly own: Own
  readonly sharing: ReadonlySet<string | undefined>
}

function participant(
  page: MeetPage,
  id: string,
  tiles: readonly Tile[],
  row: Row | Called | undefined,
  { isSelf, own, sharing }: Context,
): Participant {
  const tile = tiles[0]
  const seen =
    tile === undefined
      ? ({ state: 'unknown', why: 'noTile' } satisfies CameraReading)
      : tiles.map((one) => cameraOf(page, one)).reduce(betterCamera)
  return {
    id,
    name: tile?.name || row?.name || '',
    isSelf,
    role: row?.role ?? 'unknown',
    camera: isSelf ? ownCamera(seen, own) : seen,
    microphone:
      isSelf && own.microphone !== 'unknown' ? own.microphone : othersMicrophone(page, tile, row),
    presenting: sharing.has(id) || row?.sharing === true || (isSelf && own.presenting === 'yes'),
    decorations: row?.decorations ?? [],
    seenIn: { tile: tile !== undefined, list: row !== undefined },
  }
}

function othersMicrophone(page: MeetPage, tile: Tile | undefined, row: Row | Called | undefined) {
  const onTile = tile === undefined ? 'unknown' : readMicrophone(page, tile.element, 'tile')
  if (onTile !== 'unknown' || row === undefined || !('element' in row)) return onTile
  return readMicrophone(page, row.element, 'row')
}

/** For oneself the button in the bar decides; where the tile agrees, its reason is the more telling one. */
function ownCamera(seen: CameraReading, own: Own): CameraReading {
  if (own.camera === 'unknown' || own.camera === seen.state) return seen
  return { state: own.camera, why: 'ownToggle' }
}

/**
 * A share's tile may carry an id of its own and not its owner's (a share is a device to Meet): then its pin button says whose it is. Of
 * two of one name neither is said to present.
 */
function ofSomebody(
  share: Share,
  names: ReadonlyMap<string, string>,
  selfId: string | undefined,
): Share {
  if (share.ownerId !== undefined && names.has(share.ownerId)) return share
  if (share.own) return selfId === undefined ? share : { ...share, ownerId: selfId }
  const named = [...names].filter(([, name]) => name !== '' && name === share.ownerName)
  return named.length === 1 && named[0] !== undefined ? { ...share, ownerId: named[0][0] } : share
}

function withOwner(share: Share, people: readonly Participant[]): Share {
  const owner = people.find(({ id }) => id === share.ownerId)
  if (owner === undefined) return share
  const ownerName = owner.name || share.ownerName
  return {
    ...share,
    ...(ownerName === undefined ? {} : { ownerName }),
    own: share.own || owner.isSelf,
  }
}

/** How far the list of people can be trusted. Complete only by the site's own count. */
export function peopleHealth(
  page: MeetPage,
  phase: Phase,
  stage: Stage,
  roster: Roster,
  { people, called }: People,
  deviceCount: number | undefined,
): HealthItem {
  if (phase === 'unknown') return { level: 'blind', why: 'pageNotRecognised' }
  if (phase !== 'inCall') return { level: 'blind', why: 'notInCall' }
  const onStage = new Set(stage.tiles.map(({ id }) => id)).size
  const counts = `${Math.max(roster.visibleCount, onStage)}/${deviceCount ?? '?'}`
  if (people.length >= MAX_PEOPLE)
    return { level: 'partial', why: 'listShorterThanCount', detail: counts }
  if (deviceCount !== undefined && deviceCount > 0) {
    // More rows than are in the call: in a language whose words we don't know they may be people that wait (dom/meet.md §4).
    const understood = page.looks.words.isSeen('riskSection', page.doc.documentElement.lang)
    if (roster.visibleCount > deviceCount && !understood)
      return { level: 'partial', why: 'pageNotRecognised', detail: counts }
    const wholeList = roster.visibleCount >= deviceCount && !roster.cut
    if (called || wholeList || onStage === deviceCount) return { level: 'complete' }
  }
  if (roster.visibleCount > 0) {
    const why = deviceCount === undefined ? 'badgeMissing' : 'listShorterThanCount'
    return { level: 'partial', why, detail: counts }
  }
  if (people.length === 0) return { level: 'blind', why: 'noTiles', detail: counts }
  const opened = page.memory.rosterSeen || page.first('peoplePanel') !== undefined
  return { level: 'partial', why: opened ? 'panelClosed' : 'panelNeverOpened', detail: counts }
}

/** How far the camera states can be trusted: everybody has a tile that can be judged, and the tab is in sight. */
export function cameraHealth(
  page: MeetPage,
  phase: Phase,
  people: readonly Participant[],
  deviceCount: number | undefined,
): HealthItem {
  if (phase === 'unknown') return { level: 'blind', why: 'pageNotRecognised' }
  if (phase !== 'inCall') return { level: 'blind', why: 'notInCall' }
  const tiles = people.filter(({ seenIn }) => seenIn.tile).length
  const all = Math.max(people.length, deviceCount ?? 0)
  if (tiles === 0) return { level: 'blind', why: 'noTiles' }
  if (tiles < all) return { level: 'partial', why: 'noTiles', detail: `${tiles}/${all}` }
  if (page.doc.visibilityState === 'hidden') return { level: 'partial', why: 'tabHidden' }
  const unjudged = people.filter(({ camera }) => camera.why === 'cannotTell').length
  if (unjudged > 0) return { level: 'partial', why: 'tilesHidden', detail: `${unjudged}/${all}` }
  if (deviceCount === undefined) return { level: 'partial', why: 'badgeMissing' }
  return { level: 'complete' }
}
