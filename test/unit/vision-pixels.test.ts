import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { grabSize, MAX_GRAB_HEIGHT, MAX_GRAB_WIDTH } from '../../lib/vision/frame.ts'
import { isWideRange, readableFormat, shrink } from '../../lib/vision/pixels.ts'
import type { Decoded, PixelFormat } from '../../lib/vision/pixels.ts'

/** One colour as Y, U, V in the given planes, limited range. */
function flat(
  format: PixelFormat,
  width: number,
  height: number,
  [y, u, v]: readonly [number, number, number],
): Decoded {
  const half = { width: Math.ceil(width / 2), height: Math.ceil(height / 2) }
  const luma = Array.from({ length: width * height }, () => y)
  const parts: number[][] =
    format === 'NV12'
      ? [luma, Array.from({ length: half.width * half.height }, () => [u, v]).flat()]
      : format === 'I444'
        ? [luma, luma.map(() => u), luma.map(() => v)]
        : format === 'I422'
          ? [
              luma,
              Array.from({ length: half.width * height }, () => u),
              Array.from({ length: half.width * height }, () => v),
            ]
          : [
              luma,
              Array.from({ length: half.width * half.height }, () => u),
              Array.from({ length: half.width * half.height }, () => v),
            ]
  const stride = (index: number) =>
    index === 0 || format === 'I444' ? width : format === 'NV12' ? half.width * 2 : half.width
  let offset = 0
  const planes = parts.map((part, index) => {
    const plane = { offset, stride: stride(index) }
    offset += part.length
    return plane
  })
  return {
    bytes: Uint8Array.from(parts.flat()),
    format,
    planes,
    size: { width, height },
    matrix: 'bt601',
    fullRange: false,
  }
}

const RED_601 = [81, 90, 240] as const

describe('small pictures from a decoder’s', () => {
  it.each(['I420', 'I422', 'I444', 'NV12'] as const)('reads %s, also with odd sides', (format) => {
    for (const [width, height] of [
      [64, 36],
      [33, 17],
    ] as const) {
      const out = shrink(flat(format, width, height, RED_601), { width: 8, height: 4 })
      expect(out).toHaveLength(8 * 4 * 4)
      for (let i = 0; i < out.length; i += 4) {
        expect(out[i]).toBeGreaterThan(250)
        expect(out[i + 1]).toBeLessThan(4)
        expect(out[i + 2]).toBeLessThan(4)
        expect(out[i + 3]).toBe(255)
      }
    }
  })

  it.each([
    ['bt601', false, [16, 128, 128], [0, 0, 0]],
    ['bt601', false, [235, 128, 128], [255, 255, 255]],
    ['bt601', true, [200, 128, 128], [200, 200, 200]],
    ['bt709', false, [63, 102, 240], [255, 0, 0]],
    ['bt709', false, [173, 42, 26], [0, 255, 0]],
  ] as const)('knows %s, full range %s: %j is %j', (matrix, fullRange, yuv, rgb) => {
    const out = shrink({ ...flat('I420', 16, 16, yuv), matrix, fullRange }, { width: 2, height: 2 })
    for (const [index, value] of rgb.entries())
      expect(Math.abs((out[index] ?? 0) - value)).toBeLessThanOrEqual(3)
  })

  it.each([
    ['RGBA', [10, 20, 30]],
    ['BGRA', [30, 20, 10]],
  ] as const)('reads %s', (format, rgb) => {
    const bytes = Uint8Array.from(Array.from({ length: 8 * 8 }, () => [10, 20, 30, 255]).flat())
    const out = shrink(
      {
        bytes,
        format,
        planes: [{ offset: 0, stride: 32 }],
        size: { width: 8, height: 8 },
        matrix: 'bt709',
        fullRange: true,
      },
      { width: 4, height: 4 },
    )
    expect([...out.slice(0, 4)]).toEqual([...rgb, 255])
  })

  it('takes the mean of what a small pixel covers', () => {
    const bytes = Uint8Array.from([0, 100, 200, 40].flatMap((v) => [v, v, v, 255]))
    const out = shrink(
      {
        bytes,
        format: 'RGBA',
        planes: [{ offset: 0, stride: 8 }],
        size: { width: 2, height: 2 },
        matrix: 'bt709',
        fullRange: true,
      },
      { width: 1, height: 1 },
    )
    expect(out[0]).toBe(85)
  })

  it('refuses planes that are not those of the format', () => {
    const picture = flat('I420', 16, 16, RED_601)
    expect(() =>
      shrink({ ...picture, planes: picture.planes.slice(0, 2) }, { width: 2, height: 2 }),
    ).toThrow(RangeError)
  })

  it.each([
    ['I420A', 'I420'],
    ['BGRX', 'BGRA'],
    ['NV12', 'NV12'],
    ['I420P10', undefined],
    [null, undefined],
  ])('takes %s for %s', (format, known) => {
    expect(readableFormat(format)).toBe(known)
  })
})

describe('pictures that our own sum can not read', () => {
  it.each([
    [{ transfer: 'pq', matrix: 'bt2020-ncl' }, true],
    [{ transfer: 'hlg', matrix: 'bt709' }, true],
    [{ transfer: null, matrix: 'bt2020-ncl' }, true],
    [{ transfer: 'bt709', matrix: 'bt709' }, false],
    [{ transfer: 'smpte170m', matrix: 'smpte170m' }, false],
    [{ transfer: null, matrix: null }, false],
    [{}, false],
  ])('%j goes the browser’s way: %s', (colours, wide) => {
    expect(isWideRange(colours)).toBe(wide)
  })
})

describe('the size of a picture', () => {
  it('keeps the aspect, is never enlarged and never empty, whatever the video', () => {
    const side = fc.integer({ min: 1, max: 16_384 })
    fc.assert(
      fc.property(side, side, (width, height) => {
        const size = grabSize(width, height)
        if (size === undefined) throw new Error('no size')
        expect(size.width).toBeLessThanOrEqual(Math.min(width, MAX_GRAB_WIDTH))
        expect(size.height).toBeLessThanOrEqual(Math.min(height, MAX_GRAB_HEIGHT))
        expect(Math.min(size.width, size.height)).toBeGreaterThanOrEqual(1)
        // Rounding moves a side by half a pixel at most.
        const scale = Math.min(1, MAX_GRAB_WIDTH / width, MAX_GRAB_HEIGHT / height)
        expect(Math.abs(size.width - width * scale)).toBeLessThanOrEqual(1)
        expect(Math.abs(size.height - height * scale)).toBeLessThanOrEqual(1)
      }),
    )
  })
})
