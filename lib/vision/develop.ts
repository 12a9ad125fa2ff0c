import { grabSize } from './frame.ts'
import { isBitmap } from './picture.ts'
import type { Picture } from './picture.ts'
import { shrink } from './pixels.ts'

export interface Developer {
  (picture: Picture): OffscreenCanvas | ImageBitmap | undefined
  /** Leaves nothing of the last picture on the canvas: the next one may be an hour away. */
  clear(): void
}

/**
 * Makes something that can be drawn of a picture: a decoder's bytes are made small and given their colours, on a canvas that the next
 * one takes over. Undefined where there is nothing in it.
 */
export function createDeveloper(): Developer {
  const canvas = new OffscreenCanvas(1, 1)
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  const develop = (picture: Picture): OffscreenCanvas | ImageBitmap | undefined => {
    if (isBitmap(picture)) return picture
    const size = grabSize(picture.size.width, picture.size.height)
    if (size === undefined || pen === null) return undefined
    // Setting a canvas's size clears it and takes new memory, even where it is the same.
    if (canvas.width !== size.width) canvas.width = size.width
    if (canvas.height !== size.height) canvas.height = size.height
    pen.putImageData(new ImageData(shrink(picture, size), size.width, size.height), 0, 0)
    return canvas
  }
  return Object.assign(develop, {
    clear: () => pen?.clearRect(0, 0, canvas.width, canvas.height),
  })
}
