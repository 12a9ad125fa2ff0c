export type * from './types.ts'
export { CERTAIN } from './types.ts'
