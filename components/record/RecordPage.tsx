import { useMemo, useState } from 'react'
import { redacted, type LessonRecord, type RecordFile } from '../../lib/record/index.ts'
import { RecordSheet } from './RecordSheet.tsx'
import { RecordTools } from './RecordTools.tsx'

/** The record of one lesson, to read, to print and to take away. */
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
  return (
    <div className="record">
      <RecordSheet
        record={record}
        tools={
          <RecordTools
            initials={initials}
            onInitials={setInitials}
            onPrint={onPrint}
            onSave={onSave}
            records={[record]}
          />
        }
      />
    </div>
  )
}
