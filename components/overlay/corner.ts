import { dockSpot, overlap } from './place.ts'
import type { Box, Side, Spot } from './place.ts'
import type { Size } from './ownPlace.ts'

/** Which corner of the stage the cards stand in. Pure geometry. */
export interface Corner {
  readonly side: Side
  readonly end: 'top' | 'bottom'
}

/** What a card gives way to. */
export interface InTheWay {
  readonly controls: readonly Box[]
  readonly captions: readonly Box[]
  /** The tiles of the people whom it is about. */
  readonly about: readonly Box[]
  readonly tiles: readonly Box[]
}

/** In this order where all else is equal: the upper right corner is where the sites put nothing of their own. */
const CORNERS: readonly Corner[] = [
  { side: 'right', end: 'top' },
  { side: 'left', end: 'top' },
  { side: 'right', end: 'bottom' },
  { side: 'left', end: 'bottom' },
]

export function cornerSpot(stage: Box, size: Size, { side, end }: Corner): Spot {
  const top = dockSpot(stage, size.width, side)
  const low = Math.round(stage.y + stage.height - size.height - 12)
  return end === 'top' ? top : { x: top.x, y: Math.max(top.y, low) }
}

/**
 * The corner in which the card hides least: no control if it can be helped, then no caption, then not whom it is about. A face is a reason
 * to stand on the other side, not to go down, where hints at the meeting's controls are.
 * `now`: where it stands; another corner must be better, not only as good.
 */
export function bestCorner(stage: Box, size: Size, way: InTheWay, now?: Corner): Corner {
  const costs = (corner: Corner) => {
    const box = { ...cornerSpot(stage, size, corner), ...size }
    const strong = [way.controls, way.captions, way.about].map((boxes) => hidden(box, boxes))
    // Where it already stands low it does not jump up for nothing.
    const low = now === undefined && corner.end === 'bottom' ? 1 : 0
    return [...strong, low, hidden(box, way.tiles.map(faceOf))]
  }
  const worse = (a: readonly number[], b: readonly number[]) => {
    const index = a.findIndex((cost, at) => cost !== b[at])
    return (a[index] ?? 0) - (b[index] ?? 0)
  }
  const inOrder = now === undefined ? CORNERS : [now, ...CORNERS]
  // The sort is stable: of two that are as good the first one stands.
  const [best] = inOrder
    .map((corner) => ({ corner, cost: costs(corner) }))
    .toSorted((a, b) => worse(a.cost, b.cost))
  return best?.corner ?? { side: 'right', end: 'top' }
}

/** Whether any of it lies under the card. */
export function isOver(box: Box, boxes: readonly Box[]): boolean {
  return boxes.some((one) => overlap(box, one) !== undefined)
}

/** How much lies under the card, in tenths of it: a few pixels more or less are no reason to be elsewhere. */
function hidden(box: Box, boxes: readonly Box[]): number {
  const area = boxes.reduce((sum, one) => {
    const common = overlap(box, one)
    return sum + (common === undefined ? 0 : common.width * common.height)
  }, 0)
  const share = (10 * area) / (box.width * box.height || 1)
  return share > 0 && share < 1 ? 1 : Math.round(share)
}

/** Where the face is in a picture: the middle, without the edges. */
export function faceOf({ x, y, width, height }: Box): Box {
  return { x: x + width * 0.25, y: y + height * 0.1, width: width * 0.5, height: height * 0.75 }
}
