import { grabSize } from './frame.ts'
import type { Size } from './frame.ts'
import { readableFormat, shrink } from './pixels.ts'
import type { Decoded } from './pixels.ts'
import { planeGrid } from './scene.ts'

/**
 * Takes a small picture of a playing video. Works also in a hidden tab, where the video's own frame callbacks stop. Undefined
 * where there is no picture: no data, no size, or it changed under our hands.
 */
export async function grab(video: HTMLVideoElement): Promise<ImageBitmap | undefined> {
  const to = sizeOf(video)
  if (to === undefined) return undefined
  try {
    const picture = await decoded(video)
    // The picture of a decoder that keeps it to itself has to go the longer way.
    if (picture === undefined) {
      return await createImageBitmap(video, {
        resizeWidth: to.width,
        resizeHeight: to.height,
        resizeQuality: 'medium',
      })
    }
    const size = grabSize(picture.size.width, picture.size.height)
    if (size === undefined) return undefined
    return await createImageBitmap(new ImageData(shrink(picture, size), size.width, size.height))
  } catch {
    return undefined
  }
}

/** A few brightnesses of the picture, without the room model: only to notice that the scene changed. */
export async function glance(video: HTMLVideoElement): Promise<readonly number[] | undefined> {
  if (sizeOf(video) === undefined) return undefined
  try {
    const picture = await decoded(video)
    const [first] = picture?.planes ?? []
    if (picture === undefined || first === undefined) return undefined
    const step = picture.format === 'RGBA' || picture.format === 'BGRA' ? 4 : 1
    return planeGrid(picture.bytes, { ...picture.size, ...first, step })
  } catch {
    return undefined
  }
}

function sizeOf(video: HTMLVideoElement): Size | undefined {
  if (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return undefined
  return grabSize(video.videoWidth, video.videoHeight)
}

/** One buffer for all: the sampler has one picture under way at most. */
let buffer = new Uint8Array(0)
const MAX_BYTES = 4096 * 2304 * 4

/** The current picture as the decoder left it, valid until the next call. */
async function decoded(video: HTMLVideoElement): Promise<Decoded | undefined> {
  const frame = new VideoFrame(video)
  try {
    const format = readableFormat(frame.format)
    const visible = frame.visibleRect
    const bytes = frame.allocationSize()
    if (format === undefined || visible === null || bytes > MAX_BYTES) return undefined
    if (buffer.byteLength < bytes) buffer = new Uint8Array(bytes)
    const planes = await frame.copyTo(buffer)
    const { matrix, fullRange } = frame.colorSpace
    return {
      bytes: buffer,
      format,
      planes,
      size: { width: visible.width, height: visible.height },
      matrix: matrix === 'bt709' ? 'bt709' : 'bt601',
      fullRange: fullRange === true,
    }
  } finally {
    frame.close()
  }
}
