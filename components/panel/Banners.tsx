import { Info, OctagonAlert } from 'lucide-react'
import type { PanelView } from '../../lib/views/types.ts'
import { t } from '../../lib/words/say.ts'
import { Notice } from '../ui/Notice.tsx'

/** Loud problems of the tool itself. They go when their cause goes; there is nothing to click away. */
export function Banners({
  banners,
  connected,
}: {
  banners: PanelView['banners']
  connected: boolean
}) {
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
        </Notice>
      ))}
    </>
  )
}
