import { describe, expect, it } from 'vitest'
import { steady } from '../../lib/observe/steady.ts'

describe('the clock of a script that runs for hours', () => {
  it('counts on where the computer’s is set back, and on again', () => {
    let computer = 1_000_000
    const now = steady(() => computer)
    const passes = (ms: number): number => {
      computer += ms
      return now()
    }
    expect(passes(0)).toBe(1_000_000)
    expect(passes(500)).toBe(1_000_500)
    expect(passes(-3_600_000)).toBe(1_000_500)
    expect(passes(20_000)).toBe(1_020_500)
    expect(passes(-60_000)).toBe(1_020_500)
    expect(passes(1_000)).toBe(1_021_500)
    // A computer that slept: that time has passed.
    expect(passes(3_600_000)).toBe(4_621_500)
  })
})
