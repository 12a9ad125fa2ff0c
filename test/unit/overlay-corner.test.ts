import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestCorner, cornerSpot } from '../../components/overlay/corner.ts'
import type { InTheWay } from '../../components/overlay/corner.ts'
import { clearOf, ownPlaceOf, spotOf } from '../../components/overlay/ownPlace.ts'
import { overlap } from '../../components/overlay/place.ts'
import type { Box } from '../../components/overlay/place.ts'

const STAGE: Box = { x: 0, y: 0, width: 1280, height: 640 }
const CARD = { width: 344, height: 260 }
const NOTHING: InTheWay = { controls: [], captions: [], about: [], tiles: [] }

function boxAt(side: 'right' | 'left', end: 'top' | 'bottom'): Box {
  return { ...cornerSpot(STAGE, CARD, { side, end }), ...CARD }
}

describe('the corner of a card', () => {
  it('is the upper right one where nothing is in the way, or the same is everywhere', () => {
    expect(bestCorner(STAGE, CARD, NOTHING)).toEqual({ side: 'right', end: 'top' })
    expect(bestCorner(STAGE, CARD, { ...NOTHING, tiles: [STAGE] })).toEqual({
      side: 'right',
      end: 'top',
    })
  })

  it('gives way to controls first, then to captions, to whom it is about, and to other faces', () => {
    const upperRight = boxAt('right', 'top')
    const upperLeft = boxAt('left', 'top')
    const lowerRight = boxAt('right', 'bottom')
    const lowerLeft = boxAt('left', 'bottom')
    const choose = (way: Partial<InTheWay>) => bestCorner(STAGE, CARD, { ...NOTHING, ...way })
    const all: InTheWay = {
      controls: [upperRight],
      captions: [upperLeft],
      about: [lowerRight],
      tiles: [lowerLeft],
    }
    expect(choose(all)).toEqual({ side: 'left', end: 'bottom' })
    expect(choose({ ...all, about: [lowerRight, lowerLeft] }).end).toBe('bottom')
    // Whom it is about is spared before others, captions before both, and a control before all.
    expect(choose({ about: [upperRight], tiles: [upperLeft, lowerRight, lowerLeft] })).toEqual({
      side: 'left',
      end: 'top',
    })
    expect(choose({ captions: [upperRight], about: [upperLeft, lowerRight, lowerLeft] })).toEqual({
      side: 'left',
      end: 'top',
    })
    expect(
      choose({ controls: [upperRight], captions: [upperLeft, lowerRight, lowerLeft] }),
    ).toEqual({ side: 'left', end: 'top' })
  })

  it('goes to the other side for a face, and not down', () => {
    const tiles = [boxAt('right', 'top')]
    expect(bestCorner(STAGE, CARD, { ...NOTHING, tiles })).toEqual({ side: 'left', end: 'top' })
    const both = [...tiles, boxAt('left', 'top')]
    expect(bestCorner(STAGE, CARD, { ...NOTHING, tiles: both })).toEqual({
      side: 'right',
      end: 'top',
    })
  })

  it('stays where the card is unless another is better', () => {
    const now = { side: 'left', end: 'bottom' } as const
    expect(bestCorner(STAGE, CARD, NOTHING, now)).toEqual(now)
    const captions = [boxAt('left', 'bottom')]
    expect(bestCorner(STAGE, CARD, { ...NOTHING, captions }, now)).not.toEqual(now)
  })
})

describe('the place that the teacher has chosen', () => {
  const window = fc.record({
    width: fc.integer({ min: 360, max: 2000 }),
    height: fc.integer({ min: 280, max: 1400 }),
  })
  const spot = fc.record({
    x: fc.integer({ min: -500, max: 2500 }),
    y: fc.integer({ min: -500, max: 2000 }),
  })

  it('is inside every window that can hold the card, and the same in the same window', () => {
    fc.assert(
      fc.property(window, window, spot, (first, second, wanted) => {
        const at = clearOf(wanted, CARD, first, [])
        const own = ownPlaceOf({ ...at, ...CARD }, first)
        expect(spotOf(own, CARD, first)).toEqual(at)
        const { x, y } = spotOf(own, CARD, second)
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(4)
        expect(x + CARD.width).toBeLessThanOrEqual(second.width - 4)
        expect(y + CARD.height).toBeLessThanOrEqual(second.height - 4)
      }),
    )
  })

  it('is clear of a question that leaves room beside it, and no further away than it must', () => {
    const large = { width: 1280, height: 720 }
    fc.assert(
      fc.property(spot, (wanted) => {
        const question: Box = { x: 440, y: 260, width: 400, height: 200 }
        const at = clearOf(wanted, CARD, large, [question])
        expect(overlap({ ...at, ...CARD }, question)).toBeUndefined()
        const free = clearOf(wanted, CARD, large, [])
        if (overlap({ ...free, ...CARD }, question) === undefined) expect(at).toEqual(free)
      }),
    )
  })
})
