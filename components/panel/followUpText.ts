import type { Message } from '../../lib/words/catalogue.ts'
import { t, tOf } from '../../lib/words/say.ts'

/** What is to be done for a family after the lesson, by whom and by when (EG-7, EG-8, EG-41). */
export interface FollowUpFields {
  readonly what: FollowUpKind
  readonly who: string
  /** "2026-11-23", or empty. */
  readonly by: string
}

export const FOLLOW_UPS = [
  'Phone call home',
  'Home visit',
  'Message to the family',
  'Support in school',
] as const satisfies readonly Message[]
export type FollowUpKind = (typeof FOLLOW_UPS)[number]

/** As a note of the lesson: "Follow-up: phone call home, Ms Khan, by 23/11/2026". */
export function followUpText({ what, who, by }: FollowUpFields): string {
  const [year, month, day] = by.split('-')
  const until =
    year === undefined || month === undefined || day === undefined
      ? ''
      : t('by {date}', { date: `${day}/${month}/${year}` })
  return t('Follow-up: {what}', {
    what: [tOf(what), who.trim(), until].filter((part) => part !== '').join(', '),
  })
}
