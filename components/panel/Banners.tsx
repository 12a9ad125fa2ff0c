import { Info, OctagonAlert } from 'lucide-react'
import type { PanelView } from '../../lib/views/types.ts'
import { t } from '../../lib/words/say.ts'
import type { Ask } from '../ui/ask.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { SaidBeside } from '../ui/Said.tsx'
import { useAsked } from './useAsked.ts'

/** Loud problems of the tool itself. They go when their cause goes; there is nothing to click away, but something may be done about one. */
export function Banners({
  ask,
  banners,
  connected,
}: {
  ask: Ask
  banners: PanelView['banners']
  connected: boolean
}) {
  const asked = useAsked(ask)
  return (
    <>
      {!connected && (
        <Notice icon={<OctagonAlert aria-hidden size={16} />} tone="check">
          {t(
            'The panel lost its connection. What you see may be old; it connects again by itself.',
          )}
        </Notice>
      )}
      {banners.map((banner) => (
        <Notice
          action={
            banner.action === 'anotherLesson' && (
              <Button
                onClick={() =>
                  asked.run(async () => {
                    await ask('anotherLesson', {})
                    return ''
                  })
                }
                small
              >
                {t('Another lesson')}
              </Button>
            )
          }
          icon={
            banner.tone === 'problem' ? (
              <OctagonAlert aria-hidden size={16} />
            ) : (
              <Info aria-hidden size={16} />
            )
          }
          key={banner.id}
          tone={banner.tone === 'problem' ? 'alarm' : 'quiet'}
        >
          {banner.text}
          {banner.action !== undefined && (
            <>
              {' '}
              <SaidBeside>{asked.said}</SaidBeside>
            </>
          )}
        </Notice>
      ))}
    </>
  )
}
