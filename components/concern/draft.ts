import { missingFrom } from '../../lib/concern/check.ts'
import type { ConcernDraft } from '../../lib/concern/schema.ts'
import type { Concern } from '../../lib/concern/types.ts'
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
    toldTime: concern.toldAt === undefined ? '' : timeField(concern.toldAt),
    ...(concern.sessionId === undefined ? {} : { sessionId: concern.sessionId }),
  }
}

/** What is typed as a concern, or what is missing, in words. */
export function concernOf(
  fields: ConcernFields,
  timeZone: string,
): { readonly concern: ConcernDraft } | { readonly missing: readonly string[] } {
  const { day, time, toldTime, sessionId, ...rest } = fields
  const noon = Date.parse(`${day}T12:00`)
  const happenedAt = Number.isNaN(noon) ? undefined : timeOnDay(time, noon)
  const toldAt = Number.isNaN(noon) || toldTime === '' ? undefined : timeOnDay(toldTime, noon)
  const missing = [...missingFrom(fields), ...(happenedAt === undefined ? ['when it was'] : [])]
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

function dayField(at: number): string {
  const date = new Date(at)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
