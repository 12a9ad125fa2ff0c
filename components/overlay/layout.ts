import type { Schedule } from '../../lib/observe/schedule.ts'

/**
 * When positions are read again.
 *
 *   something may have moved ─▶ at the next frame ─ it did ─▶ every frame, as long as it moves ─┐
 *        ▲                          └─ it did not ─▶ after each of `LINGER_MS` ◀─────────────────┘
 *        │                                              │
 *        └────────────────── at rest: a look every `RESTING_MS`
 *
 * The lingering is for animations that begin late; looking in every frame meanwhile cost more than all reading of the page. Tiles also move by transforms that no observer reports, hence the look at rest. In a hidden tab there are no frames and
 * nothing to see; the look at rest keeps things right for when it is shown again.
 */
export interface Layout {
  kick(): void
  /** The elements whose size and attributes are watched; call with all of them each time. */
  watch(elements: readonly Element[]): void
  stop(): void
}

const RESTING_MS = 1500
/** Between the looks after the last one that saw nothing move. */
const LINGER_MS = [50, 100, 200] as const

/** `place` reads and writes positions and says whether anything moved. */
export function createLayout(doc: Document, schedule: Schedule, place: () => boolean): Layout {
  const ended = new AbortController()
  const { signal } = ended
  let still = 0
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
    if (place()) {
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
