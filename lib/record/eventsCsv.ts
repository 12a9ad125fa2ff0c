import { t } from '../words/say.ts'
import { csvFile } from './cells.ts'
import type { Row } from './cells.ts'
import { moment } from './csv.ts'
import { recordLines } from './lines.ts'
import type { LessonRecord } from './types.ts'

/** The log of the lesson: one row for each thing that happened, in order of time. */
export function toEventsCsv(record: LessonRecord): string {
  return csvFile([head(), ...eventRows(record)])
}

/** The logs of several lessons one after the other, each row with its lesson. */
export function toEventsCsvOfAll(records: readonly LessonRecord[]): string {
  const rows = records.flatMap((record) =>
    eventRows(record).map((row): Row => [
      record.className,
      moment(record.startedAt, record.timeZone),
      ...row,
    ]),
  )
  return csvFile([[t('Class'), t('Lesson began'), ...head()], ...rows])
}

function head(): Row {
  return [t('Time'), t('What'), t('Who'), t('Detail')]
}

function eventRows(record: LessonRecord): readonly Row[] {
  return recordLines(record).map(({ at, what, who, detail }): Row => [
    moment(at, record.timeZone),
    what,
    who,
    detail,
  ])
}
