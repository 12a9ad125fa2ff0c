import { packById } from '../protocol/packs/index.ts'
import type { Pack } from '../protocol/types.ts'
import { t } from '../words/say.ts'

/**
 * The rules of the practice lesson: both founding schools' together, so that everything is met once. It can be practised on any day
 * and in any time zone.
 */
export function practiceRules(timeZone: string): Pack {
  const both = packById('combined')
  return {
    ...both,
    id: 'practice',
    schoolName: t('Practice: not a real lesson'),
    schoolHours: { from: '08:30', to: '15:30', timeZone, days: [1, 2, 3, 4, 5, 6, 7] },
  }
}
