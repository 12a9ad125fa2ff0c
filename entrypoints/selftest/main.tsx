import { ask } from '../../lib/bus/client.ts'
import { SelfTestPage } from '../../components/selftest/SelfTestPage.tsx'
import { download } from '../../components/ui/download.ts'
import { mountPage } from '../../components/ui/mountPage.tsx'
import '../../components/selftest/selftest.css'

mountPage(() => (
  <SelfTestPage
    ask={ask}
    now={() => Date.now()}
    onSave={(text, name) => download(text, name, 'application/json')}
  />
))
