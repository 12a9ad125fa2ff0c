/** Where a moment lies on the timeline, and which minutes get a mark. Times are milliseconds since 1970. */

export interface Scale {
  readonly from: number
  readonly to: number
  /** 0–100 across the picture; outside is clamped. */
  readonly x: (at: number) => number
  /** Round times within the range. */
  readonly ticks: readonly number[]
}

const STEPS_MIN = [1, 2, 5, 10, 15, 30, 60, 120] as const
const MOST_TICKS = 7

export function timelineScale(from: number, to: number): Scale {
  // A record of no length at all still has a picture one minute wide.
  const end = Math.max(to, from + 60_000)
  const length = end - from
  const step = (STEPS_MIN.find((minutes) => length / (minutes * 60_000) <= MOST_TICKS) ?? 240) * 60_000
  const ticks: number[] = []
  for (let at = Math.ceil(from / step) * step; at <= end; at += step) ticks.push(at)
  return {
    from,
    to: end,
    x: (at) => Math.min(100, Math.max(0, ((at - from) / length) * 100)),
    ticks,
  }
}

/** "10:00 to 10:18, 10:22 to 10:47" */
export function staysInWords(
  stays: readonly { readonly from: number; readonly to: number }[],
  time: (at: number) => string,
): string {
  if (stays.length === 0) return 'not seen'
  return stays.map((stay) => `${time(stay.from)} to ${time(stay.to)}`).join(', ')
}
