import { useStore } from 'zustand'
import { t } from '../../lib/words/say.ts'
import { Panel, type PanelProps } from './Panel.tsx'
import type { PanelStore } from './store.ts'

/** The panel on its mirror of the background; a quiet page until the first view is there. */
export function PanelPage({
  store,
  ...rest
}: Pick<PanelProps, 'ask' | 'onOptions' | 'onPrintConcern' | 'onRecord' | 'onWelcome'> & {
  store: PanelStore
}) {
  const { view, connected, emergencyAt } = useStore(store)
  if (view === undefined) {
    return (
      <main className="panel-main" aria-busy="true">
        <h1 className="panel-title">Lesson Steward</h1>
        <p className="soft">{t('Just a moment…')}</p>
      </main>
    )
  }
  return <Panel {...rest} connected={connected} emergencyAt={emergencyAt} view={view} />
}
