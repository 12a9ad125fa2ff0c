import { z } from 'zod'
import type { RoomCheckFailure } from '../bus/protocol.ts'
import { isCarried, picture } from './picture.ts'

/**
 * The wire of the port "frames", between a meeting page and the offscreen page.
 *
 *   meeting page                     offscreen page
 *      connect ─────────────────────▶ ready (or failed, why)
 *      frame #7 (picture) ──────────▶ looks, holds the reading
 *      ◀──────────── read #7 (scene changed? again soon?)
 *      tile still this person's?
 *      keep #7 / drop #7 ───────────▶ reading to the background / thrown away
 *
 * The meeting page never learns what a room was taken for; `again` is only a wish about the order of the next looks.
 */
export const FRAMES_PORT = 'frames'

const id = z.number().int().min(0)

export const toOffscreen = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('frame'),
    id,
    participantId: z.string().min(1).max(300),
    isSelf: z.boolean(),
    picture,
  }),
  z.object({ type: z.literal('keep'), id }),
  z.object({ type: z.literal('drop'), id }),
])
export type ToOffscreen = z.infer<typeof toOffscreen>

export const toSampler = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('read'), id, sceneChanged: z.boolean(), again: z.boolean() }),
  z.object({ type: z.literal('refused'), id, why: z.enum(['noPicture', 'busy']) }),
  z.object({ type: z.literal('failed'), why: z.string().max(60) }),
])
export type ToSampler =
  | { readonly type: 'ready' }
  | {
      readonly type: 'read'
      readonly id: number
      readonly sceneChanged: boolean
      readonly again: boolean
    }
  | { readonly type: 'refused'; readonly id: number; readonly why: 'noPicture' | 'busy' }
  | { readonly type: 'failed'; readonly why: RoomCheckFailure }

/** True for a message that is a frame in everything but its picture: the sign of a lost structured clone. */
export function lostItsPicture(message: unknown): boolean {
  if (typeof message !== 'object' || message === null) return false
  const { type, picture: sent } = message as { type?: unknown; picture?: unknown }
  return type === 'frame' && !isCarried(sent)
}

/** The part of a runtime port that is used here. */
export interface Wire {
  postMessage(message: unknown): void
  disconnect(): void
  readonly onMessage: { addListener(listener: (message: unknown) => void): void }
  readonly onDisconnect: { addListener(listener: () => void): void }
}
