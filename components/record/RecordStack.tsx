import { useMemo } from 'react'
import type { LessonRecord } from '../../lib/record/index.ts'
import { RecordSheet } from './RecordSheet.tsx'

/** The whole records of several lessons, oldest first; on paper each begins a sheet of its own. */
export function RecordStack({ records }: { records: readonly LessonRecord[] }) {
  const inOrder = useMemo(() => records.toSorted((a, b) => a.startedAt - b.startedAt), [records])
  return inOrder.map((record) => (
    <article className="record-one" key={record.sessionId}>
      <RecordSheet part record={record} />
    </article>
  ))
}
