import { csvFile } from './cells.ts'
import { moment } from './csv.ts'
import { recordLines } from './lines.ts'
import type { LessonRecord } from './types.ts'

/** The log of the lesson: one row for each thing that happened, in order of time. */
export function toEventsCsv(record: LessonRecord): string {
  const rows = recordLines(record).map(({ at, what, who, detail }) => [
    moment(at, record.timeZone),
    what,
    who,
    detail,
  ])
  return csvFile([['Time', 'What', 'Who', 'Detail'], ...rows])
}
