import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ask } from '../../lib/bus/client.ts'
import { fileName, toCsv, toJson } from '../../lib/record/index.ts'
import { RecordLoader } from '../../components/record/RecordLoader.tsx'
import { download } from '../../components/ui/download.ts'
import '../../components/record/record.css'

const sessionId = new URLSearchParams(location.search).get('session') ?? ''

const root = document.getElementById('root')
if (!root) throw new Error('record/index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <RecordLoader
      ask={ask}
      onCsv={(record) => download(toCsv(record), fileName(record, 'csv'), 'text/csv;charset=utf-8')}
      onJson={(record) => download(toJson(record), fileName(record, 'json'), 'application/json')}
      onPrint={() => print()}
      sessionId={sessionId}
    />
  </StrictMode>,
)
