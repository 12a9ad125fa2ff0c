import { missingFrom } from '../../lib/concern/check.ts'
import type { ConcernDraft } from '../../lib/concern/schema.ts'
import type { Concern } from '../../lib/concern/types.ts'
import { momentOn, safeTimeZone } from '../../lib/protocol/time.ts'
import { t } from '../../lib/words/say.ts'
import { dayField, timeField } from '../ui/time.ts'

/** A concern while somebody writes it: times as typed. */
export interface ConcernFields {
  readonly writer: string
  readonly about: string
  readonly category: Concern['category']
  /** By whose clock the times below are typed: it belongs to them, so that nothing typed can come to mean another moment. */
  readonly timeZone: string
  /** "2026-11-09" and "10:41" */
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

export function emptyFields(now: number, timeZone: string): ConcernFields {
  return {
    writer: '',
    about: '',
    category: 'seenOrHeard',
    timeZone,
    day: dayField(now, timeZone),
    time: timeField(now, timeZone),
    words: '',
    facts: '',
    opinion: '',
    present: '',
    actions: '',
    told: '',
    toldDay: dayField(now, timeZone),
    toldTime: '',
    where: '',
  }
}

/** A kept concern to be changed, with its times as its sheet shows them. */
export function fieldsOf(concern: Concern): ConcernFields {
  const timeZone = safeTimeZone(concern.timeZone)
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
    timeZone,
    day: dayField(concern.happenedAt, timeZone),
    time: timeField(concern.happenedAt, timeZone),
    toldDay: concern.toldAt === undefined ? '' : dayField(concern.toldAt, timeZone),
    toldTime: concern.toldAt === undefined ? '' : timeField(concern.toldAt, timeZone),
    ...(concern.sessionId === undefined ? {} : { sessionId: concern.sessionId }),
  }
}

/** What is typed as a concern, or what is missing, in words. */
export function concernOf(
  fields: ConcernFields,
): { readonly concern: ConcernDraft } | { readonly missing: readonly string[] } {
  const { day, time, toldDay, toldTime, sessionId, ...rest } = fields
  const happenedAt = momentOn(day, time, fields.timeZone)
  const toldAt = momentOn(toldDay, toldTime, fields.timeZone)
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
      ...(toldAt === undefined ? {} : { toldAt }),
      ...(sessionId === undefined ? {} : { sessionId }),
    },
  }
}
