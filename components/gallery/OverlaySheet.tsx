import { useEffect } from 'react'
import type { MeetingAdapter } from '../../lib/meeting/index.ts'
import { scheduleOf } from '../../lib/observe/schedule.ts'
import { createOverlay } from '../overlay/index.ts'
import { OVERLAYS } from './overlays.ts'
import { NOW } from './sampleClock.ts'

const TILES = ['ok', 'check', 'alarm', 'quiet', 'none', 'you']

function isOverlay(name: string): name is keyof typeof OVERLAYS {
  return Object.hasOwn(OVERLAYS, name)
}

/** The overlay over a stage of plain tiles; `guide` points at its button as a hint does. */
export function OverlaySheet({ state }: { state: string }) {
  useEffect(() => {
    const stop = new AbortController()
    const adapter: Pick<MeetingAdapter, 'platform' | 'tiles' | 'stage'> = {
      platform: 'meet',
      tiles: (doc) =>
        new Map(
          [...doc.querySelectorAll('[data-tile]')].map((one) => [
            one.getAttribute('data-tile') ?? '',
            one,
          ]),
        ),
      stage: (doc) => doc.querySelector('.ui-stage') ?? undefined,
    }
    const nothing = () => undefined
    const overlay = createOverlay({
      doc: document,
      adapter,
      schedule: scheduleOf(window, stop.signal),
      now: () => NOW,
      onAnswer: nothing,
      onQueue: nothing,
      onOpenPanel: nothing,
    })
    overlay.update(isOverlay(state) ? OVERLAYS[state] : OVERLAYS.badges)
    const control = document.querySelector('.ui-bar button')
    if (state === 'guide' && control !== null) overlay.guide(control, 'openHostControls', 'lock')
    document.documentElement.dataset['overlay'] = 'drawn'
    return () => {
      overlay.destroy()
      stop.abort()
    }
  }, [state])
  return (
    <div className="ui-meeting">
      <h1 className="visually-hidden">Over a meeting: {state}</h1>
      <main className="ui-stage">
        {TILES.map((tile) => (
          <div className={`ui-tile ui-tile-${tile}`} data-tile={tile} key={tile} />
        ))}
      </main>
      <footer className="ui-bar">
        <button type="button">Host controls</button>
      </footer>
    </div>
  )
}
