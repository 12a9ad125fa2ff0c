// Pictures that every program makes alike, the same as in models/training/vectors.py. The scores that the training framework gives
// for them are in models/vectors.json.

const saw = (t) => Math.min(Math.abs((t % 512) - 256), 255)

/** RGBA bytes of picture number n, by a formula in whole numbers. */
export function vectorPixels(n, width, height) {
  const pixels = new Uint8ClampedArray(width * height * 4)
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      for (let c = 0; c < 3; c += 1)
        pixels[at++] = (saw(x * (n + 1) + c * 40 * n) + saw(y * (2 * n + 3) + ((x * y) >> 5))) >> 1
      pixels[at++] = 255
    }
  }
  return pixels
}

/** RGBA bytes of a picture made small by one pixel in so many: any finer way differs between programs. */
export function sampledPixels(picture, width, height) {
  const pixels = new Uint8ClampedArray(width * height * 4)
  for (let y = 0, at = 0; y < height; y += 1) {
    const row = Math.floor((y * picture.height) / height) * picture.width
    for (let x = 0; x < width; x += 1, at += 4) {
      const from = (row + Math.floor((x * picture.width) / width)) * 4
      pixels.set(picture.data.subarray(from, from + 3), at)
      pixels[at + 3] = 255
    }
  }
  return pixels
}

/** The same of a picture's file, in a browser; its bytes as the file has them, whatever colours the screen has. */
export async function sampledFile(file, width, height) {
  const bitmap = await createImageBitmap(file, {
    colorSpaceConversion: 'none',
    premultiplyAlpha: 'none',
  })
  const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
  pen.drawImage(bitmap, 0, 0)
  const picture = pen.getImageData(0, 0, bitmap.width, bitmap.height)
  bitmap.close()
  return sampledPixels(picture, width, height)
}
