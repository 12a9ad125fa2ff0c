import type { Register } from '../register/index.ts'
import type { Concern } from '../concern/types.ts'
import type { ManagedSettings } from '../storage/managed.ts'
import type { SchoolSettings } from '../storage/settings.ts'
import type { WelcomeProgress } from '../welcome/progress.ts'
import type { LastLook } from '../storage/lastLook.ts'
import type { Plan } from './plan.ts'

/** For so long a register is kept as it was before an import. */
export const UNDO_DAYS = 14

/** An import that can be taken back. */
export interface ImportUndo {
  readonly registerId: string
  /** The file's name, or that it was pasted. */
  readonly source: string
  /** When it was imported, milliseconds since 1970. */
  readonly at: number
  readonly keptUntil: number
  /** It was undone: undoing again brings it back. */
  readonly undone: boolean
}

/** The stored things besides the journal. */
export interface Shelf {
  registers(): Promise<readonly Register[]>
  saveRegister(register: Register): Promise<void>
  /** With its undo; a class that is gone can't be brought back. */
  deleteRegister(registerId: string): Promise<void>
  /** Stores what an import made, all or nothing, and keeps each register as it was before until the next import of it. */
  saveImported(registers: readonly Register[], source: string, now: number): Promise<void>
  /** The imports that can be undone, or brought back, now. */
  undos(now: number): Promise<readonly ImportUndo[]>
  /** Goes back to how the register was before its last import; done again it brings the import back. */
  undoImport(registerId: string, now: number): Promise<void>
  /** Deletes what has been kept for UNDO_DAYS. */
  forgetUndos(now: number): Promise<void>
  /** Latest first. */
  concerns(): Promise<readonly Concern[]>
  /** Rejects where its reference is in use: a new concern never takes another one's place. */
  addConcern(concern: Concern): Promise<void>
  /** A changed one. */
  saveConcern(concern: Concern): Promise<void>
  deleteConcern(ref: string): Promise<void>
  /** Deletes those that were written so many days ago or longer. */
  forgetConcerns(days: number, now: number): Promise<void>
  /** When it was last looked for what is past its days. */
  lastLook(): Promise<LastLook | undefined>
  saveLastLook(look: LastLook): Promise<void>
  /** What the school sets for all its computers. */
  managed(): Promise<ManagedSettings>
  settings(): Promise<SchoolSettings>
  saveSettings(settings: SchoolSettings): Promise<void>
  /** How far the welcome page was worked through. */
  welcome(): Promise<WelcomeProgress>
  saveWelcome(progress: WelcomeProgress): Promise<void>
  /** What was chosen and ticked before the call; gone with the browser. */
  plan(): Promise<Plan>
  savePlan(plan: Plan): Promise<void>
  eraseAll(): Promise<void>
}
