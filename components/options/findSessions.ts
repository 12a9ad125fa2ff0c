import type { SessionSummary } from '../../lib/bus/protocol.ts'
import { dayText } from '../../lib/protocol/time.ts'
import { isWithin, type Period } from '../../lib/record/index.ts'
import { platformWord } from '../../lib/record/words.ts'
import { t } from '../../lib/words/say.ts'
import { clockTime, longDate, shortDate } from '../ui/time.ts'

/**
 * Lessons that hold every word that was typed: class, day, month, time, site or code. Newest first. The days of `period` are those of each
 * lesson's own zone, as the list shows them.
 */
export function findSessions(
  sessions: readonly SessionSummary[],
  typed: string,
  period: Period = {},
): readonly SessionSummary[] {
  const words = folded(typed)
    .split(/\s+/u)
    .filter((word) => word !== '')
  return sessions
    .filter((session) => {
      if (!isWithin(dayText(session.startedAt, session.timeZone), period)) return false
      const text = folded(textOf(session))
      return words.every((word) => text.includes(word))
    })
    .toSorted((a, b) => b.startedAt - a.startedAt)
}

function textOf(session: SessionSummary): string {
  const { className, code, platform, startedAt, timeZone: zone, interrupted } = session
  return [
    className === '' ? t('No class chosen') : className,
    code,
    platformWord(platform),
    longDate(startedAt, zone),
    shortDate(startedAt, zone),
    clockTime(startedAt, zone),
    interrupted ? t('Interrupted') : '',
  ].join(' ')
}

function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}
