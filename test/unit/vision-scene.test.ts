import { describe, expect, it } from 'vitest'
import { grabSize, shapeOf } from '../../lib/vision/frame.ts'
import {
  drift,
  mirroredGrid,
  pictureFacts,
  planeGrid,
  SCENE_CHANGED,
  sceneDistance,
} from '../../lib/vision/scene.ts'
import { dice, gridOf } from '../support/rooms.ts'

function picture(
  width: number,
  height: number,
  at: (x: number, y: number) => number,
): Uint8ClampedArray {
  const bytes = new Uint8ClampedArray(width * height * 4)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const value = at(x, y)
      bytes.set([value, value, value, 255], (y * width + x) * 4)
    }
  }
  return bytes
}

const roll = dice(3)
const lively = (x: number, y: number) => (((x * 13 + y * 7) % 50) * 5 + roll() * 10) | 0

describe('facts of a picture', () => {
  it('measures brightness, spread and the grid', () => {
    const facts = pictureFacts(
      picture(160, 96, (x) => (x < 80 ? 0 : 200)),
      160,
      96,
    )
    expect(facts.mean).toBeCloseTo(100, 1)
    expect(facts.spread).toBeCloseTo(100, 1)
    expect(facts.grid).toHaveLength(48)
    expect(facts.grid[0]).toBeCloseTo(0)
    expect(facts.grid[7]).toBeCloseTo(200)
  })

  it('knows the grid of a picture from its mirror image', () => {
    const paint = (x: number, y: number) => x + y
    const straight = pictureFacts(picture(160, 96, paint), 160, 96)
    const turned = pictureFacts(
      picture(160, 96, (x, y) => paint(159 - x, y)),
      160,
      96,
    )
    expect(turned.grid).not.toEqual(straight.grid)
    expect(mirroredGrid(turned.grid)).toEqual(straight.grid)
  })

  it('covers every pixel also where the sides do not divide', () => {
    const facts = pictureFacts(
      picture(101, 57, () => 77),
      101,
      57,
    )
    for (const cell of facts.grid) expect(cell).toBeCloseTo(77, 3)
    expect(facts.spread).toBeCloseTo(0, 3)
  })

  it('sees a frame that was only half decoded as torn, and a whole one not', () => {
    expect(
      pictureFacts(
        picture(160, 96, (x, y) => (y < 60 ? lively(x, y) : 128)),
        160,
        96,
      ).torn,
    ).toBe(true)
    expect(pictureFacts(picture(160, 96, lively), 160, 96).torn).toBe(false)
  })

  it('does not call a covered lens torn', () => {
    expect(
      pictureFacts(
        picture(160, 96, () => 3),
        160,
        96,
      ).torn,
    ).toBe(false)
  })

  it('refuses sizes that do not fit', () => {
    expect(() => pictureFacts(new Uint8ClampedArray(16), 160, 96)).toThrow(RangeError)
    expect(() => pictureFacts(new Uint8ClampedArray(4), 1, 1)).toThrow(RangeError)
  })
})

describe('a glance at a decoder’s picture', () => {
  const at = (x: number, y: number) => (x < 320 ? 20 : 200) + (y < 180 ? 0 : 30)

  it('gives the same grid from a brightness plane with padding as from colours', () => {
    const luma = new Uint8Array(64 + 700 * 360)
    const colours = new Uint8Array(640 * 360 * 4)
    for (let y = 0; y < 360; y += 1) {
      for (let x = 0; x < 640; x += 1) {
        luma[64 + y * 700 + x] = at(x, y)
        colours.set([0, at(x, y), 255, 255], (y * 640 + x) * 4)
      }
    }
    const size = { width: 640, height: 360 }
    const grid = planeGrid(luma, { ...size, offset: 64, stride: 700, step: 1 })
    expect(grid).toEqual(planeGrid(colours, { ...size, offset: 0, stride: 640 * 4, step: 4 }))
    expect(grid).toHaveLength(48)
    expect(grid?.[0]).toBe(20)
    expect(grid?.[47]).toBe(230)
  })

  it('gives none of a picture that is too small', () => {
    expect(
      planeGrid(new Uint8Array(100), { width: 4, height: 4, offset: 0, stride: 4, step: 1 }),
    ).toBeUndefined()
  })
})

describe('distance of scenes', () => {
  it('is nothing for the same scene and large for another', () => {
    expect(sceneDistance(gridOf(1), gridOf(1))).toBe(0)
    expect(sceneDistance(gridOf(1), gridOf(2))).toBeGreaterThan(SCENE_CHANGED)
  })

  it('takes a lamp for no new scene', () => {
    const darker = gridOf(1).map((value) => value * 0.8 + 20)
    expect(sceneDistance(gridOf(1), darker)).toBeLessThan(SCENE_CHANGED)
    expect(
      sceneDistance(
        gridOf(1),
        gridOf(1).map((value) => value - 25),
      ),
    ).toBe(0)
  })

  it('takes a person who moves about in the middle for no new scene', () => {
    const moved = gridOf(1).map((value, index) => {
      const column = index % 8
      const row = Math.floor(index / 8)
      return row >= 1 && column >= 2 && column <= 5 ? 255 - value : value
    })
    expect(sceneDistance(gridOf(1), moved)).toBeLessThan(SCENE_CHANGED)
  })

  it('counts grids of the wrong size as another scene', () => {
    expect(sceneDistance([], gridOf(1))).toBe(1)
    expect(sceneDistance([1], [1])).toBe(1)
  })

  it('drifts part of the way', () => {
    expect(drift([0, 100], [100, 100], 0.1)).toEqual([10, 100])
  })
})

describe('sizes of pictures', () => {
  it.each([
    [1280, 720, { width: 320, height: 180 }],
    [320, 180, { width: 320, height: 180 }],
    [160, 90, { width: 160, height: 90 }],
    [720, 1280, { width: 180, height: 320 }],
    [4000, 100, { width: 320, height: 8 }],
  ])('takes %d×%d at a small size with its aspect kept', (width, height, size) => {
    expect(grabSize(width, height)).toEqual(size)
  })

  it.each([
    [0, 0],
    [0, 100],
    [100, 0],
    [Number.NaN, 10],
    [-5, 10],
    [1e9, 10],
  ])('takes no picture of %d×%d', (width, height) => {
    expect(grabSize(width, height)).toBeUndefined()
    expect(shapeOf({ width, height })).toBe('none')
  })

  it.each([
    [320, 180, 'model'],
    [320, 240, 'model'],
    [180, 320, 'model'],
    [320, 100, 'unclear'],
    [60, 320, 'unclear'],
    [320, 8, 'unclear'],
  ])('%d×%d is for the %s', (width, height, shape) => {
    expect(shapeOf({ width, height })).toBe(shape)
  })
})
