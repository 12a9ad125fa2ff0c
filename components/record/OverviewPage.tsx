import { Table2, TriangleAlert } from 'lucide-react'
import { useId, useMemo, useState } from 'react'
import {
  fileNameOfAll,
  overviewOf,
  redactedAll,
  toOverviewCsv,
  type LessonRecord,
  type RecordFile,
} from '../../lib/record/index.ts'
import { Button } from '../ui/Button.tsx'
import { shownText } from '../ui/Name.tsx'
import { counted, longDate } from '../ui/time.ts'
import { HeatMap } from './HeatMap.tsx'
import { LessonsTable } from './LessonsTable.tsx'
import { OnePupil } from './OnePupil.tsx'
import { PupilsTable } from './PupilsTable.tsx'
import { RecordTools } from './RecordTools.tsx'

/** Several lessons: the class over a term, and each pupil over its lessons. */
export function OverviewPage({
  records: whole,
  known,
  missing,
  onSave,
  onPrint,
  onRecord,
}: {
  records: readonly LessonRecord[]
  /** Names that stay covered although nobody of that name was in any of the calls. */
  known: readonly string[]
  /** How many lessons that were asked for are not here. */
  missing: number
  onSave: (file: RecordFile) => void
  onPrint: () => void
  onRecord: (sessionId: string) => void
}) {
  const id = useId()
  const [initials, setInitials] = useState(false)
  const [pupilKey, setPupilKey] = useState('')
  const records = useMemo(
    () => (initials ? redactedAll(whole, known) : whole),
    [whole, known, initials],
  )
  const overview = useMemo(() => overviewOf(whole, initials, known), [whole, known, initials])
  const { lessons, pupils } = overview
  const [from, to] = [lessons[0], lessons.at(-1)]
  const chosen = pupils.find((one) => one.key === pupilKey)
  return (
    <div className="record">
      <header className="record-head">
        <div className="grow">
          <p className="soft">Records of {counted(lessons.length, 'video lesson')}</p>
          <h1 className="page-title">
            {overview.className === '' ? 'Several classes' : shownText(overview.className)}
          </h1>
          {from !== undefined && to !== undefined && (
            <p className="record-when">
              {longDate(from.startedAt, from.timeZone)} to {longDate(to.startedAt, to.timeZone)}
            </p>
          )}
        </div>
        <RecordTools
          initials={initials}
          onInitials={setInitials}
          onPrint={onPrint}
          onSave={onSave}
          records={records}
        >
          <Button
            icon={<Table2 aria-hidden size={16} />}
            onClick={() =>
              onSave({
                text: toOverviewCsv(overview),
                name: fileNameOfAll(records, 'csv', 'by pupil'),
                type: 'text/csv;charset=utf-8',
              })
            }
          >
            By pupil as CSV
          </Button>
        </RecordTools>
      </header>
      <main className="stack-parts">
        {missing > 0 && (
          <p className="notice tone-check">
            <TriangleAlert aria-hidden size={16} />
            <span>
              {counted(missing, 'lesson is', 'lessons are')} not here: deleted meanwhile, or it
              could not be read.
            </span>
          </p>
        )}
        <section aria-label="Lessons" className="record-part">
          <h2>Lesson by lesson</h2>
          <LessonsTable lessons={lessons} onRecord={onRecord} />
        </section>
        <section aria-label="Pupils by lessons" className="record-part">
          <h2>Who was there, lesson by lesson</h2>
          <HeatMap overview={overview} />
        </section>
        <section aria-label="Pupils" className="record-part">
          <h2>Pupil by pupil</h2>
          <PupilsTable overview={overview} />
        </section>
        <section
          aria-label="One pupil"
          className={chosen === undefined ? 'record-part no-print' : 'record-part'}
        >
          <h2>One pupil over all lessons</h2>
          <div className="field no-print">
            <label htmlFor={`${id}-pupil`}>Pupil</label>
            <select
              className="input"
              id={`${id}-pupil`}
              onChange={(event) => setPupilKey(event.target.value)}
              value={pupilKey}
            >
              <option value="">Choose a pupil</option>
              {pupils.map((pupil) => (
                <option key={pupil.key} value={pupil.key}>
                  {shownText(pupil.name)}
                </option>
              ))}
            </select>
          </div>
          {chosen !== undefined && <OnePupil overview={overview} pupil={chosen} />}
        </section>
      </main>
      <footer className="record-foot small soft">
        <p>
          “Not seen” is not “absent”: nobody is called absent where the list of people could not be
          read in full, or somebody in the call was not known.
        </p>
      </footer>
    </div>
  )
}
