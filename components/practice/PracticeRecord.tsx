import { GraduationCap } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import { sampleClass } from '../../lib/practice/people.ts'
import { knownNames, type LessonRecord, type RecordFile } from '../../lib/record/index.ts'
import { t } from '../../lib/words/say.ts'
import { RecordPage } from '../record/RecordPage.tsx'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'

/** The real page of a record, under a sentence that says what this one is. */
export function PracticeRecord({
  record,
  onSave,
  onPrint,
  onAgain,
  onWelcome,
}: {
  record: LessonRecord
  onSave: (file: RecordFile) => void
  onPrint: () => void
  onAgain: () => void
  onWelcome: () => void
}) {
  const top = useRef<HTMLElement>(null)
  const madeUp = useMemo(() => knownNames({ register: sampleClass(0), contacts: [] }), [])
  // The panel that had the keyboard is gone.
  useEffect(() => top.current?.focus(), [])
  return (
    <div className="practice-record">
      <Card
        aria-label={t('Practice')}
        className="practice-done"
        level={2}
        ref={top}
        tabIndex={-1}
        title={
          <>
            <GraduationCap aria-hidden size={18} /> {t('Well done: that was a whole lesson')}
          </>
        }
      >
        <p>
          {t(
            'This is the record that every lesson ends with. Save it as CSV or JSON to see what your school would get; the files say that it was a practice.',
          )}{' '}
          <span className="strong">
            {t('Nothing of it is kept: it is gone when you leave this page.')}
          </span>
        </p>
        <div className="row">
          <Button look="primary" onClick={onWelcome}>
            {t('Back to the first steps')}
          </Button>
          <Button onClick={onAgain}>{t('Practise again')}</Button>
        </div>
      </Card>
      <RecordPage known={madeUp} onPrint={onPrint} onSave={onSave} record={record} />
    </div>
  )
}
