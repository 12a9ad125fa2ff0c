import { clockText, dayText } from '../protocol/time.ts'
import type { LessonRecord } from './types.ts'

/** Longest class name in a file name: with the day, the time and a folder in front it stays under every system's limit. */
const MAX_CLASS = 80

/** "2026-11-20 Year 4 Maths 10-00.csv": sorts by day, safe on every system. `part` tells two files of one lesson apart. */
export function fileName(
  record: Pick<LessonRecord, 'startedAt' | 'plannedStartAt' | 'timeZone' | 'className'>,
  ext: string,
  part = '',
): string {
  const at = record.plannedStartAt ?? record.startedAt
  const parts = [
    dayText(at, record.timeZone),
    safe(record.className),
    clockText(at, record.timeZone).replace(':', '-'),
    safe(part),
  ]
  return `${parts.filter((one) => one !== '').join(' ')}.${ext.replace(/[^a-z0-9]/giu, '') || 'txt'}`
}

/** "2026-11-02 to 2026-11-20 Year 4 Maths 12 lessons.csv"; without a class where they are of several. */
export function fileNameOfAll(
  records: readonly Pick<LessonRecord, 'startedAt' | 'timeZone' | 'className'>[],
  ext: string,
  part = '',
): string {
  const days = records.map((one) => dayText(one.startedAt, one.timeZone)).toSorted()
  const classes = new Set(records.map((one) => one.className))
  const [first = '', last = ''] = [days[0], days.at(-1)]
  const parts = [
    first === last ? first : `${first} to ${last}`,
    classes.size === 1 ? safe([...classes][0] ?? '') : '',
    `${records.length} ${records.length === 1 ? 'lesson' : 'lessons'}`,
    safe(part),
  ]
  return `${parts.filter((one) => one !== '').join(' ')}.${ext.replace(/[^a-z0-9]/giu, '') || 'txt'}`
}

/** Letters, digits, marks and harmless punctuation; everything that a system or a reader could misread is gone. */
function safe(text: string): string {
  const clean = text
    .slice(0, 1_000)
    .toWellFormed()
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}\p{Emoji_Presentation} _()&'’,.-]+/gu, ' ')
    .replace(/\.{2,}/gu, '.')
    .replace(/\s+/gu, ' ')
  return [...clean]
    .slice(0, MAX_CLASS)
    .join('')
    .replace(/^[ .-]+|[ .-]+$/gu, '')
}
