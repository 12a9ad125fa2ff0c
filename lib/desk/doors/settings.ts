import type { CurrentLesson } from '../currentLesson.ts'
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

/**
 * The school's settings, and how far the welcome page was worked through. Changed settings hold at once, also in the lesson that runs: a
 * check that was switched off for the school must not go on looking into homes until the lesson is over.
 */
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
        const held = standards.pack(current.state)
        await shelf.saveSettings(settings)
        await standards.takeSettings(settings)
        await rules.since(held, 'settings', now)
        // Changed rules hold at once, also for the lock of a lesson that runs.
        await rules.setDeadline(now)
        // Switched off for the school: in the running lesson too, at once.
        if (before.roomCheck && !settings.roomCheck && current.state?.roomCheck.state === 'on')
          await current.say([{ type: 'roomCheck', state: 'off', why: 'switchedOff' }], now)
      }),
  }
}
