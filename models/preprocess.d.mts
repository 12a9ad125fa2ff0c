export interface SourceRect {
  x: number
  y: number
  width: number
  height: number
}

/** The model's input, in pixels. */
export const MODEL_WIDTH: 160
export const MODEL_HEIGHT: 96

/** The part of a frame to draw onto the model's input, or null when there is nothing to draw. Pure. */
export function sourceRect(width: number, height: number): SourceRect | null

/** Draws the frame, or its mirror image, onto a 2D context of the model's size; false when there was nothing to draw. */
export function drawForModel(
  context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D,
  source: CanvasImageSource,
  width: number,
  height: number,
  mirrored?: boolean,
): boolean
