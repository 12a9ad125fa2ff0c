import { FileJson, FileSpreadsheet, Printer, ScrollText } from 'lucide-react'
import type { ReactNode } from 'react'
import { recordFile, toCpomsText } from '../../lib/record/index.ts'
import type { LessonRecord, RecordFile } from '../../lib/record/index.ts'
import { t } from '../../lib/words/say.ts'
import { Button } from '../ui/Button.tsx'
import { CopyButton } from '../ui/CopyButton.tsx'
import { Tick } from '../ui/Tick.tsx'

/** The ways out of the page. What is saved, copied and printed is what is shown: with names or with initials. */
export function RecordTools({
  records,
  initials,
  onInitials,
  onSave,
  onPrint,
  children,
}: {
  records: readonly LessonRecord[]
  initials: boolean
  onInitials: (on: boolean) => void
  onSave: (file: RecordFile) => void
  onPrint: () => void
  children?: ReactNode
}) {
  return (
    <div className="record-tools no-print">
      <Tick checked={initials} onChange={onInitials}>
        {t('Initials instead of names')}
      </Tick>
      <div className="row">
        <Button
          icon={<FileSpreadsheet aria-hidden size={16} />}
          onClick={() => onSave(recordFile(records, 'csv'))}
        >
          CSV
        </Button>
        <Button
          icon={<ScrollText aria-hidden size={16} />}
          onClick={() => onSave(recordFile(records, 'log'))}
        >
          {t('Log as CSV')}
        </Button>
        <Button
          icon={<FileJson aria-hidden size={16} />}
          onClick={() => onSave(recordFile(records, 'json'))}
        >
          JSON
        </Button>
        {children}
        <CopyButton label={t('Copy for CPOMS')} text={records.map(toCpomsText).join('\n')} />
        <Button icon={<Printer aria-hidden size={16} />} look="primary" onClick={onPrint}>
          {t('Print or PDF')}
        </Button>
      </div>
    </div>
  )
}
