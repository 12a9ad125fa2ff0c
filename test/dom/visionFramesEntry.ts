import { browser } from '../../lib/bus/browser.ts'
import type { MeetingAdapter, TileVideo } from '../../lib/meeting/index.ts'
import { scheduleOf } from '../../lib/observe/schedule.ts'
import { createFramesPort } from '../../lib/vision/port.ts'
import { createSampler } from '../../lib/vision/sampler.ts'

/** A content script that does nothing but sample tiles, on a stand-in adapter. */
const stop = new AbortController()
const schedule = scheduleOf(window, stop.signal)
const adapter: Pick<MeetingAdapter, 'videos'> = {
  videos: (doc) =>
    [...doc.querySelectorAll<HTMLElement>('main [data-tile]')].flatMap((tile): TileVideo[] => {
      const video = tile.querySelector('video')
      const participantId = tile.dataset['tile']
      if (video === null || participantId === undefined || video.videoWidth === 0) return []
      return [{ participantId, video, isSelf: participantId === 'me' }]
    }),
}
const port = createFramesPort({
  connect: (name) => {
    const opened = browser.runtime.connect({ name })
    opened.onMessage.addListener((message: unknown) => {
      document.documentElement.dataset['heard'] =
        `${document.documentElement.dataset['heard'] ?? ''}${JSON.stringify(message)}\n`
    })
    return opened
  },
  schedule,
  signal: stop.signal,
  onReady: () => sampler.update({ on: true, attention: new Set() }),
})
const sampler = createSampler({
  adapter,
  doc: document,
  port,
  schedule,
  signal: stop.signal,
  now: () => Date.now(),
})
sampler.update({ on: true, attention: new Set() })
