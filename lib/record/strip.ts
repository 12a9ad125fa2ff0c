import { clockText } from '../protocol/time.ts'
import { t, tn } from '../words/say.ts'
import { axisOf } from './axis.ts'
import type { PrintBar } from './print.ts'
import type { LessonRecord } from './types.ts'
import { isDamaged, lacksEntries } from './words.ts'

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
  /** Some of its entries can't be read, damaged or not. */
  readonly lacking: boolean
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
    first === undefined
      ? t('no lock seen')
      : t('locked at {time}', { time: clockText(first.from, timeZone) }),
    lateWords(late, timeZone),
    promptWords(prompts, timeZone),
    ...(unwatched.length === 0 ? [] : [t('not watched all the time')]),
    ...(isDamaged(record)
      ? [t('the journal is damaged')]
      : lacksEntries(record)
        ? [t('some entries can’t be read')]
        : []),
  ]
  return {
    locked: locked.map(bar),
    ...(due === undefined ? {} : { lockDue: due }),
    lateKnocks: late.map(x),
    prompts: prompts.map(x),
    unwatched: unwatched.map(bar),
    damaged: isDamaged(record),
    lacking: lacksEntries(record),
    spoken: `${tn('{n} minute|{n} minutes', record.lengthMinutes)}: ${said.join('; ')}`,
  }
}

function lateWords(all: readonly number[], timeZone: string): string {
  const n = all.length
  if (n === 0) return t('no late knock')
  if (n > MOST_TIMES) return tn('{n} late knock|{n} late knocks', n)
  const times = timesOf(all, timeZone)
  return tn('{n} late knock at {times}|{n} late knocks at {times}', n, { times })
}

function promptWords(all: readonly number[], timeZone: string): string {
  const n = all.length
  if (n === 0) return t('no prompt')
  if (n > MOST_TIMES) return tn('{n} prompt|{n} prompts', n)
  return tn('{n} prompt at {times}|{n} prompts at {times}', n, { times: timesOf(all, timeZone) })
}

function timesOf(all: readonly number[], timeZone: string): string {
  return all.map((at) => clockText(at, timeZone)).join(', ')
}
