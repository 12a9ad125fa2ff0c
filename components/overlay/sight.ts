import { edgeOf, inView, outlineOf } from './bubbleSpot.ts'
import { boxOf } from './place.ts'
import type { Box } from './place.ts'
import type { Pointed } from './pointed.ts'
import type { GuideScene } from './words.ts'

/** Where things are right now. Reading only: nothing is written to the page here. */
export interface Sight {
  /** Where the bubble points: the outline, else the edge behind which the control is, else where it was last. */
  readonly anchor: Box
  readonly outline: Box | undefined
  readonly follow: { readonly element: Element; readonly box: Box } | undefined
  /** The menu or dialog around the control, whose other choices the bubble had better not cover. */
  readonly popup: Box | undefined
  /** Where to scroll. */
  readonly scroll: Exclude<GuideScene['away'], 'closed'>
}

export function hasBox(element: Element): boolean {
  const { width, height } = boxOf(element)
  return width > 0 && height > 0
}

/** `goal`: the control, or what opens its menu where that is closed; undefined where that can't be pointed at. */
export function sightOf(
  one: Pointed,
  goal: Element | undefined,
  window: Box,
  last: Box | undefined,
): Sight {
  const box = goal === undefined ? undefined : boxOf(goal)
  if (goal === undefined || box === undefined || box.width === 0 || box.height === 0) {
    const anchor = last ?? window
    return { anchor, outline: undefined, follow: undefined, popup: undefined, scroll: undefined }
  }
  const isControl = goal === one.target
  const { away, port } = inView(box, isControl ? one.clips.map(boxOf) : [], window)
  const outline = away === undefined ? outlineOf(box, window) : undefined
  const isHeld = isControl && away === undefined && one.popup !== one.target
  return {
    anchor: away === undefined ? outlineOf(box, window) : edgeOf(port, away),
    outline,
    follow: { element: goal, box },
    popup: isHeld && one.popup !== undefined ? boxOf(one.popup) : undefined,
    scroll: away,
  }
}
