import { useState } from 'react'
import type { PanelView } from '../../lib/views/types.ts'
import { t } from '../../lib/words/say.ts'
import type { Ask } from '../ui/ask.ts'
import { Button } from '../ui/Button.tsx'
import { ChooseClass } from './ChooseClass.tsx'

/** The wrong class was chosen: another one while the lesson runs or when it is over. Open by itself where the names say so; nothing seen is lost. */
export function ChangeClass({
  view,
  ask,
  onOptions,
}: {
  view: PanelView
  ask: Ask
  onOptions: () => void
}) {
  const suspected = view.banners.some(({ id }) => id === 'class')
  const [chosen, setChosen] = useState<boolean>()
  const open = chosen ?? suspected
  if (view.session?.registerId === undefined) return null
  return (
    <div className="stack-tight change-class">
      <div className="row">
        <Button aria-expanded={open} look="quiet" onClick={() => setChosen(!open)} small>
          {t('Another class')}
        </Button>
      </div>
      {open && (
        <ChooseClass
          ask={ask}
          onChosen={() => setChosen(undefined)}
          onOptions={onOptions}
          view={view}
        />
      )}
    </div>
  )
}
