import { t, tn } from '../words/say.ts'

const SECOND = 1_000
const MINUTE = 60_000
const DAY = 86_400_000

/** How far a clock was set back, in the largest unit that says it well: "40 s", "60 min", "3 days". */
export function setBackLength(ms: number): string {
  if (ms < 2 * MINUTE) return t('{n} s', { n: Math.round(ms / SECOND) })
  return ms < 2 * DAY
    ? t('{n} min', { n: Math.round(ms / MINUTE) })
    : tn('{n} day|{n} days', Math.round(ms / DAY))
}
