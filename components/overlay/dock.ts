import type { Notices } from '../../lib/platforms/dom/around.ts'
import type { Mover } from './mover.ts'
import type { Size } from './ownPlace.ts'
import { belowToasts, boxOf, dockSide, dockSpot, overlap } from './place.ts'
import type { Box, Side, Spot } from './place.ts'

/**
 * Where the chips and cards stand: where the teacher has put them, else in a corner of the stage, decided once for each prompt. While
 * she presents it is the dot that stands there.
 */
export interface Dock {
  /** Says whether anything moved. */
  place(stage: Box, window: Box, notices: Notices): boolean
}

export interface DockParts {
  readonly dock: HTMLElement
  readonly dot: HTMLElement
  readonly mover: Mover
  readonly folded: () => boolean
  /** The participants that the card on screen is about. */
  readonly about: () => readonly string[]
  readonly tiles: () => ReadonlyMap<string, Element>
  readonly hasFocus: () => boolean
}

/** The answers of a card and what leads to them. */
const LEAST = 160
const EDGE = 8

export function createDock(parts: DockParts): Dock {
  const { dock, dot, mover, folded } = parts
  let side: Side = 'right'
  let sideFor: string | undefined
  /** How far down a toast of the site has moved the dock, in CSS pixels of the window. */
  let from = 0
  let at = ''
  /** Where the card stood when a question of the site made it step aside. */
  let asideFrom: Box | undefined

  /** The teacher is at the card: nothing moves under her pointer or her keys. */
  function inHand(): boolean {
    return parts.hasFocus() || dock.matches(':hover')
  }

  /**
   * What the site asks must be read before it is answered: a card that would lie over it waits as its chip until it is gone, unless
   * the teacher is in the card at that moment.
   */
  function stepAside({ questions }: Notices): boolean {
    const shown = asideFrom ?? boxOf(dock)
    const isOver = (one: Element) => overlap(boxOf(one), shown) !== undefined
    const aside = questions.some(isOver) && (asideFrom !== undefined || !inHand())
    if (aside === (asideFrom !== undefined)) return false
    asideFrom = aside ? shown : undefined
    dock.classList.toggle('aside', aside)
    return true
  }

  function corner(stage: Box, window: Box, size: Size, { toasts }: Notices): Spot {
    const about = parts.about()
    const key = about.join(' ')
    if (sideFor !== key) {
      // Decided once per prompt: a card that jumps is worse than one that is in the way.
      sideFor = key
      const all = about.length === 0 ? undefined : parts.tiles()
      const tiles = about.flatMap((id) => all?.get(id) ?? []).map(boxOf)
      side = dockSide(stage, size, tiles)
      from = 0
    }
    const spot = dockSpot(stage, size.width, folded() ? 'right' : side)
    if (!inHand()) {
      from = Math.max(from, belowToasts({ ...size, ...spot }, toasts.map(boxOf), window))
    }
    return { ...spot, y: Math.max(spot.y, from) }
  }

  function put(stage: Box, window: Box, notices: Notices): boolean {
    const shown = folded() ? dot : dock
    const size = { width: shown.offsetWidth, height: shown.offsetHeight }
    const itself = corner(stage, window, size, notices)
    const never = notices.questions.map(boxOf)
    const own = folded() ? undefined : mover.spot(size, window, never, inHand())
    const spot = own ?? itself
    const left = own === undefined ? side === 'left' : own.x + size.width / 2 < window.width / 2
    // The text of a card scrolls where the window is low; its answers are always within reach.
    const room = own === undefined ? window.height - spot.y - EDGE : window.height - 2 * EDGE
    const now = `${spot.x} ${spot.y} ${room} ${left} ${folded()}`
    if (now === at) return false
    at = now
    shown.style.transform = `translate(${spot.x}px, ${spot.y}px)`
    dock.style.maxHeight = `${Math.max(LEAST, room)}px`
    dock.classList.toggle('left', left)
    return true
  }

  return {
    place(stage, window, notices) {
      const moved = put(stage, window, notices)
      return stepAside(notices) || moved
    },
  }
}
