import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bubbleSpot, edgeOf, inView, outlineOf } from '../../components/overlay/bubbleSpot.ts'
import { belowToasts, overlap } from '../../components/overlay/place.ts'
import type { Box } from '../../components/overlay/place.ts'

const WINDOW: Box = { x: 0, y: 0, width: 1280, height: 720 }
const SIZE = { width: 300, height: 90 }
const at = (target: Box, shy: Parameters<typeof bubbleSpot>[3] = [], window = WINDOW) => ({
  ...bubbleSpot(target, SIZE, window, shy),
  ...SIZE,
})

describe('where the bubble goes', () => {
  it('is below the control, else above, else beside it', () => {
    const below = at({ x: 600, y: 100, width: 80, height: 40 })
    expect(below.y).toBe(148)
    expect(below.x).toBe(490)
    const above = at({ x: 600, y: 660, width: 80, height: 40 })
    expect(above.y + SIZE.height).toBe(652)
    const low: Box = { x: 0, y: 0, width: 1280, height: 140 }
    const right = at({ x: 20, y: 50, width: 80, height: 40 }, [], low)
    expect(right.x).toBe(108)
    const left = at({ x: 1180, y: 50, width: 80, height: 40 }, [], low)
    expect(left.x + SIZE.width).toBe(1172)
  })

  it('keeps off a face, captions and the bar where there is another place', () => {
    const target = { x: 600, y: 300, width: 80, height: 40 }
    const face = { box: { x: 400, y: 350, width: 500, height: 300 }, worth: 260 }
    expect(overlap(at(target, [face]), face.box)).toBeUndefined()
    const menu = { box: { x: 560, y: 200, width: 200, height: 300 }, worth: 160 }
    const both = at(target, [menu, face])
    expect(overlap(both, menu.box)).toBeUndefined()
    expect(overlap(both, face.box)).toBeUndefined()
  })

  it('is always inside the window, and on the control only where there is no other place', () => {
    const box = fc.record({
      x: fc.integer({ min: 0, max: 1200 }),
      y: fc.integer({ min: 0, max: 700 }),
      width: fc.integer({ min: 4, max: 200 }),
      height: fc.integer({ min: 4, max: 100 }),
    })
    fc.assert(
      fc.property(
        box,
        fc.array(fc.record({ box, worth: fc.constantFrom(160, 320) }), { maxLength: 6 }),
        fc.constantFrom(320, 360, 420, 1280),
        (target, shy, width) => {
          const window = { x: 0, y: 0, width, height: 720 }
          const spot = at({ ...target, x: Math.min(target.x, width - 4) }, shy, window)
          expect(spot.x).toBeGreaterThanOrEqual(8)
          expect(spot.x + spot.width).toBeLessThanOrEqual(width - 8)
          expect(spot.y).toBeGreaterThanOrEqual(8)
          expect(spot.y + spot.height).toBeLessThanOrEqual(712)
          expect(overlap(spot, { ...target, x: Math.min(target.x, width - 4) })).toBeUndefined()
        },
      ),
    )
  })

  it('does not jump from side to side while its control moves a little', () => {
    const first = { x: 600, y: 580, width: 80, height: 40 }
    const one = bubbleSpot(first, SIZE, WINDOW)
    const before = { x: one.x - first.x, y: one.y - first.y }
    const moved = { ...first, x: 640, y: 566 }
    expect(bubbleSpot(moved, SIZE, WINDOW).y).toBeGreaterThan(moved.y)
    const two = bubbleSpot(moved, SIZE, WINDOW, [], before)
    expect({ x: two.x - moved.x, y: two.y - moved.y }).toEqual(before)
  })
})

describe('what can be seen of a control', () => {
  const list: Box = { x: 900, y: 100, width: 300, height: 400 }
  it.each([
    [{ x: 950, y: 300, width: 100, height: 40 }, undefined],
    [{ x: 950, y: 485, width: 100, height: 40 }, 'down'],
    [{ x: 950, y: 20, width: 100, height: 40 }, 'up'],
    [{ x: 950, y: 900, width: 100, height: 40 }, 'down'],
    [{ x: 1230, y: 200, width: 100, height: 40 }, 'right'],
    [{ x: 890, y: 90, width: 320, height: 900 }, undefined],
  ] as const)('%j is away: %s', (target, away) => {
    expect(inView(target, [list], WINDOW).away).toBe(away)
  })

  it('stands for what is hidden at the edge of its list, and an outline stays in the window', () => {
    expect(edgeOf(list, 'down')).toEqual({ x: 900, y: 500, width: 300, height: 0 })
    expect(outlineOf({ x: 600, y: 300, width: 80, height: 40 }, WINDOW)).toEqual({
      x: 595,
      y: 295,
      width: 90,
      height: 50,
    })
    expect(outlineOf({ x: 0, y: 716, width: 4, height: 4 }, WINDOW)).toEqual({
      x: 3,
      y: 683,
      width: 34,
      height: 34,
    })
    const wide = outlineOf({ x: -50, y: 300, width: 2000, height: 40 }, WINDOW)
    expect([wide.x, wide.width]).toEqual([3, 1274])
  })
})

describe('the dock beside what the site says', () => {
  const dock: Box = { x: 900, y: 100, width: 340, height: 260 }

  it('stays where nothing is in its way', () => {
    expect(belowToasts(dock, [], WINDOW)).toBe(0)
    expect(belowToasts(dock, [{ x: 100, y: 100, width: 300, height: 60 }], WINDOW)).toBe(0)
  })

  it('begins below a toast, and below the next one that it is pushed into', () => {
    const first = { x: 700, y: 90, width: 300, height: 60 }
    const second = { x: 800, y: 170, width: 300, height: 60 }
    expect(belowToasts(dock, [first], WINDOW)).toBe(158)
    expect(belowToasts(dock, [second, first], WINDOW)).toBe(238)
  })

  it('is not pushed into the lower half by what covers most of the window', () => {
    expect(belowToasts(dock, [{ x: 0, y: 0, width: 1280, height: 700 }], WINDOW)).toBe(0)
  })
})
