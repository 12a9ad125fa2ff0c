import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ask } from '../../lib/bus/client.ts'
import { browser } from '../../lib/bus/browser.ts'
import { WelcomePage } from '../../components/welcome/WelcomePage.tsx'
import '../../components/welcome/welcome.css'

const root = document.getElementById('root')
if (!root) throw new Error('welcome/index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <WelcomePage
      ask={ask}
      now={() => Date.now()}
      onClasses={() => void browser.tabs.create({ url: browser.runtime.getURL('/options.html') })}
      onPractice={() => location.assign('/practice.html')}
    />
  </StrictMode>,
)
