import { ask } from '../../lib/bus/client.ts'
import { browser } from '../../lib/bus/browser.ts'
import { WelcomePage } from '../../components/welcome/WelcomePage.tsx'
import { t } from '../../lib/words/say.ts'
import { mountPage } from '../../components/ui/mountPage.tsx'
import '../../components/welcome/welcome.css'

mountPage(() => {
  document.title = t('Lesson Steward – first steps')
  return (
    <WelcomePage
      ask={ask}
      now={() => Date.now()}
      onClasses={() => void browser.tabs.create({ url: browser.runtime.getURL('/options.html') })}
      onPractice={() => location.assign('/practice.html')}
    />
  )
})
