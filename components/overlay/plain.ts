import type { Schedule } from '../../lib/observe/schedule.ts'

/**
 * Whether something of ours can be seen as it is: nothing lies over it, and nothing makes it see-through, small or crooked. A page can't
 * make up a click, but it can make the teacher click on what she does not see: our card behind a picture of its own, or invisible over a
 * button of its own. The browser tells (IntersectionObserver, version 2, made against just that); what is laid over without taking clicks
 * counts as well.
 */
export interface PlainSight {
  /**
   * Tells once whether it was seen whole and without interruption for long enough to be read, and still is in the next frame: what the
   * browser told last is up to 100 ms old, and as old as the last frame where the computer is busy. Where no frame comes, the last one is
   * what she still sees.
   */
  ask(element: Element, tell: (seen: boolean) => void): void
}

/** The second version is not in TypeScript's own list yet. */
interface VisibilityInit extends IntersectionObserverInit {
  readonly trackVisibility: true
  readonly delay: number
}
type VisibilityEntry = IntersectionObserverEntry & { readonly isVisible: boolean }

/** The shortest that the browser allows. */
const DELAY_MS = 100
/** What comes into sight under a pointer that is already moving was not meant by its click. */
const READ_MS = 350
/** Where nothing is drawn for so long, nothing is laid over anything either. */
const NO_FRAME_MS = 1000

export interface PlainSightParts {
  readonly elements: readonly Element[]
  readonly clock: () => number
  readonly schedule: Schedule
  readonly signal: AbortSignal
}

export function createPlainSight(parts: PlainSightParts): PlainSight {
  const { elements, clock, schedule, signal } = parts
  const since = new Map<Element, number>()

  function take(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isVisible } of entries as readonly VisibilityEntry[]) {
      if (!isVisible) since.delete(target)
      else if (!since.has(target)) since.set(target, clock())
    }
  }

  const how: VisibilityInit = { trackVisibility: true, delay: DELAY_MS, threshold: [0, 1] }
  const observer = new IntersectionObserver(take, how)
  for (const element of elements) observer.observe(element)
  signal.addEventListener('abort', () => observer.disconnect(), { once: true })

  function holds(element: Element): boolean {
    take(observer.takeRecords())
    const from = since.get(element)
    return from !== undefined && clock() - from >= READ_MS
  }

  return {
    ask(element, tell) {
      if (!holds(element)) return tell(false)
      const answer = (): void => {
        stop()
        tell(holds(element))
      }
      // One that is new is told in the next frame, whatever the frame before was.
      const fresh = new IntersectionObserver((entries) => {
        take(entries)
        answer()
      }, how)
      // In two halves: a page that holds the browser up makes one wait late, and the frame comes before the next.
      let cancel = schedule.after(NO_FRAME_MS / 2, () => {
        cancel = schedule.after(NO_FRAME_MS / 2, () => {
          take(fresh.takeRecords())
          answer()
        })
      })
      const stop = (): void => {
        cancel()
        fresh.disconnect()
        signal.removeEventListener('abort', stop)
      }
      signal.addEventListener('abort', stop)
      fresh.observe(element)
    },
  }
}
