export type * from './types.ts'
export { CERTAIN } from './types.ts'
export type { Fixes, Matcher, ShownPerson } from './match.ts'
export { createMatcher, matchAll } from './match.ts'
