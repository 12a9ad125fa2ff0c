import { createContext, useContext, useMemo, useSyncExternalStore, type ReactNode } from 'react'

/**
 * The time on screen. Only what counts by the second listens to it, so a tick draws a ring and not a page. Replaceable, so
 * that a sample view can stand still.
 */
export interface Clock {
  /** Milliseconds since 1970, whole seconds: the same answer within one second. */
  readonly now: () => number
  readonly subscribe: (onTick: () => void) => () => void
}

/** The computer's clock; ticks just after each full second while somebody listens. */
export function systemClock(): Clock {
  const listeners = new Set<() => void>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const schedule = () => {
    timer = setTimeout(
      () => {
        for (const listener of listeners) listener()
        if (listeners.size > 0) schedule()
      },
      1000 - (Date.now() % 1000),
    )
  }
  return {
    now: () => Math.floor(Date.now() / 1000) * 1000,
    subscribe: (onTick) => {
      listeners.add(onTick)
      if (listeners.size === 1) schedule()
      return () => {
        listeners.delete(onTick)
        if (listeners.size === 0) clearTimeout(timer)
      }
    },
  }
}

/** A clock that stands at `at` (milliseconds since 1970). */
export function stillClock(at: number): Clock {
  return { now: () => at, subscribe: () => () => undefined }
}

const ClockContext = createContext<Clock>(systemClock())
export const ClockProvider = ClockContext.Provider

/** A clock that is ahead of the one around it: that of a lesson which counts on after the computer's was set back. */
export function ClockAhead({ ms, children }: { ms: number; children: ReactNode }) {
  const clock = useClock()
  const ahead = useMemo(
    () => ({ now: () => clock.now() + ms, subscribe: clock.subscribe }),
    [clock, ms],
  )
  return <ClockProvider value={ahead}>{children}</ClockProvider>
}

/** For a moment that is looked at once, on a click for example. */
export function useClock(): Clock {
  return useContext(ClockContext)
}

export function useNow(): number {
  const clock = useClock()
  return useSyncExternalStore(clock.subscribe, clock.now)
}
