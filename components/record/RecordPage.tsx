import { useMemo, useState } from 'react'
import { redacted, type LessonRecord, type RecordFile } from '../../lib/record/index.ts'
import { RecordSheet } from './RecordSheet.tsx'
import { RecordTools } from './RecordTools.tsx'

/** The record of one lesson, to read, to print and to take away. */
export function RecordPage({
  record: whole,
  onSave,
  onPrint,
}: {
  record: LessonRecord
  onSave: (file: RecordFile) => void
  onPrint: () => void
}) {
  const [initials, setInitials] = useState(false)
  const record = useMemo(() => (initials ? redacted(whole) : whole), [whole, initials])
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
