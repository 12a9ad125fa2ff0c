import type { Register } from '../register/index.ts'
import type { SchoolSettings } from '../storage/settings.ts'
import type { Plan } from './plan.ts'

/** The stored things besides the journal. */
export interface Shelf {
  registers(): Promise<readonly Register[]>
  saveRegister(register: Register): Promise<void>
  deleteRegister(registerId: string): Promise<void>
  settings(): Promise<SchoolSettings>
  saveSettings(settings: SchoolSettings): Promise<void>
  /** What was chosen and ticked before the call; gone with the browser. */
  plan(): Promise<Plan>
  savePlan(plan: Plan): Promise<void>
  eraseAll(): Promise<void>
}
