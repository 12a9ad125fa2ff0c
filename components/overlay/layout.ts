import type { Schedule } from '../../lib/observe/schedule.ts'

/**
 * When positions are read again.
 *
 *   something may have moved ─▶ at the next frame ─ it did ─▶ every frame, as long as it moves ─┐
 *        ▲                          └─ it did not ─▶ after each of `LINGER_MS` ◀─────────────────┘
 *        │                                              │
 *        └────────────────── at rest: a look every `RESTING_MS`
 *
 * The lingering is for animations that begin late; looking in every frame meanwhile cost more than all reading of the page. Where the page
 * begins to move a tile, or what holds it, by a transition or an animation, the browser says so, and the next `BURST` frames are looked at
 * however little moves at first. What holds all tiles may also be moved in ways that no event reports: two of them are followed (index.ts).
 * A single tile that a script moves in such a way is left to the look at rest. In a hidden tab there are no frames and
 * nothing to see; the look at rest keeps things right for when it is shown again.
 */
export interface Layout {
  kick(): void
  /** The elements whose size and attributes are watched; call with all of them each time. */
  watch(elements: readonly Element[]): void
  stop(): void
}

const RESTING_MS = 1500
/** Frames: a movement that begins slowly has gone a whole pixel by then. */
const BURST = 15
/** Between the looks after the last one that saw nothing move. */
const LINGER_MS = [50, 100, 200] as const

/** Properties that change a place or size, by the beginnings of their names. */
const PLACE =
  /^(transform|translate|scale|rotate|offset|inset|top|right|bottom|left|(min-|max-)?(width|height|(block|inline)-?size)|margin|padding|flex|grid|gap|(row|column)-?gap|zoom|all$)/i

function moves(event: TransitionEvent | AnimationEvent, target: Element): boolean {
  if ('propertyName' in event) return PLACE.test(event.propertyName)
  return target
    .getAnimations()
    .filter((one) => one instanceof CSSAnimation && one.animationName === event.animationName)
    .flatMap(({ effect }) => (effect instanceof KeyframeEffect ? effect.getKeyframes() : []))
    .some((frame) => Object.keys(frame).some((name) => PLACE.test(name)))
}

/** `place` reads and writes positions and says whether anything moved. */
export function createLayout(doc: Document, schedule: Schedule, place: () => boolean): Layout {
  const ended = new AbortController()
  const { signal } = ended
  let still = 0
  let burst = 0
  let cancelLinger: (() => void) | undefined
  let cancelFrame: (() => void) | undefined
  const sizes = new ResizeObserver(() => kick())
  const watched = new Set<Element>()
  // A tile that is given to another person changes its attributes, one that is put elsewhere its style; who speaks is in its classes.
  const marks = new MutationObserver((records) => {
    if (records.some(({ attributeName }) => attributeName !== 'class')) kick()
  })

  function frame(): void {
    cancelFrame = undefined
    if (signal.aborted) return
    burst = Math.max(0, burst - 1)
    if (place() || burst > 0) {
      still = 0
      cancelFrame = schedule.onFrame(frame)
      return
    }
    const wait = LINGER_MS[still]
    still += 1
    if (wait === undefined) return
    cancelLinger = schedule.after(wait, () => {
      cancelFrame ??= schedule.onFrame(frame)
    })
  }

  function kick(): void {
    still = 0
    cancelLinger?.()
    if (doc.hidden) {
      place()
      return
    }
    cancelFrame ??= schedule.onFrame(frame)
  }

  /** A movement of a tile or of what holds it; what moves inside a tile (who speaks) does not move the tile. */
  function onBegin(event: TransitionEvent | AnimationEvent): void {
    const { target } = event
    if (!event.isTrusted || !(target instanceof Element)) return
    if (![...watched].some((one) => target.contains(one)) || !moves(event, target)) return
    burst = BURST
    kick()
  }
  doc.addEventListener('transitionstart', onBegin, { signal, passive: true, capture: true })
  doc.addEventListener('animationstart', onBegin, { signal, passive: true, capture: true })

  const view = doc.defaultView
  view?.addEventListener('resize', kick, { signal, passive: true })
  doc.addEventListener('scroll', kick, { signal, passive: true, capture: true })
  doc.addEventListener('fullscreenchange', kick, { signal })
  doc.addEventListener(
    'visibilitychange',
    () => {
      // A frame asked for just before hiding never came.
      cancelFrame?.()
      cancelFrame = undefined
      kick()
    },
    { signal },
  )
  const stopResting = schedule.every(RESTING_MS, () => {
    // Also while a frame is awaited: a computer under load may not draw one for seconds, and what is read out must not wait for it.
    if (place()) kick()
  })

  return {
    kick,
    watch(elements) {
      const wanted = new Set(elements)
      if (wanted.size === watched.size && [...wanted].every((one) => watched.has(one))) return
      for (const element of watched) if (!wanted.has(element)) sizes.unobserve(element)
      for (const element of wanted) if (!watched.has(element)) sizes.observe(element)
      marks.disconnect()
      for (const element of wanted) marks.observe(element, { attributes: true })
      watched.clear()
      for (const element of wanted) watched.add(element)
    },
    stop() {
      ended.abort()
      stopResting()
      cancelFrame?.()
      cancelLinger?.()
      sizes.disconnect()
      marks.disconnect()
    },
  }
}
