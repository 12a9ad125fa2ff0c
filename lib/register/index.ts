export type * from './types.ts'
export { CERTAIN } from './types.ts'
export type { Fixes, Matcher, ShownPerson } from './match.ts'
export { createMatcher, matchAll } from './match.ts'
export type { Explanation } from './explain.ts'
export { explain, reasonWords } from './explain.ts'
export type {
  ApplyOptions,
  Changed,
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
  Problem,
  ProblemCode,
  RecognisedColumn,
  UnderstoodPupil,
  UnderstoodRow,
  UnderstoodStaff,
} from './import/types.ts'
export { previewImport } from './import/preview.ts'
export { applyImport } from './import/apply.ts'
export { exportRegister } from './import/export.ts'
export { idsFromNames } from './import/ids.ts'
