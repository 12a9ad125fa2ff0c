import { overlap } from './place.ts'
import type { Box, Spot } from './place.ts'

/** Where the teacher has put the card. Pure geometry, in CSS pixels of the viewport. */

export interface Size {
  readonly width: number
  readonly height: number
}

/** Kept as the distance from the nearest corner of the window, so that the card stays there when the window is made larger or smaller. */
export interface OwnPlace {
  readonly right: boolean
  readonly bottom: boolean
  readonly across: number
  readonly down: number
}

const EDGE = 4
const GAP = 8

export function ownPlaceOf(box: Box, window: Size): OwnPlace {
  const toRight = window.width - box.x - box.width
  const toBottom = window.height - box.y - box.height
  const right = toRight < box.x
  const bottom = toBottom < box.y
  return { right, bottom, across: right ? toRight : box.x, down: bottom ? toBottom : box.y }
}

/** The place in this window, whole inside it. */
export function spotOf(own: OwnPlace, size: Size, window: Size): Spot {
  const x = own.right ? window.width - own.across - size.width : own.across
  const y = own.bottom ? window.height - own.down - size.height : own.down
  return inside({ x, y }, size, window)
}

export function inside({ x, y }: Spot, size: Size, window: Size): Spot {
  return {
    x: Math.round(Math.max(EDGE, Math.min(window.width - size.width - EDGE, x))),
    y: Math.round(Math.max(EDGE, Math.min(window.height - size.height - EDGE, y))),
  }
}

/** The nearest place inside the window that is on none of these; the wanted one where there is none. */
export function clearOf(wanted: Spot, size: Size, window: Size, never: readonly Box[]): Spot {
  const low = inside(wanted, size, window)
  const xs = [low.x]
  const ys = [low.y]
  for (const box of never) {
    xs.push(box.x - size.width - GAP, box.x + box.width + GAP)
    ys.push(box.y - size.height - GAP, box.y + box.height + GAP)
  }
  const free = ys
    .flatMap((y) => xs.map((x) => inside({ x, y }, size, window)))
    .filter((spot) => never.every((box) => overlap({ ...spot, ...size }, box) === undefined))
  const far = (spot: Spot) => Math.hypot(spot.x - low.x, spot.y - low.y)
  return free.toSorted((a, b) => far(a) - far(b))[0] ?? low
}
