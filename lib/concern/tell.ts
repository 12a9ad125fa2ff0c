import { t } from '../words/say.ts'
import type { ConcernCategory } from './types.ts'

/**
 * Who is told, before anything is written. A concern about a child or a parent goes to the safeguarding lead (CW-14, EG-39). One about
 * somebody who works at the school goes to the headteacher, one about the headteacher to the chair of governors (Keeping children
 * safe in education, part four), however small it seems.
 */
export function whoToTell(category: ConcernCategory): string {
  return category === 'conductOfStaff'
    ? t(
        'About anybody who works or helps at the school: tell the headteacher first, then write. About the headteacher: tell the chair of governors. Please keep it confidential, and don’t raise it with the person it is about. If you can reach neither, ring your local authority’s designated officer.',
      )
    : t('Tell the safeguarding lead first, then write.')
}

/** Whom a written concern is for, where that is not the safeguarding lead; undefined otherwise. */
export function forWhom(category: ConcernCategory): string | undefined {
  return category === 'conductOfStaff'
    ? t(
        'The headteacher; if it is about the headteacher, the chair of governors. Not for a child’s file.',
      )
    : undefined
}
