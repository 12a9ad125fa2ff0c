// Pictures by a formula in whole numbers, the same as `vectors()` in models/training/ship.py. The scores that the training
// framework gives for them are in models/vectors.json.

const saw = (t) => Math.min(Math.abs((t % 512) - 256), 255)

/** RGBA bytes of picture number n. */
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
