import type { SchoolSettings } from '../../storage/settings.ts'
import type { CurrentLesson } from '../currentLesson.ts'
import { holdAtOnce } from '../newSettings.ts'
import type { RuleChanges } from '../ruleChanges.ts'
import type { Shelf } from '../shelf.ts'
import type { Standards } from '../standards.ts'
import type { Turns } from '../turns.ts'
import type { Doors } from './types.ts'

export interface SettingsDoorParts {
  readonly turns: Turns
  readonly current: CurrentLesson
  readonly standards: Standards
  readonly rules: RuleChanges
  readonly shelf: Shelf
}

/** The school's settings, and how far the welcome page was worked through. */
export function settingsDoors({
  turns,
  current,
  standards,
  rules,
  shelf,
}: SettingsDoorParts): Doors<'school' | 'welcome' | 'saveWelcome' | 'settings' | 'saveSettings'> {
  return {
    school: async () => {
      await turns.ready()
      return standards.school
    },
    welcome: async () => {
      await turns.ready()
      return shelf.welcome()
    },
    saveWelcome: (progress) => turns.told(() => shelf.saveWelcome(progress)),
    settings: async () => {
      await turns.ready()
      return shelf.settings()
    },
    saveSettings: (settings) =>
      turns.told(async (now) => {
        const before = await shelf.settings()
        await shelf.saveSettings(settings)
        // She was shown what that deletes: it waits for no day after a holiday.
        if (isShorter(settings, before)) await shelf.saveLastLook({ at: now })
        await holdAtOnce({ current, standards, rules }, before, settings, now)
      }),
  }
}

function isShorter(next: SchoolSettings, before: SchoolSettings): boolean {
  return next.retentionDays < before.retentionDays || next.concernDays < before.concernDays
}
