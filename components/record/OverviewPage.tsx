import { Table2, TriangleAlert } from 'lucide-react'
import { Tabs } from 'radix-ui'
import { useMemo, useState } from 'react'
import {
  fileNameOfAll,
  overviewOf,
  redactedAll,
  toOverviewCsv,
  type LessonRecord,
  type Overview,
  type RecordFile,
} from '../../lib/record/index.ts'
import { t, tn } from '../../lib/words/say.ts'
import { Button } from '../ui/Button.tsx'
import { withoutUnseen } from '../../lib/words/unseen.ts'
import { Notice } from '../ui/Notice.tsx'
import { longDate } from '../ui/time.ts'
import { ALL_LESSONS, chosenOf, LessonsChoice } from './LessonsChoice.tsx'
import { OverviewParts } from './OverviewParts.tsx'
import { RecordStack } from './RecordStack.tsx'
import { RecordTools } from './RecordTools.tsx'

/** Several lessons: the class over a term and each pupil over its lessons, or the records one after another. What is shown is printed. */
export function OverviewPage({
  records: all,
  known,
  missing,
  now,
  onSave,
  onPrint,
  onRecord,
}: {
  records: readonly LessonRecord[]
  /** Names that stay covered although nobody of that name was in any of the calls. */
  known: readonly string[]
  /** How many lessons that were asked for are not here. */
  missing: number
  now: () => number
  onSave: (file: RecordFile) => void
  onPrint: () => void
  onRecord: (sessionId: string) => void
}) {
  const [initials, setInitials] = useState(false)
  const [view, setView] = useState('overview')
  const [choice, setChoice] = useState(ALL_LESSONS)
  const whole = useMemo(() => chosenOf(all, choice, now()), [all, choice, now])
  const records = useMemo(
    () => (initials ? redactedAll(whole, known) : whole),
    [whole, known, initials],
  )
  const overview = useMemo(() => overviewOf(whole, initials, known), [whole, known, initials])
  const { lessons } = overview
  const [from, to] = [lessons[0], lessons.at(-1)]
  return (
    <div className="record">
      <header className={view === 'records' ? 'record-head no-print' : 'record-head'}>
        <div className="grow">
          <p className="soft">
            {lessons.length < all.length
              ? tn(
                  'Records of {n} video lesson of the {all} that were opened|Records of {n} video lessons of the {all} that were opened',
                  lessons.length,
                  { all: all.length },
                )
              : tn('Records of {n} video lesson|Records of {n} video lessons', lessons.length)}
          </p>
          <h1 className="page-title">{titleOf(overview)}</h1>
          {from !== undefined && to !== undefined && (
            <p className="record-when">
              {t('{from} to {to}', {
                from: longDate(from.startedAt, from.timeZone),
                to: longDate(to.startedAt, to.timeZone),
              })}
            </p>
          )}
        </div>
        <LessonsChoice choice={choice} onChoose={setChoice} records={all} />
        {lessons.length > 0 && (
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
              {t('By pupil as CSV')}
            </Button>
          </RecordTools>
        )}
      </header>
      <main className="stack-parts">
        {missing > 0 && (
          <Notice icon={<TriangleAlert aria-hidden size={16} />} tone="check">
            {tn(
              '{n} lesson is not here: deleted meanwhile, or it could not be read.|{n} lessons are not here: deleted meanwhile, or it could not be read.',
              missing,
            )}
          </Notice>
        )}
        {lessons.length === 0 && (
          <p className="soft" role="status">
            {t('None of the {n} lessons is of these days. Please choose other days.', {
              n: all.length,
            })}
          </p>
        )}
        {lessons.length > 0 && (
          <Tabs.Root className="tabs" onValueChange={setView} value={view}>
            <Tabs.List aria-label={t('What is shown and printed')} className="tab-list no-print">
              <Tabs.Trigger className="tab" value="overview">
                {t('Overview')}
              </Tabs.Trigger>
              <Tabs.Trigger className="tab" value="records">
                {t('Records, one after another')}
              </Tabs.Trigger>
            </Tabs.List>
            {/* The parts stay while the records are shown, so that the pupil who was chosen is still chosen afterwards. */}
            <Tabs.Content
              className="tab-page stack-parts"
              forceMount
              hidden={view !== 'overview'}
              value="overview"
            >
              <OverviewParts onRecord={onRecord} overview={overview} />
            </Tabs.Content>
            <Tabs.Content className="tab-page" value="records">
              <p className="small soft no-print">
                {t('Printed, each record begins on a sheet of its own.')}
              </p>
              <RecordStack records={records} />
            </Tabs.Content>
          </Tabs.Root>
        )}
      </main>
    </div>
  )
}

function titleOf({ lessons, className }: Overview): string {
  if (lessons.length === 0) return t('No lessons')
  return className === '' ? t('Several classes') : withoutUnseen(className)
}
