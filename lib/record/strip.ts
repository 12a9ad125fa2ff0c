import { clockText } from '../protocol/time.ts'
import { axisOf } from './axis.ts'
import type { PrintBar } from './print.ts'
import type { LessonRecord } from './types.ts'
import { isDamaged } from './words.ts'

/** A lesson as one thin line: 0 is its beginning, 1 its end. */
export interface LessonStrip {
  readonly locked: readonly PrintBar[]
  readonly lockDue?: number
  /** Who knocked after the lock. */
  readonly lateKnocks: readonly number[]
  readonly prompts: readonly number[]
  readonly unwatched: readonly PrintBar[]
  /** The journal is not what was written: the line may lack something. */
  readonly damaged: boolean
  /** The same in words. */
  readonly spoken: string
}

/** So many times are said; of more only their number. */
const MOST_TIMES = 3

export function stripOf(record: LessonRecord): LessonStrip {
  const { lock, timeZone } = record
  const { to, x, place, bar } = axisOf(record)
  const due = place(lock.dueAt)
  const locked = lock.locked ?? (lock.doneAt === undefined ? [] : [{ from: lock.doneAt, to }])
  const late = record.knocks.filter((one) => one.late).map((one) => one.at)
  const prompts = record.prompts.map((one) => one.at)
  const unwatched = record.unwatched ?? []
  const first = locked[0]
  const said = [
    first === undefined ? 'no lock seen' : `locked at ${clockText(first.from, timeZone)}`,
    times(late, 'late knock', timeZone),
    times(prompts, 'prompt', timeZone),
    ...(unwatched.length === 0 ? [] : ['not watched all the time']),
    ...(isDamaged(record) ? ['the journal is damaged'] : []),
  ]
  return {
    locked: locked.map(bar),
    ...(due === undefined ? {} : { lockDue: due }),
    lateKnocks: late.map(x),
    prompts: prompts.map(x),
    unwatched: unwatched.map(bar),
    damaged: isDamaged(record),
    spoken: `${record.lengthMinutes} ${record.lengthMinutes === 1 ? 'minute' : 'minutes'}: ${said.join('; ')}`,
  }
}

function times(all: readonly number[], what: string, timeZone: string): string {
  if (all.length === 0) return `no ${what}`
  const count = `${all.length} ${what}${all.length === 1 ? '' : 's'}`
  if (all.length > MOST_TIMES) return count
  return `${count} at ${all.map((at) => clockText(at, timeZone)).join(', ')}`
}
