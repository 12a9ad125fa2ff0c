/** Where things go on the screen. Pure geometry, in CSS pixels of the viewport. */

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Spot {
  readonly x: number
  readonly y: number
}

export interface BadgeSpot extends Spot {
  readonly maxWidth: number
  /** Too narrow for words: only the shape is shown. */
  readonly compact: boolean
}

const INSET = 8
const BADGE_HEIGHT = 24
const WORDS_FROM = 112
const SHAPE_FROM = 44
/** Room that a tile keeps for the site's own signs at its upper right. */
const SITE_SIGNS = 40

/** The upper left corner of a tile, where neither site puts anything of its own. Undefined: the tile can't be seen. */
export function badgeSpot(tile: Box, bounds: Box, covers: readonly Box[]): BadgeSpot | undefined {
  const seen = overlap(tile, bounds)
  if (seen === undefined || tile.width < SHAPE_FROM || tile.height < SHAPE_FROM) return undefined
  if (seen.width < SHAPE_FROM || seen.height < BADGE_HEIGHT + INSET) return undefined
  // A tile that is half scrolled away shows its badge only while its own corner is there.
  if (tile.x < bounds.x - 1 || tile.y < bounds.y - 1) return undefined
  const compact = seen.width < WORDS_FROM
  const maxWidth = compact
    ? BADGE_HEIGHT
    : Math.floor(seen.width - 2 * INSET - (seen.width > 200 ? SITE_SIGNS : 0))
  const x = Math.round(tile.x + INSET)
  const y = Math.round(tile.y + INSET)
  const badge = { x, y, width: Math.min(maxWidth, WORDS_FROM), height: BADGE_HEIGHT }
  if (covers.some((cover) => overlap(badge, cover) !== undefined)) return undefined
  return { x, y, maxWidth, compact }
}

export function overlap(a: Box, b: Box): Box | undefined {
  const x = Math.max(a.x, b.x)
  const y = Math.max(a.y, b.y)
  const width = Math.min(a.x + a.width, b.x + b.width) - x
  const height = Math.min(a.y + a.height, b.y + b.height) - y
  return width > 0 && height > 0 ? { x, y, width, height } : undefined
}

export type Side = 'right' | 'left'

export function dockSpot(stage: Box, width: number, side: Side): Spot {
  const x = side === 'right' ? stage.x + stage.width - width - 12 : stage.x + 12
  return { x: Math.round(Math.max(4, x)), y: Math.round(Math.max(4, stage.y + 12)) }
}

const GAP = 8

/**
 * How far down the dock has to begin so that what the site says at the top (a toast with its own buttons) stays readable; 0 where
 * none is in its way, or where it would be pushed into the lower half.
 */
export function belowToasts(dock: Box, toasts: readonly Box[], window: Box): number {
  const limit = window.y + window.height / 2
  // From the top down, because the dock may be pushed into the next one.
  const inOrder = toasts.toSorted((a, b) => a.y - b.y)
  const from = inOrder.reduce((y, toast) => {
    const below = toast.y + toast.height + GAP
    return below <= limit && overlap({ ...dock, y }, toast) !== undefined ? Math.max(y, below) : y
  }, dock.y)
  return from > dock.y ? Math.round(from) : 0
}

export function boxOf(element: Element): Box {
  const { x, y, width, height } = element.getBoundingClientRect()
  return { x, y, width, height }
}
