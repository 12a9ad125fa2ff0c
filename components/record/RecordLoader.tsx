import { useEffect, useState } from 'react'
import type { LessonRecord, RecordFile } from '../../lib/record/index.ts'
import { nameOfLesson } from '../../lib/views/code.ts'
import { t, tn } from '../../lib/words/say.ts'
import type { Ask } from '../ui/ask.ts'
import { OverviewPage } from './OverviewPage.tsx'
import { RecordPage } from './RecordPage.tsx'

interface Found {
  readonly records: readonly LessonRecord[]
  /** Names that stay covered although nobody of that name was in the call. */
  readonly known: readonly string[]
  /** Asked for and not there any more. */
  readonly none: number
  /** Asked for and not readable. */
  readonly failed: number
}
const NOTHING: Found = { records: [], known: [], none: 0, failed: 0 }

/** Fetches the record, or several one after the other; what is missing or can't be read is said in words. */
export function RecordLoader({
  sessionIds,
  ask,
  now,
  onSave,
  onPrint,
  onRecord,
}: {
  sessionIds: readonly string[]
  ask: Ask
  /** Milliseconds since 1970. */
  now: () => number
  onSave: (file: RecordFile) => void
  onPrint: () => void
  onRecord: (sessionId: string) => void
}) {
  const found = useRecords(sessionIds, ask)
  const { records, known, none, failed } = found
  const isAll = records.length + none + failed >= sessionIds.length
  const [first] = records
  const title = titleOf(records)
  useEffect(() => {
    // The title is also the name that the browser proposes for a PDF.
    document.title = title
  }, [title])
  if (isAll && records.length > 0 && sessionIds.length > 1)
    return (
      <OverviewPage
        known={known}
        missing={none + failed}
        now={now}
        onPrint={onPrint}
        onRecord={onRecord}
        onSave={onSave}
        records={records}
      />
    )
  if (isAll && first !== undefined)
    return <RecordPage known={known} onPrint={onPrint} onSave={onSave} record={first} />
  return (
    <main aria-busy={!isAll} className="record">
      <h1 className="page-title">
        {sessionIds.length > 1 ? t('Records of several lessons') : t('Record of a lesson')}
      </h1>
      <p className="soft" role="status">
        {!isAll &&
          (sessionIds.length > 1
            ? tn('Reading: {n} lesson…|Reading: {n} lessons…', sessionIds.length)
            : t('Just a moment…'))}
        {isAll &&
          failed === 0 &&
          t(
            'There is no record with this number. It may have been deleted after the school’s retention time.',
          )}
        {isAll && failed > 0 && t('The record could not be read. Please reload the page.')}
      </p>
      {!isAll && sessionIds.length > 1 && (
        <progress
          aria-label={t('Lessons read')}
          max={sessionIds.length}
          value={records.length + none + failed}
        />
      )}
    </main>
  )
}

function titleOf(records: readonly LessonRecord[]): string {
  const [first] = records
  if (first === undefined) return t('Record of a lesson')
  if (records.length > 1) return tn('Records of {n} lesson|Records of {n} lessons', records.length)
  return t('Record: {name}', { name: nameOfLesson(first) })
}

function useRecords(sessionIds: readonly string[], ask: Ask): Found {
  const [found, setFound] = useState<Found>(NOTHING)
  const asked = JSON.stringify(sessionIds)
  useEffect(() => {
    let gone = false
    const read = async () => {
      let now = NOTHING
      for (const sessionId of JSON.parse(asked) as string[]) {
        try {
          const record = await ask('record', { sessionId })
          // A record without them could not be shown with initials: then it counts as not readable.
          const known = record === undefined ? [] : await ask('knownNames', { sessionId })
          now =
            record === undefined
              ? { ...now, none: now.none + 1 }
              : {
                  ...now,
                  records: [...now.records, record],
                  known: [...new Set([...now.known, ...known])],
                }
        } catch {
          now = { ...now, failed: now.failed + 1 }
        }
        if (gone) return
        setFound(now)
      }
      if (now === NOTHING) setFound({ ...NOTHING, none: 1 })
    }
    void read()
    return () => {
      gone = true
    }
  }, [ask, asked])
  return found
}
