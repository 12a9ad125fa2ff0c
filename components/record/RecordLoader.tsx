import { useEffect, useState } from 'react'
import type { LessonRecord } from '../../lib/record/types.ts'
import type { Ask } from '../ui/ask.ts'
import { RecordPage } from './RecordPage.tsx'

type Found = 'looking' | 'failed' | 'none' | LessonRecord

/** Fetches the record; what is missing or can't be read is said in words. */
export function RecordLoader({
  sessionId,
  ask,
  onCsv,
  onJson,
  onPrint,
}: {
  sessionId: string
  ask: Ask
  onCsv: (record: LessonRecord) => void
  onJson: (record: LessonRecord) => void
  onPrint: () => void
}) {
  const [found, setFound] = useState<Found>('looking')
  useEffect(() => {
    let gone = false
    ask('record', { sessionId }).then(
      (record) => !gone && setFound(record ?? 'none'),
      () => !gone && setFound('failed'),
    )
    return () => {
      gone = true
    }
  }, [ask, sessionId])
  const isRecord = typeof found === 'object'
  useEffect(() => {
    // The title is also the name that the browser proposes for a PDF.
    if (isRecord)
      document.title = `Record: ${found.className === '' ? found.code : found.className}`
  }, [found, isRecord])
  if (isRecord) {
    return (
      <RecordPage
        onCsv={() => onCsv(found)}
        onJson={() => onJson(found)}
        onPrint={onPrint}
        record={found}
      />
    )
  }
  return (
    <main aria-busy={found === 'looking'} className="record">
      <h1 className="page-title">Record of a lesson</h1>
      <p className="soft" role="status">
        {found === 'looking' && 'Just a moment…'}
        {found === 'none' &&
          'There is no record with this number. It may have been deleted after the school’s retention time.'}
        {found === 'failed' && 'The record could not be read. Please reload the page.'}
      </p>
    </main>
  )
}
