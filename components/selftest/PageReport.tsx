import { Download, FileSearch } from 'lucide-react'
import { useState } from 'react'
import { t } from '../../lib/words/say.ts'
import type { Ask } from '../ui/ask.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { SaidBeside } from '../ui/Said.tsx'

/** The redacted page report: made when asked for, shown as a whole, saved only by a click. Nothing is sent. */
export function PageReport({
  ask,
  tabId,
  onSave,
}: {
  ask: Ask
  tabId: number | undefined
  onSave: (text: string) => void
}) {
  const [report, setReport] = useState<string>()
  const [said, setSaid] = useState('')
  const make = async () => {
    setSaid('')
    try {
      const asked = { report: true, ...(tabId === undefined ? {} : { tabId }) }
      const inspected = await ask('inspect', asked)
      if (inspected?.report === undefined)
        setSaid(t('No open meeting answered. Open one and try again.'))
      setReport(inspected?.report)
    } catch {
      setSaid(t('The report could not be made.'))
    }
  }
  return (
    <Card level={2} title={t('Page report')}>
      <p>
        {t(
          'Shows how the meeting’s page is built at this moment, for a bug report. It holds no name, no text, no address and no picture: every word in it comes from the extension itself. Make it while what can’t be read is on the screen. Nothing is sent; you save it as a file and decide who gets it.',
        )}
      </p>
      <div className="row">
        <Button icon={<FileSearch aria-hidden size={16} />} onClick={() => void make()}>
          {report === undefined ? t('Make a report') : t('Make it again')}
        </Button>
        {report !== undefined && (
          <Button
            icon={<Download aria-hidden size={16} />}
            look="primary"
            onClick={() => onSave(report)}
          >
            {t('Save the report')}
          </Button>
        )}
        <SaidBeside>{said}</SaidBeside>
      </div>
      {report !== undefined && (
        <>
          <p className="small soft">
            {t('This is the whole of it, {size} kB. Read it before you give it away.', {
              size: Math.ceil(report.length / 1000),
            })}
          </p>
          <pre aria-label={t('The whole report')} className="report" tabIndex={0}>
            {report}
          </pre>
        </>
      )}
    </Card>
  )
}
