import type { CameraReading } from '../../meeting/index.ts'
import { MAX_NAME, MAX_PEOPLE } from '../../meeting/index.ts'
import { isDisplayed } from '../dom/displayed.ts'
import { clip, proseLeaves, tidy } from '../dom/text.ts'
import { firstInEach } from '../dom/within.ts'
import { fold } from '../dom/words.ts'
import { mriIn } from './identity.ts'
import { cleanName, isNoName, readLabel, type Label } from './labels.ts'
import type { TeamsPage } from './page.ts'
import { readCamera } from './read-camera.ts'

/** A camera tile. `name` is empty where the tile shows none that may be used. */
export interface Tile {
  readonly element: Element
  readonly name: string
  readonly badges: readonly string[]
  readonly isSelf: boolean
  /** The tile's own id where it looks like one of the directory; used only beside a row of that id and name. */
  readonly mri: string | undefined
  readonly label: Label
  readonly hasOutline: boolean
  /** Pixels, for choosing between copies. */
  readonly area: number
}

export interface ShareTile {
  readonly element: Element
  readonly ownerName: string
}

export interface Stage {
  readonly tiles: readonly Tile[]
  readonly shares: readonly ShareTile[]
  /** Tiles in the page that are not displayed (recycled ones of size 0, other pages). */
  readonly hidden: number
  /** There are more tiles than are looked at. */
  readonly cut: boolean
  readonly offStage: boolean
}

/** Panels and dialogs hold parts that look like tiles (a preview, an avatar): those are none. */
const NOT_A_STAGE =
  '[role="tree"], [role="dialog"], [data-cid="roster-participant"], [data-tid="calling-right-side-panel"], [data-tid="floating-call-monitor"], [data-tid="calling-prejoin-screen"]'

/** More tiles than people that are kept, for the copies among them. The site draws some dozens. */
const MAX_TILES = MAX_PEOPLE * 2

/** What is on the stage: people's tiles, one's own, and screen shares, which look like tiles and are nobody. */
export function readStage(page: TeamsPage): Stage {
  const tiles: Tile[] = []
  const shares: ShareTile[] = []
  let hidden = 0
  const myself = page.all('myselfTile')
  let last: Element | undefined
  const all = page.all('tile').filter((element) => {
    if (last?.contains(element) === true || element.closest(NOT_A_STAGE) !== null) return false
    last = element
    return true
  })
  const outer = all.slice(0, MAX_TILES)
  const cut = outer.length < all.length
  const marks = marksOf(page, outer)
  for (const element of outer) {
    if (element.getAttribute('data-stream-type') === 'ScreenSharing') {
      if (areaOf(element) > 0) shares.push({ element, ownerName: sharerOf(page, element, marks) })
      continue
    }
    const area = areaOf(element)
    if (area === 0) {
      hidden += 1
      continue
    }
    const own = myself.some((one) => one.contains(element) || element.contains(one))
    tiles.push(tileOf(page, element, area, own, myself, marks))
  }
  for (const one of myself) {
    const drawn = tiles.some(({ element }) => element.contains(one) || one.contains(element))
    const area = drawn ? 0 : areaOf(one)
    if (area > 0 && one.closest(NOT_A_STAGE) === null)
      tiles.push(tileOf(page, one, area, true, [one], marksOf(page, [one])))
  }
  const offStage = tiles.length === 0 && page.first('callMonitor') !== undefined
  return { tiles: markSelf(tiles), shares, hidden, cut, offStage }
}

/** What the tiles hold, looked for in all of them at once. */
interface Marks {
  readonly nametags: ReadonlyMap<Element, readonly Element[]>
  readonly outlines: ReadonlyMap<Element, Element>
  readonly menuItems: ReadonlyMap<Element, Element>
}

const LABELLED_ITEM = [{ css: '[role="menuitem"][aria-label]' }] as const

const marksOf = (page: TeamsPage, tiles: readonly Element[]): Marks => ({
  nametags: page.everyInEach('nametag', tiles),
  outlines: page.firstInEach('voiceOutline', tiles),
  menuItems: firstInEach(tiles, LABELLED_ITEM),
})

/** In square pixels; 0 for what is not displayed. Recycled tiles stay in the page with no size (dom facts §2). */
function areaOf(element: Element): number {
  if (!isDisplayed(element)) return 0
  const { width, height } = element.getBoundingClientRect()
  return width * height
}

function tileOf(
  page: TeamsPage,
  element: Element,
  area: number,
  isSelf: boolean,
  myself: readonly Element[],
  marks: Marks,
): Tile {
  const { words } = page.looks
  const own = isSelf
    ? myself.find((one) => one.contains(element) || element.contains(one))
    : undefined
  const tag = nametagOf(page, element, marks)
  const said = labelOf(element, own, marks)
  const label = readLabel(words, said, tag)
  const shown =
    isSelf && tag === ''
      ? label.name
      : nameOf(
          page,
          element,
          tag,
          label,
          own === undefined ? said : labelOf(element, undefined, marks),
        )
  const clean = cleanName(words, shown)
  return {
    element,
    name: clean.name,
    badges: [...new Set([...clean.badges, ...label.badges])],
    isSelf: isSelf || label.isSelf,
    mri: mriIn(accountId(element)),
    label,
    hasOutline: marks.outlines.has(element),
    area,
  }
}

function accountId(element: Element): string {
  const own = element.getAttribute('data-acc-element-id')
  return own ?? element.closest('[data-acc-element-id]')?.getAttribute('data-acc-element-id') ?? ''
}

/** The first nametag that says something: there can be several, some of them empty. */
function nametagOf(page: TeamsPage, element: Element, marks: Marks): string {
  const tags = marks.nametags.get(element) ?? []
  for (const tag of tags) {
    const within = tags.filter((other) => other !== tag && tag.contains(other))
    // A tile that has slipped into this one's nametag: two names in one would be somebody who is not there.
    const without = within.length === 0 ? [] : [...within, ...page.all('tile', tag)]
    const said = proseLeaves(tag, 20, new Set(without)).join(' ')
    const text = tidy(said || (tag.getAttribute('title') ?? ''))
    if (text !== '' && !isNoName(page.looks.words, text)) return clip(text, MAX_NAME)
  }
  return ''
}

/** The label of the tile, or of the menu item around it (light client), or within it. */
function labelOf(element: Element, own: Element | undefined, marks: Marks): string {
  const sources = [
    () => own?.getAttribute('aria-label'),
    () => element.getAttribute('aria-label'),
    () => element.closest('[role="menuitem"]')?.getAttribute('aria-label'),
    () => marks.menuItems.get(element)?.getAttribute('aria-label'),
  ]
  for (const source of sources) {
    const text = source() ?? ''
    if (tidy(text) !== '') return text
  }
  return ''
}

/**
 * The name in the order of dom facts §2: nametag, label, `data-tid` that is no address, a piece of text that stands alone. Addresses,
 * ids and placeholders are never names.
 */
function nameOf(
  page: TeamsPage,
  element: Element,
  tag: string,
  label: Label,
  /** The label of the tile itself. */
  said: string,
): string {
  const { words } = page.looks
  if (tag !== '') return tag
  const id = tidy(element.getAttribute('data-tid') ?? '')
  const idIsName = !isNoName(words, id)
  // In a language that we don't know, the id tells where the name in the label ends.
  if (idIsName && said.startsWith(id)) return id
  if (label.name !== '' && !isNoName(words, label.name)) return label.name
  if (idIsName) return id
  const leaves = proseLeaves(element, 6).filter((leaf) => !isNoName(words, leaf))
  return leaves.length === 1 ? (leaves[0] ?? '') : ''
}

function sharerOf(page: TeamsPage, element: Element, marks: Marks): string {
  const { words } = page.looks
  const label = readLabel(words, labelOf(element, undefined, marks))
  if (label.sharedBy !== undefined) return label.sharedBy
  const tag = nametagOf(page, element, marks)
  const id = tidy(element.getAttribute('data-tid') ?? '')
  const shown = tag || (isNoName(words, id) ? '' : id)
  return cleanName(words, words.match('sharedBy', shown)?.name ?? shown).name
}

/**
 * One's own tile. The full client marks it. In the light one it is the only tile without the outline of a voice; bots and silent calls
 * lack it as well, so it counts only where exactly one does and others have it.
 */
function markSelf(tiles: readonly Tile[]): readonly Tile[] {
  if (tiles.some(({ isSelf }) => isSelf)) return tiles
  const without = tiles.filter(({ hasOutline }) => !hasOutline)
  if (without.length !== 1 || tiles.length < 2) return tiles
  return tiles.map((tile) => (tile.hasOutline ? tile : { ...tile, isSelf: true }))
}

/**
 * Copies of one person left out: Teams draws the same tile large and small. `atMost`: how many of that name there can be, by the list;
 * the largest stay, in the order of the page.
 */
export function withoutCopies(
  tiles: readonly Tile[],
  atMost: (name: string) => number,
): readonly Tile[] {
  const byName = new Map<string, Tile[]>()
  for (const tile of tiles) {
    if (tile.isSelf || tile.name === '') continue
    const key = fold(tile.name)
    byName.set(key, [...(byName.get(key) ?? []), tile])
  }
  const dropped = new Set<Tile>()
  for (const same of byName.values()) {
    const bySize = same.toSorted((a, b) => b.area - a.area)
    for (const copy of bySize.slice(Math.max(1, atMost(bySize[0]?.name ?? '')))) dropped.add(copy)
  }
  return tiles.filter((tile) => !dropped.has(tile))
}

/** Two tiles of one name count as of one size within this share: borders and rounding. */
const SAME_SIZE = 0.9

/**
 * How many there are of each name by the tiles alone, for while there is no list: tiles of one name and one size are as many people, but
 * only where the site then counts exactly as many in the call as there are tiles. Copies of one person differ in size (dom facts §2,
 * "same person twice"), and one who takes another's name gets a tile like all others. 0 for every name where it doesn't come out even.
 */
export function alikeBySize(
  tiles: readonly Tile[],
  count: number | undefined,
): (name: string) => number {
  const largest = new Map<string, number>()
  for (const { name, area } of tiles)
    largest.set(fold(name), Math.max(area, largest.get(fold(name)) ?? 0))
  const alike = new Map<string, number>()
  let all = 0
  for (const { name, area, isSelf } of tiles) {
    const key = fold(name)
    const isPerson = isSelf || name === '' || area >= SAME_SIZE * (largest.get(key) ?? 0)
    if (isPerson) all += 1
    if (isPerson && !isSelf) alike.set(key, (alike.get(key) ?? 0) + 1)
  }
  return all === count ? (name) => alike.get(fold(name)) ?? 0 : () => 0
}

export function cameraOf(page: TeamsPage, { element, label }: Tile): CameraReading {
  const on = label.states.get('videoOn') === true
  const off = label.states.get('videoOff') === true
  return readCamera(page, element, on === off ? undefined : on)
}

/**
 * Somebody's microphone by the tile's label: its words say "muted" and are silent about an open one. Silence counts only in a language
 * whose words were read off the site.
 */
export function tileMicrophone(page: TeamsPage, { label }: Tile): 'on' | 'off' | 'unknown' {
  if (label.states.get('muted') === true) return 'off'
  if (label.states.get('unmuted') === true) return 'on'
  if (label.states.has('muted') || label.states.has('unmuted')) return 'unknown'
  const whole = label.states.get('contextMenu') === true && label.language !== undefined
  return whole && page.looks.words.isSeen('muted', label.language ?? '') ? 'on' : 'unknown'
}
