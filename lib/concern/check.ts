import { t } from '../words/say.ts'
import type { Concern } from './types.ts'

/** What a concern can't do without: a reader must know who writes of whom, and what was seen, heard or said. */
export function missingFrom(
  concern: Pick<Concern, 'writer' | 'about' | 'words' | 'facts'>,
): readonly string[] {
  const empty = (text: string) => text.trim() === ''
  return [
    ...(empty(concern.writer) ? [t('who writes this')] : []),
    ...(empty(concern.about) ? [t('whom it is about')] : []),
    ...(empty(concern.words) && empty(concern.facts) ? [t('what was said, seen or heard')] : []),
  ]
}
