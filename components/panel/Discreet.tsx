import { Eye } from 'lucide-react'
import type { PanelView } from '../../lib/views/types.ts'
import { t, tn } from '../../lib/words/say.ts'
import { Button } from '../ui/Button.tsx'

/**
 * What is left of names and prompts while the teacher presents: a neutral dot and a number, until she opens them. The class
 * may be looking at this screen.
 */
export function Discreet({ view, onShow }: { view: PanelView; onShow: () => void }) {
  const waits = view.prompts.length + view.knocks.length
  return (
    <section aria-label={t('Presenting')} className="card discreet">
      <p className="row">
        <span className="discreet-dot number">{waits > 0 ? waits : ''}</span>
        <span className="grow">
          <span className="strong">
            {waits === 0
              ? t('Nothing waits')
              : tn('{n} thing waits for you|{n} things wait for you', waits)}
          </span>
          <br />
          <span className="small soft">
            {t('Names are folded away while you share your screen.')}
          </span>
        </span>
      </p>
      <Button icon={<Eye aria-hidden size={16} />} onClick={onShow}>
        {t('Show for now')}
      </Button>
    </section>
  )
}
