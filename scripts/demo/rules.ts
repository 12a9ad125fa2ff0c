import { packById } from '../../lib/protocol/packs/index.ts'
import type { Pack } from '../../lib/protocol/types.ts'

const HOUR = 60
const SCHOOL = { id: 'hillside', schoolName: 'Hillside Primary School' } as const
const ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone

/** Both policies together in the usual hours of a school, by the clock of this computer. */
export function usualRules(): Pack {
  const combined = packById('combined')
  return { ...combined, ...SCHOOL, schoolHours: { ...combined.schoolHours, timeZone: ZONE } }
}

/**
 * The rules of the school in the demo: both policies together, with school hours around the moment of playing, on every day. Whoever
 * tries `npm start` in the evening is not told of that by the lesson.
 */
export function demoRules(now: Date): Pack {
  const minute = now.getHours() * HOUR + now.getMinutes()
  return {
    ...packById('combined'),
    ...SCHOOL,
    schoolHours: {
      from: timeOfDay(Math.max(0, minute - 2 * HOUR)),
      to: timeOfDay(Math.min(24 * HOUR - 1, minute + 5 * HOUR)),
      timeZone: ZONE,
      days: [1, 2, 3, 4, 5, 6, 7],
    },
  }
}

function timeOfDay(minute: number): string {
  const half = Math.floor(minute / 30) * 30
  const at = minute === 24 * HOUR - 1 ? minute : half
  return [Math.floor(at / HOUR), at % HOUR].map((one) => String(one).padStart(2, '0')).join(':')
}
