import { localTime } from '../../lib/protocol/time.ts'
import { plainDate } from '../../lib/words/dates.ts'
import { t, tn } from '../../lib/words/say.ts'

const DAY = 86_400_000
/** From so many days before on it is said how soon: what a school has to keep can still be exported. */
const SOON_DAYS = 14

/** When a record goes by itself. `deleteAt` and `now` in milliseconds since 1970; days of the zone's calendar. */
export function deletionWords(
  deleteAt: number,
  now: number,
  zone: string,
): { readonly words: string; readonly soon: boolean } {
  const days = dayNumber(deleteAt, zone) - dayNumber(now, zone)
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

/** Days since 1970. Not by the day's text: a year of five digits can't be read back from it. */
function dayNumber(at: number, zone: string): number {
  const { year, month, day } = localTime(at, zone)
  return Date.UTC(year, month - 1, day) / DAY
}
