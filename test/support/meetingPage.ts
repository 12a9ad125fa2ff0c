import type { MeetingAdapter, Observation } from '../../lib/meeting/index.ts'
import { runMeetingScript } from '../../lib/observe/meetingScript.ts'
import type { Wire } from '../../lib/vision/messages.ts'
import type { HandClock } from './handClock.ts'

/** The script of a meeting page that has no page: it reads what `seen` says, on a clock that is moved by hand. */
export function meetingPage(
  clock: HandClock,
  seen: () => Observation,
  connect: (name: string) => Wire,
): { readonly changed: () => void; readonly end: () => void } {
  const stop = new AbortController()
  let changed = () => {}
  const adapter = {
    platform: 'meet',
    codeOf: () => seen().code,
    read: seen,
    videos: () => [],
  } as unknown as MeetingAdapter
  runMeetingScript({
    adapter,
    looks: { use: () => undefined, inspect: () => Promise.reject(new Error('No looks.')) as never },
    doc: { hidden: false, addEventListener() {} } as unknown as Document,
    url: () => new URL(`https://meet.google.com/${seen().code}`),
    connect,
    createOverlay: () => ({
      update() {},
      guide() {},
      clearGuide() {},
      focusPrompt: () => false,
      destroy() {},
    }),
    openPanel: () => undefined,
    watch: (onChange) => {
      changed = onChange
      return () => {}
    },
    schedule: clock,
    signal: stop.signal,
    now: () => clock.now(),
    clock: () => clock.now(),
    standDown: () => stop.abort(),
  })
  return { changed: () => changed(), end: () => stop.abort() }
}
