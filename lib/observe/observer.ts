import type { MeetingAdapter, Observation } from '../meeting/index.ts'
import { blindObservation } from './blind.ts'
import { bounded } from './bounded.ts'
import { same } from './same.ts'
import { afterDrawn, type Schedule } from './schedule.ts'
import { changed, nextScanAt, scanned, whatToSend } from './when.ts'
import type { ScanState } from './when.ts'

/** Reads the page when `when.ts` says so and hands on what differs. Knows nothing of the page but what the adapter says. */
export interface Observer {
  /** The other end forgot everything (it was restarted): the next reading is sent whatever it is. */
  resend(): void
  /** Reads now, for example after an action. */
  scanSoon(): void
  /** The last reading, sent or not. */
  readonly latest: Observation | undefined
}

export interface ObserverParts {
  readonly adapter: Pick<MeetingAdapter, 'platform' | 'codeOf' | 'read'>
  readonly doc: Document
  readonly url: () => URL
  readonly schedule: Schedule
  readonly signal: AbortSignal
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Milliseconds of a clock that is never set back, for costs. */
  readonly clock: () => number
  /** Calls back after the page changed, once for a batch of changes; gives back how to stop it. */
  readonly watch: (onChange: () => void) => () => void
  readonly onObservation: (observation: Observation) => void
  readonly onAlive: () => void
}

export function createObserver(parts: ObserverParts): Observer {
  const { adapter, doc, url, schedule, signal, now, clock } = parts
  let state: ScanState = { lastScanAt: -Infinity, lastCostMs: 0, alike: 0, hidden: doc.hidden }
  let latest: Observation | undefined
  let sent: Observation | undefined
  let sentAt: number | undefined
  let aliveAt: number | undefined
  let cancel = () => {}
  let failures = 0

  function plan(): void {
    cancel()
    if (signal.aborted) return
    cancel = afterDrawn(schedule, doc, Math.max(0, nextScanAt(state) - clock()), scan)
  }

  function read(): Observation {
    const at = url()
    try {
      const observation = bounded(adapter.read(doc, at))
      failures = 0
      return observation
    } catch (problem) {
      failures += 1
      if (failures === 1) console.warn('The meeting page could not be read.', problem)
      return blindObservation(adapter.platform, adapter.codeOf(at) ?? '', problem)
    }
  }

  function scan(): void {
    if (signal.aborted) return
    const startedAt = clock()
    state = { ...state, hidden: doc.hidden }
    latest = read()
    const differs = !same(latest, sent)
    const away = latest.phase === 'elsewhere'
    state = { ...scanned(state, startedAt, clock() - startedAt, differs), away }
    const at = now()
    const what = whatToSend(differs, at, sentAt, aliveAt, away)
    if (what === 'observation') {
      sent = latest
      sentAt = at
      parts.onObservation(latest)
    } else if (what === 'alive') {
      aliveAt = at
      parts.onAlive()
    }
    plan()
  }

  function dirty(): void {
    if (state.dirtySince !== undefined) return
    state = changed(state, clock())
    plan()
  }

  /** Somebody waits for what it says. */
  function soon(): void {
    state = { ...changed(state, clock()), alike: 0 }
    plan()
  }

  const unwatch = parts.watch(dirty)
  doc.addEventListener('visibilitychange', dirty, { signal })
  signal.addEventListener(
    'abort',
    () => {
      cancel()
      unwatch()
    },
    { once: true },
  )
  plan()
  return {
    resend() {
      sent = undefined
      sentAt = undefined
      soon()
    },
    scanSoon: soon,
    get latest() {
      return latest
    },
  }
}
