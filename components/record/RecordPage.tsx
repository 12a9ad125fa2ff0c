import { TriangleAlert } from 'lucide-react'
import { useMemo, useState, type ReactNode } from 'react'
import {
  isDamaged,
  journalWords,
  printModel,
  READING_TITLE,
  redacted,
  type LessonRecord,
  type RecordFile,
} from '../../lib/record/index.ts'
import { shownText } from '../ui/Name.tsx'
import { clockTime, longDate } from '../ui/time.ts'
import { ReadingSparks } from './ReadingSparks.tsx'
import { RecordTable } from './RecordTable.tsx'
import { RecordTools } from './RecordTools.tsx'
import { Timeline } from './Timeline.tsx'

/** The record of one lesson, to read, to print and to take away. Its words are the print model's. */
export function RecordPage({
  record: whole,
  known,
  onSave,
  onPrint,
}: {
  record: LessonRecord
  /** Names that stay covered although nobody of that name was in the call. */
  known: readonly string[]
  onSave: (file: RecordFile) => void
  onPrint: () => void
}) {
  const [initials, setInitials] = useState(false)
  const record = useMemo(
    () => (initials ? redacted(whole, known) : whole),
    [whole, known, initials],
  )
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
        <RecordTools
          initials={initials}
          onInitials={setInitials}
          onPrint={onPrint}
          onSave={onSave}
          records={[record]}
        />
      </header>
      <main className="stack-parts">
        {record.interrupted && (
          <Warning>
            The browser or the tab went away before the call ended. The end is the last moment that
            is known.
          </Warning>
        )}
        {isDamaged(record) && (
          <Warning>
            The journal of this lesson is damaged. {journalWords(record)}. What can still be read is
            shown; do not rely on what is not here.
          </Warning>
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
          <RecordTable
            key={section.title}
            section={section}
            {...(section.title === READING_TITLE
              ? { picture: <ReadingSparks record={record} /> }
              : {})}
          />
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

function Warning({ children }: { children: ReactNode }) {
  return (
    <p className="notice tone-check">
      <TriangleAlert aria-hidden size={16} />
      <span>{children}</span>
    </p>
  )
}
