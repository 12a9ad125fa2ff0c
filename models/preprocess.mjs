/**
 * What the room model sees of a picture. The extension, the evaluation and the training use this one rule:
 * the whole frame, squashed to the model's size, as long as its sides are between 1:1 and 2:1 (a webcam's 4:3 and 16:9 are);
 * a taller or wider frame first loses what is beyond, equally on both sides. A frame may be drawn as its mirror image: the same
 * room to us, a second opinion from the model.
 */

/** The model's input, in pixels. */
export const MODEL_WIDTH = 160
export const MODEL_HEIGHT = 96

const NARROWEST = 1
const WIDEST = 2

/**
 * The part of a frame to draw onto the model's input. Pure.
 * @param {number} width
 * @param {number} height
 * @returns {{ x: number, y: number, width: number, height: number } | null} null when there is nothing to draw
 */
export function sourceRect(width, height) {
  if (!(width > 0 && height > 0 && Number.isFinite(width) && Number.isFinite(height))) return null
  if (width < height * NARROWEST) {
    const kept = width / NARROWEST
    return { x: 0, y: (height - kept) / 2, width, height: kept }
  }
  if (width > height * WIDEST) {
    const kept = height * WIDEST
    return { x: (width - kept) / 2, y: 0, width: kept, height }
  }
  return { x: 0, y: 0, width, height }
}

/**
 * Draws the frame onto a 2D context of the model's size.
 * @param {CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D} context
 * @param {CanvasImageSource} source
 * @param {number} width the source's own width
 * @param {number} height the source's own height
 * @param {boolean} [mirrored] left and right exchanged
 * @returns {boolean} false when there was nothing to draw
 */
export function drawForModel(context, source, width, height, mirrored = false) {
  const rect = sourceRect(width, height)
  if (!rect) return false
  context.imageSmoothingEnabled = true
  context.imageSmoothingQuality = 'high'
  if (mirrored) context.setTransform(-1, 0, 0, 1, MODEL_WIDTH, 0)
  context.drawImage(
    source,
    rect.x,
    rect.y,
    rect.width,
    rect.height,
    0,
    0,
    MODEL_WIDTH,
    MODEL_HEIGHT,
  )
  if (mirrored) context.setTransform(1, 0, 0, 1, 0, 0)
  return true
}
