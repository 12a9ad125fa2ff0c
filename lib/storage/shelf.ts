import { browser } from '../bus/browser.ts'
import type { Shelf } from '../desk/shelf.ts'
import { NO_PLAN } from '../desk/plan.ts'
import type { Plan } from '../desk/plan.ts'
import type { Database } from './database.ts'
import { eraseEverything } from './erase.ts'
import { concernShelf } from './concerns.ts'
import { readLastLook, writeLastLook } from './lastLook.ts'
import { readManaged } from './managed.ts'
import { migrate } from './migrations/index.ts'
import { undoShelf } from './undos.ts'
import { DEFAULT_SETTINGS, SETTINGS_KEY, schoolSettings } from './settings.ts'
import type { SchoolSettings } from './settings.ts'
import { readWelcome, writeWelcome } from './welcome.ts'

const PLAN_KEY = 'plan'

/** Registers in the database, settings in `storage.local`. Only the background makes one of these. */
export function browserShelf(db: Database): Shelf {
  return {
    registers: () => db.registers.orderBy('id').toArray(),
    async saveRegister(register) {
      await db.registers.put(register)
    },
    async deleteRegister(registerId) {
      await db.transaction('rw', db.registers, db.undos, async () => {
        await db.registers.delete(registerId)
        await db.undos.delete(registerId)
      })
    },
    ...undoShelf(db),
    ...concernShelf(db),
    lastLook: readLastLook,
    saveLastLook: writeLastLook,
    settings: readSettings,
    saveSettings: writeSettings,
    managed: () => readManaged(browser.storage.managed),
    welcome: readWelcome,
    saveWelcome: writeWelcome,
    async plan() {
      const stored = (await browser.storage.session.get(PLAN_KEY))[PLAN_KEY]
      // Written by this very version: an update of the extension clears the browser's session memory.
      return (stored as Plan | undefined) ?? NO_PLAN
    },
    async savePlan(plan) {
      await browser.storage.session.set({ [PLAN_KEY]: plan })
    },
    eraseAll: () =>
      eraseEverything(db, {
        caches: globalThis.caches,
        areas: [browser.storage.local, browser.storage.session],
      }),
  }
}

export async function writeSettings(settings: SchoolSettings): Promise<void> {
  await browser.storage.local.set({ [SETTINGS_KEY]: schoolSettings.parse(settings) })
}

/** Settings field by field: one unreadable field falls back to its default and is said, the others are kept. */
export async function readSettings(): Promise<SchoolSettings> {
  const stored = (await browser.storage.local.get(SETTINGS_KEY))[SETTINGS_KEY]
  if (stored === undefined) return DEFAULT_SETTINGS
  const value = migrate(typeof stored === 'object' && stored !== null ? { ...stored } : {})
  const whole = schoolSettings.safeParse(value)
  if (whole.success) return whole.data
  const repaired: Record<string, unknown> = { ...DEFAULT_SETTINGS }
  for (const [key, field] of Object.entries(schoolSettings.shape)) {
    const parsed = field.safeParse(value[key])
    if (parsed.success && value[key] !== undefined) repaired[key] = parsed.data
    else if (value[key] !== undefined)
      console.warn(`The stored setting “${key}” could not be read and has its default again.`)
  }
  return schoolSettings.parse(repaired)
}
