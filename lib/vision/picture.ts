import { z } from 'zod'
import type { Decoded, PixelFormat } from './pixels.ts'

/**
 * A picture of a tile on its way to the room model: what a decoder left in memory, byte for byte, or the browser's own small drawing
 * where a decoder keeps its pictures to itself. The first costs the meeting page nothing but a copy; it is made small and given its
 * colours where the model is.
 */
export type Picture = Decoded | ImageBitmap

/** What travels at most, in bytes: a picture of 1920 × 1080 as decoders keep them. A larger one is drawn small first. */
export const MAX_PICTURE_BYTES = 3_200_000

export function isBitmap(value: unknown): value is ImageBitmap {
  if (typeof value !== 'object' || value === null) return false
  const { width, height, close } = value as Partial<ImageBitmap>
  return typeof width === 'number' && typeof height === 'number' && typeof close === 'function'
}

/** The picture's bytes are given back at once; a decoder's picture is memory like any other. */
export function release(picture: Picture): void {
  if (isBitmap(picture)) picture.close()
}

const PLANES: Readonly<Record<PixelFormat, number>> = {
  I420: 3,
  I422: 3,
  I444: 3,
  NV12: 2,
  RGBA: 1,
  BGRA: 1,
}

const side = z.number().int().min(1).max(16_384)
const inMemory = z.number().int().min(0).max(MAX_PICTURE_BYTES)

/** As it comes from a meeting page: sizes that the bytes can't hold would keep us busy with nothing. */
const decoded = z
  .object({
    bytes: z.instanceof(Uint8Array),
    format: z.enum(['I420', 'I422', 'I444', 'NV12', 'RGBA', 'BGRA']),
    planes: z
      .array(z.object({ offset: inMemory, stride: inMemory }))
      .min(1)
      .max(4),
    size: z.object({ width: side, height: side }),
    matrix: z.enum(['bt601', 'bt709']),
    fullRange: z.boolean(),
  })
  .refine(
    ({ bytes, size }) =>
      bytes.byteLength <= MAX_PICTURE_BYTES && size.width * size.height <= bytes.byteLength,
    'is smaller than it says',
  )
  .refine(
    ({ format, planes }) => planes.length >= PLANES[format],
    'lacks a plane',
  ) satisfies z.ZodType<Decoded>

export const picture: z.ZodType<Picture> = z.union([
  z.custom<ImageBitmap>(isBitmap, 'is no picture'),
  decoded,
])

/** Without structured clone neither kind arrives as what it was, and no error is raised anywhere. */
export function isCarried(value: unknown): boolean {
  if (isBitmap(value)) return true
  return typeof value === 'object' && value !== null && 'bytes' in value
    ? value.bytes instanceof Uint8Array
    : false
}
