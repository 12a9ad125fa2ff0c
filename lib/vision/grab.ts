import { grabSize } from './frame.ts'
import type { Size } from './frame.ts'
import { MAX_PICTURE_BYTES } from './picture.ts'
import type { Picture } from './picture.ts'
import { isWideRange, readableFormat } from './pixels.ts'
import type { Decoded } from './pixels.ts'
import { planeGrid } from './scene.ts'

export interface Grabbed {
  readonly picture: Picture
  /** Tells this picture of the video from the next one; empty where that can't be told. */
  readonly mark: string
  /** Its brightnesses, as a glance would see them; undefined where they can't be read. */
  readonly grid: readonly number[] | undefined
}

/**
 * Takes a picture of a playing video. Works also in a hidden tab, where the video's own frame callbacks stop. `still`: it is
 * the picture of the mark `known`; a frozen one says nothing new however often it is looked at. Undefined where there is no picture:
 * no data, no size, or it changed under our hands.
 *
 * The decoder's bytes leave as they are: made small here, by code that runs once a second and is cold each time, a picture took 6 to
 * 35 ms of the meeting page's time; its copy takes 0.3 ms, and the page that holds the model is warm.
 */
export async function grab(
  video: HTMLVideoElement,
  known = '',
): Promise<Grabbed | 'still' | undefined> {
  const to = sizeOf(video)
  if (to === undefined) return undefined
  try {
    const current = await decoded(video)
    // The picture of a decoder that keeps it to itself has to go the longer way.
    if (current === undefined) return await drawn(video, to)
    const grid = gridOf(current)
    // Time and brightnesses together: a source that does not count its pictures is not taken to stand still.
    const mark = grid === undefined ? '' : `${current.timestamp} ${grid.join(' ')}`
    if (mark !== '' && mark === known) return 'still'
    const { timestamp: _timestamp, ...picture } = current
    return { picture, mark, grid }
  } catch {
    return undefined
  }
}

/** The browser's own drawing. A video whose size changed meanwhile would come out squashed, as a room that nobody is in. */
async function drawn(video: HTMLVideoElement, to: Size): Promise<Grabbed | undefined> {
  const { videoWidth, videoHeight } = video
  const bitmap = await createImageBitmap(video, {
    resizeWidth: to.width,
    resizeHeight: to.height,
    resizeQuality: 'medium',
  })
  if (video.videoWidth === videoWidth && video.videoHeight === videoHeight)
    return { picture: bitmap, mark: '', grid: undefined }
  bitmap.close()
  return undefined
}

function gridOf(picture: Current): readonly number[] | undefined {
  const [first] = picture.planes
  if (first === undefined) return undefined
  const step = picture.format === 'RGBA' || picture.format === 'BGRA' ? 4 : 1
  return planeGrid(picture.bytes, { ...picture.size, ...first, step })
}

/** A few brightnesses of the picture, without the room model: only to notice that the scene changed. */
export async function glance(video: HTMLVideoElement): Promise<readonly number[] | undefined> {
  if (sizeOf(video) === undefined) return undefined
  try {
    const picture = await decoded(video)
    return picture === undefined ? undefined : gridOf(picture)
  } catch {
    return undefined
  }
}

function sizeOf(video: HTMLVideoElement): Size | undefined {
  if (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return undefined
  return grabSize(video.videoWidth, video.videoHeight)
}

interface Current extends Decoded {
  /** Microseconds of the source's own clock. */
  readonly timestamp: number
}

/** What Chromium's pictures have beyond the standard that the library of types knows. */
interface Turned {
  readonly rotation?: number
  readonly flip?: boolean
}

/**
 * Whether the bytes lie otherwise than the picture is shown: a telephone held upright sends its pictures lying, with the turn said beside
 * them. Only the browser's own drawing turns them; read as they lie, a room would be judged on its side or upside down.
 */
function isTurned({ rotation = 0, flip = false }: Turned): boolean {
  return rotation !== 0 || flip
}

function sizeShown({ videoWidth, videoHeight }: HTMLVideoElement): Size {
  return { width: videoWidth, height: videoHeight }
}

function isUpright({ width, height }: Size): boolean {
  return height > width
}

/** The current picture as the decoder left it, in memory of its own: nothing here holds it once it has been sent. */
async function decoded(video: HTMLVideoElement): Promise<Current | undefined> {
  const frame = new VideoFrame(video)
  try {
    const format = readableFormat(frame.format)
    const visible = frame.visibleRect
    if (format === undefined || visible === null || isWideRange(frame.colorSpace)) return undefined
    if (
      isTurned(frame as VideoFrame & Turned) ||
      isUpright(visible) !== isUpright(sizeShown(video))
    )
      return undefined
    // Only of a picture whose format is told: of any other the browser refuses to say, and the drawing would never be come to.
    const bytes = frame.allocationSize()
    if (bytes > MAX_PICTURE_BYTES) return undefined
    const buffer = new Uint8Array(bytes)
    const planes = await frame.copyTo(buffer)
    const { matrix, fullRange } = frame.colorSpace
    return {
      bytes: buffer,
      format,
      planes,
      size: { width: visible.width, height: visible.height },
      timestamp: frame.timestamp,
      matrix: matrix === 'bt709' ? 'bt709' : 'bt601',
      fullRange: fullRange === true,
    }
  } finally {
    frame.close()
  }
}
