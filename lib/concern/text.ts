import { clockText, dayText } from '../protocol/time.ts'
import type { Message } from '../words/catalogue.ts'
import { plainDate } from '../words/dates.ts'
import { t, tOf } from '../words/say.ts'
import { withoutUnseen } from '../words/unseen.ts'
import { forWhom } from './tell.ts'
import type { Concern, ConcernCategory } from './types.ts'

/** Plain words; a school's own list of categories may differ, so the words are wide and the school's system has the last one. */
export const CATEGORY_WORDS: Readonly<Record<ConcernCategory, Message>> = {
  disclosure: 'Something a child told us',
  seenOrHeard: 'Something seen or heard',
  neglect: 'Neglect',
  physicalHarm: 'Physical harm',
  emotionalHarm: 'Emotional harm',
  sexualHarm: 'Sexual harm',
  onlineSafety: 'Online safety',
  bullying: 'Bullying or unkindness between children',
  conductOfChild: 'Conduct of a child',
  conductOfParent: 'Conduct of a parent or another adult',
  conductOfStaff: 'Conduct of a member of staff',
  securityBreach: 'Somebody in the call who should not have been there',
  other: 'Something else',
}

/** One part of the note: a heading and its text. The print page and the text to copy are made from the same parts. */
export interface ConcernPart {
  readonly title: string
  readonly text: string
}

/** In the order in which CPOMS entries are written: facts first, the child's own words, opinion last and marked as such. */
export function concernParts(concern: Concern): readonly ConcernPart[] {
  const { timeZone: zone } = concern
  const when = (at: number) => `${plainDate(at, zone)}, ${clockText(at, zone)}`
  const told =
    concern.told === ''
      ? t('Nobody yet.')
      : `${concern.told}${concern.toldAt === undefined ? '' : `, ${when(concern.toldAt)}`}`
  const written = t('I, {who}, wrote this on {when}.', {
    who: concern.writer,
    when: when(concern.at),
  })
  const changed =
    concern.changedAt === undefined
      ? ''
      : t('It was last changed on {when}; what stood here before is not kept.', {
          when: when(concern.changedAt),
        })
  return [
    { title: t('For'), text: forWhom(concern.category) ?? '' },
    { title: t('Written by'), text: `${written} ${changed}`.trim() },
    { title: t('About'), text: concern.about },
    { title: t('Category'), text: tOf(CATEGORY_WORDS[concern.category]) },
    { title: t('When and where'), text: `${when(concern.happenedAt)}. ${concern.where}`.trim() },
    { title: t('Who was there'), text: concern.present },
    { title: t('What I saw and heard (facts)'), text: concern.facts },
    { title: t('In their own words'), text: concern.words === '' ? '' : `“${concern.words}”` },
    { title: t('What I did'), text: concern.actions },
    { title: t('Who was told'), text: told },
    { title: t('What I think (opinion)'), text: concern.opinion },
  ].filter(({ text }) => text.trim() !== '')
}

/** Plain text to paste into CPOMS or another system. */
export function concernText(concern: Concern): string {
  const parts = concernParts(concern).map(({ title, text }) => `${title}\n${text}`)
  const whole = `${t('Concern {ref}', { ref: concern.ref })}\n\n${parts.join('\n\n')}\n`
  const plain = whole.replace(/\r\n?|[\u0085\u2028\u2029]/gu, '\n').replaceAll('\t', ' ')
  return withoutUnseen(plain)
}

/**
 * "C-20261120-1005-3": tells two concerns apart and says nothing of anybody. The count begins after those that there are, and goes on past
 * `taken` ones: after a deletion the next number may be in use, and a concern must never take another one's place.
 */
export function concernRef(at: number, zone: string, taken: readonly string[]): string {
  const day = dayText(at, zone).replaceAll('-', '')
  const minute = `C-${day}-${clockText(at, zone).replace(':', '')}`
  let count = taken.length + 1
  while (taken.includes(`${minute}-${count}`)) count += 1
  return `${minute}-${count}`
}
