import type { Notices } from '../../lib/platforms/dom/around.ts'
import { bestCorner, cornerSpot, isOver } from './corner.ts'
import type { Corner, InTheWay } from './corner.ts'
import type { Mover } from './mover.ts'
import type { Size } from './ownPlace.ts'
import { belowToasts, boxOf, dockSpot, overlap } from './place.ts'
import type { Box, Spot } from './place.ts'
import type { Surroundings } from './surroundings.ts'

/**
 * Where the chips and cards stand: where the teacher has put them, else in a corner of the stage, decided once for each prompt and anew
 * only where the site's bar or captions come up under them. While she presents it is the dot that stands there.
 */
export interface Dock {
  /** Says whether anything moved. */
  place(stage: Box, window: Box, around: Surroundings): boolean
}

export interface DockParts {
  readonly dock: HTMLElement
  readonly dot: HTMLElement
  readonly mover: Mover
  readonly folded: () => boolean
  /** The participants that the card on screen is about. */
  readonly about: () => readonly string[]
  readonly isCardOpen: () => boolean
  readonly tiles: () => ReadonlyMap<string, Element>
  readonly hasFocus: () => boolean
}

/** The answers of a card and what leads to them. */
const LEAST = 160
/** With so much room above captions a card is rather made low than put elsewhere. */
const LOW = 260
const EDGE = 8
const UPPER_RIGHT: Corner = { side: 'right', end: 'top' }

export function createDock(parts: DockParts): Dock {
  const { dock, dot, mover, folded } = parts
  let corner: Corner = UPPER_RIGHT
  let cornerFor: string | undefined
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
    const asked = questions.map(boxOf)
    const aside = isOver(shown, asked) && (asideFrom !== undefined || !inHand())
    if (aside === (asideFrom !== undefined)) return false
    asideFrom = aside ? shown : undefined
    dock.classList.toggle('aside', aside)
    return true
  }

  /** What the card would hide; faces are looked for only where a card is to be put. */
  function inTheWay({ controls, captions }: Surroundings): InTheWay {
    const all = parts.isCardOpen() ? parts.tiles() : new Map<string, Element>()
    const about = parts.about().flatMap((id) => all.get(id) ?? [])
    return { controls, captions, about: about.map(boxOf), tiles: [...all.values()].map(boxOf) }
  }

  function decide(stage: Box, size: Size, room: number, around: Surroundings): void {
    const key = `${parts.isCardOpen()} ${parts.about().join(' ')}`
    if (cornerFor !== key) {
      // Decided once per prompt: a card that jumps is worse than one that is in the way of a face.
      cornerFor = key
      corner = bestCorner(stage, size, inTheWay(around))
      from = 0
      return
    }
    if (inHand()) return
    const low = { width: size.width, height: Math.min(size.height, room) }
    const box = { ...cornerSpot(stage, size, corner), ...low }
    if (isOver(box, [...around.controls, ...around.captions]))
      corner = bestCorner(stage, size, { ...inTheWay(around), about: [], tiles: [] }, corner)
  }

  /** By itself, in a corner, below what the site says at the top. */
  function itself(stage: Box, window: Box, size: Size, { toasts }: Notices): Spot {
    const spot = folded() ? dockSpot(stage, size.width, 'right') : cornerSpot(stage, size, corner)
    if (!inHand()) {
      from = Math.max(from, belowToasts({ ...size, ...spot }, toasts.map(boxOf), window))
    }
    return { ...spot, y: Math.max(spot.y, from) }
  }

  function put(stage: Box, window: Box, around: Surroundings): boolean {
    const shown = folded() ? dot : dock
    const size = { width: shown.offsetWidth, height: shown.offsetHeight }
    const never = [...around.questions.map(boxOf), ...around.controls]
    const own = folded() ? undefined : mover.spot(size, window, never, inHand())
    if (own === undefined) {
      const top = cornerSpot(stage, size, { ...corner, end: 'top' })
      decide(stage, size, roomBelow(top, size, window, around), around)
    }
    const spot = own ?? itself(stage, window, size, around)
    const left =
      own === undefined ? corner.side === 'left' : own.x + size.width / 2 < window.width / 2
    // The text of a card scrolls where there is little room; its answers are always within reach.
    const room =
      own !== undefined
        ? window.height - 2 * EDGE
        : corner.end === 'bottom'
          ? stage.height - 2 * EDGE
          : roomBelow(spot, size, window, around)
    const now = `${spot.x} ${spot.y} ${room} ${left} ${folded()}`
    if (now === at) return false
    at = now
    shown.style.transform = `translate(${spot.x}px, ${spot.y}px)`
    dock.style.maxHeight = `${Math.max(LEAST, room)}px`
    dock.classList.toggle('left', left)
    return true
  }

  return {
    place(stage, window, around) {
      const moved = put(stage, window, around)
      return stepAside(around) || moved
    },
  }
}

/** How tall it may become: down to what must not be hidden, where that leaves enough, else down to the edge of the window. */
function roomBelow(spot: Spot, { width }: Size, window: Box, around: Surroundings): number {
  const whole = window.height - spot.y - EDGE
  const column = { x: spot.x, y: spot.y + LOW, width, height: whole }
  const tops = [...around.controls, ...around.captions]
    .filter((box) => box.y >= spot.y + LOW && overlap(box, column) !== undefined)
    .map(({ y }) => y - EDGE - spot.y)
  return Math.floor(Math.min(whole, ...tops))
}
