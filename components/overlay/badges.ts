import type { OverlayView } from '../../lib/views/types.ts'
import { clipped, make, shape } from './make.ts'
import type { TileFinder } from './tiles.ts'
import { badgeSpot, boxOf } from './place.ts'
import type { Box } from './place.ts'

/** Small signs on the tiles. They take no pointer, so that the tile's own buttons stay within reach. */
export interface Badges {
  update(badges: OverlayView['badges']): void
  /**
   * Puts every badge on the tile that is this person's now, but none under `covers`. Gives back the tiles with their places, and
   * whether anything moved.
   */
  place(
    bounds: Box,
    covers: readonly Box[],
  ): { readonly tiles: readonly Tile[]; readonly moved: boolean }
}

export interface Tile {
  readonly element: Element
  readonly box: Box
}

interface Badge {
  readonly element: HTMLElement
  readonly said: string
  at: string
}

const LONGEST = 40

export function createBadges(doc: Document, finder: TileFinder, layer: HTMLElement): Badges {
  const badges = new Map<string, Badge>()

  function build({ tone, text }: OverlayView['badges'][number]): HTMLElement {
    const element = make(doc, 'div', { className: `badge ${tone}` }, [
      shape(doc, tone),
      make(doc, 'span', { text: clipped(text, LONGEST) }),
    ])
    element.hidden = true
    return element
  }

  return {
    update(wanted) {
      const ids = new Set(wanted.map((one) => one.participantId))
      for (const [id, { element }] of badges) {
        if (!ids.has(id)) {
          element.remove()
          badges.delete(id)
        }
      }
      for (const one of wanted) {
        const said = `${one.tone} ${one.text}`
        const before = badges.get(one.participantId)
        if (before?.said === said) continue
        before?.element.remove()
        const element = build(one)
        layer.append(element)
        badges.set(one.participantId, { element, said, at: '' })
      }
    },

    place(bounds, covers) {
      const tiles: Tile[] = []
      // All reading before all writing, so that the page is laid out once.
      const spots = [...badges].map(([id, badge]) => {
        const tile = finder.of(id)
        if (tile === undefined) return { badge, spot: undefined }
        const box = boxOf(tile)
        tiles.push({ element: tile, box })
        return { badge, spot: badgeSpot(box, bounds, covers) }
      })
      let moved = false
      for (const { badge, spot } of spots) {
        const at = spot === undefined ? 'away' : `${spot.x} ${spot.y} ${spot.maxWidth}`
        if (badge.at === at) continue
        moved = true
        badge.at = at
        const { element } = badge
        element.hidden = spot === undefined
        if (spot === undefined) continue
        element.style.transform = `translate(${spot.x}px, ${spot.y}px)`
        element.style.maxWidth = `${spot.maxWidth}px`
        element.classList.toggle('compact', spot.compact)
      }
      return { tiles, moved }
    },
  }
}
