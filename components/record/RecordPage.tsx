import { FileJson, FileSpreadsheet, Printer, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { LessonRecord } from '../../lib/record/types.ts'
import { Button } from '../ui/Button.tsx'
import { clockTime, counted, lengthInWords, longDate } from '../ui/time.ts'
import { RecordTables } from './RecordTables.tsx'
import { Timeline } from './Timeline.tsx'
import { endWord, platformWord } from './words.ts'

/** The record of one lesson, to read, to print and to take away. */
export function RecordPage({
  record,
  onCsv,
  onJson,
  onPrint,
}: {
  record: LessonRecord
  onCsv: () => void
  onJson: () => void
  onPrint: () => void
}) {
  const zone = record.timeZone
  return (
    <div className="record">
      <header className="record-head">
        <div className="grow">
          <p className="soft">{record.schoolName === '' ? 'Record of a video lesson' : record.schoolName}</p>
          <h1 className="page-title">{record.className === '' ? 'Lesson without a class' : record.className}</h1>
          <p className="record-when">
            {longDate(record.startedAt, zone)}, {clockTime(record.startedAt, zone)}–{clockTime(record.endedAt, zone)}
          </p>
        </div>
        <div className="row no-print">
          <Button icon={<FileSpreadsheet aria-hidden size={16} />} onClick={onCsv}>
            CSV
          </Button>
          <Button icon={<FileJson aria-hidden size={16} />} onClick={onJson}>
            JSON
          </Button>
          <Button icon={<Printer aria-hidden size={16} />} look="primary" onClick={onPrint}>
            Print or PDF
          </Button>
        </div>
      </header>
      <main className="stack-parts">
        {record.interrupted && (
          <p className="notice tone-check">
            <TriangleAlert aria-hidden size={16} />
            <span>
              The browser or the tab went away before the call ended. The end is the last moment that is known.
            </span>
          </p>
        )}
        <Facts record={record} />
        <section aria-label="Timeline" className="record-part">
          <h2>Who was there when</h2>
          <Timeline record={record} />
        </section>
        <RecordTables record={record} />
      </main>
      <footer className="record-foot small soft">
        <p>
          Lesson Steward {record.toolVersion} · policy {record.packId} {record.packVersion} · times in {zone} ·
          session {record.sessionId}
        </p>
        <p>
          Seen on the teacher’s own computer and kept only there. No picture or sound was stored. What could not
          be read is marked; it was not guessed.
        </p>
      </footer>
    </div>
  )
}

function Facts({ record }: { record: LessonRecord }) {
  const zone = record.timeZone
  const came = record.people.filter((person) => person.stays.length > 0).length
  const facts: readonly (readonly [string, ReactNode])[] = [
    ['Length', lengthInWords(record.endedAt - record.startedAt)],
    ['In the call', counted(came, 'person', 'people')],
    [
      'Not seen',
      record.notSeen.length === 0 ? 'Nobody' : counted(record.notSeen.length, 'pupil'),
    ],
    ['Locked', record.lock.doneAt === undefined ? 'Not seen' : clockTime(record.lock.doneAt, zone)],
    ['Planned start', record.plannedStartAt === undefined ? 'Not set' : clockTime(record.plannedStartAt, zone)],
    ['Meeting', `${platformWord(record.platform)} ${record.code}`],
    ['End', endWord(record.endReason)],
  ]
  return (
    <dl className="facts facts-wide">
      {facts.map(([term, fact]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{fact}</dd>
        </div>
      ))}
    </dl>
  )
}
