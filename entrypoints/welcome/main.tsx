import { ask } from '../../lib/bus/client.ts'
import { browser } from '../../lib/bus/browser.ts'
import { WelcomePage } from '../../components/welcome/WelcomePage.tsx'
import { mountPage } from '../../components/ui/mountPage.tsx'
import '../../components/welcome/welcome.css'

mountPage(() => (
  <WelcomePage
    ask={ask}
    now={() => Date.now()}
    onClasses={() => void browser.tabs.create({ url: browser.runtime.getURL('/options.html') })}
    onPractice={() => location.assign('/practice.html')}
  />
))
