import { Keyboard } from 'lucide-react'
import { useEffect, useState } from 'react'
import { SHORTCUTS, type Shortcut } from '../../lib/background/shortcuts.ts'
import { t, tOf } from '../../lib/words/say.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'

/** The keys as they are set in the browser, by command; missing or empty: none. */
export type KeysSet = Partial<Readonly<Record<Shortcut, string>>>

/** Which keys do what. They are set and changed by the browser, to whose page for that this leads. */
export function ShortcutsCard({
  read,
  onChange,
}: {
  read: () => Promise<KeysSet>
  /** Opens the browser's page for shortcuts. */
  onChange: () => void
}) {
  const [keys, setKeys] = useState<KeysSet>()
  useEffect(() => {
    let gone = false
    // She comes back from the browser's page with other keys.
    const look = () => {
      if (document.visibilityState !== 'visible') return
      read().then(
        (set) => !gone && setKeys(set),
        // Where the browser does not say, they are all called not set; its own page tells.
        () => !gone && setKeys({}),
      )
    }
    look()
    document.addEventListener('visibilitychange', look)
    return () => {
      gone = true
      document.removeEventListener('visibilitychange', look)
    }
  }, [read])
  return (
    <Card title={t('Keyboard shortcuts')}>
      <p className="soft small">
        {t(
          'They work while this browser is in front. None of them lets anybody in or ends a call.',
        )}
      </p>
      {keys !== undefined && (
        <dl className="shortcuts">
          {SHORTCUTS.map(({ command, words }) => (
            <div className="row" key={command}>
              <dt className="grow">{tOf(words)}</dt>
              <dd>
                {keys[command] ? (
                  <kbd>{keys[command]}</kbd>
                ) : (
                  <span className="soft">{t('not set')}</span>
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <div>
        <Button icon={<Keyboard aria-hidden size={16} />} onClick={onChange}>
          {t('Change the shortcuts')}
        </Button>
      </div>
    </Card>
  )
}
