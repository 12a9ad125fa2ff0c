import { ask } from '../../lib/bus/client.ts'
import { browser } from '../../lib/bus/browser.ts'
import { RecordLoader } from '../../components/record/RecordLoader.tsx'
import { download } from '../../components/ui/download.ts'
import { recordUrl } from '../../components/ui/recordUrl.ts'
import { t } from '../../lib/words/say.ts'
import { mountPage } from '../../components/ui/mountPage.tsx'
import '../../components/record/record.css'

const sessionIds = new URLSearchParams(location.search).getAll('session')

mountPage(() => {
  document.title = t('Record of a lesson')
  return (
    <RecordLoader
      ask={ask}
      now={Date.now}
      onPrint={() => print()}
      onRecord={(sessionId) => {
        void browser.tabs.create({ url: browser.runtime.getURL(recordUrl([sessionId])) })
      }}
      onSave={({ text, name, type }) => download(text, name, type)}
      sessionIds={sessionIds}
    />
  )
})
