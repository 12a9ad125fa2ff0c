import { GRID_COLUMNS, GRID_ROWS, pictureFacts } from './scene.ts'
import { grabSize } from './frame.ts'

/**
 * Takes a small picture of a playing video. `createImageBitmap` gives fresh frames also in a hidden tab, where the video's own
 * frame callbacks stop. Undefined where there is no picture: no data, no size, or it changed size under our hands.
 */
export async function grab(video: HTMLVideoElement): Promise<ImageBitmap | undefined> {
  if (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return undefined
  const size = grabSize(video.videoWidth, video.videoHeight)
  if (size === undefined) return undefined
  try {
    return await createImageBitmap(video, {
      resizeWidth: size.width,
      resizeHeight: size.height,
      resizeQuality: 'medium',
    })
  } catch {
    return undefined
  }
}

const GLANCE = { width: GRID_COLUMNS * 2, height: GRID_ROWS * 2 }
let glass: OffscreenCanvasRenderingContext2D | undefined

/** A few brightnesses of the picture, without the room model: only to notice that the scene changed. */
export async function glance(video: HTMLVideoElement): Promise<readonly number[] | undefined> {
  if (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA || video.videoWidth === 0)
    return undefined
  glass ??=
    new OffscreenCanvas(GLANCE.width, GLANCE.height).getContext('2d', {
      willReadFrequently: true,
    }) ?? undefined
  if (glass === undefined) return undefined
  try {
    const bitmap = await createImageBitmap(video, {
      resizeWidth: GLANCE.width,
      resizeHeight: GLANCE.height,
      resizeQuality: 'low',
    })
    glass.drawImage(bitmap, 0, 0)
    bitmap.close()
  } catch {
    return undefined
  }
  const { data } = glass.getImageData(0, 0, GLANCE.width, GLANCE.height)
  return pictureFacts(data, GLANCE.width, GLANCE.height).grid
}
