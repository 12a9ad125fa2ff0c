import { clockText, localTime } from '../protocol/time.ts'
import { monthName, plainDate } from '../words/dates.ts'
import { t } from '../words/say.ts'
import type { Overview, OverviewLesson, PupilLesson } from './overview.ts'
import { withPart } from './overview.ts'

/** How one lesson was for one pupil, as one cell: a form to see at a glance, and the same in words. */
export interface MapCell {
  readonly is: 'full' | 'part' | 'unwatched' | 'late' | 'absent' | 'notSeen' | 'notExpected'
  /** One letter at most, so that no cell is told by its colour alone. */
  readonly sign: string
  readonly words: string
}

/** A class over a term: a row for each pupil, a column for each lesson. */
export interface ClassMap {
  /** Neighbouring lessons of one month, for a heading above them. */
  readonly months: readonly {
    readonly key: string
    readonly name: string
    readonly count: number
  }[]
  readonly lessons: readonly {
    readonly sessionId: string
    /** Day of the month. */
    readonly day: string
    /** "17 August 2026, 09:57", "17 August 2026, 09:57 (seen in part)" */
    readonly when: string
  }[]
  readonly rows: readonly {
    readonly key: string
    readonly name: string
    readonly cells: readonly MapCell[]
  }[]
  /** What is in the picture, for its legend. */
  readonly used: readonly Pick<MapCell, 'is' | 'sign' | 'words'>[]
}

/** Who was there for less than this share of a lesson, as far as it was watched, was there in part. */
const MOST_OF_IT = 0.75

/** One for each state, in the order of the legend. */
function allCells(): readonly MapCell[] {
  return [
    { is: 'full', sign: '•', words: t('there') },
    { is: 'part', sign: '½', words: t('there for less than three quarters') },
    { is: 'unwatched', sign: '~', words: t('there, not known for how long') },
    { is: 'late', sign: t('L##late'), words: t('late') },
    { is: 'absent', sign: t('A##absent'), words: t('absent') },
    { is: 'notSeen', sign: '?', words: t('not seen, not certain') },
    { is: 'notExpected', sign: '', words: t('not on the register') },
  ]
}

export function classMapOf({ lessons, pupils }: Overview): ClassMap {
  const cells = new Map(allCells().map((cell) => [cell.is, cell]))
  const rows = pupils.map(({ key, name, lessons: was }) => ({
    key,
    name,
    cells: was.flatMap((one) => cells.get(stateOf(one)) ?? []),
  }))
  const present = new Set(rows.flatMap((row) => row.cells.map((cell) => cell.is)))
  return {
    months: monthsOf(lessons),
    lessons: lessons.map((lesson) => {
      const { sessionId, startedAt, timeZone } = lesson
      return {
        sessionId,
        day: String(dateOf(lesson).day),
        when: withPart(
          `${plainDate(dayOf(lesson), 'UTC')}, ${clockText(startedAt, timeZone)}`,
          lesson,
        ),
      }
    }),
    rows,
    used: [...cells.values()].filter((cell) => present.has(cell.is)),
  }
}

function stateOf({ is, share }: PupilLesson): MapCell['is'] {
  if (is !== 'here') return is
  if (share === undefined) return 'unwatched'
  return share < MOST_OF_IT ? 'part' : 'full'
}

function dateOf({ startedAt, timeZone }: OverviewLesson): ReturnType<typeof localTime> {
  return localTime(startedAt, timeZone)
}

/** The day of the lesson's own calendar as a moment in UTC, whatever its zone is called. */
function dayOf(lesson: OverviewLesson): number {
  const { year, month, day } = dateOf(lesson)
  return Date.UTC(year, month - 1, day)
}

function monthsOf(lessons: readonly OverviewLesson[]): ClassMap['months'] {
  const found: { key: string; name: string; count: number }[] = []
  for (const lesson of lessons) {
    const { month, year } = dateOf(lesson)
    const key = `${year}-${month}`
    const last = found.at(-1)
    if (last?.key === key) last.count += 1
    else found.push({ key, name: monthName(dayOf(lesson), 'UTC'), count: 1 })
  }
  return found
}
