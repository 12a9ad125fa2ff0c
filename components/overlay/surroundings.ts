import { barsOf, captionsOf, noticesOf } from '../../lib/platforms/dom/around.ts'
import type { Notices } from '../../lib/platforms/dom/around.ts'
import { boxOf } from './place.ts'
import type { Box } from './place.ts'

/** What of the site stands around, to which our own things give way: first the controls, then captions, then faces. */
export interface Surroundings extends Notices {
  /** The meeting's own bar, from which a lesson is left or ended. */
  readonly controls: readonly Box[]
  readonly captions: readonly Box[]
}

/** A bar is looked for anew only so often: it is drawn once and stays, while places are read in every frame. */
const LOOK_MS = 1000
/** What takes more of the window than this is no bar, whatever it calls itself. */
const MOST = 0.3

export function createSurroundings(
  doc: Document,
  clock: () => number,
): (stage: Element | undefined, window: Box) => Surroundings {
  let bars: readonly Element[] = []
  let lookedAt = -Infinity

  return (stage, window) => {
    if (clock() - lookedAt >= LOOK_MS || bars.some((one) => !one.isConnected)) {
      lookedAt = clock()
      bars = barsOf(doc)
    }
    const most = window.width * window.height * MOST
    const seen = bars.map(boxOf).filter((box) => hasArea(box) && box.width * box.height <= most)
    return {
      ...noticesOf(doc),
      controls: seen.length > 0 ? seen : [below(stage, window)].filter(hasArea),
      captions: captionsOf(doc).map(boxOf).filter(hasArea),
    }
  }
}

/** Where no bar is known: both sites have had it below the stage. */
function below(stage: Element | undefined, window: Box): Box {
  const box = stage === undefined ? window : boxOf(stage)
  const y = box.y + box.height
  return { x: 0, y, width: window.width, height: Math.max(0, window.height - y) }
}

function hasArea({ width, height }: Box): boolean {
  return width > 0 && height > 0
}
