import type { RoomClass, RoomReading } from '../../lib/vision/types.ts'

/** Small numbers that are the same in every run. */
export function dice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** A background grid of its own for each number. */
export function gridOf(scene: number, shiftLight = 0): number[] {
  const roll = dice(scene * 7919 + 17)
  return Array.from({ length: 48 }, () =>
    Math.min(255, Math.max(0, 40 + roll() * 170 + shiftLight)),
  )
}

/** A reading whose scores favour one class by `p`; the rest is spread over the others. */
export function readingOf(
  room: RoomClass,
  p: number,
  scene = 1,
  more: Partial<RoomReading> = {},
): RoomReading {
  const rest = (1 - p) / 4
  const scores = { bedroom: rest, bathroom: rest, common: rest, plain: rest, unclear: rest }
  scores[room] = p
  return { scores, luma: { mean: 120, spread: 45 }, scene: gridOf(scene), modelMs: 5, ...more }
}

export const BLACK: Partial<RoomReading> = {
  luma: { mean: 4, spread: 2 },
  scene: Array.from({ length: 48 }, () => 4),
}
