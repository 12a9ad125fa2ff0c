/** What sizes of picture can be looked at at all. Pure arithmetic. */

/** Larger pictures are made small to this, in pixels, before they are looked at. */
export const MAX_GRAB_WIDTH = 320
export const MAX_GRAB_HEIGHT = 320
const MIN_SIDE = 24

export interface Size {
  readonly width: number
  readonly height: number
}

/** The size to take a picture at: aspect kept, never enlarged. Undefined where there is no picture to take. */
export function grabSize(videoWidth: number, videoHeight: number): Size | undefined {
  if (!isSide(videoWidth) || !isSide(videoHeight)) return undefined
  const scale = Math.min(1, MAX_GRAB_WIDTH / videoWidth, MAX_GRAB_HEIGHT / videoHeight)
  return {
    width: Math.max(1, Math.round(videoWidth * scale)),
    height: Math.max(1, Math.round(videoHeight * scale)),
  }
}

function isSide(value: number): boolean {
  return Number.isInteger(value) && value > 0 && value <= 16_384
}

/**
 * Whether the room model has anything to say on a picture of this size: `model` yes, `unclear` a picture but of a shape that
 * the model never saw (a strip), `none` no picture at all.
 */
export function shapeOf({ width, height }: Size): 'model' | 'unclear' | 'none' {
  if (!isSide(width) || !isSide(height)) return 'none'
  if (width < MIN_SIDE || height < MIN_SIDE) return 'unclear'
  const aspect = width / height
  return aspect > 2.6 || aspect < 0.4 ? 'unclear' : 'model'
}
