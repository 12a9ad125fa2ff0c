import { plainDate } from '../words/dates.ts'
import { t } from '../words/say.ts'

/** Days of the calendar as "2026-09-01"; both ends belong to the period, and an end that is absent is open. */
export interface Period {
  readonly from?: string
  readonly to?: string
}

/** A half-term differs from school to school and is not known here: it is set as days of one's own. */
export const PERIOD_CHOICES = ['all', 'days7', 'days30', 'schoolYear', 'own'] as const
export type PeriodChoice = (typeof PERIOD_CHOICES)[number]

export interface PeriodChosen {
  readonly choice: PeriodChoice
  /** Used with `own` only, as a date field gives them: "2026-09-01", or empty. */
  readonly from: string
  readonly to: string
}
export const ALL_DAYS: PeriodChosen = { choice: 'all', from: '', to: '' }

/**
 * The days that were chosen, seen from `today` ("2026-11-20"). Seven days are today and the six before it; a school year begins on
 * 1 September, as in England and Wales. Own days in the wrong order are taken in the right one, a day that is none is left open.
 */
export function periodOf({ choice, from, to }: PeriodChosen, today: string): Period {
  switch (choice) {
    case 'all':
      return {}
    case 'days7':
      return { from: daysBefore(today, 6) }
    case 'days30':
      return { from: daysBefore(today, 29) }
    case 'schoolYear': {
      const year = Number(today.slice(0, 4))
      const first = today.slice(5) >= '09-01' ? year : year - 1
      return { from: `${String(first).padStart(4, '0')}-09-01` }
    }
    case 'own': {
      const [first, last] = isDay(from) && isDay(to) && from > to ? [to, from] : [from, to]
      return { ...(isDay(first) ? { from: first } : {}), ...(isDay(last) ? { to: last } : {}) }
    }
  }
}

/** Whether a day ("2026-11-20") belongs to the period. */
export function isWithin(day: string, { from, to }: Period): boolean {
  return (from === undefined || day >= from) && (to === undefined || day <= to)
}

/** "1 September 2026" of "2026-09-01". */
function dayWords(day: string): string {
  return plainDate(Date.parse(`${day}T00:00:00Z`), 'UTC')
}

/** "from 1 September 2026", "until …", "from … to …"; empty for all days. */
export function periodWords({ from, to }: Period): string {
  if (from === undefined) return to === undefined ? '' : t('until {day}', { day: dayWords(to) })
  return to === undefined
    ? t('from {day}', { day: dayWords(from) })
    : t('from {day} to {last}', { day: dayWords(from), last: dayWords(to) })
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/u.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`))
}

/** In UTC, where every day has the same length. */
function daysBefore(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - count * 86_400_000).toISOString().slice(0, 10)
}
