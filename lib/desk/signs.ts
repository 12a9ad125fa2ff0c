/** A page that is drawn anew is back within some seconds; a tab that was gone for longer was gone. */
const GONE_MS = 30_000
/** A page gives a sign every 20 s (`ALIVE_MS`), and a frozen or sleeping one none. A busy computer may swallow a few. */
const SILENT_MS = 90_000

/**
 * The signs of life of the lesson's page, as far as this worker heard them itself. The journal has a proof of life once a minute, by which
 * only a silence of minutes shows; what is known better is written down with the next sign.
 *
 *   heard ─▶ heard      long after the last: it was silent in between
 *   heard ─▶ gone ─▶ heard   its last tab went: it was gone in between, also for less
 *
 * A worker that has just woken knows of no sign, and claims nothing.
 */
export class Signs {
  #last: { readonly sessionId: string; readonly at: number; readonly gone: boolean } | undefined

  /** Gives for how many milliseconds there was none before, where that is worth writing down. */
  heard(sessionId: string, now: number): number | undefined {
    const last = this.#last
    this.#last = { sessionId, at: now, gone: false }
    if (last?.sessionId !== sessionId) return undefined
    const silentFor = now - last.at
    return silentFor > (last.gone ? GONE_MS : SILENT_MS) ? silentFor : undefined
  }

  /** The last tab of the lesson's call went away. */
  gone(sessionId: string, now: number): void {
    this.#last = { sessionId, at: now, gone: true }
  }
}
