import { safeTimeZone, shownMoment } from '../protocol/time.ts'
import { language } from './language.ts'

/**
 * Days in the language of the page. Browsers know no Welsh dates (Chromium 148: `Intl.DateTimeFormat.supportedLocalesOf('cy')` is empty),
 * so they are written here. Moments are milliseconds since 1970, days those of the given time zone.
 */
const WELSH = {
  days: [
    'Dydd Sul',
    'Dydd Llun',
    'Dydd Mawrth',
    'Dydd Mercher',
    'Dydd Iau',
    'Dydd Gwener',
    'Dydd Sadwrn',
  ],
  shortDays: ['Sul', 'Llun', 'Maw', 'Merch', 'Iau', 'Gwen', 'Sad'],
  months: [
    'Ionawr',
    'Chwefror',
    'Mawrth',
    'Ebrill',
    'Mai',
    'Mehefin',
    'Gorffennaf',
    'Awst',
    'Medi',
    'Hydref',
    'Tachwedd',
    'Rhagfyr',
  ],
  shortMonths: [
    'Ion',
    'Chwef',
    'Maw',
    'Ebr',
    'Mai',
    'Meh',
    'Gorff',
    'Awst',
    'Medi',
    'Hyd',
    'Tach',
    'Rhag',
  ],
} as const

const ENGLISH_DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

/** "Monday 9 November 2026", "Dydd Llun 9 Tachwedd 2026" */
export function longDate(at: number, timeZone: string): string {
  return dateIn(at, timeZone, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
}

/** "Mon 9 Nov", "Llun 9 Tach" */
export function shortDate(at: number, timeZone: string): string {
  return dateIn(at, timeZone, { weekday: 'short', day: 'numeric', month: 'short' })
}

/** "9 November 2026", "9 Tachwedd 2026" */
export function plainDate(at: number, timeZone: string): string {
  return dateIn(at, timeZone, { day: 'numeric', month: 'long', year: 'numeric' })
}

/** "November", "Tachwedd" */
export function monthName(at: number, timeZone: string): string {
  return dateIn(at, timeZone, { month: 'long' })
}

function dateIn(
  at: number,
  zone: string,
  parts: Pick<Intl.DateTimeFormatOptions, 'weekday' | 'day' | 'month' | 'year'>,
): string {
  const timeZone = safeTimeZone(zone)
  const moment = shownMoment(at)
  if (language() === 'en')
    return new Intl.DateTimeFormat('en-GB', { ...parts, timeZone }).format(moment).replace(',', '')
  const { weekday, month, ...numbers } = parts
  const found = new Map(
    new Intl.DateTimeFormat('en-GB', {
      ...numbers,
      ...(weekday === undefined ? {} : { weekday: 'short' }),
      month: 'numeric',
      timeZone,
    })
      .formatToParts(moment)
      .map(({ type, value }) => [type, value]),
  )
  const days = weekday === 'long' ? WELSH.days : WELSH.shortDays
  const months = month === 'long' ? WELSH.months : WELSH.shortMonths
  const words = [
    weekday === undefined ? undefined : days[ENGLISH_DAYS.indexOf(found.get('weekday') ?? '')],
    // Beside a month in figures the browser writes "09".
    parts.day === undefined ? undefined : String(Number(found.get('day'))),
    months[Number(found.get('month')) - 1],
    found.get('year'),
  ]
  return words.filter((word) => word !== undefined).join(' ')
}
