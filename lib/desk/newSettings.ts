import type { SchoolSettings } from '../storage/settings.ts'
import type { CurrentLesson } from './currentLesson.ts'
import { OFF_BY_SCHOOL } from './roomCheck.ts'
import type { RuleChanges } from './ruleChanges.ts'
import type { Standards } from './standards.ts'

export interface NewSettingsParts {
  readonly current: CurrentLesson
  readonly standards: Standards
  readonly rules: RuleChanges
}

/**
 * Other settings, saved or out of a backup, hold at once, also in the lesson that runs: a check that was switched off for the school
 * must not go on looking into homes until the lesson is over, and a lock must not be due by rules that are gone.
 */
export async function holdAtOnce(
  { current, standards, rules }: NewSettingsParts,
  before: SchoolSettings,
  settings: SchoolSettings,
  now: number,
): Promise<void> {
  const held = standards.pack(current.state)
  await standards.takeSettings(settings)
  await rules.since(held, 'settings', now)
  await rules.setDeadline(now)
  if (before.roomCheck && !settings.roomCheck && current.state?.roomCheck.state === 'on')
    await current.say([{ type: 'roomCheck', state: 'off', why: 'switchedOff' }], now)
}

/**
 * The lesson that runs says that the school has switched the check off, also where that came while nobody was awake: from then on nobody
 * looked, and its record must not claim otherwise.
 */
export async function sayOffBySchool(
  { current, standards }: Pick<NewSettingsParts, 'current' | 'standards'>,
  now: number,
): Promise<void> {
  const isOff = standards.school.setBySchool.includes('roomCheck')
  if (isOff && current.running?.roomCheck.state === 'on') await current.add([OFF_BY_SCHOOL], now)
}
