import type { Stay } from './state.ts'

/** A closed stretch of time, milliseconds since 1970, `from` ≤ `to`. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/**
 * Stays of one person on all devices as closed stretches within the session: open ones end with it, overlapping and touching
 * ones are one, and what lies outside (a clock that was set back) is cut off.
 */
export function union(stays: readonly Stay[], within: Stretch): readonly Stretch[] {
  const closed = stays
    .map((stay) => ({
      from: clamp(stay.from, within),
      to: clamp(Math.max(stay.from, stay.to ?? within.to), within),
    }))
    .toSorted((a, b) => a.from - b.from || a.to - b.to)
  const merged: { from: number; to: number }[] = []
  for (const stretch of closed) {
    const last = merged.at(-1)
    if (last !== undefined && stretch.from <= last.to) last.to = Math.max(last.to, stretch.to)
    else merged.push({ ...stretch })
  }
  return merged
}

/** The parts of `stretches` that lie in one of `others`. Both sorted and without overlap. */
export function intersection(
  stretches: readonly Stretch[],
  others: readonly Stretch[],
): readonly Stretch[] {
  return stretches.flatMap((one) =>
    others.flatMap((other) => {
      const from = Math.max(one.from, other.from)
      const to = Math.min(one.to, other.to)
      return from < to ? [{ from, to }] : []
    }),
  )
}

/** The parts of `stretches` that lie in none of `others`. Both sorted and without overlap. */
export function difference(
  stretches: readonly Stretch[],
  others: readonly Stretch[],
): readonly Stretch[] {
  return stretches.flatMap((one) => {
    const left: Stretch[] = []
    let from = one.from
    for (const other of others) {
      if (other.to <= from || other.from >= one.to) continue
      if (other.from > from) left.push({ from, to: other.from })
      from = Math.max(from, other.to)
    }
    if (from < one.to) left.push({ from, to: one.to })
    return left
  })
}

/** What lies between one stretch and the next. */
export function between(stretches: readonly Stretch[]): readonly Stretch[] {
  return stretches
    .slice(1)
    .map((next, index) => ({ from: stretches[index]?.to ?? next.from, to: next.from }))
}

export function total(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, one) => sum + one.to - one.from, 0)
}

export function wholeMinutes(milliseconds: number): number {
  return Math.floor(milliseconds / 60_000)
}

function clamp(at: number, { from, to }: Stretch): number {
  return Math.min(Math.max(at, from), to)
}
