import type { NoticeKind } from './events.ts'
import type { SessionState } from './state.ts'
import { occurrences } from './stays.ts'

/** When what is on now began this time: another recording of the same lesson is another one (EG-21). */
export function noticeSince(
  { noticed, signs, startedAt }: Pick<SessionState, 'noticed' | 'signs' | 'startedAt'>,
  what: NoticeKind,
): number {
  const from = occurrences(noticed?.[what] ?? []).at(-1)?.from ?? startedAt
  return Math.max(from, signs?.[what]?.backAt ?? from)
}

/** Whether the site shows now that it is on. Without its sign it may go on all the same: neither site says when it stops. */
export function isShown({ notices, signs }: SessionState, what: NoticeKind): boolean {
  return notices[what] === 'yes' && signs?.[what]?.hiddenAt === undefined
}
