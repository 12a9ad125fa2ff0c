import { Info, OctagonAlert } from 'lucide-react'
import type { PanelView } from '../../lib/views/types.ts'
import { t } from '../../lib/words/say.ts'

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
        <p className="notice tone-check">
          <OctagonAlert aria-hidden size={16} />
          <span>
            {t(
              'The panel lost its connection. What you see may be old; it connects again by itself.',
            )}
          </span>
        </p>
      )}
      {banners.map((banner) => (
        <p
          className={`notice tone-${banner.tone === 'problem' ? 'alarm' : 'quiet'}`}
          key={banner.id}
        >
          {banner.tone === 'problem' ? (
            <OctagonAlert aria-hidden size={16} />
          ) : (
            <Info aria-hidden size={16} />
          )}
          <span>{banner.text}</span>
        </p>
      ))}
    </>
  )
}
