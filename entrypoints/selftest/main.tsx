import { ask } from '../../lib/bus/client.ts'
import { SelfTestPage } from '../../components/selftest/SelfTestPage.tsx'
import { download } from '../../components/ui/download.ts'
import { t } from '../../lib/words/say.ts'
import { mountPage } from '../../components/ui/mountPage.tsx'
import '../../components/selftest/selftest.css'

mountPage(() => {
  document.title = t('Lesson Steward – try it in a test call')
  return (
    <SelfTestPage
      ask={ask}
      now={() => Date.now()}
      onSave={(text, name) => download(text, name, 'application/json')}
    />
  )
})
