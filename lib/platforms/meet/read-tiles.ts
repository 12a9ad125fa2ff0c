import type { CameraReading, Share } from '../../meeting/index.ts'
import { MAX_NAME } from '../../meeting/index.ts'
import { iconIn, isForm } from '../dom/find.ts'
import { clip, nameOfControl, proseLeaves, tidy } from '../dom/text.ts'
import type { MeetPage } from './page.ts'
import { readCamera } from './read-camera.ts'

/** A camera tile of one device. */
export interface Tile {
  readonly id: string
  readonly element: Element
  readonly name: string
  readonly isSelf: boolean
}

/** What is on the stage: people's tiles, and screen shares, which look like tiles and are nobody. */
export interface Stage {
  readonly tiles: readonly Tile[]
  readonly shares: readonly Share[]
}

/** Lists and dialogs carry participant ids as well (rows, the preview of effects): those are no tiles. */
const NOT_A_STAGE = '[role="list"], [role="listitem"], aside, [role="dialog"]'

export function readStage(page: MeetPage): Stage {
  const stage = page.first('stage') ?? page.doc
  const marks = selfMarks(page, stage)
  const tiles: Tile[] = []
  const shares: Share[] = []
  let last: Element | undefined
  for (const element of page.all('tile', stage)) {
    if (last?.contains(element) === true || element.closest(NOT_A_STAGE) !== null) continue
    last = element
    const id = element.getAttribute('data-participant-id') ?? ''
    if (id === '') continue
    const share = asShare(page, element, id)
    if (share !== undefined) shares.push(share)
    else tiles.push({ id, element, name: readTileName(page, element), isSelf: marks.has(element) })
  }
  return { tiles, shares }
}

/** Tiles that hold something only one's own tile has. One look over the whole stage instead of one per tile. */
function selfMarks(page: MeetPage, stage: ParentNode): ReadonlySet<Element> {
  const own = new Set<Element>()
  for (const { css, icon } of page.looks.targets['selfMark'] ?? []) {
    // The icon alternative reads every button of every tile: only where the ids have failed.
    if (icon !== undefined && own.size > 0) continue
    let hits: Iterable<Element> = []
    try {
      hits = stage.querySelectorAll(css)
    } catch {
      continue
    }
    for (const hit of hits) {
      if (isForm(hit)) continue
      if (icon !== undefined && iconIn(hit, icon) === undefined) continue
      const tile = hit.closest('[data-participant-id]')
      if (tile !== null) own.add(tile)
    }
  }
  return own
}

/** The name on a tile; empty where it shows none. */
export function readTileName(page: MeetPage, tile: Element): string {
  const shown = page.first('tileName', tile, (element) => tidy(element.textContent ?? '') !== '')
  if (shown !== undefined) return clip(nameIn(shown), MAX_NAME)
  for (const button of tile.getElementsByTagName('button')) {
    const label = nameOfControl(button)
    const match =
      page.looks.words.match('nameInPin', label) ?? page.looks.words.match('nameInMenu', label)
    if (match?.name !== undefined) return clip(match.name, MAX_NAME)
  }
  return ''
}

/** A tooltip that repeats the name, or a copy of the span within it, is no longer name. */
function nameIn(shown: Element): string {
  if (shown.firstElementChild === null) return tidy(shown.textContent ?? '')
  const leaves = [...new Set(proseLeaves(shown, 10))]
  return leaves.length > 0 ? leaves.join(' ') : tidy(shown.textContent ?? '')
}

/**
 * A share has a media id of its own beside the participant id of its owner, or the pin button of shares, or says so. A camera tile's
 * two ids are the same.
 */
function asShare(page: MeetPage, element: Element, id: string): Share | undefined {
  const mediaId = element.getAttribute('data-tile-media-id') ?? id
  const marked = page.first('shareMark', element) !== undefined
  if (mediaId === id && !marked) return undefined
  const labels = [...element.getElementsByTagName('button')].map(nameOfControl)
  const { words } = page.looks
  const own = labels.some((label) => words.match('ownShare', label) !== undefined)
  const named = labels.map((label) => words.match('shareOf', label)?.name).find(Boolean)
  return {
    mediaId,
    ...(mediaId === id ? {} : { ownerId: id }),
    ...(named === undefined ? {} : { ownerName: clip(named, MAX_NAME) }),
    own,
  }
}

const MIC_ICONS = ['mic_off', 'mic', 'mic_none']

/** Another person's microphone by the mute button: its icon says it in every language, its label only in some. */
export function readMicrophone(
  page: MeetPage,
  scope: Element,
  where: 'tile' | 'row',
): 'on' | 'off' | 'unknown' {
  const known = where === 'tile' ? page.first('tileMicrophone', scope) : undefined
  if (known !== undefined) return microphoneBy(page, known)
  for (const button of scope.querySelectorAll('button')) {
    const state = microphoneBy(page, button)
    if (state !== 'unknown') return state
  }
  return 'unknown'
}

function microphoneBy(page: MeetPage, button: Element): 'on' | 'off' | 'unknown' {
  const icon = iconIn(button, MIC_ICONS)
  if (icon !== undefined) return icon === 'mic_off' ? 'off' : 'on'
  const label = button.getAttribute('aria-label')
  if (label === null || button.hasAttribute('aria-haspopup')) return 'unknown'
  if (page.looks.words.match('muted', label)?.certain === true) return 'off'
  return page.looks.words.match('mute', label)?.certain === true ? 'on' : 'unknown'
}

/** The same person can have two tiles for a moment (pinned and in the strip): a picture in either is a picture. */
export function betterCamera(a: CameraReading, b: CameraReading): CameraReading {
  const rank = { on: 2, off: 1, unknown: 0 }
  return rank[b.state] > rank[a.state] ? b : a
}

export function cameraOf(page: MeetPage, tile: Tile): CameraReading {
  return readCamera(page, tile.element)
}
