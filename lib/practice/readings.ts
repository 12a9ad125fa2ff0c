import type { RoomClass, RoomReading } from '../vision/types.ts'
import type { Backdrop } from './people.ts'

const CLASS: Readonly<Record<Backdrop, RoomClass>> = {
  plain: 'plain',
  shelves: 'common',
  kitchen: 'common',
  bedroom: 'bedroom',
}
const BACKDROPS = Object.keys(CLASS) as Backdrop[]

/**
 * What the room model would say of a drawn backdrop. The drawings are not shown to the model, which knows real rooms only; what it
 * would say is given here, and everything after it is the real thing: evidence over time, verdict, prompt.
 */
export function readingOf(backdrop: Backdrop): RoomReading {
  const scores = { bedroom: 0.02, bathroom: 0.02, common: 0.02, plain: 0.02, unclear: 0.02 }
  scores[CLASS[backdrop]] = 0.92
  // Each backdrop has a brightness pattern of its own, so that a move is a new scene.
  const turn = BACKDROPS.indexOf(backdrop)
  const scene = Array.from({ length: 48 }, (_, i) => 60 + ((i * (7 + turn * 11)) % 150))
  return { scores, luma: { mean: 120, spread: 45 }, scene, modelMs: 0 }
}
