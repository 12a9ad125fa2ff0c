import type { CameraReading, Participant, Share } from '../../meeting/index.ts'
import { atMostPeople } from '../../meeting/index.ts'
import { freshRollCall } from '../dom/roll-call.ts'
import { clip } from '../dom/text.ts'
import { identify, type Known, nameKey, sameName } from './identity.ts'
import type { TeamsPage } from './page.ts'
import type { Roster, Row } from './read-roster.ts'
import type { Own } from './read-self.ts'
import {
  alikeBySize,
  cameraOf,
  type Stage,
  type Tile,
  tileMicrophone,
  withoutCopies,
} from './read-tiles.ts'

export interface Person {
  readonly participant: Participant
  readonly tile: Tile | undefined
  readonly row: Row | undefined
  /**
   * Two have this name and nothing ties the tiles to the rows: what is done in the row may be done to the other, and what the row says
   * may be said of the other.
   */
  readonly unsure: boolean
}

export interface People {
  readonly people: readonly Person[]
  readonly shares: readonly Share[]
  readonly self: Person | undefined
  readonly selfPresents: boolean
  /** People with a tile of their own in sight, copies not counted. */
  readonly onStage: number
  /** A roll-call was taken a moment ago and still holds. */
  readonly called: boolean
}

const MAX_DECORATIONS = 8
const MAX_SHARES = 20

/**
 * Rows and tiles of one person brought together by name (they share no id), two of one name kept apart by their rows. Tiles come
 * first, in the order of the stage, then whoever is only in the list.
 */
export function mergePeople(
  page: TeamsPage,
  stage: Stage,
  roster: Roster,
  own: Own,
  count: number | undefined,
): People {
  const { book } = page.memory
  const claimed = new Set<string>()
  const rowOf = new Map<Known, Row>()
  // Left out before anybody is told apart: the book forgets who is too many, and would give them other ids at every reading.
  const mine = (name: string) => own.name !== '' && sameName(name, own.name)
  const rows = atMostPeople(roster.rows, ({ name }) => mine(name))
  const drawn = atMostPeople(stage.tiles, ({ isSelf }) => isSelf)
  identify(book, rows, claimed).forEach((known, at) => {
    const row = rows[at]
    if (row !== undefined) rowOf.set(known, row)
  })
  const called = freshRollCall(page.memory.rollCall, count)
  const calledRows = atMostPeople(called?.rows ?? [], ({ name }) => mine(name))
  const calledBy = identifyCalled(page, calledRows, claimed)
  const listed = new Set([...rowOf.keys(), ...calledBy])
  const inListBy = tally([...listed])
  const unlisted = alikeBySize(drawn, listed.size === 0 ? count : undefined)
  const atMost = (name: string) => Math.max(inListBy.get(nameKey(name)) ?? 0, unlisted(name))
  const tiles = withoutCopies(drawn, atMost).filter(
    ({ name }) => name !== '' || !listIsWhole(roster, count),
  )
  const tileOf = assignTiles(page, tiles, [...listed])
  const selfKnown = findSelf(tileOf, listed, own)
  const order = [...new Set([...tileOf.keys(), ...listed])]
  const byName = tally(order)
  const loose = new Set(
    [...tileOf].filter(([known, tile]) => !isTied(known, tile)).map(([{ name }]) => nameKey(name)),
  )
  const sharers = stage.shares.map(({ ownerName }) => ownerName)
  const people = atMostPeople(order, (known) => known === selfKnown).map((known) =>
    person(page, known, tileOf.get(known), rowOf.get(known), {
      isSelf: known === selfKnown,
      own,
      sharers,
      inList: listed.has(known),
      alike: (byName.get(nameKey(known.name)) ?? 0) > 1,
      loose: loose.has(nameKey(known.name)),
    }),
  )
  const self = people.find(({ participant }) => participant.isSelf)
  const shares = stage.shares.slice(0, MAX_SHARES).map((share, at) => asShare(share, at, people))
  return {
    people,
    shares,
    self,
    selfPresents: self?.participant.presenting === true || shares.some((share) => share.own),
    onStage: people.filter(({ tile }) => tile !== undefined).length,
    called: called !== undefined,
  }
}

/** How many there are of each name. */
function tally(all: readonly Known[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const { name } of all) found.set(nameKey(name), (found.get(nameKey(name)) ?? 0) + 1)
  return found
}

/** The people of a roll-call who have no row in the page now. */
function identifyCalled(
  page: TeamsPage,
  rows: readonly { readonly name: string; readonly mri?: string }[],
  claimed: Set<string>,
): Known[] {
  const mounted = new Set(
    page.memory.book.known
      .filter(({ id, mri }) => mri !== undefined && claimed.has(id))
      .map(({ mri }) => mri),
  )
  const others = rows.filter(({ mri }) => mri === undefined || !mounted.has(mri))
  return [...identify(page.memory.book, others, claimed)]
}

/** With every row in sight, a tile without a name is one of theirs and nobody new. */
function listIsWhole(roster: Roster, count: number | undefined): boolean {
  return count !== undefined && roster.rows.length >= count
}

/** Each tile to its row: by the directory's id where both have it, then by name in the order of the page, else somebody of his own. */
function assignTiles(
  page: TeamsPage,
  tiles: readonly Tile[],
  listed: readonly Known[],
): Map<Known, Tile> {
  const free = new Set(listed)
  const assigned = new Map<Tile, Known>()
  const give = (tile: Tile, known: Known | undefined) => {
    if (known === undefined || assigned.has(tile)) return
    assigned.set(tile, known)
    free.delete(known)
  }
  for (const tile of tiles) {
    if (tile.mri === undefined) continue
    const same = [...free].find(({ mri, name }) => mri === tile.mri && agrees(name, tile.name))
    give(tile, same)
  }
  const byName = new Map<string, Known[]>()
  for (const known of free) {
    const same = byName.get(nameKey(known.name))
    if (same === undefined) byName.set(nameKey(known.name), [known])
    else same.push(known)
  }
  for (const tile of tiles) {
    if (assigned.has(tile) || tile.name === '') continue
    give(
      tile,
      byName.get(nameKey(tile.name))?.find((known) => free.has(known)),
    )
  }
  const rest = tiles.filter((tile) => !assigned.has(tile))
  const claimed = new Set([...listed, ...assigned.values()].map(({ id }) => id))
  identify(
    page.memory.book,
    rest.map(({ name }) => ({ name })),
    claimed,
  ).forEach((known, at) => {
    const tile = rest[at]
    if (tile !== undefined) assigned.set(tile, known)
  })
  return new Map(
    tiles.flatMap((tile) => {
      const known = assigned.get(tile)
      return known === undefined ? [] : [[known, tile] as const]
    }),
  )
}

/** The directory's id stands on the tile and on the row. */
const isTied = ({ mri }: Known, tile: Tile | undefined) =>
  tile?.mri !== undefined && tile.mri === mri

const agrees = (listed: string, shown: string) => shown === '' || sameName(listed, shown)

/** One's own tile first; else the only one of one's own name. */
function findSelf(
  tileOf: ReadonlyMap<Known, Tile>,
  listed: ReadonlySet<Known>,
  own: Own,
): Known | undefined {
  for (const [known, tile] of tileOf) if (tile.isSelf) return known
  if (own.name === '') return undefined
  const all = new Set([...listed, ...tileOf.keys()])
  const mine = [...all].filter(({ name }) => sameName(name, own.name))
  return mine.length === 1 ? mine[0] : undefined
}

interface Context {
  readonly isSelf: boolean
  readonly own: Own
  readonly sharers: readonly string[]
  readonly inList: boolean
  /** Somebody else in the call has the same name. */
  readonly alike: boolean
  /** Of those of this name at least one has a tile that no id ties to a row: it may be anybody's of them who has none that is tied. */
  readonly loose: boolean
}

function person(
  page: TeamsPage,
  known: Known,
  tile: Tile | undefined,
  row: Row | undefined,
  { isSelf, own, sharers, inList, alike, loose }: Context,
): Person {
  const name = row?.name || tile?.name || known.name
  const presents = name !== '' && sharers.some((sharer) => sameName(sharer, name))
  const badges = [...new Set([...(row?.badges ?? []), ...(tile?.badges ?? [])])]
  const participant: Participant = {
    id: known.id,
    name,
    isSelf,
    role: row?.role ?? 'unknown',
    camera: camera(page, tile, isSelf, alike && tile?.mri === undefined),
    microphone: microphone(page, tile, row, isSelf, own),
    presenting: presents || (isSelf && own.presenting === 'yes'),
    decorations: badges.slice(0, MAX_DECORATIONS).map((badge) => clip(badge, 80)),
    seenIn: { tile: tile !== undefined, list: inList },
  }
  const unsure = alike && loose && !isTied(known, tile)
  return { participant, tile, row, unsure }
}

/** Of two of one name nobody can say whose tile it is: a camera that is off may be the other's. One that is on is judged as it is. */
function camera(
  page: TeamsPage,
  tile: Tile | undefined,
  isSelf: boolean,
  unsure: boolean,
): CameraReading {
  if (tile === undefined) return { state: 'unknown', why: 'noTile' }
  const seen = cameraOf(page, tile)
  if (unsure && !isSelf && seen.state === 'off') return { state: 'unknown', why: 'cannotTell' }
  return seen
}

function microphone(
  page: TeamsPage,
  tile: Tile | undefined,
  row: Row | undefined,
  isSelf: boolean,
  own: Own,
): Participant['microphone'] {
  if (isSelf && own.microphone !== 'unknown') return own.microphone
  if (row !== undefined && row.microphone !== 'unknown') return row.microphone
  return tile === undefined ? 'unknown' : tileMicrophone(page, tile)
}

function asShare(
  { ownerName }: Stage['shares'][number],
  at: number,
  people: readonly Person[],
): Share {
  const owners = people.filter(
    ({ participant }) => ownerName !== '' && sameName(participant.name, ownerName),
  )
  const owner = owners.length === 1 ? owners[0]?.participant : undefined
  return {
    mediaId: `share:${ownerName || at}`,
    ...(owner === undefined ? {} : { ownerId: owner.id }),
    ...(ownerName === '' ? {} : { ownerName }),
    own: owner?.isSelf === true,
  }
}
