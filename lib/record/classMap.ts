import { localTime } from '../protocol/time.ts'
import type { Overview, OverviewLesson, PupilLesson } from './overview.ts'

/** How one lesson was for one pupil, as one cell: a form to see at a glance, and the same in words. */
export interface MapCell {
  readonly is: 'full' | 'part' | 'late' | 'absent' | 'notSeen' | 'notExpected'
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
    /** "17 August 2026, 09:57" */
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

/** Who was there for less than this share of a lesson was there in part. */
const MOST_OF_IT = 0.75

const CELLS = {
  full: { is: 'full', sign: '•', words: 'there' },
  part: { is: 'part', sign: '½', words: 'there for less than three quarters' },
  late: { is: 'late', sign: 'L', words: 'late' },
  absent: { is: 'absent', sign: 'A', words: 'absent' },
  notSeen: { is: 'notSeen', sign: '?', words: 'not seen, not certain' },
  notExpected: { is: 'notExpected', sign: '', words: 'not on the register' },
} as const satisfies Readonly<Record<MapCell['is'], MapCell>>

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

export function classMapOf({ lessons, pupils }: Overview): ClassMap {
  const rows = pupils.map(({ key, name, lessons: was }) => ({ key, name, cells: was.map(cellOf) }))
  const present = new Set(rows.flatMap((row) => row.cells.map((cell) => cell.is)))
  return {
    months: monthsOf(lessons),
    lessons: lessons.map((lesson) => {
      const { day, month, year, hour, minute } = dateOf(lesson)
      const two = (n: number): string => String(n).padStart(2, '0')
      return {
        sessionId: lesson.sessionId,
        day: String(day),
        when: `${day} ${monthName(month)} ${year}, ${two(hour)}:${two(minute)}`,
      }
    }),
    rows,
    used: Object.values(CELLS).filter((cell) => present.has(cell.is)),
  }
}

function cellOf({ is, share }: PupilLesson): MapCell {
  return CELLS[is === 'here' ? (share < MOST_OF_IT ? 'part' : 'full') : is]
}

function dateOf({ startedAt, timeZone }: OverviewLesson): ReturnType<typeof localTime> {
  return localTime(startedAt, timeZone)
}

function monthName(month: number): string {
  return MONTHS[month - 1] ?? ''
}

function monthsOf(lessons: readonly OverviewLesson[]): ClassMap['months'] {
  const found: { key: string; name: string; count: number }[] = []
  for (const lesson of lessons) {
    const { month, year } = dateOf(lesson)
    const key = `${year}-${month}`
    const last = found.at(-1)
    if (last?.key === key) last.count += 1
    else found.push({ key, name: monthName(month), count: 1 })
  }
  return found
}
