import type { Box } from './place.ts'

/**
 * Notices that an element has moved, grown or gone without asking for its place: the browser tells by itself when the part of the
 * element that lies in the rectangle where it was last seen changes. While nothing moves this costs nothing, whatever else the page
 * does; transforms and scrolling inside panels are noticed too, which no mutation reports.
 */
export interface Follower {
  /** From now on this element, last seen in this box; called after every placing. */
  at(element: Element, box: Box, window: Box): void
  stop(): void
}

const STEPS = Array.from({ length: 101 }, (_, index) => index / 100)

export function createFollower(doc: Document, onMove: () => void): Follower {
  const sizes = new ResizeObserver(() => onMove())
  let sized: Element | undefined
  let watch: IntersectionObserver | undefined
  let known = ''

  function look(element: Element, box: Box, window: Box): void {
    let first = true
    const inset = [
      box.y,
      window.width - box.x - box.width,
      window.height - box.y - box.height,
      box.x,
    ].map((edge) => `${-Math.floor(edge)}px`)
    watch = new IntersectionObserver(
      ([entry]) => {
        if (entry === undefined) return
        const { x, y, width, height } = entry.boundingClientRect
        const isThere =
          Math.abs(x - box.x) < 1 &&
          Math.abs(y - box.y) < 1 &&
          Math.abs(width - box.width) < 1 &&
          Math.abs(height - box.height) < 1
        if (first && isThere) {
          first = false
          return
        }
        // Once is enough: it is placed anew and watched anew.
        watch?.disconnect()
        onMove()
      },
      { root: doc, rootMargin: inset.join(' '), threshold: STEPS },
    )
    watch.observe(element)
  }

  return {
    at(element, box, window) {
      if (sized !== element) {
        sizes.disconnect()
        sizes.observe(element)
        sized = element
        known = ''
      }
      const here = [box, window].flatMap(({ x, y, width, height }) => [x, y, width, height]).join()
      if (here === known) return
      known = here
      watch?.disconnect()
      look(element, box, window)
    },
    stop() {
      sizes.disconnect()
      watch?.disconnect()
      watch = undefined
      sized = undefined
      known = ''
    },
  }
}
