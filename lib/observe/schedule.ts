/**
 * Time, as the content script is given it: everything started here dies with the script (in the extension it is wrapped
 * around the content script context's timers). Milliseconds.
 */
export interface Schedule {
  after(ms: number, job: () => void): () => void
  every(ms: number, job: () => void): () => void
  /** Before the next paint; never called while the tab is hidden. */
  onFrame(job: () => void): () => void
}

/** The timers of a content script context, or of a window, that a schedule is made from. */
export interface Timers {
  setTimeout(job: () => void, ms: number): number
  setInterval(job: () => void, ms: number): number
  requestAnimationFrame(job: () => void): number
}

/** Cancelling uses the global functions, which take the ids of both. Nothing runs after `signal`. */
export function scheduleOf(timers: Timers, signal: AbortSignal): Schedule {
  const guarded = (job: () => void) => () => {
    if (!signal.aborted) job()
  }
  return {
    after(ms, job) {
      const id = timers.setTimeout(guarded(job), ms)
      return () => clearTimeout(id)
    },
    every(ms, job) {
      const id = timers.setInterval(guarded(job), ms)
      const cancel = () => clearInterval(id)
      signal.addEventListener('abort', cancel, { once: true })
      return cancel
    },
    onFrame(job) {
      const id = timers.requestAnimationFrame(guarded(job))
      return () => cancelAnimationFrame(id)
    },
  }
}

/** How long a frame is waited for: a window that others cover may get none although its page is not called hidden. */
const FRAME_MS = 100

/**
 * After `ms`, as soon as the page has been drawn: then its styles and layout are done, and a reading doesn't make the browser do them
 * before their time and again for the frame. Where nothing is drawn, after `ms`.
 */
export function afterDrawn(
  schedule: Schedule,
  doc: Pick<Document, 'hidden'>,
  ms: number,
  job: () => void,
): () => void {
  let cancel = schedule.after(ms, () => {
    if (doc.hidden) {
      job()
      return
    }
    const cancelFrame = schedule.onFrame(() => {
      cancelGuard()
      cancel = schedule.after(0, job)
    })
    const cancelGuard = schedule.after(FRAME_MS, () => {
      cancelFrame()
      job()
    })
    cancel = () => {
      cancelFrame()
      cancelGuard()
    }
  })
  return () => cancel()
}

/** Resolves after `ms`; rejects when `signal` is aborted. */
export function waitFor(schedule: Schedule, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const gone = () => reject(new DOMException('The script was stood down.', 'AbortError'))
    if (signal.aborted) {
      gone()
      return
    }
    const cancel = schedule.after(ms, () => {
      signal.removeEventListener('abort', onAbort)
      resolve()
    })
    function onAbort(): void {
      cancel()
      gone()
    }
    signal.addEventListener('abort', onAbort, { once: true })
  })
}
