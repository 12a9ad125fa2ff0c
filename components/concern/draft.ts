import { missingFrom } from '../../lib/concern/check.ts'
import type { ConcernDraft } from '../../lib/concern/schema.ts'
import type { Concern } from '../../lib/concern/types.ts'
import { t } from '../../lib/words/say.ts'
import { timeField, timeOnDay } from '../ui/time.ts'

/** A concern while somebody writes it: times as typed. */
export interface ConcernFields {
  readonly writer: string
  readonly about: string
  readonly category: Concern['category']
  /** "2026-11-09" and "10:41", by the clock of this computer. */
  readonly day: string
  readonly time: string
  readonly words: string
  readonly facts: string
  readonly opinion: string
  readonly present: string
  readonly actions: string
  readonly told: string
  /** The day and time they were told, by the same clock; without a time none is kept. */
  readonly toldDay: string
  readonly toldTime: string
  readonly where: string
  readonly sessionId?: string
}

export function emptyFields(now: number): ConcernFields {
  return {
    writer: '',
    about: '',
    category: 'seenOrHeard',
    day: dayField(now),
    time: timeField(now),
    words: '',
    facts: '',
    opinion: '',
    present: '',
    actions: '',
    told: '',
    toldDay: dayField(now),
    toldTime: '',
    where: '',
  }
}

export function fieldsOf(concern: Concern): ConcernFields {
  const { writer, about, category, words, facts, opinion, present, actions, told, where } = concern
  return {
    writer,
    about,
    category,
    words,
    facts,
    opinion,
    present,
    actions,
    told,
    where,
    day: dayField(concern.happenedAt),
    time: timeField(concern.happenedAt),
    toldDay: concern.toldAt === undefined ? '' : dayField(concern.toldAt),
    toldTime: concern.toldAt === undefined ? '' : timeField(concern.toldAt),
    ...(concern.sessionId === undefined ? {} : { sessionId: concern.sessionId }),
  }
}

/** What is typed as a concern, or what is missing, in words. */
export function concernOf(
  fields: ConcernFields,
  timeZone: string,
): { readonly concern: ConcernDraft } | { readonly missing: readonly string[] } {
  const { day, time, toldDay, toldTime, sessionId, ...rest } = fields
  const happenedAt = timeOf(day, time)
  const toldAt = timeOf(toldDay, toldTime)
  const missing = [
    ...missingFrom(fields),
    ...(happenedAt === undefined ? [t('when it was')] : []),
    ...(toldTime !== '' && toldAt === undefined ? [t('on which day they were told')] : []),
  ]
  if (missing.length > 0 || happenedAt === undefined) return { missing }
  return {
    concern: {
      ...rest,
      happenedAt,
      timeZone,
      ...(toldAt === undefined ? {} : { toldAt }),
      ...(sessionId === undefined ? {} : { sessionId }),
    },
  }
}

/** A day and a time as typed, in ms since 1970; undefined where one of them is empty or broken. */
function timeOf(day: string, time: string): number | undefined {
  const noon = Date.parse(`${day}T12:00`)
  return Number.isNaN(noon) ? undefined : timeOnDay(time, noon)
}

/** The value of a day field ("2026-11-09") by the clock of this computer. */
export function dayField(at: number): string {
  const date = new Date(at)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
