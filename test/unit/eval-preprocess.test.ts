import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { drawForModel, MODEL_HEIGHT, MODEL_WIDTH, sourceRect } from '../../models/preprocess.mjs'
import { vectorPixels } from '../../scripts/eval-rooms/vectors.mjs'

const side = fc.double({ min: 0.5, max: 20_000, noNaN: true })

describe('the part of a frame that the model sees', () => {
  it('lies inside the frame, in its middle, between 1:1 and 2:1, and touches two of its sides', () => {
    fc.assert(
      fc.property(side, side, (width, height) => {
        const rect = sourceRect(width, height)
        if (rect === null) throw new Error('no part')
        const tiny = 1e-9 * Math.max(width, height)
        expect(rect.x).toBeGreaterThanOrEqual(-tiny)
        expect(rect.y).toBeGreaterThanOrEqual(-tiny)
        expect(Math.abs(rect.x * 2 + rect.width - width)).toBeLessThanOrEqual(tiny)
        expect(Math.abs(rect.y * 2 + rect.height - height)).toBeLessThanOrEqual(tiny)
        const aspect = rect.width / rect.height
        expect(aspect).toBeGreaterThanOrEqual(1 - 1e-9)
        expect(aspect).toBeLessThanOrEqual(2 + 1e-9)
        expect(rect.width === width || rect.height === height).toBe(true)
      }),
    )
  })

  it.each([
    [1280, 720, { x: 0, y: 0, width: 1280, height: 720 }],
    [640, 480, { x: 0, y: 0, width: 640, height: 480 }],
    [500, 500, { x: 0, y: 0, width: 500, height: 500 }],
    [1000, 500, { x: 0, y: 0, width: 1000, height: 500 }],
    [360, 640, { x: 0, y: 140, width: 360, height: 360 }],
    [2560, 1080, { x: 200, y: 0, width: 2160, height: 1080 }],
  ])('of %d×%d is %j', (width, height, rect) => {
    expect(sourceRect(width, height)).toEqual(rect)
  })

  it.each([
    [0, 0],
    [0, 100],
    [100, 0],
    [-1, 100],
    [NaN, 100],
    [100, Infinity],
  ])('of %d×%d is none, and nothing is drawn', (width, height) => {
    expect(sourceRect(width, height)).toBeNull()
    const { pen, drawImage } = sheet()
    expect(drawForModel(pen, {} as ImageBitmap, width, height)).toBe(false)
    expect(drawImage).not.toHaveBeenCalled()
  })

  it('is drawn over the whole of the model’s input, smoothly', () => {
    const { pen, drawImage } = sheet()
    const source = {} as ImageBitmap
    expect(drawForModel(pen, source, 360, 640)).toBe(true)
    expect(drawImage.mock.calls).toEqual([
      [source, 0, 140, 360, 360, 0, 0, MODEL_WIDTH, MODEL_HEIGHT],
    ])
    expect(pen.imageSmoothingEnabled).toBe(true)
    expect(pen.imageSmoothingQuality).toBe('high')
  })

  it('is drawn the other way round as a mirror image, and only that once', () => {
    const { pen, drawImage, setTransform } = sheet()
    const source = {} as ImageBitmap
    drawForModel(pen, source, 640, 480, true)
    // x of the sheet becomes MODEL_WIDTH − x: what was at the left edge is at the right.
    expect(setTransform.mock.calls).toEqual([
      [-1, 0, 0, 1, MODEL_WIDTH, 0],
      [1, 0, 0, 1, 0, 0],
    ])
    const [turned, straight] = setTransform.mock.invocationCallOrder
    expect(drawImage.mock.invocationCallOrder[0]).toBeGreaterThan(turned ?? Infinity)
    expect(drawImage.mock.invocationCallOrder[0]).toBeLessThan(straight ?? 0)
    drawForModel(pen, source, 640, 480)
    expect(setTransform).toHaveBeenCalledTimes(2)
    expect(drawImage.mock.calls[1]).toEqual(drawImage.mock.calls[0])
  })
})

function sheet() {
  const drawImage = vi.fn()
  const setTransform = vi.fn()
  const pen = {
    setTransform,
    imageSmoothingEnabled: false,
    imageSmoothingQuality: 'low',
    drawImage,
  } as unknown as OffscreenCanvasRenderingContext2D
  return { pen, drawImage, setTransform }
}

describe('the pictures by a formula', () => {
  it('are opaque, full of differences, of their own each, and the same every time', () => {
    const seen = new Set<string>()
    for (let n = 0; n < 5; n += 1) {
      const pixels = vectorPixels(n, MODEL_WIDTH, MODEL_HEIGHT)
      expect(pixels).toHaveLength(MODEL_WIDTH * MODEL_HEIGHT * 4)
      expect(pixels.every((value, at) => at % 4 !== 3 || value === 255)).toBe(true)
      expect(new Set(pixels).size).toBeGreaterThan(100)
      expect(vectorPixels(n, MODEL_WIDTH, MODEL_HEIGHT)).toEqual(pixels)
      seen.add(pixels.join(' '))
    }
    expect(seen.size).toBe(5)
  })
})
