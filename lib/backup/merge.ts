import type { Concern } from '../concern/types.ts'
import type { Register } from '../register/types.ts'
import type { Chained, ChainTip } from '../session/chain.ts'
import { keptFrom } from '../session/keptFrom.ts'
import { readThrough } from '../session/unread.ts'
import { DEFAULT_SETTINGS } from '../storage/settings.ts'
import type { SchoolSettings } from '../storage/settings.ts'
import type { BackupLesson, ReadContent } from './content.ts'
import { mergeClasses } from './mergeClasses.ts'
import { mergeConcerns } from './mergeConcerns.ts'
import { mergeLooks } from './mergeLooks.ts'
import type { LooksHere, LooksMerge } from './mergeLooks.ts'
import type { KeepDays, Restored } from './types.ts'

/** What is on this computer before anything is taken in. */
export interface Here {
  readonly registers: readonly Register[]
  readonly settings: SchoolSettings
  /** Days that records and concerns are kept, where the school has set them for all its computers. */
  readonly keep?: KeepDays
  /** Of each lesson its last link; undefined where it has none. */
  readonly lessons: ReadonlyMap<string, ChainTip | undefined>
  readonly concerns: readonly Concern[]
  readonly looks: LooksHere
}

/** What has to be written, and what there is to say. */
export interface Merge {
  readonly registers: readonly Register[]
  readonly settings: SchoolSettings | undefined
  readonly added: readonly BackupLesson[]
  /** Lessons of which the file knows more: only the rows that follow after what is here. */
  readonly extended: readonly { readonly lesson: BackupLesson; readonly rows: readonly Chained[] }[]
  readonly concerns: readonly Concern[]
  readonly looks: LooksMerge['taken']
  readonly said: Restored
}

/**
 * Puts a backup and what is here together so that nothing is there twice and nothing here is lost: a lesson is known by its id and its
 * chain, a class by its id, or by its name and its pupils where it was made anew on this computer, a concern by its reference, a selector
 * pack by its site.
 */
export function merge(content: ReadContent, here: Here, now: number): Merge {
  const stored = isUnset(here.settings) ? (content.settings ?? here.settings) : here.settings
  const { retentionDays, concernDays } = { ...stored, ...here.keep }
  const added: BackupLesson[] = []
  const extended: { lesson: BackupLesson; rows: readonly Chained[] }[] = []
  const lessons = { alreadyHere: 0, differ: 0, expired: 0 }
  const taken = new Set<string>()
  for (const lesson of content.lessons) {
    const { sessionId } = lesson.row
    const from = keptFrom(lesson.row, now) ?? now
    const fate = taken.has(sessionId) ? 'alreadyHere' : fateOf(lesson, here.lessons)
    taken.add(sessionId)
    if (fate === 'new' && from + retentionDays * DAY <= now) lessons.expired += 1
    else if (fate === 'new') added.push(lesson)
    else if (typeof fate === 'object') extended.push({ lesson, rows: fate.rows })
    else lessons[fate] += 1
  }
  const unread = [...added.map((one) => one.journal), ...extended.map((one) => one.rows)]
    .map((rows) => readThrough(rows).unread.length)
    .filter((n) => n > 0)
  const classes = mergeClasses(content.registers, here.registers)
  const concerns = mergeConcerns(content.concerns, here.concerns, concernDays, now)
  const looks = mergeLooks(content.looks, here.looks)
  const takesSettings = content.settings !== undefined && isUnset(here.settings)
  return {
    registers: classes.taken,
    settings: takesSettings ? withLanguage(content.settings, here.settings) : undefined,
    added,
    extended,
    concerns: concerns.added,
    looks: looks.taken,
    said: {
      lessons: {
        added: added.length,
        extended: extended.length,
        ...lessons,
        unreadable: content.unreadable.lessons,
        lacking: unread.length,
        entries: unread.reduce((sum, n) => sum + n, 0),
      },
      classes: { ...classes.said, unreadable: content.unreadable.registers },
      concerns: { ...concerns.said, unreadable: content.unreadable.concerns },
      looks: looks.said,
      settings: content.settings === undefined ? 'unreadable' : takesSettings ? 'taken' : 'kept',
    },
  }
}

const DAY = 86_400_000

/** Rows: the file goes on with them after what is here. */
function fateOf(
  { row, journal }: BackupLesson,
  here: Here['lessons'],
): 'new' | 'alreadyHere' | 'differ' | { readonly rows: readonly Chained[] } {
  if (!here.has(row.sessionId)) return 'new'
  const tip = here.get(row.sessionId)
  // From before there was a chain: the id alone has to do.
  if (tip === undefined) return 'alreadyHere'
  const same = journal.find((one) => one.seq === tip.seq)?.hash === tip.hash
  const rows = journal.filter((one) => one.seq > tip.seq)
  if (same) return rows.length > 0 ? { rows } : 'alreadyHere'
  // Here may be more than in the file, and what the file has may be the beginning of it: then nothing is lost by keeping ours.
  return journal.some((one) => one.seq >= tip.seq) ? 'differ' : 'alreadyHere'
}

/** Nothing of the school was set on this computer yet; the language that somebody reads the page in is none of it. */
function isUnset(settings: SchoolSettings): boolean {
  const ofTheSchool = { ...settings, language: DEFAULT_SETTINGS.language }
  return JSON.stringify(sorted(ofTheSchool)) === JSON.stringify(sorted(DEFAULT_SETTINGS))
}

/** A language that was chosen here stays. */
function withLanguage(
  settings: SchoolSettings | undefined,
  { language }: SchoolSettings,
): SchoolSettings | undefined {
  return settings === undefined || language === DEFAULT_SETTINGS.language
    ? settings
    : { ...settings, language }
}

function sorted(settings: SchoolSettings): readonly (readonly [string, unknown])[] {
  return Object.entries(settings).toSorted(([a], [b]) => (a < b ? -1 : 1))
}
