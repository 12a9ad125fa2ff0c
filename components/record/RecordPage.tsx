import { FileJson, FileSpreadsheet, Printer, TriangleAlert } from 'lucide-react'
import { useMemo } from 'react'
import { printModel, type LessonRecord } from '../../lib/record/index.ts'
import { Button } from '../ui/Button.tsx'
import { shownText } from '../ui/Name.tsx'
import { clockTime, longDate } from '../ui/time.ts'
import { RecordTable } from './RecordTable.tsx'
import { Timeline } from './Timeline.tsx'

/** The record of one lesson, to read, to print and to take away. Its words are the print model's. */
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
  const model = useMemo(() => printModel(record), [record])
  const zone = record.timeZone
  const isOneDay = longDate(record.startedAt, zone) === longDate(record.endedAt, zone)
  return (
    <div className="record">
      <header className="record-head">
        <div className="grow">
          <p className="soft">Record of a video lesson</p>
          <h1 className="page-title">{shownText(model.title)}</h1>
          <p className="record-when">
            {longDate(record.startedAt, zone)}, {clockTime(record.startedAt, zone)} to{' '}
            {isOneDay ? '' : `${longDate(record.endedAt, zone)}, `}
            {clockTime(record.endedAt, zone)}
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
              The browser or the tab went away before the call ended. The end is the last moment
              that is known.
            </span>
          </p>
        )}
        <dl className="facts">
          {model.facts.map((fact) => (
            <div key={fact.label}>
              <dt>{fact.label}</dt>
              <dd>
                <bdi>{shownText(fact.value)}</bdi>
              </dd>
            </div>
          ))}
        </dl>
        <section aria-label="Timeline" className="record-part">
          <h2>Who was there when</h2>
          <Timeline timeline={model.timeline} />
        </section>
        {model.sections.map((section) => (
          <RecordTable key={section.title} section={section} />
        ))}
      </main>
      <footer className="record-foot small soft">
        {model.footer.map((line) => (
          <p key={line}>{shownText(line)}</p>
        ))}
      </footer>
    </div>
  )
}
