/** How much a register can hold. What is over is refused with a sentence, never cut in silence. */

/** Longest single value; a longer one is no name. */
export const LONGEST_VALUE = 200
export const MOST_PUPILS = 20_000
export const MOST_STAFF = 2000
export const MOST_GUARDIANS = 20
export const MOST_ALIASES = 200
/** Classes that one import may write. */
export const MOST_IMPORTED = 300
