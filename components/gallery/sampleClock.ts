/** Monday 9 November 2026, 10:03:20 in the computer's own zone, so that pictures are the same everywhere. */
export const NOW = new Date(2026, 10, 9, 10, 3, 20).getTime()

/** A moment of that morning. */
export const at = (h: number, m: number, s = 0) => new Date(2026, 10, 9, h, m, s).getTime()
