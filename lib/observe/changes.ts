import type { ChangeWatch } from '../platforms/changeWatch.ts'

/**
 * Watches a page for changes that are worth a reading, as `watch` says. Calls `onChange` at most once per batch of mutations;
 * gives back how to stop.
 */
export function watchPage(doc: Document, watch: ChangeWatch, onChange: () => void): Watching {
  const ended = new AbortController()
  const observer = new MutationObserver((records) => {
    for (const record of records) {
      if (watch.isRelevantMutation(record)) {
        onChange()
        return
      }
    }
  })
  let roots: readonly Node[] = []

  function observe(): void {
    observer.disconnect()
    roots = watch.observeRoots(doc)
    for (const root of roots) observer.observe(root, watch.options)
  }

  for (const type of watch.mediaEvents) {
    doc.addEventListener(type, onChange, { capture: true, passive: true, signal: ended.signal })
  }
  observe()
  return {
    check() {
      if (roots.every((root) => root.isConnected)) return
      observe()
      onChange()
    },
    stop() {
      ended.abort()
      observer.disconnect()
    },
  }
}

export interface Watching {
  /** A page can replace its whole body; call now and then. */
  check(): void
  stop(): void
}
