import { concernUrl } from '../../components/ui/concernUrl.ts'
import { recordUrl } from '../../components/ui/recordUrl.ts'
import { ask, connectPanel } from '../../lib/bus/client.ts'
import { browser } from '../../lib/bus/browser.ts'
import { PanelPage } from '../../components/panel/PanelPage.tsx'
import {
  askForEmergency,
  createPanelStore,
  loseConnection,
  takeView,
} from '../../components/panel/store.ts'
import { mountPage } from '../../components/ui/mountPage.tsx'
import '../../components/panel/panel.css'

const store = createPanelStore()
connectPanel(
  (view) => takeView(store, view),
  () => loseConnection(store),
  ({ windowId, at }) => {
    // Each window has a panel of its own; the key was pressed in one of them.
    void browser.windows.getCurrent().then(({ id }) => {
      if (id === windowId) askForEmergency(store, at)
    })
  },
)

function openRecord(sessionId: string): void {
  const url = browser.runtime.getURL(recordUrl([sessionId]))
  void browser.tabs.create({ url })
}

function openConcern(ref: string): void {
  void browser.tabs.create({ url: browser.runtime.getURL(concernUrl(ref)) })
}

mountPage(() => (
  <PanelPage
    ask={ask}
    onOptions={() => void browser.runtime.openOptionsPage()}
    onPrintConcern={openConcern}
    onRecord={openRecord}
    onWelcome={() => void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') })}
    store={store}
  />
))
