import type { Tile } from './badges.ts'
import { createFollower } from './follow.ts'
import type { Box } from './place.ts'

/**
 * Follows the first and the last tile of the stage: what moves all of them, or makes them flow anew, moves one of these. All of them
 * would have to be compared with each frame of the page.
 */
export function createEnds(doc: Document, onMove: () => void) {
  const followers = [createFollower(doc, onMove), createFollower(doc, onMove)]

  return {
    at(tiles: readonly Tile[], window: Box): void {
      const inOrder = tiles
        .filter(({ box }) => box.width > 0 && box.height > 0)
        .toSorted((a, b) => a.box.y - b.box.y || a.box.x - b.box.x)
      const ends = [inOrder[0], inOrder.length > 1 ? inOrder.at(-1) : undefined]
      for (const [index, follower] of followers.entries()) {
        const end = ends[index]
        if (end === undefined) follower.stop()
        else follower.at(end.element, end.box, window)
      }
    },
    stop(): void {
      for (const follower of followers) follower.stop()
    },
  }
}
