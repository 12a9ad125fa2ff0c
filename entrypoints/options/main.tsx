import { ask } from '../../lib/bus/client.ts'
import { browser } from '../../lib/bus/browser.ts'
import { OptionsPage } from '../../components/options/OptionsPage.tsx'
import type { KeysSet } from '../../components/options/ShortcutsCard.tsx'
import { recordUrl } from '../../components/ui/recordUrl.ts'
import { download } from '../../components/ui/download.ts'
import { t } from '../../lib/words/say.ts'
import { mountPage } from '../../components/ui/mountPage.tsx'
import '../../components/options/options.css'

// "?start=concerns": a page of ours sent her to a certain part.
const query = new URLSearchParams(location.search)
const start = query.get('start')
const concern = query.get('concern')

/** The keys that the browser has given to our commands, by their names. */
async function readShortcuts(): Promise<KeysSet> {
  const set = await browser.commands.getAll()
  const keys: Record<string, string> = {}
  for (const { name, shortcut } of set)
    if (name !== undefined && shortcut !== undefined) keys[name] = shortcut
  return keys
}

mountPage(() => {
  document.title = t('Lesson Steward – classes and settings')
  return (
    <OptionsPage
      ask={ask}
      onExport={(csv, name) => download(csv, `${name}.csv`, 'text/csv;charset=utf-8')}
      now={() => Date.now()}
      onLanguage={() => location.reload()}
      onRecords={(sessionIds) => {
        void browser.tabs.create({ url: browser.runtime.getURL(recordUrl(sessionIds)) })
      }}
      onSave={(text, name) => download(text, name, 'application/json')}
      onShortcuts={() => void browser.tabs.create({ url: 'chrome://extensions/shortcuts' })}
      onSelfTest={() => void browser.tabs.create({ url: browser.runtime.getURL('/selftest.html') })}
      onWelcome={() => void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') })}
      readShortcuts={readShortcuts}
      {...(start === null ? {} : { start })}
      {...(concern === null ? {} : { concern })}
    />
  )
})
