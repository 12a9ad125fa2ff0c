import { plainDate } from '../../lib/words/dates.ts'
import { t, tn } from '../../lib/words/say.ts'
import { todayAt } from '../ui/time.ts'

const DAY = 86_400_000
/** From so many days before on it is said how soon: what a school has to keep can still be exported. */
const SOON_DAYS = 14

/** When a record goes by itself. `deleteAt` and `now` in milliseconds since 1970; days of the zone's calendar. */
export function deletionWords(
  deleteAt: number,
  now: number,
  zone: string,
): { readonly words: string; readonly soon: boolean } {
  const days = Math.round(
    (Date.parse(todayAt(deleteAt, zone)) - Date.parse(todayAt(now, zone))) / DAY,
  )
  const date = plainDate(deleteAt, zone)
  if (days > SOON_DAYS) return { words: t('Deleted by itself on {date}', { date }), soon: false }
  // A date that has passed is caught up with as soon as the browser has time.
  if (days <= 0) return { words: t('Deleted by itself today'), soon: true }
  const words =
    days === 1
      ? t('Deleted by itself tomorrow, on {date}', { date })
      : tn(
          'Deleted by itself in {n} day, on {date}|Deleted by itself in {n} days, on {date}',
          days,
          { date },
        )
  return { words, soon: true }
}
