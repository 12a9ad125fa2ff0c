export type * from './observation.ts'
export {
  HEALTH_REASONS,
  HEALTH_TOPICS,
  LOOKS_FROM,
  MAX_CHAT,
  MAX_NAME,
  MAX_PEOPLE,
  SELF_ROLES,
} from './observation.ts'
export { atMostPeople } from './atMost.ts'
export type * from './command.ts'
export { COMMAND_KINDS } from './command.ts'
export { isFileAddress, namesFile } from './fileAddress.ts'
export type * from './adapter.ts'
