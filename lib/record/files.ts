import { toCpomsText } from './cpoms.ts'
import { toCsv, toCsvOfAll } from './csv.ts'
import { toEventsCsv, toEventsCsvOfAll } from './eventsCsv.ts'
import { fileName, fileNameOfAll } from './fileName.ts'
import { toJson, toJsonOfAll } from './json.ts'
import type { LessonRecord } from './types.ts'

/** A file to be saved. */
export interface RecordFile {
  readonly text: string
  readonly name: string
  readonly type: string
}

export const RECORD_FORMATS = ['csv', 'log', 'json', 'cpoms'] as const
export type RecordFormat = (typeof RECORD_FORMATS)[number]

interface Writer {
  readonly one: (record: LessonRecord) => string
  readonly all: (records: readonly LessonRecord[]) => string
  readonly ext: string
  readonly part: string
  readonly type: string
}

const CSV = 'text/csv;charset=utf-8'
const WRITERS: Readonly<Record<RecordFormat, Writer>> = {
  csv: { one: toCsv, all: toCsvOfAll, ext: 'csv', part: '', type: CSV },
  log: { one: toEventsCsv, all: toEventsCsvOfAll, ext: 'csv', part: 'log', type: CSV },
  json: { one: toJson, all: toJsonOfAll, ext: 'json', part: '', type: 'application/json' },
  cpoms: {
    one: toCpomsText,
    all: (records) => records.map(toCpomsText).join(`${'-'.repeat(40)}\n`),
    ext: 'txt',
    part: 'CPOMS',
    type: 'text/plain;charset=utf-8',
  },
}

/** One lesson or several as a file of the form asked for. */
export function recordFile(records: readonly LessonRecord[], format: RecordFormat): RecordFile {
  const { one, all, ext, part, type } = WRITERS[format]
  const [first, ...rest] = records
  return first !== undefined && rest.length === 0
    ? { text: one(first), name: fileName(first, ext, part), type }
    : { text: all(records), name: fileNameOfAll(records, ext, part), type }
}
