import { overlap } from './place.ts'
import type { Box, Spot } from './place.ts'

/** Something that the bubble had better not cover, and how far it goes out of its way for it, in pixels. */
export interface Shy {
  readonly box: Box
  readonly worth: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

const GAP = 8
const EDGE = 8
/** How much better another place must be before the bubble jumps there while its control moves. */
const STAY = 48
/** Order of the sides where all else is equal: below, above, beside. */
const SIDE_COST = { below: 0, above: 2, beside: 12 } as const

/**
 * Where the sentence beside a pointed-at control goes: as near as can be, inside the window, never on the control itself while there
 * is another place, and not on what is worth something. `before`: where it stood relative to the control.
 */
export function bubbleSpot(
  target: Box,
  bubble: Size,
  window: Box,
  shy: readonly Shy[] = [],
  before?: Spot,
): Spot {
  const low = { x: window.x + EDGE, y: window.y + EDGE }
  const high = {
    x: Math.max(low.x, window.x + window.width - bubble.width - EDGE),
    y: Math.max(low.y, window.y + window.height - bubble.height - EDGE),
  }
  const xs = new Set<number>()
  const ys = new Set<number>()
  const addX = (x: number) => xs.add(Math.round(clamp(x, low.x, high.x)))
  const addY = (y: number) => ys.add(Math.round(clamp(y, low.y, high.y)))
  addX(target.x + target.width / 2 - bubble.width / 2)
  addX(target.x)
  addX(target.x + target.width - bubble.width)
  addY(target.y + target.height / 2 - bubble.height / 2)
  for (const { box, gap } of [
    { box: target, gap: GAP },
    ...shy.map(({ box }) => ({ box, gap: EDGE })),
  ]) {
    addX(box.x - gap - bubble.width)
    addX(box.x + box.width + gap)
    addY(box.y - gap - bubble.height)
    addY(box.y + box.height + gap)
  }
  for (const { x, y } of [low, high]) {
    addX(x)
    addY(y)
  }
  let best: (Spot & { readonly cost: number }) | undefined
  for (const y of ys) {
    for (const x of xs) {
      const box = { x, y, ...bubble }
      const stays =
        before !== undefined &&
        Math.abs(x - target.x - before.x) < 2 &&
        Math.abs(y - target.y - before.y) < 2
      const cost = costOf(box, target, shy) - (stays ? STAY : 0)
      if (best === undefined || cost < best.cost) best = { x, y, cost }
    }
  }
  return { x: best?.x ?? low.x, y: best?.y ?? low.y }
}

function costOf(bubble: Box, target: Box, shy: readonly Shy[]): number {
  const share = (box: Box) => {
    const common = overlap(bubble, box)
    if (common === undefined) return 0
    return (common.width * common.height) / (bubble.width * bubble.height || 1)
  }
  const on = share(target)
  // What covers the control is the last resort, however little of it.
  const covering = on > 0 ? 10_000 + 10_000 * on : 0
  const near = distance(bubble, target)
  const crowding = near < GAP ? (GAP - near) * 20 : 0
  const off = Math.abs(bubble.x + bubble.width / 2 - (target.x + target.width / 2)) / 50
  const side =
    bubble.y >= target.y + target.height
      ? SIDE_COST.below
      : bubble.y + bubble.height <= target.y
        ? SIDE_COST.above
        : SIDE_COST.beside
  const worth = shy.reduce((sum, { box, worth: much }) => {
    const part = share(box)
    return part === 0 ? sum : sum + much * (0.25 + 0.75 * part)
  }, 0)
  return covering + near + crowding + off + side + worth
}

function distance(a: Box, b: Box): number {
  const dx = Math.max(0, a.x - (b.x + b.width), b.x - (a.x + a.width))
  const dy = Math.max(0, a.y - (b.y + b.height), b.y - (a.y + a.height))
  return Math.hypot(dx, dy)
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value))
}

export interface InView {
  /** What of the control can be seen. */
  readonly seen: Box | undefined
  /** Where it is, when too little of it can be seen. */
  readonly away: 'up' | 'down' | 'left' | 'right' | undefined
  /** What it is cut off by: the visible part of the list or of the window. */
  readonly port: Box
}

/** How much of a control can be seen through the lists that hold it and through the window. */
export function inView(target: Box, clips: readonly Box[], window: Box): InView {
  let seen: Box | undefined = target
  let port = window
  for (const clip of [window, ...clips]) {
    port = overlap(port, clip) ?? port
    seen = seen === undefined ? undefined : overlap(seen, clip)
  }
  const enough =
    seen !== undefined && seen.width >= target.width / 2 && seen.height >= target.height / 2
  // A control that is larger than its window is in view as long as a good part of it is.
  const large = seen !== undefined && seen.width >= port.width / 2 && seen.height >= port.height / 2
  if (enough || large) return { seen, away: undefined, port }
  const middle = { x: target.x + target.width / 2, y: target.y + target.height / 2 }
  const over = {
    up: port.y - middle.y,
    down: middle.y - (port.y + port.height),
    left: port.x - middle.x,
    right: middle.x - (port.x + port.width),
  }
  const away = (['up', 'down', 'left', 'right'] as const).reduce((most, one) =>
    over[one] > over[most] ? one : most,
  )
  return { seen, away, port }
}

/** The edge of a list behind which something is. */
export function edgeOf(port: Box, away: 'up' | 'down' | 'left' | 'right'): Box {
  const { x, y, width, height } = port
  if (away === 'up') return { x, y, width, height: 0 }
  if (away === 'down') return { x, y: y + height, width, height: 0 }
  return { x: away === 'left' ? x : x + width, y, width: 0, height }
}

/** Between a control and its outline. */
const PADDING = 5
/** A smaller control is outlined as if it were this large, so that the outline can be seen. */
const LEAST = 24
/** For the ring around the outline. */
const RING = 3

/** The outline of a control, whole inside the window: at the very edge it would be cut off. */
export function outlineOf(control: Box, window: Box): Box {
  const across = along(control.x, control.width, window.x, window.width)
  const down = along(control.y, control.height, window.y, window.height)
  return { x: across.from, y: down.from, width: across.long, height: down.long }
}

function along(from: number, long: number, low: number, room: number) {
  const wanted = Math.max(LEAST, long) + 2 * PADDING
  const start = Math.max(low + RING, from + long / 2 - wanted / 2)
  const end = Math.min(low + room - RING, from + long / 2 + wanted / 2)
  const least = Math.min(LEAST + 2 * PADDING, room - 2 * RING)
  const length = Math.max(least, end - start)
  return { from: Math.min(start, Math.max(low + RING, low + room - RING - length)), long: length }
}
