export type * from './observation.ts'
export { HEALTH_REASONS, HEALTH_TOPICS, MAX_CHAT, MAX_NAME, MAX_PEOPLE } from './observation.ts'
export type * from './command.ts'
export type * from './adapter.ts'
