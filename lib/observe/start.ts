import { browser } from '../bus/browser.ts'
import { tellFromMeeting } from '../bus/client.ts'
import type { MeetingAdapter } from '../meeting/index.ts'
import type { MeetingSite } from '../platforms/site.ts'
import { takeOver } from './life.ts'
import { holdLooks } from './looks.ts'
import { runMeetingScript } from './meetingScript.ts'
import type { OverlayCalls, ScriptOverlay } from './meetingScript.ts'
import { scheduleOf } from './schedule.ts'
import type { Schedule } from './schedule.ts'
import { steady } from './steady.ts'

/** Calls back after the page changed; gives back how to stop. */
export type ChangeWatch = (doc: Document, onChange: () => void) => () => void

export type OverlayFactory = (
  parts: OverlayCalls & {
    readonly doc: Document
    readonly adapter: MeetingAdapter
    readonly schedule: Schedule
    readonly now: () => number
  },
) => ScriptOverlay

/** How often the script looks whether the extension behind it is still there. */
const ORPHAN_MS = 5000

/** Missing once the extension behind a script was updated or removed, whatever the types say. */
function isOrphan(): boolean {
  return (browser.runtime as { readonly id?: string } | undefined)?.id === undefined
}

/**
 * Starts the script of a meeting page on the browser's own clock, ports and document. Everything dies with its life (`life.ts`): when
 * the extension is updated, removed, or injects a newer copy.
 */
export function startMeetingScript(
  site: MeetingSite,
  createOverlay: OverlayFactory,
  changeWatch: ChangeWatch,
): void {
  const life = takeOver(globalThis)
  const { signal } = life
  const schedule = scheduleOf(window, signal)
  const now = () => Date.now()
  const looks = holdLooks(site, document)
  const { adapter } = looks
  // An orphaned script is not told that it is one.
  schedule.every(ORPHAN_MS, () => {
    if (isOrphan()) life.abort('The extension is gone.')
  })
  runMeetingScript({
    adapter,
    looks,
    doc: document,
    url: () => new URL(location.href),
    connect: (name) => browser.runtime.connect({ name }),
    createOverlay: (calls) => createOverlay({ ...calls, doc: document, adapter, schedule, now }),
    openPanel: () => {
      // No await before this: the panel may only be opened in the turn of the click.
      tellFromMeeting('openPanel', {}).catch((problem: unknown) =>
        console.warn('The panel could not be opened.', problem),
      )
    },
    watch: (onChange) => changeWatch(document, onChange),
    schedule,
    signal,
    now: steady(now),
    clock: () => performance.now(),
    standDown: () => life.abort('Stood down.'),
  })
}
