import { GraduationCap } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { sampleClass } from '../../lib/practice/people.ts'
import { knownNames, type LessonRecord, type RecordFile } from '../../lib/record/index.ts'
import { RecordPage } from '../record/RecordPage.tsx'
import { Button } from '../ui/Button.tsx'

/** Those of the made-up class. */
const MADE_UP = knownNames({ register: sampleClass(0), contacts: [] })

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
  // The panel that had the keyboard is gone.
  useEffect(() => top.current?.focus(), [])
  return (
    <div className="practice-record">
      <section aria-label="Practice" className="card practice-done" ref={top} tabIndex={-1}>
        <h2 className="card-title">
          <GraduationCap aria-hidden size={18} /> Well done: that was a whole lesson
        </h2>
        <p>
          This is the record that every lesson ends with. Save it as CSV or JSON to see what your
          school would get; the files say that it was a practice.{' '}
          <span className="strong">
            Nothing of it is kept: it is gone when you leave this page.
          </span>
        </p>
        <div className="row">
          <Button look="primary" onClick={onWelcome}>
            Back to the first steps
          </Button>
          <Button onClick={onAgain}>Practise again</Button>
        </div>
      </section>
      <RecordPage known={MADE_UP} onPrint={onPrint} onSave={onSave} record={record} />
    </div>
  )
}
