import { ask } from '../../lib/bus/client.ts'
import { browser } from '../../lib/bus/browser.ts'
import { PracticeLesson } from '../../lib/desk/practice.ts'
import { finished } from '../../lib/welcome/progress.ts'
import { PracticePage } from '../../components/practice/PracticePage.tsx'
import { download } from '../../components/ui/download.ts'
import { t } from '../../lib/words/say.ts'
import { mountPage } from '../../components/ui/mountPage.tsx'
import { ownZone } from '../../components/ui/time.ts'
import '../../components/practice/practice.css'

/** Only that it was practised is remembered, for the welcome page. */
async function remember(): Promise<void> {
  await ask('saveWelcome', finished(await ask('welcome', {}), 'practice'))
}

mountPage(() => {
  // Three minutes to ten, whatever the clock says: a lesson in school hours. Made here, for its names are said in the page’s language.
  const lesson = new PracticeLesson({
    at: new Date().setHours(9, 57, 0, 0),
    timeZone: ownZone(),
    toolVersion: browser.runtime.getManifest().version,
  })
  document.title = t('Lesson Steward – practice lesson')
  return (
    <PracticePage
      lesson={lesson}
      onAgain={() => location.reload()}
      onDone={() => {
        remember().catch((failure: unknown) => console.warn('It could not be kept', failure))
      }}
      onOptions={() => void browser.runtime.openOptionsPage()}
      onPrint={() => print()}
      onSave={({ text, name, type }) => download(text, name, type)}
      onWelcome={() => location.assign('/welcome.html')}
    />
  )
})
