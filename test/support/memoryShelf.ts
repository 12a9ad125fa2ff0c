import { NO_PLAN } from '../../lib/desk/plan.ts'
import type { Shelf } from '../../lib/desk/shelf.ts'
import type { Register } from '../../lib/register/index.ts'
import type { LastLook } from '../../lib/storage/lastLook.ts'
import type { ManagedSettings } from '../../lib/storage/managed.ts'
import { DEFAULT_SETTINGS } from '../../lib/storage/settings.ts'
import type { SchoolSettings } from '../../lib/storage/settings.ts'
import { NEW_HERE } from '../../lib/welcome/progress.ts'
import { memoryConcerns } from './memoryConcerns.ts'
import { memoryUndos } from './memoryUndos.ts'

export interface MemoryShelf {
  readonly shelf: Shelf
  /** Puts other settings on the disk, as a backup that is restored does. */
  store(next: SchoolSettings): void
}

/** What the browser's storage keeps beside lessons, in memory: it outlives the desk that uses it. */
export function memoryShelf(registers: Register[], managed: ManagedSettings = {}): MemoryShelf {
  let settings: SchoolSettings = DEFAULT_SETTINGS
  let look: LastLook | undefined
  let plan = NO_PLAN
  const without = (id: string): void =>
    void registers.splice(0, registers.length, ...registers.filter((one) => one.id !== id))
  return {
    store: (next) => void (settings = next),
    shelf: {
      registers: async () => registers,
      saveRegister: async (register) => {
        without(register.id)
        registers.push(register)
      },
      deleteRegister: async (id) => without(id),
      ...memoryUndos(registers),
      ...memoryConcerns(),
      lastLook: async () => look,
      saveLastLook: async (next) => void (look = next),
      managed: async () => managed,
      settings: async () => settings,
      saveSettings: async (next) => void (settings = next),
      welcome: async () => NEW_HERE,
      saveWelcome: async () => undefined,
      plan: async () => plan,
      savePlan: async (next) => void (plan = next),
      eraseAll: async () => void registers.splice(0),
    },
  }
}
