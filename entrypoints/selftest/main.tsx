import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ask } from '../../lib/bus/client.ts'
import { SelfTestPage } from '../../components/selftest/SelfTestPage.tsx'
import { download } from '../../components/ui/download.ts'
import '../../components/selftest/selftest.css'

const root = document.getElementById('root')
if (!root) throw new Error('selftest/index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <SelfTestPage
      ask={ask}
      now={() => Date.now()}
      onSave={(text, name) => download(text, name, 'application/json')}
    />
  </StrictMode>,
)
