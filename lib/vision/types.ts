import type { Picture } from './picture.ts'

/** What the room model says of one frame. Five classes, see models/README.md. */
export type RoomClass = 'bedroom' | 'bathroom' | 'common' | 'plain' | 'unclear'
export const ROOM_CLASSES = [
  'bedroom',
  'bathroom',
  'common',
  'plain',
  'unclear',
] as const satisfies readonly RoomClass[]

export interface RoomReading {
  /** Calibrated, add up to 1. */
  readonly scores: Readonly<Record<RoomClass, number>>
  /** Mean brightness 0–255 and its standard deviation over the frame. */
  readonly luma: { readonly mean: number; readonly spread: number }
  /** A coarse 8×6 brightness grid, only to notice that the scene changed. Kept in the extension's memory, never stored, never drawn. */
  readonly scene: readonly number[]
  readonly modelMs: number
}

/** A picture of a tile at a moment, on its way to the room model. Released by whoever takes it last. */
export interface Frame {
  readonly participantId: string
  readonly isSelf: boolean
  readonly picture: Picture
}

/** Why a frame gave no reading. None of these is an answer about the room. */
export type FrameRefusal =
  | 'noPicture' // 0×0, no data yet, or the picture changed size under our hands
  | 'busy' // another frame is still being looked at; this one is dropped, never queued
  | 'notReady' // the offscreen page is not there yet
  | 'timedOut'
  | 'tileReused' // the tile shows somebody else by now
  | 'failed' // the room check is off because of a fault

/**
 * What the content script is told about a frame: whether the scene changed and whether another look soon is worth it, never what
 * the room is.
 */
export type FrameReply =
  | { readonly ok: true; readonly sceneChanged: boolean; readonly again: boolean }
  | { readonly ok: false; readonly why: FrameRefusal }
