/** What the room model says of one frame. Five classes, see models/README.md. */
export type RoomClass = 'bedroom' | 'bathroom' | 'common' | 'plain' | 'unclear'
export const ROOM_CLASSES = ['bedroom', 'bathroom', 'common', 'plain', 'unclear'] as const satisfies readonly RoomClass[]

export interface RoomReading {
  /** Calibrated, add up to 1. */
  readonly scores: Readonly<Record<RoomClass, number>>
  /** Mean brightness 0–255 and its standard deviation over the frame. */
  readonly luma: { readonly mean: number; readonly spread: number }
  /** A coarse 8×6 brightness grid, only to notice that the scene changed. Kept in memory, never stored or sent on. */
  readonly scene: readonly number[]
  readonly modelMs: number
}
