import { createContext, useContext } from 'react'
import { isSameClock } from '../../lib/protocol/time.ts'
import { t } from '../../lib/words/say.ts'
import { ownZone } from './time.ts'

const ZoneContext = createContext<string | undefined>(undefined)

/** By whose clock the times of a page are shown and typed: the school's. */
export const ZoneProvider = ZoneContext.Provider

/** The page's zone. A page without one is a mistake of ours and fails at once: a guess would be an hour wrong and nobody would see it. */
export function useZone(): string {
  const zone = useContext(ZoneContext)
  if (zone === undefined) throw new Error('No time zone: this page has no ZoneProvider')
  return zone
}

/** "America/New York" */
export function zoneWords(zone: string): string {
  return zone.replaceAll('_', ' ')
}

/** Said where the school's clock shows another time than this computer's; elsewhere there is nothing to say. */
export function ZoneNote({ zone, at }: { zone: string; at: number }) {
  if (isSameClock(zone, ownZone(), at)) return null
  return (
    <p className="small soft">
      {t('Times are the school’s ({zone}), not this computer’s.', { zone: zoneWords(zone) })}
    </p>
  )
}
