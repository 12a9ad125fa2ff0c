import type { Size } from './frame.ts'

/**
 * From a decoder’s picture to a small RGBA one, on the processor: each small pixel is the mean of those it covers. Asking the
 * browser to do it where the video is would make the meeting page wait for the graphics process (measured: 20 to 60 ms on a busy
 * computer without a graphics card). Runs where the room model is. Pure arithmetic.
 */
export type PixelFormat = 'I420' | 'I422' | 'I444' | 'NV12' | 'RGBA' | 'BGRA'

export interface PlaneAt {
  readonly offset: number
  readonly stride: number
}

export interface Decoded {
  readonly bytes: Uint8Array
  readonly format: PixelFormat
  readonly planes: readonly PlaneAt[]
  readonly size: Size
  /** BT.709 for HD, else BT.601. */
  readonly matrix: 'bt709' | 'bt601'
  readonly fullRange: boolean
}

/** The formats that can be read here; alpha planes are left out, X is as good as A. */
export function readableFormat(format: string | null): PixelFormat | undefined {
  switch (format) {
    case 'I420':
    case 'I422':
    case 'I444':
    case 'NV12':
    case 'RGBA':
    case 'BGRA':
      return format
    case 'I420A':
      return 'I420'
    case 'RGBX':
      return 'RGBA'
    case 'BGRX':
      return 'BGRA'
    default:
      return undefined
  }
}

/**
 * Whether brightness is written in a way that our sum does not read (HDR: PQ, HLG, BT.2020): taken for an ordinary picture, a sunny
 * room would come out dark and grey. The browser itself maps such a picture to an ordinary one.
 */
export function isWideRange({
  transfer,
  matrix,
}: {
  readonly transfer?: string | null
  readonly matrix?: string | null
}): boolean {
  return transfer === 'pq' || transfer === 'hlg' || matrix?.startsWith('bt2020') === true
}

/** Throws RangeError where the planes are not those of the format. */
export function shrink(picture: Decoded, to: Size): Uint8ClampedArray<ArrayBuffer> {
  const out = new Uint8ClampedArray(to.width * to.height * 4)
  const parts = channelsOf(picture)
  const means = parts.map((part) => shrinkChannel(picture.bytes, part, to))
  const [first, second, third] = means
  if (first === undefined || second === undefined || third === undefined) {
    throw new RangeError(`A ${picture.format} picture of ${picture.planes.length} planes.`)
  }
  const isRgb = picture.format === 'RGBA' || picture.format === 'BGRA'
  const mix = isRgb ? undefined : mixOf(picture)
  for (let i = 0, o = 0; i < first.length; i += 1, o += 4) {
    const a = first[i] ?? 0
    const b = second[i] ?? 0
    const c = third[i] ?? 0
    if (mix === undefined) {
      out[o] = a
      out[o + 1] = b
      out[o + 2] = c
    } else {
      const y = (a - mix.black) * mix.y
      out[o] = y + mix.rv * (c - 128)
      out[o + 1] = y - mix.gu * (b - 128) - mix.gv * (c - 128)
      out[o + 2] = y + mix.bu * (b - 128)
    }
    out[o + 3] = 255
  }
  return out
}

interface Channel extends PlaneAt {
  readonly width: number
  readonly height: number
  readonly step: number
}

function channelsOf({ format, planes, size }: Decoded): readonly Channel[] {
  const { width, height } = size
  const [one, two, three] = planes
  if (one === undefined) return []
  if (format === 'RGBA' || format === 'BGRA') {
    const at = (byte: number): Channel => ({
      offset: one.offset + byte,
      stride: one.stride,
      width,
      height,
      step: 4,
    })
    return format === 'RGBA' ? [at(0), at(1), at(2)] : [at(2), at(1), at(0)]
  }
  const luma: Channel = { ...one, width, height, step: 1 }
  const colour = {
    width: format === 'I444' ? width : Math.ceil(width / 2),
    height: format === 'I444' || format === 'I422' ? height : Math.ceil(height / 2),
  }
  if (two === undefined) return [luma]
  if (format === 'NV12') {
    return [
      luma,
      { ...two, ...colour, step: 2 },
      { ...two, ...colour, offset: two.offset + 1, step: 2 },
    ]
  }
  return three === undefined
    ? [luma]
    : [luma, { ...two, ...colour, step: 1 }, { ...three, ...colour, step: 1 }]
}

/** The mean of the source pixels under each small one; at least one, so it also stretches a colour plane that is smaller. */
function shrinkChannel(bytes: Uint8Array, from: Channel, to: Size): Float32Array {
  const out = new Float32Array(to.width * to.height)
  const edges = new Uint32Array(to.width + 1)
  for (let x = 0; x <= to.width; x += 1) edges[x] = Math.floor((x * from.width) / to.width)
  for (let y = 0, o = 0; y < to.height; y += 1) {
    const top = Math.floor((y * from.height) / to.height)
    const bottom = Math.max(top + 1, Math.floor(((y + 1) * from.height) / to.height))
    for (let x = 0; x < to.width; x += 1, o += 1) {
      const left = edges[x] ?? 0
      const right = Math.max(left + 1, edges[x + 1] ?? 0)
      let sum = 0
      for (let row = top; row < bottom; row += 1) {
        const start = from.offset + row * from.stride
        for (let column = left; column < right; column += 1)
          sum += bytes[start + column * from.step] ?? 0
      }
      out[o] = sum / ((bottom - top) * (right - left))
    }
  }
  return out
}

/** How brightness and two colour differences make red, green and blue (ITU-R BT.601 and BT.709). */
function mixOf({ matrix, fullRange }: Decoded) {
  const y = fullRange ? 1 : 255 / 219
  const c = fullRange ? 1 : 255 / 224
  const black = fullRange ? 0 : 16
  return matrix === 'bt709'
    ? { black, y, rv: 1.5748 * c, gu: 0.1873 * c, gv: 0.4681 * c, bu: 1.8556 * c }
    : { black, y, rv: 1.402 * c, gu: 0.3441 * c, gv: 0.7141 * c, bu: 1.772 * c }
}
