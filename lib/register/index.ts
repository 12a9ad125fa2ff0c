export type * from './types.ts'
export { CERTAIN } from './types.ts'
export { MOST_IMPORTED, MOST_PUPILS, MOST_STAFF } from './limits.ts'
export { memberId, setsOf, storedFrom, withSets } from './sets.ts'
export type { Fixes, Matcher, ShownPerson } from './match.ts'
export { createMatcher, matchAll } from './match.ts'
export type { Explanation } from './explain.ts'
export { explain, reasonWords } from './explain.ts'
export type {
  ApplyOptions,
  Changed,
  ConsentField,
  Delimiter,
  Encoding,
  Field,
  GuardianPart,
  IdMaker,
  ImportOptions,
  ImportPreview,
  ImportResult,
  Mapping,
  Named,
  OnProgress,
  Problem,
  ProblemCode,
  RecognisedColumn,
  UnderstoodPupil,
  UnderstoodRow,
  UnderstoodStaff,
} from './import/types.ts'
export { previewImport } from './import/preview.ts'
export { MOST_BYTES, tooLarge } from './import/size.ts'
export { applyClasses, applyImport } from './import/apply.ts'
export type { MembersResult } from './import/members.ts'
export { membersFrom } from './import/members.ts'
export { exportRegister, exportRegisters, exportSet } from './import/export.ts'
export { idsFromNames } from './import/ids.ts'
