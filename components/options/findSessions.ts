import { platformWord } from '../../lib/record/words.ts'
import type { SessionSummary } from '../../lib/bus/protocol.ts'
import { clockTime, longDate, shortDate } from '../ui/time.ts'

/** Lessons that hold every word that was typed: class, day, month, time, site or code. Newest first. */
export function findSessions(
  sessions: readonly SessionSummary[],
  typed: string,
): readonly SessionSummary[] {
  const words = folded(typed)
    .split(/\s+/u)
    .filter((word) => word !== '')
  return sessions
    .filter((session) => {
      const text = folded(textOf(session))
      return words.every((word) => text.includes(word))
    })
    .toSorted((a, b) => b.startedAt - a.startedAt)
}

function textOf({ className, code, platform, startedAt, interrupted }: SessionSummary): string {
  return [
    className === '' ? 'no class chosen' : className,
    code,
    platformWord(platform),
    longDate(startedAt),
    shortDate(startedAt),
    clockTime(startedAt),
    interrupted ? 'interrupted' : '',
  ].join(' ')
}

function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}
