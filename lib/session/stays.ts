import { FLICKER_MS } from './clock.ts'
import type { Stay } from './state.ts'

/** Opens a stretch at `at`; does nothing while one is open. */
export function openStay(stays: readonly Stay[], at: number): readonly Stay[] {
  const last = stays.at(-1)
  return last !== undefined && last.to === undefined ? stays : [...stays, { from: at }]
}

/** Closes the open stretch; a stretch never ends before it began (the clock may have been set back). */
export function closeStay(stays: readonly Stay[], at: number): readonly Stay[] {
  const last = stays.at(-1)
  if (last === undefined || last.to !== undefined) return stays
  return [...stays.slice(0, -1), { from: last.from, to: Math.max(last.from, at) }]
}

/** The stretches as a person would count them: what was missed for a moment only is one and the same. In order of time. */
export function occurrences(stays: readonly Stay[]): readonly Stay[] {
  const found: Stay[] = []
  for (const stay of stays) {
    const last = found.at(-1)
    if (last?.to !== undefined && stay.from - last.to < FLICKER_MS)
      found.splice(-1, 1, { ...stay, from: last.from })
    else found.push(stay)
  }
  return found
}

/** When somebody left last who had been there; one who was read for some seconds only was not. Undefined where there is no such time. */
export function lastLeftAt(stays: readonly Stay[]): number | undefined {
  const ended = occurrences(stays).filter(({ to }) => to !== undefined)
  const long = ended.findLast(({ from, to = from }) => to - from >= FLICKER_MS)
  return (long ?? ended.at(-1))?.to
}
