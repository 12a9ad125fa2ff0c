import type { Page } from 'puppeteer'
import type { Stage } from './browser.ts'
import { inContentScript } from './content.ts'
import { until } from './rooms.ts'

/** How a clock goes: it stood at `at` when the computer's stood at `from`, and runs `rate` times as fast since. Both in ms since 1970. */
interface Going {
  readonly at: number
  readonly from: number
  readonly rate: number
}

/** Minutes of waiting in seconds: the background's and the meeting script's clock, which a test can let run faster than the computer's. */
export interface FastClock {
  /** Lets the time of the lesson run `rate` times as fast until `seen` answers true, then as always again. Throws after `ms` of real time. */
  runUntil(what: string, rate: number, seen: () => Promise<boolean>, ms?: number): Promise<void>
  /** The time of the lesson, ms since 1970. */
  now(): number
}

/** Put in place of the clock in a world of the extension. Timers go on in real time: it is only told another time. */
function setClock({ at, from, rate }: Going): void {
  const held = globalThis as { __realNow?: () => number }
  const real = (held.__realNow ??= Date.now.bind(Date))
  Date.now = () => Math.round(at + (real() - from) * rate)
}

/**
 * For a lesson that runs already, in which the background is kept alive by its panel: a worker that starts anew has the computer's
 * clock again. A reading follows every second or two, so that up to 40 times as fast no minute is without one.
 */
export function fastClock(stage: Stage, meeting: Page): FastClock {
  let going: Going = { at: Date.now(), from: Date.now(), rate: 1 }
  const now = (): number => going.at + (Date.now() - going.from) * going.rate
  const go = async (rate: number): Promise<void> => {
    going = { at: now(), from: Date.now(), rate }
    const worker = await stage.worker()
    await Promise.all([
      worker.evaluate(setClock, going),
      inContentScript(meeting, `(${setClock.toString()})(${JSON.stringify(going)})`),
    ])
  }
  return {
    now,
    async runUntil(what, rate, seen, ms = 60_000) {
      await go(rate)
      try {
        await until(what, ms, seen)
      } finally {
        await go(1)
      }
    },
  }
}
